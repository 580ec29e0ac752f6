"""Trains the tagger; resumable, seeded, logged.

    python -m training.attribution.train SHARED ENCODER OUT [--epochs N] [--seed N]

SHARED is the folder that holds data/polnear, ENCODER the folder of the base encoder (config.json, model.safetensors,
vocab.txt). OUT gets log.jsonl, last.pt after every epoch, and best.pt.
"""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from dragoman.language.wordpieces import FEATURES, Pieces, load_wordpieces
from dragoman.reading.attribution.tags import encode
from training.attribution.corpus import load
from training.attribution.evaluate import predict, score
from training.attribution.network import TaggerNetwork, network_of

WINDOW = 254
BATCH = 8
UNLABELLED = -100
SHORTEST = 8
"""A remnant of fewer pieces is no window."""
Window = dict[str, np.ndarray]


def windows(read: list[tuple[Pieces, np.ndarray]], rng: random.Random) -> list[Window]:
    """Every article cut into windows at a random phase, in random order."""
    found = []
    for pieces, tags in read:
        at = -rng.randrange(WINDOW)
        while at < len(pieces):
            part = slice(max(at, 0), at + WINDOW)
            if part.stop - part.start >= SHORTEST:
                columns = {name: getattr(pieces, name) for name in FEATURES} | {"tags": tags}
                found.append({name: column[part] for name, column in columns.items()})
            at += WINDOW
    rng.shuffle(found)
    return found


def batch(rows: list[Window], bounds: tuple[int, int]) -> dict[str, torch.Tensor]:
    """Windows of different lengths padded to one, with [CLS] and [SEP]; special pieces and padding carry no label."""
    width = max(len(row["ids"]) for row in rows) + 2
    out = {name: np.zeros((len(rows), width), dtype=np.int64) for name in (*FEATURES, "mask")}
    out["tags"] = np.full((len(rows), width), UNLABELLED, dtype=np.int64)
    for i, row in enumerate(rows):
        n = len(row["ids"])
        for name, column in row.items():
            out[name][i, 1 : n + 1] = column
        out["ids"][i, 0], out["ids"][i, n + 1] = bounds
        out["mask"][i, : n + 2] = 1
    return {name: torch.from_numpy(column) for name, column in out.items()}


def groups(model: TaggerNetwork, rate: float) -> list[dict]:  # type: ignore[type-arg]  # torch's own parameter groups
    """Parameters with weight decay and without, the new layers at five times the rate."""
    new = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("encoder.")]
    old = [(n, p) for n, p in model.named_parameters() if p.requires_grad and n.startswith("encoder.")]
    plain = [p for n, p in old if n.endswith("bias") or "LayerNorm" in n]
    decayed = [p for n, p in old if not (n.endswith("bias") or "LayerNorm" in n)]
    return [
        {"params": decayed, "lr": rate, "weight_decay": 0.01},
        {"params": plain, "lr": rate, "weight_decay": 0.0},
        {"params": new, "lr": 5 * rate, "weight_decay": 0.0},
    ]


@dataclass
class Run:
    """One training: everything that a checkpoint keeps."""

    model: TaggerNetwork
    average: torch.optim.swa_utils.AveragedModel
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    epoch: int = 0
    best: float = -1.0

    def parts(self) -> dict[str, Any]:
        """What has a state of its own."""
        names = ("model", "average", "optimizer", "schedule")
        return {name: getattr(self, name) for name in names}

    def resume(self, path: Path) -> None:
        """Goes on from the epoch after the checkpoint's."""
        kept = torch.load(path, weights_only=False)
        for name, part in self.parts().items():
            part.load_state_dict(kept[name])
        self.epoch, self.best = kept["epoch"] + 1, kept["best"]

    def save(self, path: Path) -> None:
        """Writes beside, then renames."""
        state = {name: part.state_dict() for name, part in self.parts().items()}
        beside = path.with_suffix(".tmp")
        torch.save({**state, "epoch": self.epoch, "best": self.best}, beside)
        beside.replace(path)

    def step(self, inputs: dict[str, torch.Tensor]) -> float:
        """One batch; its loss."""
        tags = inputs.pop("tags")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self.model(**inputs)
        loss = nn.functional.cross_entropy(
            logits.float().flatten(0, 1), tags.flatten(), ignore_index=UNLABELLED, label_smoothing=0.02
        )
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.model)
        return float(loss.item())


def start(encoder: Path, rate: float, steps: int) -> Run:
    """A run at its beginning: linear warm-up over 200 steps, then linear decay; weights averaged over some 200."""
    model = TaggerNetwork(encoder)
    optimizer = torch.optim.AdamW(groups(model, rate), betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 200, max(0.02, 1 - step / max(steps, 1)))
    )
    moving = torch.optim.swa_utils.get_ema_multi_avg_fn(0.995)
    return Run(model, torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=moving), optimizer, schedule)


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=None, help="only so many, for a trial")
    return parser.parse_args()


def main() -> None:
    """Trains for as many epochs as are left, and scores each on dev."""
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    wordpieces = load_wordpieces(args.encoder / "vocab.txt")
    train = load(args.shared / "data/polnear/train.jsonl")[: args.articles]
    dev = load(args.shared / "data/polnear/dev.jsonl")
    read = [(p, encode(p, row.attributions)) for row in train for p in [wordpieces.cut(row.text)]]
    batches = sum(len(p) for p, _ in read) // (WINDOW * BATCH) + len(read) // (2 * BATCH)
    run = start(args.encoder, args.rate, args.epochs * batches)
    if (args.out / "last.pt").exists():
        run.resume(args.out / "last.pt")
    for epoch in range(run.epoch, args.epochs):
        run.epoch, begun = epoch, time.time()
        rows = windows(read, random.Random(f"{args.seed} {epoch}"))  # noqa: S311  # a seeded order, no secret
        run.model.train()
        losses = [run.step(batch(rows[at : at + BATCH], wordpieces.bounds)) for at in range(0, len(rows), BATCH)]
        seconds = round(time.time() - begun)
        network = network_of(run.average.module)
        result = score(dev, [predict(network, row.text, wordpieces) for row in dev], args.shared)
        line = {"epoch": epoch, "loss": float(np.mean(losses)), "seconds": seconds, **result}
        with (args.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(line, flush=True)
        if result["triple"] > run.best:
            run.best = result["triple"]
            torch.save(run.average.module.state_dict(), args.out / "best.pt")
        run.save(args.out / "last.pt")


if __name__ == "__main__":
    main()
