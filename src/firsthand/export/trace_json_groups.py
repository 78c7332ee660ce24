"""Statements that share their words, and who stands behind them, as JSON."""

from __future__ import annotations

from firsthand.export.jsonl_evidence import Json, pairs
from firsthand.export.trace_view import View
from firsthand.provenance.accounts import Knowing, Opening
from firsthand.provenance.case import Key
from firsthand.provenance.origins import Behind, Part
from firsthand.provenance.trace import Group, Joint


def group(view: View, found: Group) -> Json:
    """One group; `origins` is the interval, its upper end null where it is open."""
    return {
        "id": found.id,
        "reports": list(found.reports),
        "statements": [_statement(view, key) for key in found.statements],
        **_behind(found.behind),
        "sources": [_part(view, part) for part in found.behind.parts],
        "joints": [_joint(view, joint) for joint in found.joints],
        "false_corroboration": found.is_false_corroboration,
    }


def _behind(behind: Behind) -> dict[str, Json]:
    return {
        "origins": [behind.interval.lower, behind.interval.upper],
        "split": {knowing.value: behind.count(knowing) for knowing in Knowing},
        "opened_by": [_opening(opening) for opening in behind.openings],
        "exact": behind.exact,
    }


def _statement(view: View, key: Key) -> Json:
    statement, review = view.statements[key], view.traced.filed.reviews.get(key)
    return {
        "report": key[0],
        "id": key[1],
        "source": statement.source,
        "content": pairs(statement.content),
        "words": [view.report(key[0]).words(span) for span in statement.content],
        "basis": statement.basis.value,
        "loud": [kind.value for kind in view.loud([key])],
        "taken_back": statement.recanted or view.report(key[0]).retracted,
        "review": review.value if review else "unreviewed",
    }


def _opening(opening: Opening) -> Json:
    return {"report": opening.key[0], "statement": opening.key[1], "why": opening.why}


def _part(view: View, part: Part) -> Json:
    """`source` is the one who speaks; with `informant`, somebody not named told them."""
    ref = part.whose.ref
    return {
        "report": ref.report,
        "source": ref.source,
        "name": view.originator(part.whose),
        "informant": part.whose.informant or None,
        "knowing": part.knowing.value,
        "withdrawn": part.withdrawn,
        "statements": [{"report": key[0], "id": key[1]} for key in part.statements],
    }


def _joint(view: View, joint: Joint) -> Json:
    people: list[Json] = [voice.person.source for voice in joint.voices]
    return {"kind": joint.kind.value, "channel": view.channel(joint.channel), "sources": people}
