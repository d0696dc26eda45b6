"""The lessons that `go run ./analysis/train lessons` writes, cut into WordPiece pieces and chunks as package encoder does."""
import json, unicodedata
import numpy as np

LONGEST, KEPT = 158, 16  # pieces of a chunk, pieces kept of one token


def punctuation(ch):
    o = ord(ch)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(ch).startswith("P")


def cjk(o):
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2B73F or
            0x2B740 <= o <= 0x2B81F or 0x2B820 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


class Wordpieces:
    def __init__(self, vocabulary):
        self.ids = {p: i for i, p in enumerate(vocabulary)}
        self.unknown = self.ids["[UNK]"]
        self.cache = {}

    def word(self, w):
        if len(w) > 100:
            return [self.unknown]
        out, at = [], 0
        while at < len(w):
            for end in range(len(w), at, -1):
                p = ("##" if at else "") + w[at:end]
                if p in self.ids:
                    out.append(self.ids[p]); at = end
                    break
            else:
                return [self.unknown]
        return out

    def of(self, token):
        got = self.cache.get(token)
        if got is None:
            text = unicodedata.normalize("NFD", token.lower())
            words, now = [], ""
            for ch in text:
                c = unicodedata.category(ch)
                if c == "Mn" or c.startswith("C"):
                    continue
                if ch.isspace() or punctuation(ch) or cjk(ord(ch)):
                    if now: words.append(now)
                    now = ""
                    if not ch.isspace(): words.append(ch)
                else:
                    now += ch
            if now: words.append(now)
            got = [i for w in words for i in self.word(w)][:KEPT] or [self.unknown]
            self.cache[token] = got
        return got


def chunks(pieces, sentences):
    """Packs sentences into chunks of at most LONGEST pieces: lists of tokens [from, to)."""
    sizes = np.cumsum([0] + [len(p) for p in pieces])
    out, start = [], 0
    ends = list(sentences[1:]) + [len(pieces)]
    for s, e in zip(sentences, ends):
        if e > s and sizes[e] - sizes[start] > LONGEST:
            if s > start:
                out.append((start, s)); start = s
            while sizes[e] - sizes[start] > LONGEST:
                k = start + 1
                while sizes[k + 1] - sizes[start] <= LONGEST: k += 1
                out.append((start, k)); start = k
    if start < len(pieces): out.append((start, len(pieces)))
    return out


def read(name, pieces):
    """Reads NAME.jsonl and NAME.windows."""
    raw = np.fromfile(name + ".windows", dtype="<i4")
    f = raw.view("<f4")
    at, docs = 0, []
    for line in open(name + ".jsonl"):
        d = json.loads(line)
        doc = {"id": d["id"], "tokens": d["tokens"], "pieces": [pieces.of(t) for t in d["tokens"]]}
        doc["starts"], doc["ends"] = np.array(d["spans"], dtype=np.int64).reshape(-1, 2).T
        doc["chunks"] = chunks(doc["pieces"], d["sentences"])
        cues = d["cues"] or []
        doc["cue"] = np.array([c["Token"] for c in cues], dtype=np.int64)
        doc["odds"] = np.array([c["LogOdds"] for c in cues], dtype=np.float32)
        doc["head"] = np.array([c["Head"] for c in cues], dtype=np.float32)
        doc["windows"] = []
        for _ in range(d["windows"]):
            c, n = int(raw[at]), int(raw[at + 1]); at += 2
            body, scores = raw[at:at + n * 23].reshape(n, 23), f[at:at + n * 23].reshape(n, 23)
            at += n * 23
            doc["windows"].append((c, body[:, 0].copy(), body[:, 1].copy(), body[:, 2].copy(), scores[:, 3:7].copy(), scores[:, 7:23].copy()))
        docs.append(doc)
    assert at == len(raw)
    return docs
