"""What a large network makes of articles, written down for a small one to learn from: how likely it holds each cue, and labellings of
each window, drawn from what it holds likely. To learn labels so drawn is to learn the distribution they are drawn from."""
import random
import numpy as np, torch
import network

TIMES = 6  # labellings of each window


def write(path, teacher, articles):
    out = {}
    for m in (teacher.encoder, teacher.heads): m.eval()
    with torch.no_grad():
        for a in articles:
            v = teacher.heads.projection(teacher.states([a]))
            logit = teacher.heads.cue * torch.from_numpy(a["odds"]) + v[torch.from_numpy(a["cue"]), 0]
            out[a["id"] + "/cues"] = torch.sigmoid(logit).numpy()
            if a["windows"]: out[a["id"] + "/labels"] = np.concatenate(network.sampled(teacher.heads, v, a["windows"], TIMES), 1)
    np.savez_compressed(path, **out)


def add(path, articles):
    """Gives each article the answers of one more teacher."""
    file = np.load(path)
    for a in articles:
        if a["id"] + "/cues" not in file or len(file[a["id"] + "/cues"]) != len(a["cue"]): continue
        labels = file[a["id"] + "/labels"] if a["windows"] else np.zeros((TIMES, 0), np.int8)
        ends = np.cumsum([len(w[1]) for w in a["windows"]])
        if labels.shape[1] == sum(len(w[1]) for w in a["windows"]):
            a.setdefault("answers", []).append((file[a["id"] + "/cues"], [np.split(l, ends[:-1]) for l in labels]))


def drawn(a, trusted):
    """What is right of an article this time: how likely each cue is, and the labels of each window, None for what people say."""
    given = a.get("answers")
    if not given: return a["head"], None
    known = not a["id"].startswith("unlabelled/")
    share = trusted if known else 1.0
    cues = (1 - share) * a["head"] + share * np.mean([c for c, _ in given], 0)
    if known and random.random() >= trusted: return cues.astype(np.float32), None
    return cues.astype(np.float32), random.choice(random.choice(given)[1])
