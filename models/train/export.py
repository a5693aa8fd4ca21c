"""Writes a trained net as ONNX with weights of 8 bits."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from models.train.net import Net
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

INPUTS = ("ids", "shapes", "firsts", "shares")
OUTPUTS = ("names", "roles", "speech", "asks", "offers", "nobody", "meanings", "points")
TOKENS = 6  # outputs of which there is one a token; the others are of sentences


class Reading(nn.Module):
    """One window: ids and shapes (1 x pieces), the first piece of each token, and for each
    sentence the share of each piece in its mean (sentences x pieces)."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, ids: Tensor, shapes: Tensor, firsts: Tensor, shares: Tensor
    ) -> tuple[Tensor, ...]:
        """Log chances of names, roles, speech; links; meanings of sentences, log odds of points."""
        out = self.net.encoder(ids, shapes)[0]
        tokens = out[firsts]
        names = F.log_softmax(self.net.names(tokens), 1)
        roles = F.log_softmax(self.net.roles(tokens), 1)
        speech = F.log_softmax(self.net.speech(tokens), 1)
        # Half the bits are enough to compare, and half the memory of a long article.
        links = (self.net.asks(tokens).half(), self.net.offers(tokens).half())
        means = shares @ out
        nobody = self.net.nobody(tokens)
        return names, roles, speech, *links, nobody, self.net.meaning(means), self.net.points(means)


def export(net: Net, target: Path, *, quantized: bool = True) -> None:
    """Write the net to `target`; `quantized=False` keeps 32-bit floats, to compare with.

    `reduce_range` leaves one bit of the weights unused: without it, sums of 8-bit products
    overflow on processors that lack VNNI, and the result would depend on the machine.
    """
    net.eval()
    ids = torch.ones(1, 12, dtype=torch.long)
    example = (ids, ids, torch.arange(1, 9), torch.full((2, 12), 0.1))
    axes = {"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "firsts": {0: "tokens"}}
    axes |= {"shares": {0: "sentences", 1: "pieces"}}
    axes |= {name: {0: "tokens"} for name in OUTPUTS[:TOKENS]}
    axes |= {name: {0: "sentences"} for name in OUTPUTS[TOKENS:]}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx" if quantized else target
        torch.onnx.export(
            Reading(net), example, str(plain), input_names=INPUTS, output_names=OUTPUTS,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        if quantized:
            quantize_dynamic(
                plain,
                target,
                op_types_to_quantize=["MatMul", "Gather"],
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
            )
