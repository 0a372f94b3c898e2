"""Word pieces and word shapes: what the network is fed. `src/reading/word-pieces.ts` does the same at run time."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

MAX_PIECES = 6  # of one word: the first five and the last
CLS, SEP, PAD, UNKNOWN = 101, 102, 0, 100

SHAPES = ["pad", "lower", "title", "upper", "initial", "mixed", "digit", "alnum", "other"]


def shape_of(word: str) -> int:
    """The class of a word's letters; index into SHAPES."""
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdigit() for c in word)
    if not letters:
        return 6 if digits else 8
    if digits:
        return 7
    if all(not c.isupper() for c in letters):
        return 1
    if all(not c.islower() for c in letters):
        return 4 if len(letters) == 1 else 3
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 2
    return 5


class WordPieces:
    """The uncased BERT vocabulary, a word at a time."""

    def __init__(self, path: Path):
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cache: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        known = self.cache.get(word)
        if known is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids or [UNKNOWN]
            known = ids if len(ids) <= MAX_PIECES else ids[: MAX_PIECES - 1] + ids[-1:]
            self.cache[word] = known
        return known
