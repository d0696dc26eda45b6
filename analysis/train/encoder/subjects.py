"""What the encoder is taught beside attributions, so that its layers know what other stages ask them for: which words are names,
whom pronouns mean, what somebody is for or against, and how sentences speak of those they name. The output layers here only teach; those of the program are learnt
afterwards, from what the layers then know."""
import gzip, json, os, random
import numpy as np, torch
from torch import nn
import torch.nn.functional as F
import lessons, vocabulary
from network import HIDDEN

TYPES = {"Person": 0, "Organization": 1, "Location": 2, "Facility": 2, "NORP": 3, "Misc": 4, "Product": 4}
PRONOUNS = {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "themselves"}
SIDES = {(None, "none"): 0, ("a", "supports"): 1, ("a", "opposes"): 2, ("b", "supports"): 3, ("b", "opposes"): 4}
BUNDLE = 8  # chunks of sentences that are learnt from at once
FARTHEST, WIDTH, NOTHING = 400, 64, -100  # tokens that a pronoun looks back; numbers of what it looks for; the label of what is not learnt


def named(tag):
    """0 outside of names; of type k, 1 + 2 k at the beginning of a name and 2 + 2 k within one."""
    kind = TYPES.get(tag[2:])
    return 0 if kind is None else 1 + 2 * kind + (tag[0] == "I")


