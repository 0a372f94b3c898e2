"""What training/attribution/export.ts wrote of a split: states, windows, gold attributions."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

FEATURES = 8
IGNORE = -100
BEGIN = {"source": 1, "cue": 3, "content": 5}


@dataclass
class Split:
    states: np.ndarray  # [rows, states], float16
    windows: np.ndarray  # features of all windows, one after another
    index: np.ndarray  # [rows, 4]: where its features begin, first row, words, place of the anchor
    words: np.ndarray  # [rows]: is it a word, not a sign?
    gold: list[dict]

    def anchors(self) -> Tensor:
        found = torch.zeros(len(self.index))
        found[[each["anchor"] for each in self.gold]] = 1.0
        return found


def load_split(folder: Path, name: str) -> Split:
    raw = lambda suffix, kind: np.fromfile(folder / f"{name}.{suffix}", kind)
    index = raw("index.i32", np.int32).reshape(-1, 4)
    with open(folder / f"{name}.gold.jsonl", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    return Split(raw("states.f16", np.float16).reshape(len(index), -1), raw("windows.u8", np.uint8), index, raw("words.u8", np.uint8) > 0, gold)


@dataclass
class Example:
    row: int
    first: int
    words: int
    at: int
    features: np.ndarray  # [feature, word]
    tags: np.ndarray | None  # None where the window holds no attribution


def tags_of(gold: dict, first: int, words: int) -> np.ndarray:
    tags = np.zeros(words, np.int64)
    for part, begin in BEGIN.items():
        for start, end in gold[part]:
            for row in range(max(start, first), min(end + 1, first + words)):
                tags[row - first] = begin + (row != start)
    return tags


def examples_of(split: Split, rows, by_anchor: dict[int, dict]) -> list[Example]:
    found = []
    for row in rows:
        offset, first, words, at = (int(x) for x in split.index[row])
        features = split.windows[offset : offset + FEATURES * words].reshape(FEATURES, words)
        gold = by_anchor.get(int(row))
        found.append(Example(int(row), first, words, at, features, None if gold is None else tags_of(gold, first, words)))
    return found


def batches(examples: list[Example], budget: int, shuffle: bool) -> list[list[Example]]:
    """Examples of like length, `budget` padded words a batch."""
    groups: list[list[Example]] = []
    for example in sorted(examples, key=lambda e: e.words + (random.random() * 6 if shuffle else 0)):
        if groups and example.words * (len(groups[-1]) + 1) <= budget:
            groups[-1].append(example)
        else:
            groups.append([example])
    if shuffle:
        random.shuffle(groups)
    return groups


def collate(group: list[Example], states: np.ndarray) -> dict[str, Tensor]:
    b, t = len(group), max(e.words for e in group)
    batch = {
        "states": np.zeros((b, t, states.shape[1]), np.float32),
        "features": np.zeros((b, FEATURES, t), np.int64),
        "tags": np.full((b, t), IGNORE, np.int64),
        "lengths": np.array([e.words for e in group]),
        "anchors": np.array([e.at for e in group]),
        "valid": np.array([e.tags is not None for e in group], np.float32),
    }
    for row, example in enumerate(group):
        batch["states"][row, : example.words] = states[example.first : example.first + example.words]
        batch["features"][row, :, : example.words] = example.features
        if example.tags is not None:
            batch["tags"][row, : example.words] = example.tags
    return {name: torch.from_numpy(values) for name, values in batch.items()}
