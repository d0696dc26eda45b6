"""Writes what was learnt into the files that are built into the program: see analysis/encoder/file.go and
analysis/attribution/network.go for their form."""
import struct
import numpy as np


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


def bytes_(rows):
    step = (np.abs(rows).max(1) / 127 + 1e-12).astype("<f4")
    return step, np.clip(np.round(rows / step[:, None]), -127, 127).astype(np.int8)


def sense(path, encoder, project, vocabulary):
    words = numbers(encoder.words.weight)
    list_ = "".join(p + "\n" for p in vocabulary).encode()
    plain = [encoder.places, encoder.norm.weight, encoder.norm.bias]
    steps, rows = halves(words)
    rows = (rows + 8).astype(np.uint8)
    all_steps, all_rows = [steps], [(rows[:, 0::2] | rows[:, 1::2] << 4).tobytes()]
    for layer in encoder.layers:
        plain += [layer.qkv.bias, layer.out.bias, layer.n1.weight, layer.n1.bias, layer.f1.bias, layer.f2.bias, layer.n2.weight, layer.n2.bias]
    for matrix in [m.weight for l in encoder.layers for m in (l.qkv, l.out, l.f1, l.f2)] + [project.weight]:
        steps, rows = bytes_(numbers(matrix))
        all_steps.append(steps); all_rows.append(rows.tobytes())
    plain.append(project.bias)
    sizes = [len(encoder.layers), words.shape[1], encoder.heads, encoder.layers[0].f1.weight.shape[0], len(vocabulary),
             encoder.places.shape[0], project.weight.shape[0], len(list_)]
    body = struct.pack("<8I", *sizes).ljust(64 - 12, b"\0") + list_ + b"\0" * (-len(list_) % 4)
    body += b"".join(numbers(p).tobytes() for p in plain) + b"".join(s.tobytes() for s in all_steps) + b"".join(all_rows)
    open(path, "wb").write(b"hsysens\x01" + struct.pack("<I", crc32c(body)) + body)


def network(path, heads):
    last = np.concatenate([numbers(m.weight) for m in (heads.unary, heads.edge, heads.edge0)])
    added = np.concatenate([numbers(heads.unary.bias), numbers(heads.edge.bias), np.zeros(16, "<f4")])
    parts = [numbers(heads.cue), numbers(heads.scale_u), numbers(heads.scale_e), numbers(heads.far.weight), numbers(heads.mid.weight),
             numbers(heads.mid.bias), last, added]
    body = b"".join(p.tobytes() for p in parts)
    open(path, "wb").write(b"hsynetw\x01" + struct.pack("<I", crc32c(body)) + body)
