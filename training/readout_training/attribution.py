"""The attribution head: which words carry a cue, and what belongs to the attribution that hangs on such a word.

Both parts work on the frozen states of the reader. `Detector` looks at every word; `Linker` at the window of words around a word
that the detector suspects, and tags each as outside, source, cue or content (PolNeAR; Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]  # as in src/reading/attribution/parts.ts
FARTHEST = 16  # words further apart than this are told apart by no attention bias


@dataclass
class HeadSizes:
    states: int
    classes: list[int]  # of each feature, in the order of src/reading/attribution/window.ts
    detector: int = 192
    hidden: int = 192
    layers: int = 2
    attention_heads: int = 6
    dropout: float = 0.1


class Detector(nn.Module):
    """States [..., states] → scores [...]: does the word carry the cue of an attribution?"""

    def __init__(self, sizes: HeadSizes):
        super().__init__()
        self.up = nn.Linear(sizes.states, sizes.detector)
        self.score = nn.Linear(sizes.detector, 1)
        self.drop_in, self.drop = nn.Dropout(0.2), nn.Dropout(0.3)

    def forward(self, states: Tensor) -> Tensor:
        return self.score(self.drop(F.gelu(self.up(self.drop_in(states))))).squeeze(-1)


class LinkLayer(nn.Module):
    """A pre-norm transformer layer with a learned bias for each distance between two words."""

    def __init__(self, sizes: HeadSizes):
        super().__init__()
        hidden = sizes.hidden
        self.heads = sizes.attention_heads
        self.qkv, self.out = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden)
        self.up, self.down = nn.Linear(hidden, 3 * hidden), nn.Linear(3 * hidden, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden), nn.LayerNorm(hidden)
        self.drop = nn.Dropout(sizes.dropout)
        self.distance = nn.Parameter(torch.zeros(self.heads, 2 * FARTHEST + 1))

    def forward(self, x: Tensor, mask: Tensor, distances: Tensor) -> Tensor:
        b, t, hidden = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        bias = self.distance.index_select(1, distances.flatten()).view(self.heads, t, t)
        scores = q @ k.transpose(-1, -2) / math.sqrt(hidden // self.heads) + mask + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, hidden)
        x = x + self.drop(self.out(mixed))
        return x + self.drop(self.down(F.gelu(self.up(self.norm2(x)))))


class Linker(nn.Module):
    """Windows → scores of the tags of their words, and of there being an attribution at all.

    `project` maps states [..., states] to links [..., hidden]; at run time the reader graph does it, once for each word.
    `forward` takes links [B,T,hidden], features [B,F,T], lengths [B] and anchors [B]; gives tags [B,T,7] and valid [B].
    """

    def __init__(self, sizes: HeadSizes):
        super().__init__()
        hidden = sizes.hidden
        self.input = nn.Linear(sizes.states, hidden)
        self.features = nn.ModuleList(nn.Embedding(count, hidden) for count in sizes.classes)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.05)
        self.norm, self.last = nn.LayerNorm(hidden), nn.LayerNorm(hidden)
        self.drop_in, self.drop = nn.Dropout(0.15), nn.Dropout(sizes.dropout)
        self.layers = nn.ModuleList(LinkLayer(sizes) for _ in range(sizes.layers))
        self.tags, self.valid = nn.Linear(hidden, len(TAGS)), nn.Linear(hidden, 1)

    def project(self, states: Tensor) -> Tensor:
        return self.input(self.drop_in(states))

    def forward(self, links: Tensor, features: Tensor, lengths: Tensor, anchors: Tensor) -> tuple[Tensor, Tensor]:
        b, t, hidden = links.shape
        for number, table in enumerate(self.features):
            links = links + table(features[:, number])
        x = self.drop(self.norm(links))
        places = torch.arange(t)
        mask = (places >= lengths[:, None]).to(x.dtype)[:, None, None, :] * -1e4
        distances = (places[None, :] - places[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        for layer in self.layers:
            x = layer(x, mask, distances)
        x = self.last(x)
        at = x.gather(1, anchors[:, None, None].expand(b, 1, hidden)).squeeze(1)
        return self.tags(x), self.valid(at).squeeze(-1)
