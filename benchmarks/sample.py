"""The sample case: blocks, kinds of document, metadata, notes and attributions against the gold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import firsthand
from benchmarks import sample_gold
from benchmarks.sample_gold import GoldReport
from benchmarks.spans import Counts, compare, matching, total
from benchmarks.systems import roles_of


@dataclass(frozen=True, slots=True)
class Miss:
    """Something the gold has and the reading lacks."""

    file: str
    what: str


@dataclass(frozen=True, slots=True)
class SampleResult:
    """Counts by measure, and what was missed, in order."""

    counts: dict[str, Counts]
    misses: tuple[Miss, ...]


@cache
def measure(reader: firsthand.ReaderName = firsthand.ReaderName.MODEL) -> SampleResult:
    """Reads the whole sample and compares it with its gold."""
    options = firsthand.Options(reader=reader)
    each = [_measured(gold, options) for gold in sample_gold.reports()]
    misses = tuple(m for _, missed in each for m in missed)
    return SampleResult(total(counts for counts, _ in each), misses)


def _measured(gold: GoldReport, options: firsthand.Options) -> tuple[dict[str, Counts], list[Miss]]:
    reading = firsthand.read(gold.path, options)
    report, proposed = reading.report, roles_of(reading)
    marked = sample_gold.attributions(gold, report)
    facts, blocks = list(_missed_facts(gold, report)), list(_missed_blocks(gold, report))
    counts = compare(report.text, marked, proposed)
    counts["kinds"] = _kinds(gold, reading, matching(marked, proposed))
    counts["facts"] = _share(len(facts), len(_facts(gold, report)))
    counts["blocks"] = _share(len(blocks), len(_gold_blocks(gold)))
    return counts, facts + blocks


def _kinds(gold: GoldReport, reading: firsthand.Reading, found: dict[int, int]) -> Counts:
    """How many of the found attributions are direct, indirect or mixed as in the gold."""
    kinds = [a["kind"] for a in gold.data["attributions"]]
    wrong = sum(kinds[i] != reading.attributions[j].kind for i, j in found.items())
    return _share(wrong, len(found))


def _share(missed: int, of: int) -> Counts:
    return Counts(of - missed, of, of - missed, of)


def _facts(gold: GoldReport, report: firsthand.Report) -> list[tuple[str, object, object]]:
    """What the document says of itself: as the gold has it, and as it was read."""
    published = report.published.isoformat() if report.published else None
    read: dict[str, object] = {"kind": report.kind.value, "title": report.title}
    read |= {"outlet": report.outlet, "byline": report.byline, "published": published}
    read |= {"language": report.language, "notes": _notes_follow(gold, report)}
    wanted = {**gold.data, "notes": [True] * len(gold.data["notes"])}
    return [(name, wanted[name], value) for name, value in read.items()]


def _notes_follow(gold: GoldReport, report: firsthand.Report) -> list[bool]:
    """For each note of the gold, whether its mark stands behind the words it has there."""
    marks = {report.words(n.mark).strip("[]()"): n.mark.start for n in report.notes}
    before = (report.text[: marks.get(n["marker"], 0)] for n in gold.data["notes"])
    wanted = (_exact(n["follows"]) for n in gold.data["notes"])
    return [_squeezed(b).rstrip().endswith(w) for b, w in zip(before, wanted, strict=True)]


def _missed_facts(gold: GoldReport, report: firsthand.Report) -> Iterator[Miss]:
    for name, wanted, value in _facts(gold, report):
        if wanted is not None and wanted != value:
            yield Miss(gold.path.name, f"fact {name}: {wanted!r}, read as {value!r}")


def _gold_blocks(gold: GoldReport) -> list[dict[str, Any]]:
    """The report's own blocks; the gold lists of the page's only the note that it is fiction."""
    return [b for b in gold.data["blocks"] if b["kind"] != "boilerplate"]


def _missed_blocks(gold: GoldReport, report: firsthand.Report) -> Iterator[Miss]:
    """The gold's blocks, in order, that no block of the same kind begins with."""
    left = list(report.blocks)
    for block in _gold_blocks(gold):
        quote = _exact(block["quote"])
        begins = [b for b in left if _begins(report.words(b.span), quote)]
        right = next((b for b in begins if b.kind.value == block["kind"]), None)
        if right:
            left.remove(right)
        else:
            read = ", ".join(b.kind.value for b in begins) or "not found"
            yield Miss(gold.path.name, f"block {block['kind']} {quote[:50]!r}: {read}")


def _begins(words: str, quote: str) -> bool:
    """Whether a block begins with the quotation, its note's number left aside."""
    return _squeezed(words).startswith(quote) or re.sub(r"^\d+ ", "", words).startswith(quote)


def _exact(quote: str | dict[str, str]) -> str:
    return _squeezed(quote if isinstance(quote, str) else quote["exact"])


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words)
