"""The sample case's evidence against its gold, line by line: the gold's spans, our answers.

So that a line tells of the evidence and not of the reading, the statements are the gold's own. A
line is one thing said of one statement, source or sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import firsthand
from benchmarks.sample_gold import GoldReport, anchored
from firsthand.evidence.judge import record_of
from firsthand.evidence.statement import Record, Statement
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.reading.model import reader as model
from firsthand.reading.page import page_of
from firsthand.reading.read import Read
from firsthand.reading.reader import readable
from firsthand.sources.source import Source
from firsthand.sources.stage import sources_of
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the gold says, and what is found."""

    where: str
    what: str
    gold: str
    found: str

    @property
    def agrees(self) -> bool:
        return self.gold == self.found

    def __str__(self) -> str:
        return f"{self.where} {self.what}: {self.gold}, found {self.found}"


def lines(gold: GoldReport) -> Iterator[Line]:
    """All lines of a report of the sample, in the gold's order."""
    report = firsthand.read(gold.path).report
    record, made = _record(report, gold)
    names = _matched(gold.data["attributions"], made, record)
    for entry, attribution in zip(gold.data["attributions"], made, strict=True):
        statement = next(s for s in record.statements if s.attribution.id == attribution.id)
        yield from _of_statement(entry, statement, names)
    yield from _of_sources(gold.data["sources"], record.sources, names)
    yield from _apart(report, gold.data, record, made)


def _record(report: Report, gold: GoldReport) -> tuple[Record, list[Attribution]]:
    """The record of the gold's own attributions."""
    page = page_of(report)
    made = [_attribution(report, entry) for entry in gold.data["attributions"]]
    order = tuple(sorted(made, key=lambda a: min(s.start for s in (*a.source, *a.cue, *a.content))))
    read = Read(page, order, model.read_words(readable(page))[1])
    around = Surroundings.of(report, page)
    return record_of(report, read, around, sources_of(report, read, around.sentences)), made


def _attribution(report: Report, entry: dict[str, Any]) -> Attribution:
    roles = tuple(
        tuple(Span(*anchored(report.text, quote)) for quote in entry[role])
        for role in ("source", "cue", "content")
    )
    source, cue, content = roles
    pattern = "note" if entry["cue"] and str(entry["cue"][0]).isdigit() else "gold"
    form = "turn" if report.kind is firsthand.ReportKind.TRANSCRIPT and not cue else pattern
    kind = AttributionKind(entry["kind"])
    return Attribution(attribution_id(report, *roles), source, cue, content, kind, 1.0, form)


def _matched(
    entries: Sequence[dict[str, Any]], made: Sequence[Attribution], record: Record
) -> dict[str, str]:
    """Our sources by the gold's ids: each is whom most of its statements are by."""
    speakers = {s.attribution.id: s.speaker.source for s in record.statements}
    votes: dict[str, Counter[str]] = {}
    for entry, attribution in zip(entries, made, strict=True):
        ours = speakers[attribution.id]
        if ours is not None and entry["speaker"]:
            votes.setdefault(ours, Counter())[entry["speaker"]] += 1
    taken: dict[str, str] = {}
    for ours, counted in sorted(votes.items(), key=lambda v: -max(v[1].values())):
        free = [name for name, _ in counted.most_common() if name not in taken.values()]
        taken[ours] = free[0] if free else f"a second {counted.most_common(1)[0][0]}"
    return taken


def _of_statement(entry: dict[str, Any], s: Statement, names: dict[str, str]) -> Iterator[Line]:
    where = entry["id"]
    basis = entry["basis"]
    pairs: list[tuple[str, object, object]] = [
        ("speaker", entry["speaker"], names.get(s.speaker.source or "")),
        ("via", _listed(f"{v['kind']} {v['name']}" for v in entry["via"]),
         _listed(f"{v.kind} {v.name}" for v in s.via)),
        ("circumstances", _listed(c["kind"] for c in entry["circumstances"]),
         _listed(c.kind for c in s.circumstances)),
        ("basis", basis["value"], s.basis.kind.value),
        ("basis by", basis["by"], s.basis.by and s.basis.by.value),
        ("capacity", entry["official_capacity"], s.capacity.is_so),
        ("opinion", entry["opinion"], s.opinion.is_so),
        ("connection", entry["connection"], s.connection.kind.value),
        ("force", entry["force"]["level"], s.force.level.value),
        ("polarity", entry["force"]["polarity"], s.force.polarity.value),
        ("stance", entry["stance"], s.stance.kind.value),
        ("response", entry["response"], s.response and s.response.kind.value),
    ]  # fmt: skip
    yield from (Line(where, what, str(gold), str(found)) for what, gold, found in pairs)


def _listed(values: Iterator[str]) -> str:
    return "; ".join(sorted({str(v) for v in values})) or "none"


def _of_sources(
    entries: Sequence[dict[str, Any]], sources: Sequence[Source], names: dict[str, str]
) -> Iterator[Line]:
    ours = {names[s.id]: s for s in sources if s.id in names}
    for entry in entries:
        found = ours.get(entry["id"])
        yield Line(entry["id"], "kind", entry["kind"], found.kind.value if found else "not found")
        for fact in entry["profile"]:
            told = {f.value for f in found.profile if f.field == fact["field"]} if found else set()
            near = next((v for v in told if v in fact["value"] or fact["value"] in v), None)
            value = fact["value"] if near else _listed(iter(told))
            yield Line(entry["id"], fact["field"], fact["value"], value)


def _apart(
    report: Report, data: dict[str, Any], record: Record, made: Sequence[Attribution]
) -> Iterator[Line]:
    where = data["file"][:2]
    shown = {
        "own_voice": [o.span for o in record.own_voice],
        "caveats": [c.span for c in record.caveats],
        "asserted": [a.span for a in record.asserted],
    }
    for part, spans in shown.items():
        golds = [_span(report, entry) for entry in data[part]]
        for gold in golds:
            yield Line(where, part, _short(report, gold), _covering(report, gold, spans))
        for extra in (s for s in spans if not any(s.overlaps(g) for g in golds)):
            yield Line(where, part, "none", _short(report, extra))
    known = {a.id: entry["id"] for entry, a in zip(data["attributions"], made, strict=True)}
    for entry in data["caveats"]:
        gold = _span(report, entry)
        limits = {i for c in record.caveats if c.span.overlaps(gold) for i in c.limits}
        found = _listed(known[i] for i in limits)
        yield Line(
            where, f"limits of {_short(report, gold)}", _listed(iter(entry["limits"])), found
        )


def _span(report: Report, entry: dict[str, Any] | str) -> Span:
    quote = entry["quote"] if isinstance(entry, dict) and "quote" in entry else entry
    return Span(*anchored(report.text, quote))


def _covering(report: Report, gold: Span, spans: Sequence[Span]) -> str:
    """The gold's own words if most of them are covered."""
    covered = sum(max(0, min(s.end, gold.end) - max(s.start, gold.start)) for s in spans)
    return _short(report, gold) if 2 * covered >= len(gold) else "not found"


def _short(report: Report, span: Span) -> str:
    return " ".join(report.words(span).split())[:60]
