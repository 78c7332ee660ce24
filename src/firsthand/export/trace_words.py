"""What a trace says in words: whose a report is, and what reviewers said of two sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firsthand.export.case_words import signed
from firsthand.export.visible import on_one_line
from firsthand.export.words import plain
from firsthand.provenance.accounts import Knowing

if TYPE_CHECKING:
    from firsthand.case.judgements import SourcesJudged
    from firsthand.case.state import Signed
    from firsthand.export.trace_view import View
    from firsthand.provenance.filed import FiledReport


KNOWING: Final = {
    Knowing.FIRST_HAND: "first-hand",
    Knowing.RELAYED: "relayed",
    Knowing.UNSTATED: "basis unstated",
}


BRACKETS: Final = "Outlets in [brackets] are told by page or file beside the other reports."


def outlet_words(report: FiledReport) -> str:
    """The outlet; in brackets, as cataloguers do, where it is supplied. "" where nothing tells."""
    name = on_one_line(report.outlet or "")
    return f"[{name}]" if name and report.outlet_told else name


def verdict(view: View, said: Signed[SourcesJudged]) -> str:
    """Who called whom independent, and what they had checked: a reviewer's word, never ours."""
    names = f"{view.name(said.event.one)} and {view.name(said.event.other)}"
    points = ", ".join(f"{plain(c.point)}: {plain(c.answer)}" for c in said.event.checklist)
    why = f"; {on_one_line(said.event.reason)}" if said.event.reason else ""
    return f"{signed(said.entry)}, a reviewer, calls {names} independent ({points}{why})"
