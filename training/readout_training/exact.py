"""Lets the int8 graphs give nearly the same numbers on every processor.

`python -m readout_training.exact --model ../models/en`

Processors without int8 dot products (x86 with AVX2 alone) add two neighbouring products of an unsigned and a signed byte into 16 bits,
and cut the sum off at 32,767: the network reads worse there, and otherwise. Products of two unsigned bytes are added in 32 bits on every
processor, but take longer. So the weights of attention and of the heads, whose sums are cut off most, become unsigned: 128 higher, with
a zero point of 128, which are the same numbers. The feed-forward weights, half of all work and more, stay signed: theirs are hardly ever
cut off. `docs/decisions/0015` has the figures. A graph that was made so stays as it is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

SHIFT = 128
FEED_FORWARD = 4  # times as wide as the encoder
EMBEDDINGS = "network.embeddings.words.rows"


def unsigned(weights: np.ndarray) -> np.ndarray:
    """Signed bytes as unsigned ones, 128 higher."""
    return (weights.astype(np.int16) + SHIFT).astype(np.uint8)


def make_exact(model: onnx.ModelProto) -> tuple[int, int]:
    """Makes int8 products of a graph unsigned; returns how many it changed, and how many it left as they were."""
    tables = {table.name: table for table in model.graph.initializer}
    width = tables[EMBEDDINGS].dims[1] if EMBEDDINGS in tables else None
    changed = left = 0
    for node in [node for node in model.graph.node if node.op_type == "MatMulInteger"]:
        weights, zero = node.input[1], node.input[3]
        shape = tuple(tables[weights].dims)
        is_feed_forward = width is not None and sorted(shape) == [width, FEED_FORWARD * width]
        if is_feed_forward or numpy_helper.to_array(tables[weights]).dtype != np.int8:
            left += 1
            continue
        for name in (weights, zero):
            tables[name].CopyFrom(numpy_helper.from_array(unsigned(numpy_helper.to_array(tables[name])), name))
        changed += 1
    return changed, left


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="models/en")
    args = parser.parse_args()
    for name in ("reader", "attributions", "labels"):
        path = args.model / f"{name}.onnx"
        model = onnx.load(str(path))
        changed, left = make_exact(model)
        onnx.save(model, str(path))
        print(f"{name}: {changed} matrices made unsigned, {left} as they were")


if __name__ == "__main__":
    main()
