"""Makes 8-bit activations less coarse: `python -m models.train.outliers`, after a training.

A layer's activations have one scale, and a few of its channels are up to ten times as wide as the
others, which then have few steps left of 256 (Dettmers et al., LLM.int8(), 2022). So
- attention and the first half of a feed-forward net read their widest channels in equal parts, each
  by the same weights (Zhao et al., Improving neural network quantization without retraining using
  outlier channel splitting, 2019);
- the widest channels inside of a feed-forward net are reckoned beside the others, in 32 bits.
Neither changes anything but the rounding, and no weight is rounded again. How wide a channel is, is
read from the annotated articles of this folder.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy
import onnx
import onnxruntime
from models.train import sources
from onnx import NodeProto, helper, numpy_helper
from tokenizers import Tokenizer

from briefkit.components.encoder import PIECES, WEIGHTS
from briefkit.components.encoder.reader import inputs
from briefkit.components.encoder.windows import Pieces
from briefkit.pipeline import ENCODER, shipped_model

HERE = Path(__file__).parent
WIDEST = 16  # parts more of an input, and channels reckoned beside the others
LAYERS = 6
# x * (erf(x / root 2) + 1) / 2
GELU = (("Div", "root"), ("Erf",), ("Add", "one"), ("Mul", "self"), ("Mul", "half"))


class Graph:
    """A quantized net whose nodes and weights can be changed."""

    def __init__(self, net: onnx.ModelProto) -> None:
        self.net, self.nodes = net, net.graph.node
        self.weights = {weight.name: weight for weight in net.graph.initializer}

    def source(self, value: str) -> NodeProto:
        """The node that `value` comes from."""
        return next(node for node in self.nodes if value in node.output)

    def use(self, value: str, kind: str) -> NodeProto:
        """The one node of a kind that reads `value`."""
        (found,) = (n for n in self.nodes if n.op_type == kind and value in n.input)
        return found

    def weight(self, values: Iterable[str]) -> str:
        """The one of `values` that is a weight."""
        (found,) = (value for value in values if value in self.weights)
        return found

    def array(self, weight: str) -> Any:
        """What a weight holds, to be changed by `hold`."""
        return numpy_helper.to_array(self.weights[weight]).copy()

    def hold(self, weight: str, array: Any) -> str:
        """Let a weight, new or not, hold `array`; gives its name."""
        made = numpy_helper.from_array(numpy.ascontiguousarray(array), weight)
        if weight in self.weights:
            self.weights[weight].CopyFrom(made)
        else:
            self.net.graph.initializer.append(made)
        return weight

    def add(self, before: NodeProto, kind: str, values: list[str], name: str, **asked: Any) -> str:
        """Put a node in front of another; gives the name of what comes out of it."""
        place = next(i for i, node in enumerate(self.nodes) if node.output == before.output)
        self.nodes.insert(place, helper.make_node(kind, values, [name], name, **asked))
        return name


class Linear:
    """A product of a layer in 8 bits, and what stands around it in the net."""

    def __init__(self, graph: Graph, layer: int, part: str) -> None:
        self.name = f"/encoder/layers.{layer}/{part}"
        self.out = f"{self.name}/MatMul_output_0"
        scaling = graph.source(self.out)
        cast, scale = map(graph.source, scaling.input)
        product = graph.source(cast.input[0])
        self.quantizing = graph.source(product.input[0])
        self.weight, self.scale = product.input[1], graph.weight(scale.input)
        self.added = graph.use(self.out, "Add")
        self.bias = graph.weight(self.added.input)
        assert not graph.array(product.input[3]).any()  # weights are symmetric about 0

    @property
    def read(self) -> str:
        """What it reads: 1 x pieces x channels."""
        return str(self.quantizing.input[0])


def split(graph: Graph, linear: Linear, wide: Any) -> None:
    """Let a product read its widest channels in equal parts."""
    parts = numpy.ones(len(wide), numpy.int64)
    for _ in range(WIDEST):
        parts[numpy.argmax(wide / parts)] += 1
    more = numpy.repeat(numpy.arange(len(wide)), parts - 1)
    weights = graph.array(linear.weight)
    graph.hold(linear.weight, numpy.concatenate([weights, weights[more]]))
    name, here = f"{linear.name}/outliers", linear.quantizing
    shares = graph.hold(f"{name}/shares", (1 / parts).astype(numpy.float32))
    shared = graph.add(here, "Mul", [linear.read, shares], f"{name}/shared")
    columns = graph.hold(f"{name}/columns", more)
    again = graph.add(here, "Gather", [shared, columns], f"{name}/again", axis=2)
    here.input[0] = graph.add(here, "Concat", [shared, again], f"{name}/all", axis=2)


def aside(graph: Graph, up: Linear, down: Linear, wide: Any) -> None:
    """Reckon the widest channels of a feed-forward net beside the others, in 32 bits."""
    apart = numpy.sort(numpy.argsort(wide)[-WIDEST:])
    first, bias, second = map(graph.array, (up.weight, up.bias, down.weight))
    name, read = f"{down.name}/outliers", up.read
    last = graph.use(down.added.output[0], "Add")
    held = {
        "up": first[:, apart] * graph.array(up.scale)[apart],
        "bias": bias[apart],
        "root": numpy.sqrt(2),
        "one": 1,
        "half": 0.5,
        "down": second[apart] * graph.array(down.scale),
    }
    held = {k: graph.hold(f"{name}/{k}", numpy.float32(v)) for k, v in held.items()}
    first[:, apart] = bias[apart] = 0
    graph.hold(up.weight, first)
    graph.hold(up.bias, bias)
    grown = graph.add(last, "MatMul", [read, held["up"]], f"{name}/product")
    grown = graph.add(last, "Add", [grown, held["bias"]], f"{name}/grown")
    bent = grown
    for step, (kind, *other) in enumerate(GELU):
        by = [grown if value == "self" else held[value] for value in other]
        bent = graph.add(last, kind, [bent, *by], f"{name}/gelu_{step}")
    told = graph.add(last, "MatMul", [bent, held["down"]], f"{name}/told")
    place = list(last.input).index(down.added.output[0])
    last.input[place] = graph.add(last, "Add", [last.input[place], told], f"{name}/all")


def widths(net: onnx.ModelProto, values: list[str], pieces: Pieces) -> list[Any]:
    """The largest size that each channel of `values` has in the annotated articles."""
    asked = onnx.ModelProto()
    asked.CopyFrom(net)
    asked.graph.output.extend(
        helper.make_tensor_value_info(v, onnx.TensorProto.FLOAT, None) for v in values
    )
    session = onnxruntime.InferenceSession(
        asked.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    found: list[Any] = [0.0] * len(values)
    reader = sources.Reader()
    for article in (*sources.gold(reader, HERE / "whole"), *sources.gold(reader, HERE / "plain")):
        for window in pieces.windows(article.words, article.sentences, article.title):
            said = session.run(values, inputs(window))
            found = [
                numpy.maximum(wide, numpy.abs(one[0]).max(0))
                for wide, one in zip(found, said, strict=True)
            ]
    return found


def main() -> None:
    """Rewrite the encoder that ships."""
    folder = shipped_model() / ENCODER
    graph = Graph(onnx.load(folder / WEIGHTS))
    if any("/outliers/" in weight for weight in graph.weights):
        sys.exit("its outliers are split already: train or export it anew first")
    parts = [[Linear(graph, i, part) for part in ("qkv", "up", "down")] for i in range(LAYERS)]
    pieces = Pieces(Tokenizer.from_file(str(folder / PIECES)))
    found = iter(widths(graph.net, [one.read for layer in parts for one in layer], pieces))
    for qkv, up, down in parts:
        wide = [next(found) for _ in range(3)]
        aside(graph, up, down, wide[2])
        split(graph, qkv, wide[0])
        split(graph, up, wide[1])
    onnx.save(graph.net, folder / WEIGHTS)


if __name__ == "__main__":
    main()
