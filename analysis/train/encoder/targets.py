#!/usr/bin/env python3
"""Teaches the network of analysis/positions/targets which words sides are taken on, and which side.

    pip install -r analysis/train/encoder/requirements.txt
    go run ./analysis/train -o stances stances
    python3 analysis/train/encoder/targets.py stances
    go run ./analysis/train position-certainty stances

It learns from the positions in the training articles of the world's news, and from sentences that are made up
(analysis/train/made/sides.txt), in a quarter of an hour, what to make of what the last layer of analysis/encoder knows of each token,
which stays as it is, together with the roles that tokens play in quotes: by turns in those that people have found, and in those that
the program finds. Labels are weighed in chains (a conditional random field). The same seed on the same machine gives the same weights.
It prints how well it does on the development articles, whoever takes the sides: a target is found where half of the tokens of the
shorter one of the two are in the other. Beside the lessons it leaves two networks that have learnt from one half of the annotated
articles each, half0.bin from the first, third and so on: by what these find in the other half, position-certainty learns.
"""
import argparse, json, struct, time
import numpy as np, torch
from torch import nn
import torch.nn.functional as F
import crf, weights

LABELS, ROLES, TAGS, WORDS, REACH, LONGEST = 5, 64, 64, 16, 2, 256
HEADS, FARTHEST = 3, 16  # of the attention: tokens further apart than this are alike far
LEANING = 2.0  # as in Go


def options():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("lessons")
    p.add_argument("--width", type=int, default=96)
    p.add_argument("--rounds", type=int, default=10)
    p.add_argument("--batch", type=int, default=3, help="articles")
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--drop", type=float, default=0.2)
    p.add_argument("--hide", type=float, default=0.1, help="share of the numbers of hidden states that are hidden")
    p.add_argument("--unmarked", type=float, default=0.05, help="share of the sentences whose roles are hidden")
    p.add_argument("--given", type=float, default=0.5, help="share of the articles with the quotes that people have found")
    p.add_argument("--made", type=float, default=0.3, help="how much a made-up sentence counts")
    p.add_argument("--average", type=float, default=0.99, help="how slowly the weights that are kept follow those that learn (Polyak averaging)")
    p.add_argument("--decay", type=float, default=0.02)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--targets", default="analysis/positions/targets/network.bin")
    return p.parse_args()


def read(name, worth=1.0):
    raw, at, out = np.memmap(name + ".states", dtype=np.int16, mode="r"), 0, []
    for line in open(name + ".jsonl", encoding="utf-8"):
        a = json.loads(line)
        n = len(a["Labels"])
        size = n * a["Width"]
        if not size: continue
        a["States"] = torch.from_numpy(np.array(raw[at:at + size])).view(torch.bfloat16).view(n, a["Width"])
        at += size
        ends = a["Sentences"][1:] + [n]
        a["Runs"] = [(i, min(e, i + LONGEST)) for s, e in zip(a["Sentences"], ends) for i in range(s, e, LONGEST)]
        a["Worth"] = worth
        a["Labels"] = repaired(a["Labels"], a["Runs"])
        for k in ("Roles", "Given", "Tags", "Words", "Labels"): a[k] = torch.tensor(a[k])
        out.append(a)
    assert at == len(raw)
    return out


def repaired(labels, runs):
    """The labels, where a target that a stretch cuts begins with it."""
    out = list(labels)
    for start, end in runs:
        before = 0
        for i in range(start, end):
            if out[i] and out[i] % 2 == 0 and before not in (out[i], out[i] - 1): out[i] -= 1
            before = out[i]
    return out


def batch(articles, given):
    """The sentences of some articles, one in a row."""
    runs = [(a, "Given" if g else "Roles", s, e) for a, g in zip(articles, given) for s, e in a["Runs"]]
    n, wide = max(e - s for _, _, s, e in runs), articles[0]["States"].shape[1]
    b = {"States": torch.zeros(len(runs), n, wide, dtype=torch.bfloat16), "real": torch.zeros(len(runs), n, dtype=torch.bool)}
    b["Worth"] = torch.tensor([a["Worth"] for a, *_ in runs])
    b["Article"] = torch.tensor([i for i, a in enumerate(articles) for _ in a["Runs"]])
    for k in ("Roles", "Tags", "Words", "Labels"): b[k] = torch.zeros(len(runs), n, dtype=torch.long)
    for i, (a, roles, s, e) in enumerate(runs):
        b["real"][i, :e - s] = True
        b["Roles"][i, :e - s] = a[roles][s:e]
        for k in ("States", "Tags", "Words", "Labels"): b[k][i, :e - s] = a[k][s:e]
    return b


