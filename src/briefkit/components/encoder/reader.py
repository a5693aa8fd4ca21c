"""Runs the encoder's net over the windows of an article.

The net is all-MiniLM-L6-v2, fine-tuned (models/README.md), its weights 8-bit integers, run by
onnxruntime. The scale of 8-bit activations is taken over all that is read at once: each window is
read by itself, on one thread, so that nothing depends on its neighbours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

import numpy
import onnxruntime
from tokenizers import Tokenizer

from briefkit.components.encoder.windows import Pieces, Window


class Reader:
    """The net and its word pieces, both given as the bytes of their files."""

    def __init__(self, weights: bytes, pieces: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Windows differ in length: an arena would keep the memory of the longest of each kind.
        options.enable_cpu_mem_arena = False
        self._net = onnxruntime.InferenceSession(
            weights,
            options,
            providers=["CPUExecutionProvider"],
            # The fused step takes eight times as long as an addition and a normalisation.
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        self._pieces = Pieces(Tokenizer.from_buffer(pieces))

    def read(
        self, words: Sequence[str], sentence_starts: Sequence[int], title: Sequence[str]
    ) -> tuple[Any, ...]:
        """The arrays of `Encoded`, in its order."""
        told: list[Any] = []
        count = len(sentence_starts)
        meanings = numpy.zeros((count, 384), numpy.float32)
        points, sizes = numpy.zeros(count, numpy.float32), numpy.zeros(count, numpy.float32)
        for window in self._pieces.windows(words, sentence_starts, title):
            *found, means, odds = self._net.run(None, inputs(window))
            told = told or [numpy.empty((len(words), part.shape[1]), part.dtype) for part in found]
            for whole, part in zip(told, found, strict=True):
                whole[window.start : window.end] = part
            number = bisect_right(sentence_starts, window.start) - 1
            for (start, end), mean, odd in zip(window.sentences, means, odds, strict=True):
                # A sentence that was cut has several means, which count by their length.
                meanings[number] += mean * numpy.float32(end - start)
                points[number] += odd[0] * numpy.float32(end - start)
                sizes[number] += numpy.float32(end - start)
                number += 1
        lengths = numpy.linalg.norm(meanings, axis=1, keepdims=True)
        meanings /= numpy.maximum(lengths, numpy.float32(1e-6))
        return *told, meanings, points / numpy.maximum(sizes, numpy.float32(1))


def inputs(window: Window) -> dict[str, Any]:
    shares = numpy.zeros((len(window.sentences), len(window.ids)), numpy.float32)
    for row, (start, end) in enumerate(window.sentences):
        shares[row, start:end] = 1 / (end - start)
    return {
        "ids": numpy.array([window.ids], numpy.int64),
        "shapes": numpy.array([window.shapes], numpy.int64),
        "firsts": numpy.array(window.firsts, numpy.int64),
        "shares": shares,
    }
