"""The network: a MiniLM encoder (or a BiLSTM over its input embeddings) and its heads.

Inputs of a batch of B sentences, T pieces, N words (word 0 is the root, [CLS]):
  pieces [B,T] ids of word pieces, shapes [B,T] classes of letters, first [B,N] and last [B,N] where a word's pieces are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass
class Sizes:
    upos: int
    feats: int
    lemmas: int
    deprels: int
    entities: int
    attribution: int
    silver_entities: int
    hidden: int = 384
    layers: int = 6
    attention_heads: int = 12
    arc: int = 384
    label: int = 96
    tag: int = 256
    shapes: int = 9
    encoder: str = "minilm"


class SharedDropout(nn.Module):
    """Drops the same features of all words of a sentence (variational dropout); far cheaper to draw than one mask a word."""

    def __init__(self, rate: float):
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        mask = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - self.rate)
        return x * (mask / (1 - self.rate))


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, hidden: int, heads: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.drop = SharedDropout(dropout)
        self.qkv = nn.Linear(hidden, hidden * 3)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, hidden * 4)
        self.down = nn.Linear(hidden * 4, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(h // self.heads) + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, h)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Embeddings(nn.Module):
    def __init__(self, sizes: Sizes, vocabulary: int = 30522, positions: int = 512):
        super().__init__()
        self.words = nn.Embedding(vocabulary, sizes.hidden, padding_idx=0)
        self.positions = nn.Embedding(positions, sizes.hidden)
        self.shapes = nn.Embedding(sizes.shapes, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        positions = self.positions.weight[: pieces.shape[1]].unsqueeze(0)
        return self.norm(self.words(pieces) + positions + self.shapes(shapes))


class TransformerEncoder(nn.Module):
    """Six layers of MiniLM; gives one mix of the layers for each of `mixes` uses."""

    def __init__(self, sizes: Sizes, mixes: int, dropout: float = 0.1):
        super().__init__()
        self.drop = SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes.hidden, sizes.attention_heads, dropout) for _ in range(sizes.layers))
        start = torch.zeros(mixes, sizes.layers)
        start[:, -1] = 2.0
        self.mix = nn.Parameter(start)

    def forward(self, x: Tensor, mask: Tensor) -> list[Tensor]:
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        x = self.drop(x)
        outputs = []
        for layer in self.layers:
            x = layer(x, bias)
            outputs.append(x)
        weights = self.mix.softmax(-1)
        return [sum(w * o for w, o in zip(row, outputs)) for row in weights]


class LstmEncoder(nn.Module):
    """The comparison: three BiLSTM layers over the same input embeddings (no pretrained transformer)."""

    def __init__(self, sizes: Sizes, mixes: int, dropout: float = 0.33):
        super().__init__()
        self.mixes = mixes
        self.lstm = nn.LSTM(sizes.hidden, sizes.hidden // 2 + 16, 3, batch_first=True, bidirectional=True, dropout=dropout)
        self.out = nn.Linear(sizes.hidden + 32, sizes.hidden)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> list[Tensor]:
        out, _ = self.lstm(self.dropout(x))
        return [self.out(self.dropout(out))] * self.mixes


def block(inputs: int, outputs: int, dropout: float = 0.33) -> nn.Sequential:
    return nn.Sequential(nn.Linear(inputs, outputs), nn.GELU(), SharedDropout(dropout))


class Biaffine(nn.Module):
    """Arc scores [B,N,N]: row = dependent, column = head (Dozat and Manning 2017)."""

    def __init__(self, inputs: int, size: int):
        super().__init__()
        self.dependent, self.head = block(inputs, size), block(inputs, size)
        self.weight = nn.Linear(size, size)
        self.bias = nn.Linear(size, 1)

    def forward(self, words: Tensor) -> Tensor:
        dependent, head = self.dependent(words), self.head(words)
        return self.weight(dependent) @ head.transpose(-1, -2) + self.bias(head).transpose(-1, -2)


class Labeller(nn.Module):
    """Relation scores of a word and its head: bilinear plus linear in both."""

    def __init__(self, inputs: int, size: int, labels: int):
        super().__init__()
        self.dependent, self.head = block(inputs, size), block(inputs, size)
        self.bilinear = nn.Linear(size, labels * size)
        self.linear = nn.Linear(size * 2, labels)
        self.labels, self.size = labels, size

    def score(self, dependent: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        chosen = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        b, n, d = dependent.shape
        mapped = self.bilinear(dependent).view(b, n, self.labels, d)
        return (mapped @ chosen.unsqueeze(-1)).squeeze(-1) + self.linear(torch.cat([dependent, chosen], -1))


def gather_words(states: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """[B,T,H] → [B,N,2H]: the states of a word's first and last piece."""
    b, t, size = states.shape
    flat, offset = states.reshape(b * t, size), torch.arange(b).unsqueeze(1) * t
    at = lambda index: flat.index_select(0, (index + offset).flatten()).view(b, -1, size)
    return torch.cat([at(first), at(last)], -1)


class Network(nn.Module):
    def __init__(self, sizes: Sizes):
        super().__init__()
        self.sizes = sizes
        self.embeddings = Embeddings(sizes)
        mixes = 3
        self.encoder = TransformerEncoder(sizes, mixes) if sizes.encoder == "minilm" else LstmEncoder(sizes, mixes)
        wide = sizes.hidden * 2
        self.drop = SharedDropout(0.2)
        self.morphology = block(wide, sizes.tag)
        self.upos = nn.Linear(sizes.tag, sizes.upos)
        self.feats = nn.Linear(sizes.tag, sizes.feats)
        self.lemmas = nn.Linear(sizes.tag, sizes.lemmas)
        self.arcs = Biaffine(wide, sizes.arc)
        self.labels = Labeller(wide, sizes.label, sizes.deprels)
        self.entity_block = block(wide, sizes.tag)
        self.entities = nn.Linear(sizes.tag, sizes.entities)
        self.silver_entities = nn.Linear(sizes.tag, sizes.silver_entities)
        self.attribution_block = block(wide, sizes.tag)
        self.attribution = nn.Linear(sizes.tag, sizes.attribution)

    def states(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> list[Tensor]:
        mixes = self.encoder(self.embeddings(pieces, shapes), pieces != 0)
        return [self.drop(gather_words(m, first, last)) for m in mixes]


def load_minilm(network: Network, tensors: dict[str, Tensor]) -> None:
    """Copies the pretrained weights in; shape embeddings start at zero so that they disturb nothing."""
    get = lambda name: tensors[name]
    with torch.no_grad():
        e = network.embeddings
        e.words.weight.copy_(get("embeddings.word_embeddings.weight"))
        e.positions.weight.copy_(get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0])
        e.shapes.weight.zero_()
        e.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
        e.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
        if network.sizes.encoder != "minilm":
            return
        for index, layer in enumerate(network.encoder.layers):
            p = f"encoder.layer.{index}."
            for part in ("weight", "bias"):
                layer.qkv.get_parameter(part).copy_(torch.cat([get(f"{p}attention.self.{x}.{part}") for x in ("query", "key", "value")]))
                layer.out.get_parameter(part).copy_(get(f"{p}attention.output.dense.{part}"))
                layer.norm1.get_parameter(part).copy_(get(f"{p}attention.output.LayerNorm.{part}"))
                layer.up.get_parameter(part).copy_(get(f"{p}intermediate.dense.{part}"))
                layer.down.get_parameter(part).copy_(get(f"{p}output.dense.{part}"))
                layer.norm2.get_parameter(part).copy_(get(f"{p}output.LayerNorm.{part}"))
