"""The encoder, a transformer begun with the first layers of MiniLM, and the network over its hidden states that adds to the unary and
pairwise potentials of the linear models of attribution: a linear-chain conditional random field."""
import json, struct
import numpy as np, torch
from torch import nn
import torch.nn.functional as F

HIDDEN, HEADS = 384, 12


def safetensors(path):
    """The matrices of a file, by their names."""
    raw = open(path, "rb").read()
    n = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8:8 + n])
    out = {}
    for k, v in head.items():
        if k == "__metadata__" or v["dtype"] != "F32": continue
        a, b = v["data_offsets"]
        out[k.removeprefix("bert.")] = torch.from_numpy(np.frombuffer(raw[8 + n + a:8 + n + b], dtype=np.float32).reshape(v["shape"]).copy())
    return out


def gelu(x):
    """GELU of the intermediate layer; what the program computes differs from it by less than 0.001."""
    return F.gelu(x, approximate="tanh")


class Layer(nn.Module):
    def __init__(self, inner, drop):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm, self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.intermediate, self.output = nn.Linear(HIDDEN, inner), nn.Linear(inner, HIDDEN)
        self.drop = drop

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, n, HIDDEN))
        x = self.attention_norm(x + F.dropout(a, self.drop, self.training))
        y = self.output(gelu(self.intermediate(x)))
        return self.output_norm(x + F.dropout(y, self.drop, self.training))


class Encoder(nn.Module):
    def __init__(self, vocabulary, layers, inner=1536, positions=160, drop=0.1):
        super().__init__()
        self.embeddings = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Parameter(torch.zeros(positions, HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner, drop) for _ in range(layers))
        self.drop, self.heads = drop, HEADS

    def load(self, t, which):
        """Takes the weights of some of MiniLM's layers; of a narrower intermediate layer the units that weigh most."""
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
                    layer.output.bias.copy_(t[p + "output.dense.bias"])
                w1, w2, b1 = t[p + "intermediate.dense.weight"], t[p + "output.dense.weight"], t[p + "intermediate.dense.bias"]
                n = layer.intermediate.weight.shape[0]
                keep = (w1.norm(dim=1) * w2.norm(dim=0)).topk(n).indices.sort().values
                layer.intermediate.weight.copy_(w1[keep]); layer.intermediate.bias.copy_(b1[keep]); layer.output.weight.copy_(w2[:, keep])

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
    def __init__(self, drop=0.2):
        super().__init__()
        self.projection = nn.Linear(HIDDEN, 1 + 2 * D)
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


def windows_loss(heads, v, windows):
    """v: [tokens, 1+2D] in the batch; windows: (cue, from, to, labels, unary, pairwise) with token indices in the batch.
    Returns the negative log-likelihood of the labels of each window, by a linear-chain CRF over its items."""
    order = sorted(range(len(windows)), key=lambda k: len(windows[k][1]))
    out = [None] * len(windows)
    for g in range(0, len(order), 48):
        part = order[g:g + 48]
        n = max(len(windows[k][1]) for k in part)
        b = len(part)
        fr, to, far = np.zeros((b, n), np.int64), np.zeros((b, n), np.int64), np.full((b, n), BUCKETS)
        lab, un, ed = np.zeros((b, n), np.int64), np.zeros((b, n, 4), np.float32), np.zeros((b, n, 16), np.float32)
        real = np.zeros((b, n), bool); cue = np.zeros(b, np.int64)
        for i, k in enumerate(part):
            c, f, t, l, u, e = windows[k]
            m = len(f)
            fr[i, :m], to[i, :m], lab[i, :m], un[i, :m], ed[i, :m], real[i, :m], cue[i] = f, t - 1, l, u, e, True, c
            far[i, :m] = bucket(np.where(t <= c, t - 1 - c, np.where(f > c, f - c, 0)))
        fr, to, lab, un, ed, real = map(torch.from_numpy, (fr, to, lab, un, ed, real))
        item, mark = v[:, 1:1 + D], v[:, 1 + D:]
        z = (item[fr] + item[to]) / 2 + mark[torch.from_numpy(cue)][:, None] + heads.distances(torch.from_numpy(far))
        z = heads.drop(F.relu(z))
        z = heads.drop(F.relu(heads.hidden(z)))
        u = heads.scale_unary * un + heads.unary(z)
        e = heads.scale_pairwise * ed
        e = torch.cat([e[:, :1], e[:, 1:] + heads.pairwise_to(z[:, 1:]) + heads.pairwise_from(z[:, :-1])], 1)
        alpha = u[:, 0]
        e4 = e.view(b, n, 4, 4)
        for t in range(1, n):
            new = torch.logsumexp(alpha[:, :, None] + e4[:, t], 1) + u[:, t]
            alpha = torch.where(real[:, t, None], new, alpha)
        z_all = torch.logsumexp(alpha, 1)
        gold = (u.gather(2, lab[:, :, None])[:, :, 0] * real).sum(1)
        gold = gold + (e[:, 1:].gather(2, (lab[:, :-1] * 4 + lab[:, 1:])[:, :, None])[:, :, 0] * real[:, 1:]).sum(1)
        loss = z_all - gold
        for i, k in enumerate(part): out[k] = loss[i]
    return torch.stack(out)
