"""The teacher: a small transformer encoder with heads for tags, arcs and relations.

The encoder is MiniLM (Wang et al. 2020), six layers of 384; a word is the mean of its pieces in a
learnt mix of the layers; arcs and relations are biaffine (Dozat and Manning 2017). Node 0 is the
root, for which the first mark of the encoder stands.
"""

import json

import safetensors
import safetensors.torch
import torch
from torch import nn
from torch.nn import functional

from treebank import LOOKS, look

ARC, RELATION = 320, 128
LONGEST = 300


class Layer(nn.Module):
    """One layer of the encoder, its names as in the weights of BERT."""

    def __init__(self, width, inner, heads, dropout):
        super().__init__()
        self.heads, self.dropout = heads, nn.Dropout(dropout)
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.joined, self.first_norm = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.second_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, states, mask):
        batch, length, width = states.shape

        def split(made):
            return made.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        # Written out: sentences are short, and the fused way is slow backwards on a processor.
        scores = split(self.query(states)) @ split(self.key(states)).transpose(2, 3)
        scores = scores * (width // self.heads) ** -0.5 + mask
        seen = torch.softmax(scores, -1).to(states.dtype) @ split(self.value(states))
        seen = self.joined(seen.transpose(1, 2).reshape(batch, length, width))
        states = self.first_norm(states + self.dropout(seen))
        return self.second_norm(states + self.dropout(self.down(functional.gelu(self.up(states)))))


class Teacher(nn.Module):
    def __init__(self, pairs, relations, layers=6, width=384, inner=1536, heads=12, vocabulary=30522, dropout=0.1):
        super().__init__()
        self.pairs, self.relations = pairs, relations
        self.pieces, self.places = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.kind, self.looks = nn.Parameter(torch.zeros(width)), nn.Embedding(LOOKS, width)
        nn.init.zeros_(self.looks.weight)
        self.norm, self.dropout = nn.LayerNorm(width, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, inner, heads, dropout) for _ in range(layers))
        self.mix = nn.Parameter(torch.zeros(layers + 1))

        def side(size):
            return nn.Sequential(nn.Linear(width, size), nn.LeakyReLU(0.1), nn.Dropout(0.25))

        self.tag = nn.Sequential(side(width), nn.Linear(width, len(pairs)))
        self.arc_head, self.arc_child = side(ARC), side(ARC)
        self.relation_head, self.relation_child = side(RELATION), side(RELATION)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.relation = nn.Parameter(torch.zeros(len(relations), RELATION + 1, RELATION + 1))

    def states(self, pieces, looks, places_of_words, words):
        """A vector for the root and each word; `places_of_words` says to which word a piece belongs."""
        batch, length = pieces.shape
        made = self.pieces(pieces) + self.places(torch.arange(length))[None] + self.kind + self.looks(looks)
        states = self.dropout(self.norm(made))
        mask = torch.zeros(batch, 1, 1, length, dtype=states.dtype)
        mask.masked_fill_((pieces == 0)[:, None, None], torch.finfo(states.dtype).min)
        weights = torch.softmax(self.mix, 0)
        mixed = states * weights[0]
        for layer, weight in zip(self.layers, weights[1:]):
            states = layer(states, mask)
            mixed = mixed + states * weight
        slots = places_of_words[..., None].expand(-1, -1, mixed.shape[-1])
        sums = torch.zeros(batch, words + 2, mixed.shape[-1], dtype=mixed.dtype).scatter_add(1, slots, mixed)
        counts = torch.zeros(batch, words + 2).scatter_add(1, places_of_words, torch.ones(batch, length))
        return self.dropout((sums / counts.clamp(min=1)[..., None])[:, : words + 1])

    def forward(self, batch):
        """Scores of pairs [batch, words, pairs] and of heads [batch, words, nodes], with what relations need."""
        states = self.states(batch["pieces"], batch["looks"], batch["places"], batch["words"])
        children = states[:, 1:]
        head, child = self.arc_head(states), self.arc_child(children)
        child = torch.cat([child, torch.ones_like(child[..., :1])], -1)
        arcs = (child @ self.arc) @ head.transpose(1, 2)
        lengths = batch["lengths"]
        absent = torch.arange(arcs.shape[2])[None] > lengths[:, None]
        arcs = arcs.masked_fill(absent[:, None], -1e4)
        own = torch.arange(arcs.shape[1])
        own = functional.one_hot(own + 1, arcs.shape[2]).bool()
        arcs = arcs.masked_fill(own[None], -1e4)
        return self.tag(children), arcs, (self.relation_head(states), self.relation_child(children))

    def related(self, parts, heads):
        """Scores of the relations of words to the given heads [batch, words, relations]."""
        head, child = parts
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        one = torch.ones_like(child[..., :1])
        chosen, child = torch.cat([chosen, one], -1), torch.cat([child, one], -1)
        batch, words, width = child.shape
        turned = torch.einsum("nc,rcd->nrd", child.reshape(-1, width), self.relation)
        return torch.einsum("nrd,nd->nr", turned, chosen.reshape(-1, width)).view(batch, words, -1)


