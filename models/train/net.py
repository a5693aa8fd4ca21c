"""The encoder as a torch module: a BERT of six layers with shapes of words, and its heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from briefkit.components.encoder.windows import SHAPES

WIDTH, HEADS, LAYERS, POSITIONS = 384, 12, 6, 512
DROPOUT = 0.1
LINK = 96  # numbers in which a pronoun and whom it means are compared


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each added to its input and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x`: windows x pieces x WIDTH; `mask`: windows x 1 x 1 x pieces, True where read."""
        rows, length, _ = x.shape
        split = (rows, length, HEADS, WIDTH // HEADS)
        query, key, value = (part.view(split).transpose(1, 2) for part in self.qkv(x).chunk(3, -1))
        seen = F.scaled_dot_product_attention(query, key, value, mask)
        seen = self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.norm_attention(x + F.dropout(seen, DROPOUT, self.training))
        grown = self.down(F.gelu(self.up(x)))
        return self.norm_output(x + F.dropout(grown, DROPOUT, self.training))


class Encoder(nn.Module):
    """Pieces and shapes of a window -> a vector of WIDTH for each piece."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """`ids` and `shapes`: windows x pieces; gives windows x pieces x WIDTH."""
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.shapes(shapes)
        x = F.dropout(self.norm(x), DROPOUT, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x


@dataclass(frozen=True)
class Sizes:
    """How many tags each head knows."""

    names: int
    roles: int
    speech: int


class Net(nn.Module):
    """The encoder with its heads.

    Tags of names, of roles and of speech; what a mention asks for, and offers to a later one; the
    meaning of a sentence, and whether it tells a key point.
    """

    def __init__(self, pieces: int, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(pieces)
        self.names = nn.Linear(WIDTH, sizes.names)
        self.roles = nn.Linear(WIDTH, sizes.roles)
        self.speech = nn.Linear(WIDTH, sizes.speech)
        self.asks = nn.Linear(WIDTH, LINK)
        self.offers = nn.Linear(WIDTH, LINK)
        self.nobody = nn.Linear(WIDTH, 1)
        for part in (self.asks, self.offers, self.nobody):
            nn.init.normal_(part.weight, std=0.03)
        self.points = nn.Linear(WIDTH, 1)
        self.meaning = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)


def pretrained(net: Net, weights: Mapping[str, Tensor]) -> None:
    """Take over the weights of a BERT as published, by the names that they have there."""
    encoder, prefix = net.encoder, "embeddings."
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights[prefix + "word_embeddings.weight"])
        # All pieces are of the first segment: its vector is a part of every position's.
        positions = weights[prefix + "position_embeddings.weight"]
        encoder.positions.weight.copy_(
            positions + weights[prefix + "token_type_embeddings.weight"][0]
        )
        _copy(encoder.norm, weights, prefix + "LayerNorm")
        for i, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{i}."
            parts = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([weights[part + ".weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([weights[part + ".bias"] for part in parts]))
            _copy(layer.out, weights, at + "attention.output.dense")
            _copy(layer.norm_attention, weights, at + "attention.output.LayerNorm")
            _copy(layer.up, weights, at + "intermediate.dense")
            _copy(layer.down, weights, at + "output.dense")
            _copy(layer.norm_output, weights, at + "output.LayerNorm")


def _copy(part: nn.Linear | nn.LayerNorm, weights: Mapping[str, Tensor], name: str) -> None:
    part.weight.copy_(weights[name + ".weight"])
    part.bias.copy_(weights[name + ".bias"])