class Network(nn.Module):
    def __init__(self, known, mean, spread, o):
        super().__init__()
        n = o.width
        self.mean, self.spread, self.hide, self.unmarked = nn.Parameter(mean, False), nn.Parameter(spread, False), o.hide, o.unmarked
        self.projection, self.roles, self.tags, self.words = nn.Linear(known, n), nn.Embedding(ROLES, n), nn.Embedding(TAGS, n), nn.Embedding(WORDS, n)
        self.convolutions = nn.ModuleList(nn.Conv1d(n, n, 2 * REACH + 1, padding=REACH) for _ in range(2))
        self.norm, self.attention, self.attended = nn.LayerNorm(n, eps=1e-12), nn.Linear(n, 3 * n), nn.Linear(n, n)
        self.distances = nn.Parameter(torch.zeros(HEADS, 2 * FARTHEST + 1))
        self.hidden, self.out = nn.Linear(4 * n, n), nn.Linear(n, LABELS)
        self.transitions, self.drop = nn.Parameter(torch.zeros(LABELS, LABELS)), nn.Dropout(o.drop)
        for e in (self.roles, self.tags, self.words): nn.init.normal_(e.weight, std=0.1)
        nn.init.zeros_(self.out.weight)
        self.register_buffer("forbidden", crf.forbidden(LABELS), persistent=False)

    def whole_projection(self):
        """The weights that take hidden states as they are."""
        w = self.projection.weight / self.spread
        return w, self.projection.bias - w @ self.mean

    def steps(self):
        return self.transitions + self.forbidden

    def forward(self, b):
        w, bias = self.whole_projection()
        roles = b["Roles"]
        if self.training:
            w = w * (torch.rand(w.shape[1]) >= self.hide) / (1 - self.hide)
            roles = roles * (torch.rand(len(roles), 1) >= self.unmarked)
        real = b["real"][:, :, None]
        seen = F.linear(b["States"], w.bfloat16()).float() + bias
        rows = self.drop(F.relu(seen + self.roles(roles) + self.tags(b["Tags"]) + self.words(b["Words"]))) * real
        for layer in self.convolutions:
            rows = (rows + self.drop(F.relu(layer(rows.transpose(1, 2)).transpose(1, 2)))) * real
        rows = (rows + self.drop(self.attended(self.attend(self.attention(self.norm(rows)), b["real"])))) * real
        mean = rows.sum(1) / real.sum(1)
        around = [x[:, None].expand_as(rows) for x in (mean, beside(mean, b["Article"], 1), beside(mean, b["Article"], -1))]
        return self.out(self.drop(F.relu(self.hidden(torch.cat([rows, *around], 2)))))

    def attend(self, x, real):
        """What each token makes of the others of its sentence, by how well they answer it and how far they stand."""
        b, n, d = x.shape
        query, key, value = x.view(b, n, 3, HEADS, d // 3 // HEADS).permute(2, 0, 3, 1, 4)
        far = (torch.arange(n)[None] - torch.arange(n)[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        mask = self.distances[:, far] + torch.where(real, 0.0, -1e9)[:, None, None]
        return F.scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2).reshape(b, n, d // 3)


def beside(rows, article, step):
    """Of each row the one so many before it, zeros where that is of another article."""
    return rows.roll(step, 0) * ((article.roll(step) == article) & (torch.arange(len(rows)) != (0 if step > 0 else len(rows) - 1)))[:, None]


def found(net, articles, given=False):
    """Of each article the targets that are found, with their odds, and those that people have found."""
    step, out = net.steps().detach().numpy(), []
    lean = np.array([LEANING if k % 2 else 0.0 for k in range(LABELS)], np.float32)
    for a in articles:
        b = batch([a], [given])
        with torch.no_grad():
            scores = net(b)
            odds = crf.marginals(scores, b["real"], net.steps()).numpy()
        got, gold = [], []
        for i, (s, e) in enumerate(a["Runs"]):
            n = e - s
            for j, k, kind in crf.spans(crf.viterbi(scores[i, :n].numpy() + lean, step)):
                got.append((odds[i, j:k, 1 + 2 * kind:3 + 2 * kind].sum(1).max(), s + j, s + k, kind))
            gold += [(s + j, s + k, kind) for j, k, kind in crf.spans(a["Labels"][s:e].tolist())]
        out.append((got, gold))
    return out


def answered(got, gold):
    """How many targets that people have found are found, each by one."""
    pairs = [(-min(k, m) + max(j, l), g, f) for f, (_, j, k, kind) in enumerate(got) for g, (l, m, side) in enumerate(gold)
             if kind == side and 2 * (min(k, m) - max(j, l)) >= min(k - j, m - l)]
    ours, theirs = set(), set()
    for _, g, f in sorted(pairs):
        if g not in theirs and f not in ours: theirs.add(g); ours.add(f)
    return len(ours)


def measure(net, dev):
    net.eval()
    all_ = found(net, dev)
    net.train()
    gold, out = sum(len(g) for _, g in all_), []
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        kept = [([x for x in got if x[0] >= least], g) for got, g in all_]
        n, right = sum(len(got) for got, _ in kept), sum(answered(*x) for x in kept)
        out.append(f"{least}: P {right / max(1, n):.3f} R {right / gold:.3f} F1 {2 * right / max(1, n + gold):.3f}")
    return "  ".join(out)


def teach(net, train, dev, o):
    learner = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=o.rate, weight_decay=o.decay)
    per = (len(train) + o.batch - 1) // o.batch
    began, total, mean = time.time(), o.rounds * per, torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(o.average))
    for step in range(total):
        if step % per == 0: order = np.random.permutation(len(train))
        for g in learner.param_groups: g["lr"] = o.rate * min(1, (step + 1) / (0.05 * total)) * max(0.02, 1 - step / total)
        some = [train[k] for k in order[step % per * o.batch:][:o.batch]]
        b = batch(some, np.random.rand(len(some)) < o.given)
        loss = (crf.negative_log_likelihood(net(b), b["Labels"], b["real"], net.steps()) * b["Worth"]).sum() / b["real"].sum() * 20
        learner.zero_grad(); loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        learner.step(); mean.update_parameters(net)
        if step % per == per - 1: print(f"{step // per + 1}, {time.time() - began:.0f} s, lost {loss.item():.3f}: {measure(mean.module, dev)}", flush=True)
    return mean.module


def write(path, net):
    """In the form that analysis/positions/targets/networkfile.go reads. Hidden states come there as they are."""
    with torch.no_grad():
        projection, bias = net.whole_projection()
        windows = [layer.weight.permute(0, 2, 1).flatten(1) for layer in net.convolutions]
        n = net.attended.in_features
        queries = torch.cat([torch.full((n,), (n // HEADS) ** -0.5), torch.ones(2 * n)])  # divided by the root of their size
        attention, of_attention = net.attention.weight * queries[:, None], net.attention.bias * queries
    plain = [weights.numbers(p) for p in (bias, net.convolutions[0].bias, net.convolutions[1].bias, net.norm.weight, net.norm.bias, of_attention, net.attended.bias,
                                          net.distances, net.hidden.bias, net.out.bias, net.transitions)]
    steps, rows = [], []
    for m in (projection, net.roles.weight, net.tags.weight, net.words.weight, *windows, attention, net.attended.weight, net.hidden.weight[:, :n],
              net.hidden.weight[:, n:], net.out.weight):
        s, r = weights.bytes_(weights.numbers(m))
        steps.append(s); rows.append(r.tobytes())
    body = struct.pack("<I", projection.shape[1]) + b"".join(p.tobytes() for p in plain + steps) + b"".join(rows)
    open(path, "wb").write(b"hsytarg\x02" + struct.pack("<I", weights.crc32c(body)) + body)


def learnt(train, dev, o):
    torch.manual_seed(o.seed); np.random.seed(o.seed)
    some = torch.cat([a["States"][::7] for a in train]).float()
    return teach(Network(some.shape[1], some.mean(0), some.std(0) + 1e-5, o), train, dev, o)


def main():
    o = options()
    torch.set_num_threads(o.threads)
    train, dev, made = read(o.lessons + "/train"), read(o.lessons + "/dev"), read(o.lessons + "/made", o.made)
    write(o.targets, learnt(train + made, dev, o))
    for k in range(2):
        print(f"half {k}")
        write(f"{o.lessons}/half{k}.bin", learnt(train[k::2] + made[k::2], train[1 - k::2], o))


if __name__ == "__main__":
    main()
