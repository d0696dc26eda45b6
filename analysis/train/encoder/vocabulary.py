"""The pieces that are kept of BERT's vocabulary, which E5 shares: those met most often in the texts to learn from, and the letters of
Latin scripts, so that every word can be spelt."""
import collections, gzip, json, os, re

KEPT = 16000
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORD = re.compile(r"\w+(?:['’-]\w+)*|\S")


def texts(corpora):
    for line in open(os.path.join(corpora, "polnear-train.jsonl"), encoding="utf-8"):
        yield json.loads(line)["text"]
    for line in gzip.open(os.path.join(corpora, "news-unlabelled.jsonl.gz"), "rt", encoding="utf-8"):
        yield json.loads(line)["text"]
    for treebank in ("ewt", "gum"):
        for line in open(os.path.join(corpora, treebank + "-train.conllu"), encoding="utf-8"):
            if line.startswith("# text = "):
                yield line[len("# text = "):]


def kept(corpora, whole, pieces):
    """The list of pieces, of the whole list, that cuts words into those."""
    met = collections.Counter(i for text in texts(corpora) for word in WORD.findall(text) for i in pieces.of(word))
    letters = {i for i, p in enumerate(whole) if len(p) == 1 and met[i] or len(p) == 3 and p.startswith("##") and ord(p[2]) < 0x250}
    out = set(letters)
    for i in sorted(range(len(whole)), key=lambda i: (-met[i], i)):
        if len(out) == KEPT - len(SPECIAL):
            break
        if whole[i] == "[" or not whole[i].startswith("["):
            out.add(i)
    return SPECIAL + [whole[i] for i in sorted(out)]
