#!/usr/bin/env python3
"""Teaches the networks of analysis/positions/polarity and analysis/positions/directed: how a sentence speaks of somebody or something
it names, and which of two that it names is for or against the other.

    pip install -r analysis/train/encoder/requirements.txt
    go run ./analysis/train -o sides sides
    python3 analysis/train/encoder/polarity.py sides
    python3 analysis/train/encoder/polarity.py sides --task directed
    go run ./analysis/train polarity

They learn from the training parts of NewsMTSC (Hamborg, Donnay 2021; MIT licence) and of the directed sentiments of Park, Pan and Joo
(2021), in a few minutes, what to make of what analysis/encoder knows of each token, which stays as it is. The same seed on the same
machine gives the same weights. It prints how well they do on the development parts.
"""
import argparse, json, struct
import numpy as np, torch
from torch import nn
import torch.nn.functional as F
import weights

WIDTH, HEADS, BUCKETS = 64, 4, 10
TASKS = {"polarity": (b"hsypola", 1, 3), "directed": (b"hsydire", 2, 5)}  # the magic of the file, stretches, answers


def options():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("lessons")
    p.add_argument("--task", choices=TASKS, default="polarity")
    p.add_argument("--rounds", type=int, default=10)
    p.add_argument("--batch", type=int, default=64)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--drop", type=float, default=0.3)
    p.add_argument("--decay", type=float, default=0.05)
    p.add_argument("--smooth", type=float, default=0.05, help="weight of what is right that is given to the other answers")
    p.add_argument("--balance", type=float, default=0.0, help="power of how rare an answer is by which it counts for more")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--weights", default="", help="the file to write, in place of the task's own")
    return p.parse_args()


def read(name, stretches):
    """All that was asked: what is known of the tokens of the sentence, from where to where each stretch goes, and the answer."""
    lines = [json.loads(l) for l in open(name + ".jsonl", encoding="utf-8")]
    rows = torch.from_numpy(np.fromfile(name + ".states", dtype=np.int16)).view(torch.bfloat16).reshape(sum(l["tokens"] for l in lines), -1)
    out, at = [], 0
    for l in lines:
        out += [(rows[at:at + l["tokens"]], [(q[2 * k], q[2 * k + 1]) for k in range(stretches)], q[-1]) for q in l["asked"]]
        at += l["tokens"]
    return out, rows


TURNED = (0, 3, 4, 1, 2)  # the answers where the two stretches change places


def turned(examples):
    """The same questions with the stretches the other way round."""
    return [(rows, asked[::-1], TURNED[answer]) for rows, asked, answer in examples]


def distance_bucket(n, start, end):
    """How far each token stands from a stretch, in steps, as in Go."""
    i = np.arange(n)
    d = np.where(i < start, i - start, np.where(i >= end, i - end + 1, 0))
    return np.clip(np.sign(d) * np.ceil(2 * np.log2(np.abs(d) + 1)), -BUCKETS, BUCKETS).astype(np.int64) + BUCKETS


def batch(examples):
    n, b, stretches = max(len(e[0]) for e in examples), len(examples), len(examples[0][1])
    x, far = torch.zeros(b, n, examples[0][0].shape[1]), torch.zeros(b, n, stretches, dtype=torch.long)
    real, at = torch.zeros(b, n, dtype=torch.bool), torch.zeros(b, n, stretches)
    for i, (rows, asked, _) in enumerate(examples):
        k = len(rows)
        x[i, :k], real[i, :k] = rows.float(), True
        for j, (start, end) in enumerate(asked):
            far[i, :k, j] = torch.from_numpy(distance_bucket(k, start, end)) + j * (2 * BUCKETS + 1)
            at[i, start:end, j] = 1 / (end - start)
    return x, far, real, at, torch.tensor([e[2] for e in examples])


