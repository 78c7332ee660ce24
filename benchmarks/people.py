"""The tables of sources and evidence: the sample's gold, GAP, and the labelled statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks import evidence, gap, sample_evidence, sample_gold
from benchmarks.bootstrap import interval
from benchmarks.evidence import Answer
from benchmarks.gate import Figures, hash_of

_HALVES = ("open", "held")
LABELS = (
    *("basis", "force", "polarity", "stance"),
    *("response", "connection", "capacity", "opinion"),
)


def sample() -> Figures:
    """The sample's lines of evidence, by what they say; the gold's own spans."""
    there, agree = Counter[str](), Counter[str]()
    for gold in sample_gold.reports():
        for line in sample_evidence.lines(gold):
            name = line.what.partition(" of ")[0]
            there[name] += 1
            agree[name] += line.agrees
    print("\nSample case, lines of evidence that agree with the gold (its own spans)\n")
    print("  ".join(f"{name} {agree[name]} of {n}" for name, n in there.items()))
    whole = sum(agree.values()) / sum(there.values())
    print(f"all: {sum(agree.values())} of {sum(there.values())} ({whole:.3f})")
    shares = {name: agree[name] / n for name, n in there.items() if n >= _FEWEST}
    corpus = hash_of([sample_gold.CASE / "gold.json"])
    return Figures("sample, evidence", corpus, {"all": whole, **shares})


_FEWEST = 20


def pronouns(folder: Path) -> Figures:
    """GAP's validation part, with the nearest name as baseline."""
    path = folder / "gap" / "gap-validation.tsv"
    ours, nearest = gap.measure(path)
    print("\nGAP validation, F1 (two names given)\n")
    for name, found in (("firsthand", ours), ("nearest name before", nearest)):
        he, she = gap.f1(found, she=False), gap.f1(found, she=True)
        low, high = interval([[a] for a in found], gap.f1)
        figure = f"{gap.f1(found):.3f} ({low:.3f} to {high:.3f})"
        print(f"{name:28} {figure}   he {he:.3f}   she {she:.3f}")
    return Figures("gap validation", hash_of([path]), {"F1": gap.f1(ours)})


def labelled(folder: Path) -> list[Figures]:
    """The labelled statements, each half by itself; baseline: the most frequent label."""
    return [_half(folder, half) for half in _HALVES]


def _half(folder: Path, half: str) -> Figures:
    given = list(evidence.answers(folder, half))
    items = [a.item for a in given]
    print(f"\nLabelled statements, {half} half\n")
    print(f"{'':12} {'macro-F1, 95 %':24} {'majority':9} {'accuracy':9} labellers' kappa")
    values: dict[str, float] = {}
    for label in LABELS:
        pairs = evidence.pairs_of(given, label)
        values[label] = evidence.macro_f1(pairs)
        low, high = interval(evidence.by_document(given), _figure(label))
        base = evidence.macro_f1(evidence.majority(pairs))
        right = sum(g == f for g, f in pairs) / len(pairs)
        kappa = evidence.agreement(items, label)
        figure = f"{values[label]:.3f} ({low:.3f} to {high:.3f})"
        print(f"{label:12} {figure:24} {base:<9.3f} {right:<9.3f} {kappa:.2f}")
        each = sorted({str(g) for g, _ in pairs})
        by = {v: evidence.f1([(str(g), str(f)) for g, f in pairs], v) for v in each}
        print(" " * 13 + "  ".join(f"{v} {f:.2f}" for v, f in by.items()))
    wrong = evidence.false_first_hand(given)
    counts = evidence.first_hand(given)
    print(f"false first-hand: {wrong:.4f} of all statements ({counts.false} of {counts.all})")
    print(
        f"first-hand: {counts.right} right of {counts.called} called so and {counts.there} labelled"
    )
    values["no false first-hand"] = 1 - wrong
    values |= _own_voice(given)
    return Figures(f"statements, {half}", evidence.corpus_hash(), values)


def _figure(label: str) -> evidence.Figure:
    return lambda drawn: evidence.macro_f1(evidence.pairs_of(drawn, label))


def _own_voice(given: Sequence[Answer]) -> dict[str, float]:
    sentences = [a for a in given if not a.item.is_statement]
    pairs = evidence.pairs_of(sentences, "voice")
    precision, recall = evidence.precision(sentences), evidence.recall(sentences)
    low, high = interval(evidence.by_document(sentences), evidence.precision)
    called = sum(f == "own_voice" for _, f in pairs)
    share = sum(g == "own_voice" for g, _ in pairs) / max(1, len(pairs))
    print(
        f"own voice: precision {precision:.3f} ({low:.3f} to {high:.3f}) of {called} found, recall"
        f" {recall:.3f}; all sentences without an attribution: {share:.3f}, 1.000"
    )
    return {"own voice, precision": precision, "own voice, recall": recall}