def pack(tokenizer, sentences):
    """A batch of sentences (lists of forms) as tensors."""
    coded = tokenizer.encode_batch([[form[:40] for form in forms] for forms in sentences], is_pretokenized=True)
    length, words = max(len(code.ids) for code in coded), max(len(forms) for forms in sentences)
    pieces = torch.zeros(len(coded), length, dtype=torch.long)
    looks, places = torch.zeros_like(pieces), torch.full_like(pieces, words + 1)
    for number, (code, forms) in enumerate(zip(coded, sentences)):
        looks_of = [look(form) for form in forms]
        pieces[number, : len(code.ids)] = torch.tensor(code.ids)
        of = code.word_ids
        places[number, : len(of)] = torch.tensor([words + 1 if word is None else word + 1 for word in of])
        places[number, 0] = 0
        looks[number, : len(of)] = torch.tensor([0 if word is None else looks_of[word] for word in of])
    lengths = torch.tensor([len(forms) for forms in sentences])
    return {"pieces": pieces, "looks": looks, "places": places, "words": words, "lengths": lengths}


def batches(sizes, room):
    """Numbers of sentences in batches of like length, each of about `room` pieces with its padding."""
    order = sorted(range(len(sizes)), key=lambda number: sizes[number])
    batch, longest = [], 0
    for number in order:
        longest = max(longest, sizes[number])
        if batch and longest * (len(batch) + 1) > room:
            yield batch
            batch, longest = [], sizes[number]
        batch.append(number)
    if batch:
        yield batch


def encoder_from_bert(teacher, tensors):
    """Takes over the weights of a BERT encoder."""
    names = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "joined", "attention.output.LayerNorm": "first_norm",
        "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "second_norm",
    }  # fmt: skip
    tensors = {name.removeprefix("bert."): tensor for name, tensor in tensors.items()}
    own = {
        "pieces.weight": tensors["embeddings.word_embeddings.weight"],
        "places.weight": tensors["embeddings.position_embeddings.weight"],
        "kind": tensors["embeddings.token_type_embeddings.weight"][0],
    }
    for kind in ("weight", "bias"):
        own[f"norm.{kind}"] = tensors[f"embeddings.LayerNorm.{kind}"]
        for number in range(len(teacher.layers)):
            for theirs, ours in names.items():
                own[f"layers.{number}.{ours}.{kind}"] = tensors[f"encoder.layer.{number}.{theirs}.{kind}"]
    missing = teacher.load_state_dict(own, strict=False)
    assert not missing.unexpected_keys, missing.unexpected_keys


def save(teacher, path):
    names = {"pairs": json.dumps(teacher.pairs), "relations": json.dumps(teacher.relations)}
    names["layers"] = str(len(teacher.layers))
    safetensors.torch.save_file({k: v.contiguous() for k, v in teacher.state_dict().items()}, path, names)


def load(path):
    with safetensors.safe_open(path, "pt") as file:
        names = file.metadata()
    teacher = Teacher(json.loads(names["pairs"]), json.loads(names["relations"]), int(names["layers"]))
    teacher.load_state_dict(safetensors.torch.load_file(path))
    return teacher.eval()
