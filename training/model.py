"""The reader's network: MiniLM, a head that finds cues, and one that reads roles for each cue.

A cue is read as a predicate: once it is found, every word near it is its source, its content or
neither. So nesting, content on both sides of the cue and linking need nothing further.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from safetensors.torch import load_file
from torch import Tensor, nn

from firsthand.reading.model.decode import BUCKETS, RELATIONS

KINDS = 6


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network is."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    role: int = 96
    dilations: tuple[int, ...] = (1, 2, 4)


def dropped(x: Tensor, share: float) -> Tensor:
    """`x` without a share of its columns, the same ones for a whole window: far faster to draw."""
    if not share:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= share
    return x * (keep.to(x.dtype) / (1 - share))


class Layer(nn.Module):
    """One layer of BERT, with the three projections of attention in one."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.qkv = nn.Linear(sizes.width, 3 * sizes.width)
        self.out = nn.Linear(sizes.width, sizes.width)
        self.norm1 = nn.LayerNorm(sizes.width, eps=1e-12)
        self.up = nn.Linear(sizes.width, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.width)
        self.norm2 = nn.LayerNorm(sizes.width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = (q * (w // self.heads) ** -0.5) @ k.transpose(-1, -2) + mask.to(q.dtype)
        with torch.autocast("cpu", enabled=False):
            weights = scores.softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, t, w)
        x = self.norm1(x + dropped(self.out(mixed), drop if self.training else 0))
        return self.norm2(x + dropped(self.down(F.gelu(self.up(x))), drop if self.training else 0))


class Network(nn.Module):
    """Encoder, and what each word says of itself: `project` gives cue, auxiliary and role parts."""

    def __init__(self, sizes: Sizes = Sizes(), drop: float = 0.1) -> None:
        super().__init__()
        self.sizes, self.drop = sizes, drop
        self.word = nn.Embedding(30522, sizes.width)
        self.position = nn.Embedding(512, sizes.width)
        self.kind = nn.Embedding(KINDS, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.project = nn.Linear(sizes.width, 3 + 2 + 3 * sizes.role)
        self.distance = nn.Embedding(BUCKETS * RELATIONS, sizes.role)
        self.mixing = nn.ModuleList(
            nn.Conv1d(sizes.role, sizes.role, 3, padding=d, dilation=d) for d in sizes.dilations
        )
        self.label = nn.Linear(sizes.role, 3)

    def encode(self, ids: Tensor, kinds: Tensor, real: Tensor) -> Tensor:
        """What `project` says of every id; `real` is 0 on padding."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind(kinds)
        drop = self.drop if self.training else 0.0
        x = dropped(self.norm(x), drop)
        if self.training:
            x = x.bfloat16()
        mask = (1.0 - real[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        return self.project(dropped(x, drop))

    def roles(self, near: Tensor, at_cue: Tensor, distance: Tensor, real: Tensor) -> Tensor:
        """The role logits (cues, words, 3) of the words `near` each cue."""
        k = self.sizes.role
        z = near[..., :k] * (1 + at_cue[:, None, 2 * k :]) + at_cue[:, None, k : 2 * k]
        z = F.relu(z + self.distance(distance)) * real[..., None]
        z = z.transpose(1, 2)
        for conv in self.mixing:
            z = z + F.relu(conv(z)) * real[:, None, :]
        return self.label(F.dropout(z.transpose(1, 2), self.drop, self.training))


def load_base(network: Network, folder: Path) -> None:
    """Fill the encoder with MiniLM's weights; the kinds all begin as BERT's first segment."""
    base = load_file(str(folder / "model.safetensors"))
    with torch.no_grad():
        network.word.weight.copy_(base["embeddings.word_embeddings.weight"])
        network.position.weight.copy_(base["embeddings.position_embeddings.weight"])
        network.kind.weight.copy_(
            base["embeddings.token_type_embeddings.weight"][0].expand(KINDS, -1)
        )
        _copy(network.norm, base, "embeddings.LayerNorm")
        for i, layer in enumerate(network.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                three = [base[f"{at}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(three))
            _copy(layer.out, base, at + "attention.output.dense")
            _copy(layer.norm1, base, at + "attention.output.LayerNorm")
            _copy(layer.up, base, at + "intermediate.dense")
            _copy(layer.down, base, at + "output.dense")
            _copy(layer.norm2, base, at + "output.LayerNorm")


def _copy(part: nn.Module, base: dict[str, Tensor], name: str) -> None:
    part.weight.copy_(base[f"{name}.weight"])
    part.bias.copy_(base[f"{name}.bias"])
