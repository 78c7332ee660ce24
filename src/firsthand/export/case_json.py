"""A report of a case as a line of JSON: the line of `jsonl`, as people left it.

Every member means what it means there; `review` says more, and the members of `OF_THE_CASE`
come with it. The schema is `case.schema.json` beside this file, which refers to
`read.schema.json`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Final

from firsthand.case.entry import Entry
from firsthand.case.judgements import Judged, Noted, ReportCorrected, Withdrawn
from firsthand.case.state import Held, Logged, Review, Signed, State
from firsthand.evidence.statement import Record
from firsthand.export import jsonl
from firsthand.export.case_words import decided, loud_words
from firsthand.export.jsonl_evidence import Json

SCHEMA: Final = "firsthand.case/1"


def schema() -> str:
    """The JSON Schema (draft 2020-12) of a line, as text."""
    return files("firsthand.export").joinpath("case.schema.json").read_text(encoding="utf-8")


def line(state: State) -> str:
    """One report as one line of JSON, its LF included."""
    return jsonl.as_line(members(state))


def statement(state: State, name: str) -> str:
    """One statement or remark as a line of JSON, with the report it is in."""
    held = next(held for held in state.all if held.id == name)
    return jsonl.as_line(_in_report(state, held))


def listed(state: State) -> Iterator[str]:
    """A line a statement, in the order of the page."""
    yield from (jsonl.as_line(_in_report(state, held)) for held in state.statements)


def _in_report(state: State, held: Held) -> dict[str, Json]:
    words = [state.record.report.words(span) for span in held.now.attribution.content]
    names = {source.id: source.name for source in state.sources}
    return {
        "report": state.report,
        **_attribution(held),
        "speaker_name": names.get(held.now.speaker.source or ""),
        "words": list(words),
        "loud": list(loud_words(held)),
    }


def members(state: State) -> dict[str, Json]:
    """The report as it stands, and what makes it a report of a case."""
    return {
        **jsonl.members(_as_it_stands(state)),
        "schema": SCHEMA,
        "file": state.original.received_from,
        "received": state.original.received_at.isoformat(timespec="seconds"),
        "attributions": [_attribution(held) for held in _in_order(state)],
        "review": _counts(state),
        **_of_the_case(state),
    }


def _as_it_stands(state: State) -> Record:
    now = tuple(h.now for h in state.statements), tuple(h.now for h in state.remarks)
    return replace(state.record, statements=now[0], remarks=now[1])


def _in_order(state: State) -> list[Held]:
    by_id = {held.id: held for held in state.all}
    return [by_id[s.attribution.id] for s in _as_it_stands(state).all]


def _counts(state: State) -> Json:
    reviews = [held.review for held in state.statements]
    return {"statements": len(reviews), **{r.value: reviews.count(r) for r in Review}}


def _of_the_case(state: State) -> dict[str, Json]:
    return {
        "id": state.report,
        "added": _entry(state.added),
        "reading": {**_entry(state.reading), "reader": state.reader},
        "machine": _machine(state),
        "corrections": [_correction(x) for _, x in state.fields],
        "copy_of": state.copy_of,
        "version_of": state.version_of,
        "withdrawn": [_withdrawn(w) for w in state.withdrawn],
        "report_notes": [{"text": n.event.text, **_entry(n.entry)} for n in state.notes],
        "unplaced": [{"id": lost.before, "quote": lost.quote} for lost in state.unplaced],
    }


def _entry(entry: Entry) -> dict[str, Json]:
    at = entry.header.at.isoformat(timespec="seconds")
    return {"event": entry.number, "by": entry.header.author, "at": at}


def _machine(state: State) -> Json:
    """What the document says of itself, by the reader alone."""
    report = state.machine.report
    return {
        "kind": report.kind.value,
        "title": report.title,
        "byline": report.byline,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
    }


def _correction(x: Logged) -> Json:
    assert isinstance(x.event, ReportCorrected)
    value: dict[str, Json] = {"field": x.event.field.value, "value": x.event.value}
    return {**value, **_entry(x.entry), "reason": x.event.reason}


def _withdrawn(found: Signed[Withdrawn]) -> Json:
    w = found.event
    return {
        **_entry(found.entry),
        "kind": w.kind.value,
        "source": w.source,
        "statements": list(w.statements),
        "on": w.on.isoformat() if w.on else None,
        "reason": w.reason,
    }


def _attribution(held: Held) -> dict[str, Json]:
    return {**jsonl.attribution(held.now), "review": _review(held)}


def _review(held: Held) -> Json:
    """The state, who made it so, and the machine's own answer where it is another."""
    last = decided(held)
    machine = None if held.machine in (None, held.now) else held.machine
    return {
        "state": held.review.value,
        **(_entry(last.entry) if last else {"event": None, "by": None, "at": None}),
        "reason": getattr(last.event, "reason", "") if last else "",
        "proposed": held.machine is not None and held.proposed_now,
        "machine": jsonl.attribution(machine) if machine else None,
        "decisions": list(_decisions(held)),
        "withdrawn": [_withdrawn(w) for w in held.withdrawn],
    }


def _decisions(held: Held) -> Iterator[Json]:
    """Everything that was decided, superseded decisions too, in the order of the log."""
    for x in held.decisions:
        told: dict[str, Json] = {"kind": x.entry.header.kind, **_entry(x.entry)}
        if isinstance(x.event, Judged):
            told["verdict"] = x.event.verdict.value
        text = x.event.text if isinstance(x.event, Noted) else getattr(x.event, "reason", "")
        yield {**told, "text": text}
