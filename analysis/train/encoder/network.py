"""The encoder, a transformer, and the network over its hidden states that adds to the unary and pairwise potentials of the linear
models of attribution: a linear-chain conditional random field."""
import numpy as np, torch
from torch import nn
import torch.nn.functional as F

HIDDEN = 384  # numbers of a hidden state in the program; a teacher's may have more
# The most that a quantized weight, and a quantized number that is multiplied by it, can be: as in analysis/encoder/kernel.
MOST_WEIGHT, MOST_STATE = 63, 127


def gelu(x):
    """GELU of the intermediate layer; what the program computes differs from it by less than 0.001."""
    return F.gelu(x, approximate="tanh")


def quantized(x, most):
    """The rows of x as whole numbers of at most `most`, and the scale of each row. Gradients go through as if nothing were rounded
    (straight-through estimator, Bengio et al. 2013)."""
    scale = x.detach().abs().amax(-1, keepdim=True).float().clamp(min=1e-10) / most
    y = x.float() / scale
    return y + (y.round() - y).detach(), scale


class Dense(nn.Linear):
    """A dense layer, which computes as the program does, in whole numbers of eight bits, once it is told to."""
    whole = False

    def forward(self, x):
        if not self.whole:
            return super().forward(x)
        (x, of_rows), (w, of_columns) = quantized(x, MOST_STATE), quantized(self.weight, MOST_WEIGHT)
        return F.linear(x, w).float() * (of_rows * of_columns[:, 0]) + self.bias


class Layer(nn.Module):
    def __init__(self, hidden, heads, inner, drop):
        super().__init__()
        self.qkv, self.out = Dense(hidden, 3 * hidden), Dense(hidden, hidden)
        self.attention_norm, self.output_norm = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)
        self.intermediate, self.output = Dense(hidden, inner), Dense(inner, hidden)
        self.heads, self.drop = heads, drop

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, n, d))
        x = self.attention_norm(x + F.dropout(a, self.drop, self.training))
        y = self.output(gelu(self.intermediate(x)))
        return self.output_norm(x + F.dropout(y, self.drop, self.training))


