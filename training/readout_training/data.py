"""Corpora to batches: labels to numbers, sentences of like length together, augmentation of case."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch

from .conllu import Example, is_dev, read_attributions, read_conllu, read_entities
from .lemma import script_of
from .vocabulary import CLS, SEP, WordPieces, shape_of

ENTITY_KINDS = ["Person", "Organization", "Location", "Facility", "NORP", "Date", "Money", "Product", "Misc"]
IGNORE = -100


def bio(kinds: list[str]) -> list[str]:
    return ["O"] + [f"{p}-{k}" for k in kinds for p in "BI"]


@dataclass
class Labels:
    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    deprels: list[str]
    entities: list[str]
    attribution: list[str]
    silver_entities: list[str]

    @staticmethod
    def of(trees: list[Example], silver: list[Example]) -> "Labels":
        common = lambda items, least: [k for k, n in Counter(items).most_common() if n >= least]
        return Labels(
            upos=sorted({u for e in trees for u in e.upos}),
            feats=common((f"{u}|{f}" for e in trees for u, f in zip(e.upos, e.feats)), 3),
            lemmas=common((script_of(w, l) for e in trees for w, l in zip(e.words, e.lemmas)), 3),
            deprels=sorted({d for e in trees for d in e.deprels}),
            entities=bio(ENTITY_KINDS),
            attribution=bio(["source", "cue", "content"]),
            silver_entities=sorted({t for e in silver for t in e.entities}) or ["O"],
        )


@dataclass
class Corpora:
    trees: list[Example]
    entities: list[Example]
    silver: list[Example]
    attribution: list[Example]
    dev: dict[str, list[Example]]


def permissive_documents(gold: Path) -> set[str]:
    """Ids of the GUM documents whose genre is not non-commercial."""
    lines = (gold / "syntax/en_gum/permissive-docs.txt").read_text().splitlines()
    return {line.split("\t")[-1].strip() for line in lines}


def load_corpora(gold: Path, clean: bool = False) -> Corpora:
    """`clean` leaves out what carries no licence of its own (Worldwide newswire and PolNeAR)."""
    permissive = permissive_documents(gold)
    ewt, gum = gold / "syntax/en_ewt", gold / "syntax/en_gum"
    trees = read_conllu(ewt / "en_ewt-ud-train.conllu", "ewt")
    trees += read_conllu(gum / "en_gum-ud-train.conllu", "gum", lambda doc: doc in permissive)
    worldwide = read_entities(gold / "ner/worldwide-train.conll", "worldwide")
    polnear = gold / "statements/polnear/train"
    return Corpora(
        trees=trees,
        entities=[] if clean else [e for e in worldwide if not is_dev(e.doc)],
        silver=read_entities(gold / "ner/gmb.conll.gz", "gmb"),
        attribution=[] if clean else read_attributions(polnear, gold / "silver/polnear-corenlp-train.conllu.gz"),
        dev={
            "ewt": read_conllu(ewt / "en_ewt-ud-dev.conllu", "ewt"),
            "gum": read_conllu(gum / "en_gum-ud-dev.conllu", "gum"),
            "ner": [e for e in worldwide if is_dev(e.doc)],
        },
    )


class Encoder:
    """Turns examples into tensors. `augment` changes case and drops final stops, as headlines and lists do."""

    def __init__(self, pieces: WordPieces, labels: Labels):
        self.pieces = pieces
        index = lambda items: {k: i for i, k in enumerate(items)}
        self.index = {name: index(items) for name, items in labels.__dict__.items()}

    def size(self, example: Example) -> int:
        return 2 + sum(len(self.pieces.pieces(w)) for w in example.words)

    def encode(self, example: Example, augment: bool) -> dict[str, list]:
        n = len(example.words)
        if augment and n > 3 and example.upos and example.upos[-1] == "PUNCT" and n not in example.heads and random.random() < 0.08:
            n -= 1
        recase = random.random() if augment else 1.0
        pieces, shapes, first, last = [CLS], [8], [0], [0]
        for word in example.words[:n]:
            ids = self.pieces.pieces(word)
            shape = shape_of(word)
            if recase < 0.03 and shape in (1, 2, 5):
                shape = 3
            elif recase < 0.06 and shape == 1 and len(word) > 3:
                shape = 2
            elif recase < 0.08 and shape in (2, 3, 4, 5):
                shape = 1
            first.append(len(pieces))
            pieces += ids
            shapes += [shape] * len(ids)
            last.append(len(pieces) - 1)
        pieces.append(SEP)
        shapes.append(8)
        row: dict[str, list] = {"pieces": pieces, "shapes": shapes, "first": first, "last": last}
        find = lambda name, items: [IGNORE] + [self.index[name].get(item, IGNORE) for item in items]
        if example.upos:
            row["upos"] = find("upos", example.upos[:n])
            row["feats"] = find("feats", (f"{u}|{f}" for u, f in zip(example.upos[:n], example.feats)))
            row["lemmas"] = find("lemmas", (script_of(w, l) for w, l in zip(example.words[:n], example.lemmas)))
            row["heads"] = [IGNORE] + example.heads[:n]
            row["deprels"] = find("deprels", example.deprels[:n])
        if example.entities:
            row["silver_entities" if example.source == "gmb" else "entities"] = find(
                "silver_entities" if example.source == "gmb" else "entities", example.entities[:n]
            )
        if example.attribution:
            row["attribution"] = find("attribution", example.attribution[:n])
        return row


def collate(rows: list[dict[str, list]]) -> dict[str, torch.Tensor]:
    batch = {}
    for key in rows[0]:
        width = max(len(r[key]) for r in rows)
        fill = 0 if key in ("pieces", "shapes", "first", "last") else IGNORE
        batch[key] = torch.tensor([r[key] + [fill] * (width - len(r[key])) for r in rows])
    return batch


def batches(examples: list[Example], encoder: Encoder, budget: int, shuffle: bool):
    """Lists of examples whose padded size stays under `budget` pieces, like lengths together."""
    sizes = [(encoder.size(e) * (random.uniform(0.9, 1.1) if shuffle else 1), i) for i, e in enumerate(examples)]
    sizes = [(s, i) for s, i in sizes if s <= 460]
    sizes.sort()
    groups, group, longest = [], [], 0.0
    for size, index in sizes:
        if group and max(longest, size) * (len(group) + 1) > budget:
            groups.append(group)
            group, longest = [], 0.0
        group.append(examples[index])
        longest = max(longest, size)
    if group:
        groups.append(group)
    if shuffle:
        random.shuffle(groups)
    return groups
