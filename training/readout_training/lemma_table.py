"""Lemmas that the treebanks agree on, for words the network should not have to guess.

`python -m readout_training.lemma_table --gold ../../shared/gold --out ../models/en` → lemmas.tsv: form, UPOS, lemma; one a line.
From EWT train and the permissive documents of GUM train; open classes only, a pair only where nine in ten of its uses agree.
Irregular verbs (irregular_verbs.tsv: form, lemma) stand above the treebanks, which hold few of them and some with slips.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from .data import permissive_documents
from .conllu import read_conllu

IRREGULAR = Path(__file__).with_name("irregular_verbs.tsv")
CLASSES = {"VERB", "AUX", "NOUN", "ADJ", "ADV"}


def lemma_table(gold: Path) -> list[tuple[str, str, str]]:
    permissive = permissive_documents(gold)
    trees = read_conllu(gold / "syntax/en_ewt/en_ewt-ud-train.conllu", "ewt")
    trees += read_conllu(gold / "syntax/en_gum/en_gum-ud-train.conllu", "gum", lambda doc: doc in permissive)
    seen: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for tree in trees:
        for word, upos, lemma in zip(tree.words, tree.upos, tree.lemmas):
            if upos in CLASSES and word.isalpha():
                seen[word.lower(), upos][lemma] += 1
    table = {}
    for (form, upos), lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        if count >= 0.9 * sum(lemmas.values()):
            table[form, upos] = lemma
    for line in IRREGULAR.read_text(encoding="utf-8").splitlines():
        form, lemma = line.split("\t")
        table[form, "VERB"] = lemma
    return [(form, upos, lemma) for (form, upos), lemma in sorted(table.items())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = lemma_table(args.gold)
    (args.out / "lemmas.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} lemmas")


if __name__ == "__main__":
    main()
