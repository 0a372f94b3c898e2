"""What a batch costs, head by head; a batch has the layers of its corpus only."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .data import IGNORE
from .network import Network


def classes(logits: Tensor, gold: Tensor, smoothing: float = 0.03) -> Tensor:
    return F.cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORE, label_smoothing=smoothing)


def arc_scores(network: Network, words: Tensor, real: Tensor) -> Tensor:
    """Arc scores with impossible heads masked: padding and the word itself."""
    scores = network.arcs(words).float()
    scores = scores.masked_fill(~real[:, None, :], -1e4)
    own = torch.eye(scores.shape[1], dtype=torch.bool, device=scores.device)
    return scores.masked_fill(own, -1e4)


def real_words(batch: dict[str, Tensor]) -> Tensor:
    """[B,N] true where a word (or the root) is, false on padding."""
    real = batch["first"] > 0
    real[:, 0] = True
    return real


def loss_of(network: Network, batch: dict[str, Tensor]) -> Tensor:
    syntax, tags, spans = network.states(batch["pieces"], batch["shapes"], batch["first"], batch["last"])
    total = torch.zeros(())
    if "heads" in batch:
        morphology = network.morphology(tags)
        total = total + classes(network.upos(morphology), batch["upos"])
        total = total + 0.5 * classes(network.feats(morphology), batch["feats"])
        total = total + 0.5 * classes(network.lemmas(morphology), batch["lemmas"])
        heads = batch["heads"]
        total = total + classes(arc_scores(network, syntax, real_words(batch)), heads, smoothing=0.0)
        dependent, head = network.labels.dependent(syntax), network.labels.head(syntax)
        total = total + classes(network.labels.score(dependent, head, heads.clamp(min=0)), batch["deprels"])
    if "entities" in batch or "silver_entities" in batch:
        hidden = network.entity_block(spans)
        if "entities" in batch:
            total = total + classes(network.entities(hidden), batch["entities"])
        else:
            total = total + 0.5 * classes(network.silver_entities(hidden), batch["silver_entities"])
    if "attribution" in batch:
        total = total + 0.7 * classes(network.attribution(network.attribution_block(spans)), batch["attribution"])
    return total