class Encoder(nn.Module):
    def __init__(self, vocabulary, layers, inner, hidden=HIDDEN, heads=12, positions=160, drop=0.1):
        super().__init__()
        self.embeddings = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Parameter(torch.zeros(positions, hidden))
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, drop) for _ in range(layers))
        self.drop, self.heads = drop, heads

    def load(self, t, which):
        """Takes the weights of some layers of a model of BERT's kind."""
        with torch.no_grad():
            self.embeddings.weight.copy_(t["embeddings.word_embeddings.weight"])
            self.positions.copy_(t["embeddings.position_embeddings.weight"][:self.positions.shape[0]] + t["embeddings.token_type_embeddings.weight"][0])
            self.norm.weight.copy_(t["embeddings.LayerNorm.weight"]); self.norm.bias.copy_(t["embeddings.LayerNorm.bias"])
            for layer, k in zip(self.layers, which):
                p = f"encoder.layer.{k}."
                for what in ("weight", "bias"):
                    layer.qkv.__getattr__(what).copy_(torch.cat([t[p + f"attention.self.{x}.{what}"] for x in ("query", "key", "value")]))
                    layer.out.__getattr__(what).copy_(t[p + f"attention.output.dense.{what}"])
                    layer.attention_norm.__getattr__(what).copy_(t[p + f"attention.output.LayerNorm.{what}"])
                    layer.output_norm.__getattr__(what).copy_(t[p + f"output.LayerNorm.{what}"])
                    layer.intermediate.__getattr__(what).copy_(t[p + f"intermediate.dense.{what}"])
                    layer.output.__getattr__(what).copy_(t[p + f"output.dense.{what}"])

    def of_inner(self, inner):
        """Makes the intermediate layers so wide, for weights that are to be loaded."""
        for l in self.layers:
            hidden = l.out.weight.shape[0]
            l.intermediate, l.output = Dense(hidden, inner), Dense(inner, hidden)

    def narrow(self, sums, inner):
        """Keeps so many inner units of each layer, of which the number, the sum and the sum of the squares of what they gave are known:
        those whose part in what comes out varies most."""
        for layer, (n, x, xx) in zip(self.layers, sums):
            mean = x / n
            worth = (xx / n - mean * mean) * layer.output.weight.double().pow(2).sum(0)
            keep = worth.topk(inner).indices.sort().values
            drop = torch.ones(len(mean), dtype=torch.bool); drop[keep] = False
            layer.output.bias += (layer.output.weight[:, drop].double() @ mean[drop]).float()
            layer.intermediate.weight, layer.intermediate.bias = (nn.Parameter(p[keep]) for p in (layer.intermediate.weight, layer.intermediate.bias))
            layer.output.weight = nn.Parameter(layer.output.weight[:, keep])

    def forward(self, ids, lengths):
        n = ids.shape[1]
        x = self.embeddings(ids) + self.positions[:n]
        x = F.dropout(self.norm(x), self.drop, self.training)
        mask = (torch.arange(n)[None, :] < lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


D = 96
BUCKETS = 16  # buckets of distance on each side


def bucket(d):
    """A signed distance in tokens as one of 2*BUCKETS+1 buckets, the same as in Go."""
    a = np.abs(d)
    b = np.where(a <= 8, a, np.minimum(BUCKETS, 8 + np.ceil(np.log2(np.maximum(a, 1) / 8) * 2).astype(np.int64)))
    return np.where(d < 0, BUCKETS - b, BUCKETS + b)


class Heads(nn.Module):
    def __init__(self, hidden=HIDDEN, drop=0.2):
        super().__init__()
        self.projection = Dense(hidden, 1 + 2 * D)
        self.distances = nn.Embedding(2 * BUCKETS + 1, D)
        self.hidden = nn.Linear(D, D)
        self.unary, self.pairwise_to, self.pairwise_from = nn.Linear(D, 4), nn.Linear(D, 16), nn.Linear(D, 16, bias=False)
        self.cue = nn.Parameter(torch.tensor([1.0]))
        self.scale_unary = nn.Parameter(torch.ones(1)); self.scale_pairwise = nn.Parameter(torch.ones(1))
        nn.init.normal_(self.distances.weight, std=0.1)
        for m in (self.unary, self.pairwise_to, self.pairwise_from):
            nn.init.zeros_(m.weight)
        nn.init.zeros_(self.unary.bias); nn.init.zeros_(self.pairwise_to.bias)
        with torch.no_grad():
            self.projection.weight[0].zero_(); self.projection.bias.zero_()
        self.drop = nn.Dropout(drop)


def batches(windows):
    """The windows in groups of like length: their places in the list."""
    order = sorted(range(len(windows)), key=lambda k: len(windows[k][1]))
    return [order[g:g + 48] for g in range(0, len(order), 48)]


def potentials(heads, v, part):
    """The potentials of some windows: (cue, from, to, labels, unary, pairwise) with tokens of v, tokens x (1 + 2D). Of b windows of at
    most n items the unary ones, b x n x 4, the pairwise ones of the steps to each item, b x n x 4 x 4, the labels, and which items
    there are, b x n."""
    b, n = len(part), max(len(w[1]) for w in part)
    fr, to, far = np.zeros((b, n), np.int64), np.zeros((b, n), np.int64), np.full((b, n), BUCKETS)
    lab, un, ed = np.zeros((b, n), np.int64), np.zeros((b, n, 4), np.float32), np.zeros((b, n, 16), np.float32)
    real, cue = np.zeros((b, n), bool), np.zeros(b, np.int64)
    for i, (c, f, t, l, u, e) in enumerate(part):
        m = len(f)
        fr[i, :m], to[i, :m], lab[i, :m], un[i, :m], ed[i, :m], real[i, :m], cue[i] = f, t - 1, l, u, e, True, c
        far[i, :m] = bucket(np.where(t <= c, t - 1 - c, np.where(f > c, f - c, 0)))
    fr, to, lab, un, ed, real = map(torch.from_numpy, (fr, to, lab, un, ed, real))
    item, mark = v[:, 1:1 + D], v[:, 1 + D:]
    z = (item[fr] + item[to]) / 2 + mark[torch.from_numpy(cue)][:, None] + heads.distances(torch.from_numpy(far))
    z = heads.drop(F.relu(z))
    z = heads.drop(F.relu(heads.hidden(z)))
    u, e = heads.scale_unary * un + heads.unary(z), heads.scale_pairwise * ed
    e = torch.cat([e[:, :1], e[:, 1:] + heads.pairwise_to(z[:, 1:]) + heads.pairwise_from(z[:, :-1])], 1)
    return u, e.view(b, n, 4, 4), lab, real


def forward_scores(u, e, real):
    """Log sums over all labellings up to each item, b x n x 4; behind the last item of a window they stay as they are."""
    alpha = [u[:, 0]]
    for t in range(1, u.shape[1]):
        new = torch.logsumexp(alpha[-1][:, :, None] + e[:, t], 1) + u[:, t]
        alpha.append(torch.where(real[:, t, None], new, alpha[-1]))
    return alpha


def windows_loss(heads, v, windows):
    """The negative log-likelihood of the labels of each window, by a linear-chain CRF over its items."""
    out = [None] * len(windows)
    for group in batches(windows):
        u, e, lab, real = potentials(heads, v, [windows[k] for k in group])
        z = torch.logsumexp(forward_scores(u, e, real)[-1], 1)
        gold = (u.gather(2, lab[:, :, None])[:, :, 0] * real).sum(1)
        steps = e.flatten(2)[:, 1:].gather(2, (lab[:, :-1] * 4 + lab[:, 1:])[:, :, None])[:, :, 0]
        loss = z - gold - (steps * real[:, 1:]).sum(1)
        for i, k in enumerate(group): out[k] = loss[i]
    return torch.stack(out)


def sampled(heads, v, windows, times):
    """Labellings of each window drawn from what the CRF holds likely (forward filtering, backward sampling): times x items."""
    out = [None] * len(windows)
    for group in batches(windows):
        u, e, _, real = potentials(heads, v, [windows[k] for k in group])
        alpha = forward_scores(u, e, real)
        b, n = real.shape
        got = torch.zeros(times, b, n, dtype=torch.long)
        now = torch.distributions.Categorical(logits=alpha[-1]).sample((times,))
        for t in range(n - 1, -1, -1):
            if t < n - 1:
                came = alpha[t][None] + e[:, t + 1].permute(2, 0, 1)[now, torch.arange(b)[None]]
                drawn = torch.distributions.Categorical(logits=came).sample()
                now = torch.where(real[:, t + 1][None], drawn, now)
            got[:, :, t] = now
        for i, k in enumerate(group): out[k] = got[:, i, :len(windows[k][1])].numpy().astype(np.int8)
    return out
