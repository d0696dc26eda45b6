"""Linear-chain conditional random fields over labels in BIO form: label 0 is outside, 1 + 2 k begins a stretch of kind k, and 2 + 2 k
goes on with it."""
import numpy as np, torch

FORBIDDEN = -1e4


def forbidden(labels):
    """What is added to the scores of transitions: what goes on must have begun."""
    return torch.tensor([[FORBIDDEN if k and k % 2 == 0 and i not in (k, k - 1) else 0.0 for k in range(labels)] for i in range(labels)])


def sums(scores, real, step):
    """The logarithms of what all labellings are worth together, up to each token: rows x tokens x labels."""
    a = step[0] + scores[:, 0]
    out = [a]
    for t in range(1, scores.shape[1]):
        a = torch.where(real[:, t, None], torch.logsumexp(a[:, :, None] + step, 1) + scores[:, t], a)
        out.append(a)
    return out


def negative_log_likelihood(scores, labels, real, step):
    """How unlikely the labels of each row are; before and behind it stands nothing. Rows x tokens x labels, rows x tokens twice."""
    a = sums(scores, real, step)[-1]
    last = labels.gather(1, (real.sum(1) - 1)[:, None])[:, 0]
    gold = (scores.gather(2, labels[:, :, None])[:, :, 0] * real).sum(1) + step[0][labels[:, 0]] + step[:, 0][last]
    gold = gold + (step[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum(1)
    return torch.logsumexp(a + step[:, 0], 1) - gold


def marginals(scores, real, step):
    """The probability of each label at each token."""
    forward, n = sums(scores, real, step), scores.shape[1]
    b = step[:, 0].expand(len(scores), -1)
    out = [None] * n
    for t in range(n - 1, -1, -1):
        out[t] = (forward[t] + b).softmax(1)
        if t: b = torch.where(real[:, t, None], torch.logsumexp(step[None] + (scores[:, t] + b)[:, None], 2), b)
    return torch.stack(out, 1)


def viterbi(scores, step):
    """The labels of one row that fit best: tokens x labels, as numpy arrays."""
    a, came = step[0] + scores[0], []
    for s in scores[1:]:
        each = a[:, None] + step
        came.append(each.argmax(0)); a = each.max(0) + s
    out = [int((a + step[:, 0]).argmax())]
    for c in reversed(came): out.append(int(c[out[-1]]))
    return out[::-1]


def spans(labels):
    """The stretches of a labelling: start, end, kind."""
    out, i = [], 0
    while i < len(labels):
        k = i + 1
        if labels[i]:
            while k < len(labels) and labels[k] and labels[k] % 2 == 0: k += 1
            out.append((i, k, (labels[i] - 1) // 2))
        i = k
    return out
