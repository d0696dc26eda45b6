#!/usr/bin/env python3
"""Teaches the network of analysis/names what must be added to the scores of the linear model to find names.

    pip install -r analysis/train/encoder/requirements.txt
    go run ./analysis/train names
    go run ./analysis/train -o named named
    python3 analysis/train/encoder/names.py named
    go run ./analysis/train named-check

It learns from the training part of English Worldwide Newswire, in a few minutes, what to make of what all layers of
analysis/encoder know of each token, which stay as they are: together with its neighbours, and with what was made of the
other words of the article that are written alike. Labels are weighed in chains (a conditional random field). The linear
model's scores are by models that have not seen the article. The same seed on the same machine gives the same weights. It
prints how well it does on the development part, before names are tidied.
"""
import argparse, json, struct, time
import numpy as np, torch
from torch import nn
import torch.nn.functional as F
import weights

LABELS, SHAPES, LISTS, SCORED, REACH, NEAR = 11, 128, 64, 8, 2, 1
TYPES = ("person", "organization", "place", "people", "other")


def options():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("lessons")
    p.add_argument("--width", type=int, default=96)
    p.add_argument("--rounds", type=int, default=9)
    p.add_argument("--batch", type=int, default=6, help="articles")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--drop", type=float, default=0.3)
    p.add_argument("--hide", type=float, default=0.1, help="share of the numbers of all layers that are hidden")
    p.add_argument("--decay", type=float, default=0.02)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--names", default="analysis/names/network.bin")
    return p.parse_args()


def active_runs(article):
    """The stretches of words that may stand in names: those that the linear model had a look at, and their neighbours."""
    scored, out = [bool(k & SCORED) for k in article["Shapes"]], []
    ends = article["Sentences"][1:] + [len(scored)]
    for start, end in zip(article["Sentences"], ends):
        asked = [i for i in range(start, end) if any(scored[max(start, i - 1):min(end, i + 2)])]
        for i in asked:
            if out and out[-1][1] == i and i > start: out[-1][1] = i + 1
            else: out.append([i, i + 1])
    return out


def repaired(labels, stretches):
    """The labels, where a name that a stretch cuts begins with it."""
    out = list(labels)
    for start, end in stretches:
        before = 0
        for i in range(start, end):
            if out[i] and out[i] % 2 == 0 and before not in (out[i], out[i] - 1): out[i] -= 1
            before = out[i]
    return out


def read(name):
    raw, at, out = np.memmap(name + ".layers", dtype=np.int16, mode="r"), 0, []
    for line in open(name + ".jsonl", encoding="utf-8"):
        a = json.loads(line)
        size = len(a["Words"]) * a["Width"]
        if not size: continue
        a["Runs"] = active_runs(a)
        a["Sentences"] = list(zip(a["Sentences"], a["Sentences"][1:] + [len(a["Words"])]))
        a["Target"] = repaired(a["Labels"], a["Runs"])
        a["Layers"] = torch.from_numpy(np.array(raw[at:at + size])).view(torch.bfloat16).view(-1, a["Width"])
        for k in ("Shapes", "Lists", "Forms", "Scores", "Target"): a[k] = torch.tensor(a[k])
        at += size
        out.append(a)
    assert at == len(raw)
    return out


def batch(articles):
    b = {k: torch.cat([a[k] for a in articles]) for k in ("Layers", "Shapes", "Lists", "Scores", "Target")}
    same, stretches, tokens, kinds = [], [], 0, 0
    for a in articles:
        same.append(torch.where(a["Forms"] >= 0, a["Forms"] + kinds, -1))
        stretches += [(i + tokens, j + tokens) for i, j in a["Runs"]]
        tokens += len(a["Words"]); kinds += int(a["Forms"].max()) + 1
    return b | {"Forms": torch.cat(same), "FormCount": kinds, "Runs": stretches}


