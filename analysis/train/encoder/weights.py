"""Writes what was learnt into the files that are built into the program: see analysis/encoder/file.go,
analysis/attribution/network.go and analysis/speakers/antecedents for their form."""
import struct
import numpy as np
from network import MOST_WEIGHT


def crc32c(data):
    table = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ (0x82F63B78 if n & 1 else 0)
        table.append(n)
    c = 0xFFFFFFFF
    for b in data:
        c = table[(c ^ b) & 255] ^ (c >> 8)
    return c ^ 0xFFFFFFFF


def numbers(tensor):
    return tensor.detach().float().numpy().astype("<f4")


def halves(rows):
    """Rows of numbers as half bytes, with the step of each row that loses least."""
    most = np.abs(rows).max(1, keepdims=True) / 7 + 1e-12
    steps = most * np.array([1.0, 0.9, 0.8, 0.7], dtype=np.float32)
    lost = [((np.clip(np.round(rows / s[:, None]), -7, 7) * s[:, None] - rows) ** 2).sum(1) for s in steps.T]
    step = steps[np.arange(len(rows)), np.argmin(lost, 0)].astype("<f4")
    return step, np.clip(np.round(rows / step[:, None]), -7, 7).astype(np.int8)


def bytes_(rows, most=127):
    """Rows of numbers as whole numbers of at most `most`, with the step of each row."""
    step = (np.abs(rows).max(1) / most + 1e-12).astype("<f4")
    return step, np.clip(np.round(rows / step[:, None]), -most, most).astype(np.int8)


def encoder(path, network, projection, vocabulary):
    words = numbers(network.embeddings.weight)
    list_ = "".join(p + "\n" for p in vocabulary).encode()
    plain = [network.positions, network.norm.weight, network.norm.bias]
    steps, rows = halves(words)
    rows = (rows + 8).astype(np.uint8)
    all_steps, all_rows = [steps], [(rows[:, 0::2] | rows[:, 1::2] << 4).tobytes()]
    for layer in network.layers:
        plain += [layer.qkv.bias, layer.out.bias, layer.attention_norm.weight, layer.attention_norm.bias, layer.intermediate.bias, layer.output.bias, layer.output_norm.weight, layer.output_norm.bias]
    for matrix in [m.weight for l in network.layers for m in (l.qkv, l.out, l.intermediate, l.output)] + [projection.weight]:
        steps, rows = bytes_(numbers(matrix), MOST_WEIGHT)
        all_steps.append(steps); all_rows.append(rows.tobytes())
    plain.append(projection.bias)
    sizes = [len(network.layers), words.shape[1], network.heads, network.layers[0].intermediate.weight.shape[0], len(vocabulary),
             network.positions.shape[0], projection.weight.shape[0], len(list_)]
    body = struct.pack("<8I", *sizes).ljust(64 - 12, b"\0") + list_ + b"\0" * (-len(list_) % 4)
    body += b"".join(numbers(p).tobytes() for p in plain) + b"".join(s.tobytes() for s in all_steps) + b"".join(all_rows)
    open(path, "wb").write(b"hsysens\x01" + struct.pack("<I", crc32c(body)) + body)


def network(path, heads):
    last = np.concatenate([numbers(m.weight) for m in (heads.unary, heads.pairwise_to, heads.pairwise_from)])
    added = np.concatenate([numbers(heads.unary.bias), numbers(heads.pairwise_to.bias), np.zeros(16, "<f4")])
    parts = [numbers(heads.cue), numbers(heads.scale_unary), numbers(heads.scale_pairwise), numbers(heads.distances.weight), numbers(heads.hidden.weight),
             numbers(heads.hidden.bias), last, added]
    body = b"".join(p.tobytes() for p in parts)
    open(path, "wb").write(b"hsynetw\x01" + struct.pack("<I", crc32c(body)) + body)


def antecedents(path, beside):
    """What pronouns ask for and mentions answer, and what each distance adds."""
    plain, rows = [numbers(beside.distances.weight), numbers(beside.asks.bias), numbers(beside.answers.bias)], []
    for layer in (beside.asks, beside.answers):
        step, row = bytes_(numbers(layer.weight))
        plain.append(step); rows.append(row)
    body = struct.pack("<2I", beside.asks.in_features, beside.asks.out_features) + b"".join(p.tobytes() for p in plain + rows)
    open(path, "wb").write(b"hsyantec\x01\0\0\0" + struct.pack("<I", crc32c(body)) + body)