class Network(nn.Module):
    def __init__(self, known, mean, spread, stretches, answers, drop):
        super().__init__()
        self.mean, self.spread = nn.Parameter(mean, False), nn.Parameter(spread, False)
        self.key_value, self.query = nn.Linear(known, 2 * WIDTH), nn.Linear(stretches * known, 2 * WIDTH)
        self.key_distances, self.value_distances = (nn.Embedding(stretches * (2 * BUCKETS + 1), WIDTH) for _ in range(2))
        self.hidden, self.out = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(WIDTH, answers)
        self.drop = nn.Dropout(drop)
        for e in (self.key_distances, self.value_distances): nn.init.normal_(e.weight, std=0.1)

    def forward(self, x, far, real, at):
        b, n, _ = x.shape
        x = (x - self.mean) / self.spread
        asked = torch.einsum("bnk,bns->bsk", x, at).flatten(1)
        query, itself = self.query(self.drop(asked)).split(WIDTH, 1)
        key, value = self.key_value(self.drop(x)).split(WIDTH, 2)
        key = (key + self.key_distances(far).sum(2)).view(b, n, HEADS, -1)
        score = (query.view(b, 1, HEADS, -1) * key).sum(-1) / (WIDTH // HEADS) ** 0.5
        weight = score.masked_fill(~real[:, :, None], -1e9).softmax(1)
        value = F.relu(value + self.value_distances(far).sum(2)).view(b, n, HEADS, -1)
        context = (weight[:, :, :, None] * value).sum(1).reshape(b, WIDTH)
        return self.out(self.drop(F.relu(self.hidden(self.drop(torch.cat([context, F.relu(itself)], 1))))))


def measure(net, examples):
    net.eval()
    with torch.no_grad():
        judged = lambda all_: torch.cat([net(*batch(all_[i:i + 128])[:-1]).softmax(1) for i in range(0, len(all_), 128)]).numpy()
        odds = judged(examples)
        if len(examples[0][1]) == 2: odds = (odds + judged(turned(examples))[:, TURNED]) / 2
    net.train()
    said, right = odds.argmax(1), np.array([e[2] for e in examples])
    f1 = [2 * ((said == k) & (right == k)).sum() / max(1, (said == k).sum() + (right == k).sum()) for k in range(odds.shape[1])]
    return f"right on {(said == right).mean():.3f}, macro F1 {np.mean(f1):.3f}: " + " ".join(f"{f:.3f}" for f in f1)


def teach(net, train, dev, o, answers):
    learner = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=o.rate, weight_decay=o.decay)
    per = len(train) // o.batch
    counts = np.bincount([e[2] for e in train], minlength=answers)
    balance = torch.tensor((counts.sum() / counts) ** o.balance, dtype=torch.float32)
    balance = balance / (balance * torch.tensor(counts / counts.sum())).sum()
    for step in range(o.rounds * per):
        if step % per == 0: order = np.random.permutation(len(train))
        for g in learner.param_groups: g["lr"] = o.rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / (o.rounds * per))
        *x, right = batch([train[k] for k in order[step % per * o.batch:][:o.batch]])
        loss = F.cross_entropy(net(*x), right, label_smoothing=o.smooth, weight=balance.float())
        learner.zero_grad(); loss.backward(); learner.step()
        if step % per == per - 1: print(step // per + 1, measure(net, dev), flush=True)


def write(path, magic, net):
    """In the form that analysis/positions/attending/file.go reads. Hidden states come there as they are."""
    with torch.no_grad():
        known = len(net.mean)
        key_value = net.key_value.weight / net.spread
        queries = [net.query.weight[:, i:i + known] / net.spread for i in range(0, net.query.weight.shape[1], known)]
        biases = (net.key_value.bias - key_value @ net.mean, net.query.bias - sum(queries) @ net.mean)
    plain = [weights.numbers(b) for b in (*biases, net.hidden.bias, net.out.bias)]
    steps, rows = [], []
    for m in (key_value, *queries, net.key_distances.weight, net.value_distances.weight, net.hidden.weight, net.out.weight):
        s, r = weights.bytes_(weights.numbers(m))
        steps.append(s); rows.append(r.tobytes())
    body = struct.pack("<I", net.key_value.weight.shape[1]) + b"".join(p.tobytes() for p in plain + steps) + b"".join(rows)
    open(path, "wb").write(magic + b"\x01" + struct.pack("<I", weights.crc32c(body)) + body)


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed); np.random.seed(o.seed)
    magic, stretches, answers = TASKS[o.task]
    train, rows = read(f"{o.lessons}/{o.task}-train", stretches)
    if stretches == 2: train += turned(train)
    dev, _ = read(f"{o.lessons}/{o.task}-dev", stretches)
    some = rows[::7].float()
    net = Network(rows.shape[1], some.mean(0), some.std(0) + 1e-5, stretches, answers, o.drop)
    teach(net, train, dev, o, answers)
    write(o.weights or f"analysis/positions/{o.task}/weights.bin", magic, net)


if __name__ == "__main__":
    main()