class Network(nn.Module):
    def __init__(self, known, mean, spread, o):
        super().__init__()
        n = o.width
        self.mean, self.spread, self.hide = nn.Parameter(mean, False), nn.Parameter(spread, False), o.hide
        self.projection, self.shapes, self.lists = nn.Linear(known, n), nn.Embedding(SHAPES, n), nn.Embedding(LISTS, n)
        self.scored, self.convolution1 = nn.Linear(LABELS, n, bias=False), nn.Conv1d(n, n, 2 * REACH + 1, padding=REACH)
        self.convolution2 = nn.Conv1d(n, n, 2 * NEAR + 1, padding=NEAR)
        self.hidden, self.out = nn.Linear(3 * n, n), nn.Linear(n, LABELS)
        self.scale, self.transitions = nn.Parameter(torch.ones(1)), nn.Parameter(torch.zeros(LABELS, LABELS))
        self.drop = nn.Dropout(o.drop)
        for e in (self.shapes, self.lists): nn.init.normal_(e.weight, std=0.1)
        nn.init.zeros_(self.out.weight)
        forbidden = torch.tensor([[-1e4 if k and k % 2 == 0 and i not in (k, k - 1) else 0.0 for k in range(LABELS)] for i in range(LABELS)])
        self.register_buffer("forbidden", forbidden, persistent=False)

    def whole_projection(self):
        """The weights that take what is known as it is."""
        w = self.projection.weight / self.spread
        return w, self.projection.bias - w @ self.mean

    def pool(self, rows, same, kinds):
        """For each word the mean of the rows of the other words that are written alike, and the most of all of them."""
        at = (same >= 0).nonzero()[:, 0]
        of, own = same[at], rows[at]
        total = torch.zeros(kinds, rows.shape[1]).index_add(0, of, own)
        count = torch.zeros(kinds).index_add(0, of, torch.ones(len(of)))
        most = torch.zeros_like(total).index_reduce(0, of, own, "amax")
        mean = (total[of] - own) / (count[of] - 1).clamp(min=1)[:, None]
        return [torch.zeros_like(rows).index_copy(0, at, x) for x in (mean, most[of])]

    def forward(self, b):
        w, bias = self.whole_projection()
        if self.training: w = w * (torch.rand(w.shape[1]) >= self.hide) / (1 - self.hide)
        seen = F.linear(b["Layers"], w.bfloat16()).float() + bias
        rows = self.drop(F.relu(seen + self.shapes(b["Shapes"]) + self.lists(b["Lists"]) + self.scored(b["Scores"])))
        for layer in (self.convolution1, self.convolution2):
            rows = rows + self.drop(F.relu(layer(rows.T[None])[0].T))
        rows = torch.cat([rows] + self.pool(rows, b["Forms"], b["FormCount"]), 1)
        return self.out(self.drop(F.relu(self.hidden(rows)))) + self.scale * b["Scores"]

    def negative_log_likelihood(self, scores, labels, stretches):
        """How unlikely the labels of the stretches are; before and behind each there is no name."""
        order, lost, step = sorted(stretches, key=lambda r: r[1] - r[0]), 0, self.transitions + self.forbidden
        for g in range(0, len(order), 256):
            part = order[g:g + 256]
            n = max(j - i for i, j in part)
            at = torch.tensor([[min(i + k, j - 1) for k in range(n)] for i, j in part])
            size = torch.tensor([j - i for i, j in part])
            real, e, y = torch.arange(n)[None] < size[:, None], scores[at], labels[at]
            a = step[0] + e[:, 0]
            for t in range(1, n):
                a = torch.where(real[:, t, None], torch.logsumexp(a[:, :, None] + step, 1) + e[:, t], a)
            gold = (e.gather(2, y[:, :, None])[:, :, 0] * real).sum(1) + step[0][y[:, 0]] + step[:, 0][y[:, -1]]
            gold = gold + (step[y[:, :-1], y[:, 1:]] * real[:, 1:]).sum(1)
            lost = lost + (torch.logsumexp(a + step[:, 0], 1) - gold).sum()
        return lost

    def viterbi(self, scores, stretches):
        """The labels that fit best, as in Go."""
        out, step, e = np.zeros(len(scores), np.int64), (self.transitions + self.forbidden).numpy(), scores.numpy()
        for start, end in stretches:
            a, came = step[0] + e[start], []
            for i in range(start + 1, end):
                each = a[:, None] + step
                came.append(each.argmax(0)); a = each.max(0) + e[i]
            out[end - 1] = (a + step[:, 0]).argmax()
            for i in range(end - 1, start, -1): out[i - 1] = came[i - 1 - start][out[i]]
        return out.tolist()


