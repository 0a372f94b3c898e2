"""Trains the network; resumable. `python -m readout_training.train --gold ../../shared/gold --out runs/a`"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file

from .data import Encoder, Labels, batches, collate, load_corpora
from .losses import loss_of
from .measure import entity_f1, tree_figures
from .network import Network, Sizes, load_minilm
from .vocabulary import WordPieces

MIX = {"trees": 0.52, "entities": 0.32, "silver": 0.05, "attribution": 0.11}
AVERAGE_EVERY = 4  # steps between two updates of the running mean of the weights


class Stream:
    """Endless batches of one corpus, reshuffled at each pass."""

    def __init__(self, examples, encoder: Encoder, budget: int):
        self.examples, self.encoder, self.budget, self.queue = examples, encoder, budget, []

    def next(self):
        if not self.queue:
            self.queue = batches(self.examples, self.encoder, self.budget, shuffle=True)
        return collate([self.encoder.encode(e, augment=True) for e in self.queue.pop()])


def schedule(step: int, steps: int, warmup: int) -> float:
    if step < warmup:
        return step / warmup
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warmup) / max(1, steps - warmup)))) * 0.98 + 0.02


def groups_of(network: Network, rate: float, head_rate: float) -> list[dict]:
    encoder = [p for n, p in network.named_parameters() if n.startswith(("embeddings", "encoder")) and "mix" not in n and "shapes" not in n]
    known = {id(p) for p in encoder}
    return [
        {"params": encoder, "lr": rate, "base": rate, "weight_decay": 0.01},
        {"params": [p for p in network.parameters() if id(p) not in known], "lr": head_rate, "base": head_rate, "weight_decay": 0.01},
    ]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--encoder", choices=["minilm", "lstm"], default="minilm")
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--budget", type=int, default=1500, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--clean", action="store_true", help="only data with a licence of its own")
    parser.add_argument("--every", type=int, default=1000, help="measure and save after this many steps")
    return parser.parse_args()


def main() -> None:
    args = arguments()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    corpora = load_corpora(args.gold, args.clean)
    labels = Labels.of(corpora.trees, corpora.silver)
    (args.out / "labels.json").write_text(json.dumps(labels.__dict__))
    encoder = Encoder(WordPieces(args.minilm / "tokenizer.json"), labels)
    count = {k: len(v) for k, v in labels.__dict__.items()}
    sizes = Sizes(**count, encoder=args.encoder)
    (args.out / "sizes.json").write_text(json.dumps(sizes.__dict__))
    network = Network(sizes)
    load_minilm(network, load_file(args.minilm / "model.safetensors"))
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(groups_of(network, args.rate, args.head_rate), betas=(0.9, 0.98), fused=True)
    step, saved = 0, args.out / "checkpoint.pt"
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
        random.seed(args.seed + step)
        print(f"resumed at step {step}", flush=True)
    streams = {k: Stream(getattr(corpora, k), encoder, args.budget) for k in MIX if getattr(corpora, k)}
    weights = [MIX[k] for k in streams]
    print({k: len(s.examples) for k, s in streams.items()}, {k: len(v) for k, v in corpora.dev.items()}, flush=True)
    network.train()
    began, losses = time.time(), {k: 0.0 for k in streams}
    while step < args.steps:
        name = random.choices(list(streams), weights)[0]
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * schedule(step, args.steps, max(1, args.steps // 20))
        with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
            loss = loss_of(network, streams[name].next())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        step += 1
        losses[name] = 0.98 * losses[name] + 0.02 * loss.item()
        if step % AVERAGE_EVERY == 0:
            decay = min(0.999**AVERAGE_EVERY, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - decay)
        if step % 100 == 0:
            print(f"step {step} {time.time() - began:.0f}s {({k: round(v, 3) for k, v in losses.items()})}", flush=True)
        if step % args.every == 0 or step == args.steps:
            figures = {k: tree_figures(average, encoder, corpora.dev[k], labels.deprels) for k in ("ewt", "gum")}
            figures["ner"] = entity_f1(average, encoder, corpora.dev["ner"], labels.entities)
            print(f"DEV step {step} {json.dumps(figures)}", flush=True)
            state = {"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
            torch.save(state, saved.with_suffix(".tmp"))
            saved.with_suffix(".tmp").rename(saved)
    torch.save(average.state_dict(), args.out / "average.pt")


if __name__ == "__main__":
    main()
