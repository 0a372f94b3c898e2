"""Readers of the corpora: CoNLL-U trees, CoNLL entity columns and PolNeAR stand-off, all to `Example`."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Example:
    """A sentence with whichever layers its corpus has; a missing layer is None."""

    words: list[str]
    upos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None  # 1-based, 0 for the root
    deprels: list[str] | None = None
    entities: list[str] | None = None  # BIO
    attribution: list[str] | None = None  # BIO over source, cue, content
    source: str = ""
    doc: str = ""
    extra: dict = field(default_factory=dict)


def read_conllu(path: Path, source: str, keep_doc=lambda doc: True) -> list[Example]:
    """Universal Dependencies trees; multiword ranges and empty nodes are skipped."""
    examples, rows, doc = [], [], ""
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("# newdoc"):
            doc = line.split("=")[-1].strip()
        elif line.startswith("#"):
            continue
        elif line:
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif rows:
            if keep_doc(doc):
                examples.append(
                    Example(
                        words=[r[1] for r in rows],
                        upos=[r[3] for r in rows],
                        feats=[r[5] for r in rows],
                        lemmas=[r[2] for r in rows],
                        heads=[int(r[6]) for r in rows],
                        deprels=[r[7] for r in rows],
                        source=source,
                        doc=doc,
                    )
                )
            rows = []
    return examples


def is_dev(doc: str) -> bool:
    """One Worldwide document in ten is set aside for measuring (the scorer uses the same rule)."""
    return sum(doc.encode("utf-8")) % 10 == 0


def read_entities(path: Path, source: str, column: int = -1) -> list[Example]:
    """One word a line, white space between columns, a blank line after each sentence."""
    opener = gzip.open if path.suffix == ".gz" else open
    examples, words, tags, doc = [], [], [], ""
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id"):
                doc = line.split("=", 1)[-1].strip()
            elif line.strip() and not line.startswith("-DOCSTART-"):
                parts = line.split("\t") if "\t" in line else line.split()
                words.append(parts[0] or "_")
                tags.append(parts[column])
            elif words:
                examples.append(Example(words=words, entities=tags, source=source, doc=doc))
                words, tags = [], []
    if words:
        examples.append(Example(words=words, entities=tags, source=source, doc=doc))
    return examples


def read_silver_parses(path: Path) -> list[tuple[str, list[tuple[str, int, int]]]]:
    """PolNeAR's CoreNLP tokens with their offsets, a list of sentences for each document."""
    documents: list[tuple[str, list]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentence: list[tuple[str, int, int]] = []
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                documents.append((line.split("=", 1)[-1].strip(), []))
            elif not line:
                if sentence:
                    documents[-1][1].append(sentence)
                sentence = []
            elif not line.startswith("#"):
                row = line.split("\t")
                match = re.search(r"Off=(\d+)-(\d+)", row[9])
                if match:
                    sentence.append((row[1], int(match[1]), int(match[2])))
        if sentence:
            documents[-1][1].append(sentence)
    return documents


def read_attributions(folder: Path, silver: Path) -> list[Example]:
    """PolNeAR: BIO tags for source, cue and content on CoreNLP's sentences and tokens (first annotator of an article)."""
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rsplit("_", 1)[0], path)
    examples = []
    for doc, sentences in read_silver_parses(silver):
        path = next((p for name, p in annotations.items() if name.startswith(doc[:60]) or doc.startswith(name)), None)
        text_path = folder / "text" / f"{doc}.txt"
        if path is None or not text_path.exists():
            continue
        text = text_path.read_text(encoding="utf-8")
        marks = [""] * (len(text) + 1)
        begins = [False] * (len(text) + 1)
        for line in path.read_text(encoding="utf-8").splitlines():
            match = re.match(r"T\d+\t(Source|Cue|Content) ([\d; ]+)\t", line)
            if not match:
                continue
            for piece in match[2].split(";"):
                start, end = map(int, piece.split())
                for offset in range(start, min(end, len(text))):
                    marks[offset] = match[1].lower()
                if start < len(begins):
                    begins[start] = True
        for sentence in sentences:
            tags, previous = [], ""
            for _, start, end in sentence:
                mark = marks[start] if start < len(marks) else ""
                begin = any(begins[start : max(end, start + 1)]) or mark != previous
                tags.append("O" if not mark else f"{'B' if begin else 'I'}-{mark}")
                previous = mark
            words = [text[s:e] if e <= len(text) and text[s:e].strip() else w for w, s, e in sentence]
            examples.append(Example(words=words, attribution=tags, source="polnear", doc=doc))
    return examples
