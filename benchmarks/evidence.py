"""The labelled statements against the evidence stage: basis, force and the rest, and own voice.

The statements' spans are the labels' own; who speaks, and everything else, is found by the stages.
Baseline in the same run: the most frequent label. Intervals of 95 % by bootstrap over documents.
The `held` half was committed before any rule and is scored once a release.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import Text, texts
from firsthand import Options, read_text
from firsthand.evidence.judge import record_of
from firsthand.evidence.statement import OwnVoice, Record, Statement
from firsthand.evidence.telling import Surroundings
from firsthand.evidence.values import FIRST_HAND
from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.reading.read import Read
from firsthand.reading.reader import ModelReader
from firsthand.sources.stage import sources_of
from firsthand.text import Span

FOLDER = Path(__file__).parent / "statements"
FIRST = frozenset(kind.value for kind in FIRST_HAND)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled item: its document, roles, labels settled, and those of each labeller."""

    corpus: str
    document: str
    is_statement: bool
    roles: Mapping[str, tuple[Span, ...]]
    labels: Mapping[str, Any]
    apart: tuple[Mapping[str, Any], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a labelled item: a value a label."""

    item: Labelled
    found: Mapping[str, Any]


Figure = Callable[[Sequence[Answer]], float]


class OtherWords(Exception):
    """A corpus whose text is not that which was labelled."""


def labelled(half: str) -> list[Labelled]:
    """The items of a half, in order."""
    lines = (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_item(json.loads(line)) for line in lines]


def _item(entry: dict[str, Any]) -> Labelled:
    names = ("source", "cue", "content", "sentence")
    roles = {n: tuple(Span(*pair) for pair in entry[n]) for n in names if n in entry}
    apart = (entry["labeller_a"], entry["labeller_b"])
    is_statement = entry["type"] == "statement"
    return Labelled(entry["corpus"], entry["document"], is_statement, roles, entry["labels"], apart)


def answers(data: Path, half: str) -> Iterator[Answer]:
    """What the stages find for every item of a half."""
    known = {(t.corpus, t.name): t for t in texts(data)}
    by_document: dict[tuple[str, str], list[Labelled]] = {}
    for item in labelled(half):
        by_document.setdefault((item.corpus, item.document), []).append(item)
    hashes = dict(_hashes(half))
    for name, items in by_document.items():
        if known[name].sha256 != hashes[name]:
            raise OtherWords(f"{name[0]}, {name[1]}: not the text that was labelled")
        yield from _in_document(known[name], items)


def _hashes(half: str) -> Iterator[tuple[tuple[str, str], str]]:
    for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        yield (entry["corpus"], entry["document"]), entry["text_sha256"]


def _in_document(text: Text, items: Sequence[Labelled]) -> Iterator[Answer]:
    report = read_text(text.text, text.name, Options(any_language=True)).report
    read = ModelReader().read(report)
    plain = _record(report, read)
    for item in items:
        if item.is_statement:
            made = _attribution(report, item)
            record = _record(report, _with(read, made))
            found = next(s for s in record.all if s.attribution.id == made.id)
            yield Answer(item, _of_statement(found))
        else:
            yield Answer(item, {"voice": _voice(item.roles["sentence"][0], plain.own_voice)})


def _record(report: Report, read: Read) -> Record:
    around = Surroundings.of(report, read.page)
    return record_of(report, read, around, sources_of(report, read, around.sentences))


def _attribution(report: Report, item: Labelled) -> Attribution:
    source, cue, content = (item.roles[n] for n in ("source", "cue", "content"))
    name = attribution_id(report, source, cue, content)
    return Attribution(name, source, cue, content, AttributionKind.INDIRECT, 1.0, "labelled")


def _with(read: Read, made: Attribution) -> Read:
    """The reading with this attribution in place of those of the same words."""
    kept = [a for a in read.attributions if not _alike(a, made)]
    order = sorted([*kept, made], key=lambda a: min((*a.source, *a.cue, *a.content)))
    return Read(read.page, tuple(order), read.sight)


def _alike(a: Attribution, made: Attribution) -> bool:
    return any(c.overlaps(m) for c in a.content for m in made.content) and (
        a.cue == made.cue or any(c.overlaps(m) for c in a.cue for m in made.cue)
    )


def _of_statement(s: Statement) -> dict[str, Any]:
    return {
        "basis": s.basis.kind.value,
        "basis_by": s.basis.by.value if s.basis.by else None,
        "capacity": s.capacity.is_so,
        "opinion": s.opinion.is_so,
        "connection": s.connection.kind.value,
        "force": s.force.level.value,
        "polarity": s.force.polarity.value,
        "stance": s.stance.kind.value,
        "response": s.response.kind.value if s.response else "none",
        "circumstances": frozenset(c.kind.value for c in s.circumstances),
        "via": frozenset((v.span.start, v.span.end) for v in s.via),
    }


def _voice(sentence: Span, found: Sequence[OwnVoice]) -> str:
    return "own_voice" if any(o.span.overlaps(sentence) for o in found) else "other"


def macro_f1(pairs: Sequence[tuple[Any, Any]]) -> float:
    """The mean F1 over the values that the labels have."""
    values = {gold for gold, _ in pairs}
    return sum(f1(pairs, value) for value in values) / max(1, len(values))


def f1(pairs: Sequence[tuple[object, object]], value: object) -> float:
    """F1 of one value."""
    right = sum(g == f == value for g, f in pairs)
    said = sum(f == value for _, f in pairs)
    there = sum(g == value for g, _ in pairs)
    return 2 * right / (said + there) if said + there else 0.0


def by_document(given: Sequence[Answer]) -> list[list[Answer]]:
    """The answers, a list a document: what an interval draws."""
    by = dict[tuple[str, str], list[Answer]]()
    for answer in given:
        by.setdefault((answer.item.corpus, answer.item.document), []).append(answer)
    return list(by.values())


def pairs_of(given: Sequence[Answer], label: str) -> list[tuple[Any, Any]]:
    """Label and answer of each statement."""
    return [(a.item.labels[label], a.found[label]) for a in given if label in a.item.labels]


@dataclass(frozen=True, slots=True)
class FirstHand:
    """Statements called first-hand, so labelled, both, called so in vain, and all there are."""

    called: int
    there: int
    right: int
    false: int
    all: int


def first_hand(given: Sequence[Answer]) -> FirstHand:
    """First-hand against all else, whichever of the three."""
    pairs = [(g in FIRST, f in FIRST) for g, f in pairs_of(given, "basis")]
    called, there = sum(f for _, f in pairs), sum(g for g, _ in pairs)
    right = sum(g and f for g, f in pairs)
    return FirstHand(called, there, right, called - right, len(pairs))


def precision(given: Sequence[Answer]) -> float:
    """Of the sentences found to be the report's own voice, those so labelled."""
    pairs = pairs_of(given, "voice")
    return _both(pairs) / max(1, sum(bool(f == "own_voice") for _, f in pairs))


def recall(given: Sequence[Answer]) -> float:
    """Of the sentences labelled the report's own voice, those found."""
    pairs = pairs_of(given, "voice")
    return _both(pairs) / max(1, sum(bool(g == "own_voice") for g, _ in pairs))


def _both(pairs: Sequence[tuple[Any, Any]]) -> int:
    return sum(bool(g == f == "own_voice") for g, f in pairs)


def false_first_hand(given: Sequence[Answer]) -> float:
    """The share of all statements that are called first-hand and are not so labelled."""
    counts = first_hand(given)
    return counts.false / max(1, counts.all)


def majority(pairs: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The baseline: the most frequent label for all."""
    most = Counter(g for g, _ in pairs).most_common(1)[0][0]
    return [(g, most) for g, _ in pairs]


def agreement(items: Sequence[Labelled], label: str) -> float:
    """Cohen's kappa of the two labellers."""
    both = (a.apart for a in items if label in a.labels)
    pairs = [(str(one.get(label)), str(other.get(label))) for one, other in both]
    same = sum(a == b for a, b in pairs) / len(pairs)
    first, second = (Counter(p[n] for p in pairs) for n in (0, 1))
    by_chance = sum(first[v] * second[v] for v in first) / len(pairs) ** 2
    return (same - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0


def corpus_hash() -> str:
    """One hash over both halves."""
    whole = hashlib.sha256()
    for half in ("held", "open"):
        whole.update((FOLDER / f"{half}.jsonl").read_bytes())
    return whole.hexdigest()