def newswire(corpora, pieces):
    """The articles of English Worldwide Newswire (Shan et al. 2023): pieces, chunks, and the label of each token."""
    out, tokens, sentences = [], [], [0]

    def end():
        if tokens:
            cut = [pieces.of(w) for w, _ in tokens]
            starts = sorted({s for s in sentences if s < len(cut)})
            out.append({"pieces": cut, "names": np.array([named(t) for _, t in tokens]), "chunks": lessons.chunks(cut, starts)})

    for line in open(os.path.join(corpora, "newswire-ner-train.tsv"), encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# "):
            end(); tokens, sentences = [], [0]
        elif "\t" in line:
            tokens.append(line.split("\t")[:2])
        else:
            sentences.append(len(tokens))
    end()
    return out


def judged(corpora):
    """Sentences that somebody has judged: their text, the targets of which they tell how it speaks of them (NewsMTSC), and the pairs of
    names of which they tell who is for or against whom (directed sentiment, Park et al. 2021); places in code points."""
    for line in open(os.path.join(corpora, "newsmtsc-train.jsonl"), encoding="utf-8"):
        a = json.loads(line)
        yield a["sentence_normalized"], [(t["from"], t["to"], int(t["polarity"]) // 2 - 1) for t in a["targets"]], []
    for line in open(os.path.join(corpora, "dse-train.jsonl"), encoding="utf-8"):
        a = json.loads(line)
        yield a["text"], [], [(a["a"], a["b"], SIDES[a.get("by"), a["side"]])]


def bundles(corpora, pieces, seed):
    """Those sentences in no order, as many in a chunk as it holds: pieces, chunks, and of each target and each pair the tokens and the
    label."""
    order, out, size = list(judged(corpora)), [], lessons.LONGEST
    random.Random(seed).shuffle(order)
    for text, targets, pairs in order:
        words = list(vocabulary.WORD.finditer(text))
        cut = [pieces.of(w.group()) for w in words]
        if (n := sum(map(len, cut))) > lessons.LONGEST: continue
        if size + n > lessons.LONGEST:
            if not out or len(out[-1]["chunks"]) == BUNDLE: out.append({"pieces": [], "chunks": [], "targets": [], "pairs": []})
            a, size = out[-1], 0
            a["chunks"].append((len(a["pieces"]),) * 2)
        base, size = len(a["pieces"]), size + n
        a["pieces"] += cut
        a["chunks"][-1] = (a["chunks"][-1][0], len(a["pieces"]))
        starts, ends = np.array([w.start() for w in words]), np.array([w.end() for w in words])
        at = lambda s, e: [base + i for i in tokens_in(starts, ends, s, e)]
        a["targets"] += [(t, l) for s, e, l in targets if (t := at(s, e))]
        a["pairs"] += [(x, y, l) for (i, j), (k, m), l in pairs if (x := at(i, j)) and (y := at(k, m))]
    return out


def tokens_in(starts, ends, start, end):
    """The tokens of a range of code points."""
    return range(int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left")))


def add_stances(corpora, articles):
    """Labels the tokens of the articles of world-*: 0, or 1 and 2 at the beginning of and within a target that somebody supports,
    3 and 4 of one that somebody opposes."""
    positions = {}
    for part in ("train", "dev"):
        for line in open(os.path.join(corpora, f"world-{part}.jsonl"), encoding="utf-8"):
            a = json.loads(line)
            positions[a["id"]] = a["positions"]
    for a in articles:
        if a["id"] not in positions: continue
        a["stances"] = np.zeros(len(a["pieces"]), np.int64)
        for p in positions[a["id"]]:
            for s, e in p["target"]:
                for k, i in enumerate(tokens_in(a["starts"], a["ends"], s, e)):
                    a["stances"][i] = (1 if p["stance"] == "supports" else 3) + (k > 0)


def add_antecedents(corpora, articles):
    """Gives the articles their pronouns, with the tokens before each that may be meant and whether they are: by the chains that
    CoreNLP found in PolNeAR's articles, and by who people say is behind the sources in those of the world."""
    chains = dict(silver(os.path.join(corpora, "polnear-parsed-train.jsonl.gz"))) | dict(spoken(corpora))
    for a in articles:
        heads = {}
        for n, chain in enumerate(chains.get(a["id"], [])):
            for s, e in chain:
                if at := tokens_in(a["starts"], a["ends"], s, e): heads[at[-1]] = n
        order, a["antecedents"] = sorted(heads), []
        for i in order:
            if a["tokens"][i].lower() not in PRONOUNS: continue
            before = [k for k in order if i - FARTHEST <= k < i]
            right = [heads[k] == heads[i] for k in before]
            if any(right): a["antecedents"].append((i, np.array(before), np.array(right)))


def silver(path):
    """Of each article its chains: the heads of their mentions, as ranges of code points."""
    for line in gzip.open(path, "rt", encoding="utf-8"):
        a = json.loads(line)
        yield a["id"], [[a["sentences"][s][head][:2] for s, _, _, head in chain] for chain in a["coreference"]]


def spoken(corpora):
    """The same of the articles of world-train: of each speaker the sources, and the places where the last name stands."""
    for line in open(os.path.join(corpora, "world-train.jsonl"), encoding="utf-8"):
        a = json.loads(line)
        by = {}
        for q in a["attributions"]:
            names = q.get("speaker") or []
            if len(names) == 1 and q["source"]: by.setdefault(names[0], []).append(q["source"][-1])
        for name, chain in by.items():
            last, at = name.split()[-1], -1
            while (at := a["text"].find(last, at + 1)) >= 0: chain.append([at, at + len(last)])
        yield a["id"], list(by.values())


class Subjects(nn.Module):
    """The output layers, and what they lose on articles whose hidden states are given: tokens x HIDDEN, article after article."""

    def __init__(self, hidden=HIDDEN):
        super().__init__()
        self.names, self.stances = nn.Linear(hidden, 11), nn.Linear(hidden, 5)
        self.asks, self.answers, self.distances = nn.Linear(hidden, WIDTH), nn.Linear(hidden, WIDTH), nn.Embedding(12, 1)
        self.polarity, self.sides = nn.Linear(hidden, 3), nn.Linear(3 * hidden, len(SIDES))
        nn.init.zeros_(self.distances.weight)

    def labels(self, layer, key, states, articles):
        label = torch.from_numpy(np.concatenate([a.get(key, np.full(len(a["pieces"]), NOTHING)) for a in articles]))
        if (label == NOTHING).all(): return states.sum() * 0
        return F.cross_entropy(layer(states), label, ignore_index=NOTHING)

    def antecedents(self, states, articles):
        asks, answers, base, lost, n = self.asks(states), self.answers(states), 0, states.sum() * 0, 0
        for a in articles:
            for i, before, right in a.get("antecedents", []):
                far = torch.from_numpy(np.minimum(11, np.log2(i - before)).astype(np.int64))
                fit = answers[base + before] @ asks[base + i] / WIDTH ** 0.5 + self.distances(far)[:, 0]
                lost = lost + torch.logsumexp(fit, 0) - torch.logsumexp(fit[torch.from_numpy(right)], 0)
                n += 1
            base += len(a["pieces"])
        return lost / max(1, n)

    def judged(self, states, articles):
        """What is lost on how sentences speak of targets, and on who is for or against whom."""
        base, targets, pairs = 0, [], []
        mean = lambda at: states[torch.tensor(at) + base].mean(0)
        for a in articles:
            targets += [(mean(t), l) for t, l in a.get("targets", [])]
            pairs += [(torch.cat([x := mean(one), y := mean(other), x * y]), l) for one, other, l in a.get("pairs", [])]
            base += len(a["pieces"])
        lost = states.sum() * 0
        for layer, met in ((self.polarity, targets), (self.sides, pairs)):
            if met: lost = lost + F.cross_entropy(layer(torch.stack([x for x, _ in met])), torch.tensor([l for _, l in met]))
        return lost

    def forward(self, states, articles):
        return (self.labels(self.names, "names", states, articles) + self.labels(self.stances, "stances", states, articles) +
                0.1 * self.antecedents(states, articles) + self.judged(states, articles))
