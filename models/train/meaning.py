"""The meanings of sentences as the published encoder has them, which ours learns to keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import torch
from models.train.labels import Marked
from models.train.learn import sentence_keys
from models.train.net import Net
from torch.nn import functional as F

from briefkit.components.encoder.windows import Pieces

ROWS = 64  # sentences read at once
LONGEST = 256  # pieces of a sentence that are read


def meanings(net: Net, articles: Iterable[Marked], pieces: Pieces) -> dict[str, Any]:
    """The normalised mean vector of each sentence that stands in a window, by its words."""
    texts = {
        key
        for one in articles
        for window in pieces.windows(one.words, one.sentences)
        for key in sentence_keys(one, window)
    }
    cut = {
        text: [pieces.begin, *[i for w in pieces(text.split()) for i in w][:LONGEST], pieces.close]
        for text in sorted(texts)
    }
    order = sorted(cut, key=lambda text: (len(cut[text]), text))
    found: dict[str, Any] = {}
    net.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), ROWS):
            part = order[at : at + ROWS]
            for text, row in zip(part, _read(net, [cut[text] for text in part]), strict=True):
                found[text] = row
    return found


def _read(net: Net, rows: Sequence[list[int]]) -> Any:
    length = max(map(len, rows))
    ids = torch.tensor([[*row, *[0] * (length - len(row))] for row in rows])
    mask = torch.tensor([[True] * len(row) + [False] * (length - len(row)) for row in rows])
    out = net.encoder(ids, torch.zeros_like(ids), mask[:, None, None, :]).float()
    mean = (out * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
    return F.normalize(mean, dim=1).numpy()
