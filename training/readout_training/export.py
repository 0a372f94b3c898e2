"""Writes a trained network as two int8 ONNX graphs and their tables, for `src/reading`.

`python -m readout_training.export --run runs/a --minilm ../minilm --out ../models/en`
  reader.onnx  pieces, shapes [B,T], first, last [B,N] (int32) → upos, feats, lemmas [B,N] (int32), arcs [B,N,N],
               dependents, heads [B,N,D], entities, attribution [B,N,tags] (float32)
  labels.onnx  dependents, heads [B,N,D], chosen [B,N] (int32, the heads) → deprels [B,N] (int32)
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .network import Network, Sizes


class ByteEmbedding(nn.Module):
    """An embedding table as int8 rows, each with a scale: a quarter of the size, less than 0.4 % of error."""

    def __init__(self, table: Tensor):
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        flat = ids.flatten()
        rows = self.rows.index_select(0, flat).float() * self.scale.index_select(0, flat)
        return rows.view(ids.shape[0], ids.shape[1], -1)


class ReaderGraph(nn.Module):
    def __init__(self, network: Network):
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor):
        net = self.network
        syntax, tags, spans = net.states(pieces.long(), shapes.long(), first.long(), last.long())
        morphology = net.morphology(tags)
        best = lambda head: head(morphology).argmax(-1).to(torch.int32)
        return (
            best(net.upos), best(net.feats), best(net.lemmas), net.arcs(syntax),
            net.labels.dependent(syntax), net.labels.head(syntax),
            net.entities(net.entity_block(spans)).log_softmax(-1),
            net.attribution(net.attribution_block(spans)).log_softmax(-1),
        )  # fmt: skip


class LabelGraph(nn.Module):
    """Relations for chosen heads; `root` goes to the root's child and to no other word."""

    def __init__(self, network: Network, root: int):
        super().__init__()
        self.labels = network.labels
        is_root = torch.zeros(network.sizes.deprels)
        is_root[root] = 1.0
        self.register_buffer("is_root", is_root)

    def forward(self, dependents: Tensor, heads: Tensor, chosen: Tensor):
        scores = self.labels.score(dependents, heads, chosen.long())
        below_root = (chosen == 0).float().unsqueeze(-1)
        return (scores - 1e4 * (below_root - self.is_root).abs()).argmax(-1).to(torch.int32)


def write(module: nn.Module, inputs: tuple, names: list[str], outputs: list[str], out: Path) -> None:
    axes = {n: {0: "sentences", 1: "pieces" if n in ("pieces", "shapes") else "words"} for n in names + outputs}
    if "arcs" in outputs:
        axes["arcs"][2] = "words"
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.onnx"
        torch.onnx.export(module, inputs, str(raw), input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
        onnx.checker.check_model(str(raw))
        quantize_dynamic(str(raw), str(out), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])


def export(run: Path, out: Path, weights: str = "average.pt") -> None:
    sizes, labels = Sizes(**json.loads((run / "sizes.json").read_text())), json.loads((run / "labels.json").read_text())
    network = Network(sizes)
    state = torch.load(run / weights, weights_only=False)
    network.load_state_dict(state.get("average", state))
    network.eval()
    network.embeddings.words = ByteEmbedding(network.embeddings.words.weight.detach())
    out.mkdir(parents=True, exist_ok=True)
    ints = lambda *shape: torch.randint(1, 5, shape, dtype=torch.int32)
    reader = (ints(2, 9), ints(2, 9), ints(2, 6), ints(2, 6))
    outputs = ["upos", "feats", "lemmas", "arcs", "dependents", "heads", "entities", "attribution"]
    with torch.no_grad():
        write(ReaderGraph(network), reader, ["pieces", "shapes", "first", "last"], outputs, out / "reader.onnx")
        floats = torch.randn(2, 6, sizes.label)
        write(LabelGraph(network, labels["deprels"].index("root")), (floats, floats, ints(2, 6)), ["dependents", "heads", "chosen"], ["deprels"], out / "labels.onnx")
    tables = {k: labels[k] for k in ("upos", "feats", "lemmas", "deprels", "entities", "attribution")}
    (out / "labels.json").write_text(json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", default="average.pt", help="average.pt, or checkpoint.pt for a run that is not over")
    args = parser.parse_args()
    torch.set_num_threads(1)
    export(args.run, args.out, args.weights)
    vocabulary = json.loads((args.minilm / "tokenizer.json").read_text())["model"]["vocab"]
    ordered = sorted(vocabulary, key=vocabulary.get)
    (args.out / "vocabulary.txt").write_text("\n".join(ordered) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
