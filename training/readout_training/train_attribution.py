"""Trains the attribution head on the frozen states of the reader; about a quarter of an hour on two cores.

`python -m readout_training.train_attribution --data DIR --out head.pt` (DIR: what training/attribution/export.ts wrote)
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .attribution import Detector, HeadSizes, Linker
from .attribution_data import IGNORE, Split, batches, collate, examples_of, load_split

SUSPECTED = 0.1  # words with a lower probability train the linker as no counter-example
AVERAGE = 0.998  # of the running mean of the linker's weights


def detect(detector: Detector, states, size: int = 8192) -> Tensor:
    detector.eval()
    with torch.no_grad():
        return torch.cat([detector(torch.from_numpy(states[i : i + size]).float()).sigmoid() for i in range(0, len(states), size)])


def train_detector(sizes: HeadSizes, train: Split, dev: Split, epochs: int) -> Detector:
    detector, gold, size = Detector(sizes), train.anchors(), 1024
    optimizer = torch.optim.AdamW(detector.parameters(), 1e-3, weight_decay=0.01)
    steps = len(gold) // size
    rate = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=epochs * steps, pct_start=0.1)
    states = torch.from_numpy(train.states)
    for epoch in range(epochs):
        detector.train()
        for rows in torch.randperm(len(gold))[: steps * size].view(steps, size):
            loss = F.binary_cross_entropy_with_logits(detector(states[rows].float()), gold[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            rate.step()
        found, wanted = detect(detector, dev.states) > 0.3, dev.anchors() > 0
        right = (found & wanted).sum().item()
        print(f"detector {epoch}: P {right / found.sum().item():.3f} R {right / wanted.sum().item():.3f}", flush=True)
    return detector


def loss_of(linker: Linker, batch: dict[str, Tensor]) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, valid = linker(linker.project(batch["states"]), batch["features"], batch["lengths"], batch["anchors"])
    tagged = (batch["tags"] != IGNORE).sum().clamp(min=1)  # a batch of false suspects has no tags at all
    tagging = F.cross_entropy(tags.float().flatten(0, 1), batch["tags"].flatten(), ignore_index=IGNORE, reduction="sum") / tagged
    return tagging + 0.5 * F.binary_cross_entropy_with_logits(valid.float(), batch["valid"])


@torch.no_grad()
def dev_loss(linker: Linker, examples, dev: Split) -> float:
    linker.eval()
    losses = [loss_of(linker, collate(group, dev.states)).item() for group in batches(examples, 8000, shuffle=False)]
    return sum(losses) / len(losses)


def train_linker(sizes: HeadSizes, train: Split, dev: Split, detector: Detector, epochs: int, peak: float) -> Linker:
    def suspected(split: Split):
        by_anchor = {each["anchor"]: each for each in split.gold}
        rows = set(by_anchor) | set(torch.nonzero(detect(detector, split.states) > SUSPECTED).flatten().tolist())
        return examples_of(split, sorted(rows), by_anchor)

    examples, held_out = suspected(train), suspected(dev)
    linker, average = Linker(sizes), Linker(sizes)
    average.load_state_dict(linker.state_dict())
    print(f"{len(examples)} windows", flush=True)
    optimizer = torch.optim.AdamW(linker.parameters(), peak, weight_decay=0.01, betas=(0.9, 0.98))
    steps = len(batches(examples, 3000, shuffle=True)) + 5
    rate = torch.optim.lr_scheduler.OneCycleLR(optimizer, peak, total_steps=epochs * steps, pct_start=0.08)
    done, started = 0, time.time()
    for epoch in range(epochs):
        linker.train()
        for group in batches(examples, 3000, shuffle=True)[:steps]:
            loss = loss_of(linker, collate(group, train.states))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(linker.parameters(), 1.0)
            optimizer.step()
            rate.step()
            done += 1
            with torch.no_grad():
                for mean, own in zip(average.parameters(), linker.parameters()):
                    mean.lerp_(own, 1 - min(AVERAGE, (1 + done) / (10 + done)))
        print(f"linker {epoch}: {dev_loss(average, held_out, dev):.4f} on dev, {time.time() - started:.0f} s", flush=True)
    return average


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--detector-epochs", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--linkers", type=int, default=1, help="several differ by seed, and what they say is averaged")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--hidden", type=int, default=192)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    train, dev = load_split(args.data, "train"), load_split(args.data, "dev")
    classes = json.loads((args.data / "classes.json").read_text())
    sizes = HeadSizes(states=train.states.shape[1], classes=classes, hidden=args.hidden, dropout=args.dropout)
    print(f"{len(train.gold)} attributions, {len(train.index)} words", flush=True)
    detector = Detector(sizes)
    done = lambda name: args.out.with_suffix(f".{name}.pt")  # each part is kept, so that a run which was stopped goes on
    if not done("detector").exists():
        torch.save(train_detector(sizes, train, dev, args.detector_epochs).state_dict(), done("detector"))
    detector.load_state_dict(torch.load(done("detector")))
    for number in range(args.linkers):
        if not done(f"linker{number}").exists():
            torch.manual_seed(args.seed + number)
            random.seed(args.seed + number)
            linker = train_linker(sizes, train, dev, detector, args.epochs, args.rate)
            torch.save(linker.state_dict(), done(f"linker{number}"))
    linkers = [torch.load(done(f"linker{number}")) for number in range(args.linkers)]
    torch.save({"sizes": sizes.__dict__, "detector": detector.state_dict(), "linkers": linkers}, args.out)


if __name__ == "__main__":
    main()