def spans(labels, sentences):
    out = set()
    for start, end in sentences:
        i = start
        while i < end:
            k = i + 1
            if labels[i]:
                while k < end and labels[k] and labels[k] % 2 == 0: k += 1
                out.add((i, k, (labels[i] - 1) // 2))
            i = k
    return out


def measure(net, dev):
    net.eval()
    gold, got, right = (np.zeros(len(TYPES)) for _ in range(3))
    with torch.no_grad():
        for a in dev:
            g, f = spans(a["Labels"], a["Sentences"]), spans(net.viterbi(net(batch([a])), a["Runs"]), a["Sentences"])
            for count, of in ((gold, g), (got, f), (right, g & f)):
                for name in of: count[name[2]] += 1
    net.train()
    return "  ".join(f"{t} P {r / max(1, f):.3f} R {r / max(1, g):.3f} F1 {2 * r / max(1, f + g):.3f}" for t, g, f, r in zip(TYPES, gold, got, right))


def teach(net, train, dev, o):
    learner = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=o.rate, weight_decay=o.decay)
    per = (len(train) + o.batch - 1) // o.batch
    began, total = time.time(), o.rounds * per
    for step in range(total):
        if step % per == 0: order = np.random.permutation(len(train))
        for g in learner.param_groups: g["lr"] = o.rate * min(1, (step + 1) / (0.05 * total)) * max(0.02, 1 - step / total)
        b = batch([train[k] for k in order[step % per * o.batch:][:o.batch]])
        loss = net.negative_log_likelihood(net(b), b["Target"], b["Runs"]) / len(b["Target"]) * 20
        learner.zero_grad(); loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        learner.step()
        if step % per == per - 1: print(f"{step // per + 1}, {time.time() - began:.0f} s: {measure(net, dev)}", flush=True)


def write(path, net):
    """In the form that analysis/names/networkfile.go reads. What the layers know comes there as it is."""
    with torch.no_grad():
        projection, bias = net.whole_projection()
        around, further = (layer.weight.permute(0, 2, 1).flatten(1) for layer in (net.convolution1, net.convolution2))
    plain = [weights.numbers(p) for p in (bias, net.convolution1.bias, net.convolution2.bias, net.hidden.bias, net.out.bias, net.transitions, net.scale)]
    steps, rows = [], []
    for m in (projection, net.shapes.weight, net.lists.weight, net.scored.weight.T, around, further, net.hidden.weight, net.out.weight):
        s, r = weights.bytes_(weights.numbers(m))
        steps.append(s); rows.append(r.tobytes())
    body = struct.pack("<I", projection.shape[1]) + b"".join(p.tobytes() for p in plain + steps) + b"".join(rows)
    open(path, "wb").write(b"hsyname\x01" + struct.pack("<I", weights.crc32c(body)) + body)


def main():
    o = options()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed); np.random.seed(o.seed)
    train, dev = read(o.lessons + "/train"), read(o.lessons + "/dev")
    some = torch.cat([a["Layers"][::7] for a in train]).float()
    net = Network(some.shape[1], some.mean(0), some.std(0) + 1e-5, o)
    teach(net, train, dev, o)
    write(o.names, net)


if __name__ == "__main__":
    main()
