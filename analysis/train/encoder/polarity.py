#!/usr/bin/env python3
"""Teaches the network of analysis/positions/polarity to tell how a sentence speaks of somebody or something it names.

    pip install -r analysis/train/encoder/requirements.txt
    go run ./analysis/train -o sides sides
    python3 analysis/train/encoder/polarity.py sides
    go run ./analysis/train polarity

It learns from the training part of NewsMTSC (Hamborg, Donnay 2021; MIT licence), in a few minutes, what to make of what
analysis/encoder knows of each token, which stays as it is. The same seed on the same machine gives the same weights. It
prints how well it does on the development part.
"""
import argparse, json, struct
import numpy as np, torch
from torch import nn
import torch.nn.functional as F
import weights

WIDTH, HEADS, BUCKETS = 64, 4, 10


def options():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("lessons")
    p.add_argument("--rounds", type=int, default=10)
    p.add_argument("--batch", type=int, default=64)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--drop", type=float, default=0.3)
    p.add_argument("--decay", type=float, default=0.05)
    p.add_argument("--smooth", type=float, default=0.05, help="weight of what is right that is given to the other answers")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--polarity", default="analysis/positions/polarity/weights.bin")
    return p.parse_args()


def read(name):
    """All targets: what is known of the tokens of their sentence, from where to where they stand, how they are spoken of."""
    lines = [json.loads(l) for l in open(name + ".jsonl", encoding="utf-8")]
    rows = np.fromfile(name + ".vectors", dtype="<f4").reshape(sum(l["tokens"] for l in lines), -1)
    out, at = [], 0
    for l in lines:
        out += [(rows[at:at + l["tokens"]], *t) for t in l["targets"]]
        at += l["tokens"]
    return out, rows


def distance_bucket(n, start, end):
    """How far each token stands from the target, in steps, as in Go."""
    i = np.arange(n)
    d = np.where(i < start, i - start, np.where(i >= end, i - end + 1, 0))
    return np.clip(np.sign(d) * np.ceil(2 * np.log2(np.abs(d) + 1)), -BUCKETS, BUCKETS).astype(np.int64) + BUCKETS


def batch(examples):
    n, b = max(len(e[0]) for e in examples), len(examples)
    x, far = np.zeros((b, n, examples[0][0].shape[1]), np.float32), np.zeros((b, n), np.int64)
    real, at = np.zeros((b, n), bool), np.zeros((b, n), np.float32)
    for i, (rows, start, end, _) in enumerate(examples):
        k = len(rows)
        x[i, :k], real[i, :k], far[i, :k], at[i, start:end] = rows, True, distance_bucket(k, start, end), 1 / (end - start)
    return (*map(torch.from_numpy, (x, far, real, at)), torch.tensor([e[3] for e in examples]))


class Network(nn.Module):
    def __init__(self, known, mean, spread, drop):
        super().__init__()
        self.mean, self.spread = nn.Parameter(mean, False), nn.Parameter(spread, False)
        self.key_value, self.query = nn.Linear(known, 2 * WIDTH), nn.Linear(known, 2 * WIDTH)
        self.key_distances, self.value_distances = (nn.Embedding(2 * BUCKETS + 1, WIDTH) for _ in range(2))
        self.hidden, self.out = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(WIDTH, 3)
        self.drop = nn.Dropout(drop)
        for e in (self.key_distances, self.value_distances): nn.init.normal_(e.weight, std=0.1)

    def forward(self, x, far, real, at):
        b, n, _ = x.shape
        x = (x - self.mean) / self.spread
        query, itself = self.query(self.drop((x * at[:, :, None]).sum(1))).split(WIDTH, 1)
        key, value = self.key_value(self.drop(x)).split(WIDTH, 2)
        key = (key + self.key_distances(far)).view(b, n, HEADS, -1)
        score = (query.view(b, 1, HEADS, -1) * key).sum(-1) / (WIDTH // HEADS) ** 0.5
        weight = score.masked_fill(~real[:, :, None], -1e9).softmax(1)
        value = F.relu(value + self.value_distances(far)).view(b, n, HEADS, -1)
        context = (weight[:, :, :, None] * value).sum(1).reshape(b, WIDTH)
        return self.out(self.drop(F.relu(self.hidden(self.drop(torch.cat([context, F.relu(itself)], 1))))))


def measure(net, examples):
    net.eval()
    with torch.no_grad():
        odds = torch.cat([net(*batch(examples[i:i + 128])[:-1]).softmax(1) for i in range(0, len(examples), 128)]).numpy()
    net.train()
    said, right = odds.argmax(1), np.array([e[3] for e in examples])
    f1 = [2 * ((said == k) & (right == k)).sum() / max(1, (said == k).sum() + (right == k).sum()) for k in range(3)]
    line = f"right on {(said == right).mean():.3f}, macro F1 {np.mean(f1):.3f}; sides"
    for least in (0, 0.6, 0.7, 0.8):
        side = (said != 1) & (odds.max(1) >= least)
        line += f"; at {least}: P {(said == right)[side].mean():.3f} R {((said == right) & side).sum() / (right != 1).sum():.3f}"
    return line


def teach(net, train, dev, o):
    learner = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=o.rate, weight_decay=o.decay)
    per = len(train) // o.batch
    for step in range(o.rounds * per):
        if step % per == 0: order = np.random.permutation(len(train))
        for g in learner.param_groups: g["lr"] = o.rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / (o.rounds * per))
        *x, right = batch([train[k] for k in order[step % per * o.batch:][:o.batch]])
        loss = F.cross_entropy(net(*x), right, label_smoothing=o.smooth)
        learner.zero_grad(); loss.backward(); learner.step()
        if step % per == per - 1: print(step // per + 1, measure(net, dev), flush=True)


def write(path, net):
    """In the form that analysis/positions/polarity/file.go reads. Hidden states come there as they are."""
    with torch.no_grad():
        big = [(l.weight / net.spread, l.bias - (l.weight / net.spread) @ net.mean) for l in (net.key_value, net.query)]
    plain = [weights.numbers(b) for b in (big[0][1], big[1][1], net.hidden.bias, net.out.bias)]
    steps, rows = [], []
    for m in (big[0][0], big[1][0], net.key_distances.weight, net.value_distances.weight, net.hidden.weight, net.out.weight):
        s, r = weights.bytes_(weights.numbers(m))
        steps.append(s); rows.append(r.tobytes())
    body = struct.pack("<I", net.key_value.weight.shape[1]) + b"".join(p.tobytes() for p in plain + steps) + b"".join(rows)
    open(path, "wb").write(b"hsypola\x01" + struct.pack("<I", weights.crc32c(body)) + body)


def main():
    o = options()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed); np.random.seed(o.seed)
    (train, rows), (dev, _) = read(o.lessons + "/train"), read(o.lessons + "/dev")
    net = Network(rows.shape[1], torch.from_numpy(rows.mean(0)), torch.from_numpy(rows.std(0) + 1e-5), o.drop)
    teach(net, train, dev, o)
    write(o.polarity, net)


if __name__ == "__main__":
    main()
