"""Quick figures while training: gold tokens, greedy heads. The scorer of record is `readout eval`."""

from __future__ import annotations

import torch

from .data import IGNORE, Encoder, batches, collate
from .losses import arc_scores, real_words
from .network import Network


def spans_of(tags: list[str]) -> set[tuple[int, int, str]]:
    found, start, kind = set(), -1, ""
    for i, tag in enumerate(tags + ["O"]):
        if start >= 0 and (not tag.startswith("I-") or tag[2:] != kind):
            found.add((start, i, kind))
            start = -1
        if tag != "O" and start < 0:
            start, kind = i, tag[2:]
    return found


@torch.no_grad()
def tree_figures(network: Network, encoder: Encoder, examples, deprels: list[str]) -> dict[str, float]:
    network.eval()
    universal = torch.tensor([sorted({d.split(":")[0] for d in deprels}).index(d.split(":")[0]) for d in deprels])
    count = {"words": 0, "upos": 0, "feats": 0, "lemmas": 0, "uas": 0, "las": 0}
    for group in batches(examples, encoder, 4000, shuffle=False):
        batch = collate([encoder.encode(e, augment=False) for e in group])
        syntax, tags, _ = network.states(batch["pieces"], batch["shapes"], batch["first"], batch["last"])
        real = batch["heads"] != IGNORE
        morphology = network.morphology(tags)
        for name in ("upos", "feats", "lemmas"):
            count[name] += ((getattr(network, name)(morphology).argmax(-1) == batch[name]) & real).sum().item()
        heads = arc_scores(network, syntax, real_words(batch)).argmax(-1)
        labels = network.labels.score(network.labels.dependent(syntax), network.labels.head(syntax), heads).argmax(-1)
        right = (heads == batch["heads"]) & real
        gold = batch["deprels"].clamp(min=0)
        count["words"] += real.sum().item()
        count["uas"] += right.sum().item()
        count["las"] += (right & (universal[labels] == universal[gold]) & (batch["deprels"] != IGNORE)).sum().item()
    network.train()
    return {k: round(100 * v / count["words"], 2) for k, v in count.items() if k != "words"}


@torch.no_grad()
def entity_f1(network: Network, encoder: Encoder, examples, names: list[str], head: str = "entities") -> float:
    network.eval()
    right = predicted = gold = 0
    for group in batches(examples, encoder, 4000, shuffle=False):
        batch = collate([encoder.encode(e, augment=False) for e in group])
        spans = network.states(batch["pieces"], batch["shapes"], batch["first"], batch["last"])[2]
        block = network.entity_block if head == "entities" else network.attribution_block
        tags = getattr(network, head)(block(spans)).argmax(-1)
        for row, example in zip(tags.tolist(), group):
            guess = spans_of([names[t] for t in row[1 : len(example.words) + 1]])
            truth = spans_of(getattr(example, head))
            right, predicted, gold = right + len(guess & truth), predicted + len(guess), gold + len(truth)
    network.train()
    return round(200 * right / max(1, predicted + gold), 2)
