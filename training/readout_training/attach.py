"""Joins the attribution head to the reader graph.

`--expose OUT` writes the reader graph with the states of its words as its only outputs, for training/attribution/export.ts.
`--head head.pt` gives models/en/reader.onnx two more outputs (`links`, what the linker takes of each word, and `anchors`, the
probability that the word carries a cue) and writes models/en/attributions.onnx, which tags windows of words.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, compose, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .attribution import Detector, HeadSizes, Linker

# The three mixes of layers that `Network.states` gives, by the names that the exporter finds for them.
STATES = ["/Concat_5_output_0", "/Concat_11_output_0", "/Concat_17_output_0"]
HEAD = "attribution_head/"


def bare(reader: onnx.ModelProto) -> onnx.ModelProto:
    """The reader graph without a head that was joined to it before."""
    graph = reader.graph
    for values in (graph.node, graph.initializer):
        for each in [v for v in values if v.name.startswith(HEAD)]:
            values.remove(each)
    for output in [o for o in graph.output if o.name in ("links", "anchors")]:
        graph.output.remove(output)
    del graph.value_info[:]
    made = {name for node in graph.node for name in node.output}
    missing = [name for name in STATES if name not in made]
    if missing:
        raise SystemExit(f"the reader graph has no {', '.join(missing)}: it was exported otherwise; mend STATES in attach.py")
    return reader


def expose(reader: onnx.ModelProto, out: Path) -> None:
    del reader.graph.output[:]
    for name in STATES:
        reader.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["sentences", "words", None]))
    onnx.save(reader, str(out))


class WordGraph(nn.Module):
    def __init__(self, detector: Detector, linkers: list[Linker]):
        super().__init__()
        self.detector, self.linkers = detector, nn.ModuleList(linkers)

    def forward(self, syntax: Tensor, tags: Tensor, spans: Tensor):
        states = torch.cat([syntax, tags, spans], -1)
        return torch.cat([linker.project(states) for linker in self.linkers], -1), self.detector(states).sigmoid()


class WindowGraph(nn.Module):
    """The linkers side by side, each on its own part of the states; what they say is averaged."""

    def __init__(self, linkers: list[Linker]):
        super().__init__()
        self.linkers = nn.ModuleList(linkers)

    def forward(self, states: Tensor, features: Tensor, lengths: Tensor, anchors: Tensor):
        parts = states.chunk(len(self.linkers), -1)
        said = [linker(part, features.long(), lengths.long(), anchors.long()) for linker, part in zip(self.linkers, parts)]
        tags = torch.stack([tags.log_softmax(-1) for tags, _ in said]).mean(0)
        return tags.log_softmax(-1), torch.stack([valid.sigmoid() for _, valid in said]).mean(0)


def write(module: nn.Module, inputs: tuple, axes: dict[str, dict[int, str]], names: list[str], out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.onnx"
        outputs = [name for name in axes if name not in names]
        torch.onnx.export(module, inputs, str(raw), input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
        quantize_dynamic(str(raw), str(out), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])


def attach(reader: onnx.ModelProto, head: Path, out: Path) -> None:
    saved = torch.load(head, weights_only=False)
    sizes = HeadSizes(**saved["sizes"])
    detector, linkers = Detector(sizes), [Linker(sizes) for _ in saved["linkers"]]
    detector.load_state_dict(saved["detector"])
    for linker, weights in zip(linkers, saved["linkers"]):
        linker.load_state_dict(weights)
    for module in (detector, *linkers):
        module.eval()
    words, windows = {0: "sentences", 1: "words"}, {0: "windows", 1: "words"}
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        part = Path(folder) / "words.onnx"
        states = torch.randn(2, 5, sizes.states // 3)
        names = ["syntax", "tags", "spans"]
        write(WordGraph(detector, linkers), (states, states, states), {n: words for n in [*names, "links", "anchors"]}, names, part)
        joined = compose.add_prefix(onnx.load(str(part)), HEAD, rename_inputs=False, rename_outputs=False)
        reader.opset_import[0].version = joined.opset_import[0].version
        joined.ir_version = reader.ir_version
        merged = compose.merge_models(reader, joined, io_map=list(zip(STATES, names)), outputs=[o.name for o in reader.graph.output if o.name not in STATES] + ["links", "anchors"])
        onnx.save(merged, str(out / "reader.onnx"))
        ints = lambda *shape: torch.ones(shape, dtype=torch.int32)
        inputs = (torch.randn(2, 7, sizes.hidden * len(linkers)), ints(2, len(sizes.classes), 7), ints(2) * 7, ints(2))
        names = ["states", "features", "lengths", "anchors"]
        axes = {"states": windows, "features": {0: "windows", 2: "words"}, "lengths": {0: "windows"}, "anchors": {0: "windows"}, "tags": windows, "valid": {0: "windows"}}
        write(WindowGraph(linkers), inputs, axes, names, out / "attributions.onnx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="models/en")
    parser.add_argument("--expose", type=Path)
    parser.add_argument("--head", type=Path)
    args = parser.parse_args()
    reader = bare(onnx.load(str(args.model / "reader.onnx")))
    if args.expose:
        return expose(reader, args.expose)
    for name in STATES:
        reader.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["sentences", "words", None]))
    attach(reader, args.head, args.model)


if __name__ == "__main__":
    main()
