"""A trace as one JSON object, `firsthand.trace/1`; the schema is `trace.schema.json` beside this.

Reports, sources and statements stand by their ids, words by offsets into the text of their
report. What an unnamed source may be is counted in `origins`, and told nowhere.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

from firsthand.export import jsonl
from firsthand.export.jsonl_evidence import Json
from firsthand.export.trace_json_groups import group
from firsthand.export.trace_json_wording import citation, copy, cut
from firsthand.export.trace_view import GROUPED, View
from firsthand.provenance.person import Merge, Reason, Ref
from firsthand.provenance.voices import Occasion, Told, Voice
from firsthand.text import Span

if TYPE_CHECKING:
    from firsthand.case.judgements import SourceRef, SourcesJudged
    from firsthand.case.state import Signed

SCHEMA: Final = "firsthand.trace/1"


def schema() -> str:
    """The JSON Schema (draft 2020-12) of the object, as text."""
    return files("firsthand.export").joinpath("trace.schema.json").read_text(encoding="utf-8")


def line(view: View) -> str:
    """The object on one line, its LF included."""
    return jsonl.as_line(members(view))


def members(view: View) -> dict[str, Json]:
    """The members of the object, in their order."""
    wording, citations = view.trace.wording, view.trace.citations
    people = view.trace.case.people
    merges = (
        m for m in people.merges if m.certain and people.shown(m.one) == people.shown(m.other)
    )
    return {
        "schema": SCHEMA,
        "head": str(view.traced.filed.head),
        "statements": len(view.traced.filed.reviews),
        "unreviewed": view.traced.unreviewed,
        "grouping": "shared_wording",
        "note": GROUPED,
        "reports": [_report(view, report) for report in view.trace.reports],
        "without_outlet": list(view.trace.without_outlet),
        "sources": [_source(view, voice) for voice in view.voices],
        "merges": [_merge(merge) for merge in merges],
        "groups": [group(view, found) for found in view.groups],
        "copies": [copy(found) for found in wording.copies],
        "quotations": [copy(found) for found in wording.quotations],
        "cuts": [cut(found) for found in wording.cuts],
        "citations": [citation(edge) for edge in citations.edges],
        "absent": [{"name": a.name, "leaning": list(a.leaning)} for a in citations.absent],
        "circles": [list(circle) for circle in citations.circles],
        "independent": [_independent(said) for said in view.independent],
    }


def _report(view: View, report: str) -> Json:
    r, reviews = view.report(report), view.traced.filed.reviews
    own = [reviews[report, s.id] for s in r.statements if (report, s.id) in reviews]
    return {
        "id": r.id,
        "file": r.file,
        "kind": r.kind.value,
        "title": r.title,
        "outlet": r.outlet,
        "outlet_told": r.outlet_told,
        "byline": r.author,
        "published": r.published.isoformat() if r.published else None,
        "copy_of": r.copy_of,
        "version_of": r.version_of,
        "retracted": r.retracted,
        "statements": len(own),
        "unreviewed": sum(review.value == "unreviewed" for review in own),
    }


def _source(view: View, voice: Voice) -> Json:
    return {
        "id": voice.person.source,
        "name": voice.name,
        "kind": voice.kind.value,
        "one_with": [ref(r) for r in voice.refs],
        "reports": list(voice.reports),
        "occasions": [_occasion(view, occasion) for occasion in voice.occasions],
    }


def _occasion(view: View, occasion: Occasion) -> Json:
    return {
        "channel": view.channel(occasion.channel),
        "circumstances": [kind.value for kind in occasion.circumstances],
        "told": [_told(view, told) for told in occasion.told],
    }


def _told(view: View, told: Told) -> Json:
    keys = [(told.ref.report, statement) for statement in told.statements]
    return {
        **ref(told.ref),
        "statements": list(told.statements),
        "loud": [kind.value for kind in view.loud(keys)],
        "of": told.of,
        "how": told.how.value if told.how else None,
    }


def ref(found: Ref | SourceRef) -> dict[str, Json]:
    """A source of one report."""
    return {"report": found.report, "source": found.source}


def _merge(merge: Merge) -> Json:
    """Who is certainly one, with the words that say so; whoever only may be is left out."""
    reasons: list[Json] = [_reason(reason) for reason in merge.reasons]
    score = round(merge.score, 4)
    return {"one": ref(merge.one), "other": ref(merge.other), "score": score, "reasons": reasons}


def _reason(reason: Reason) -> Json:
    return {
        "what": reason.what,
        "weight": round(reason.weight, 4),
        "one": _span(reason.one),
        "other": _span(reason.other),
    }


def _span(span: Span | None) -> Json:
    return [span.start, span.end] if span else None


def _independent(said: Signed[SourcesJudged]) -> Json:
    event, header = said.event, said.entry.header
    return {
        "one": ref(event.one),
        "other": ref(event.other),
        "checklist": {checked.point.value: checked.answer.value for checked in event.checklist},
        "event": header.number,
        "by": header.author,
        "at": header.at.isoformat(timespec="seconds"),
        "reason": event.reason,
    }
