"""A report of a case as a piece of a page: as people left it, each statement with its review."""

from __future__ import annotations

from dataclasses import replace

from firsthand.case.state import State
from firsthand.export import page
from firsthand.export.case_show import Stood, report_lines, shape_of, standing, stood
from firsthand.export.listed import Listed
from firsthand.export.visible import on_one_line


def fragment(state: State) -> str:
    """The report with its statements; those that were rejected stand below, unmarked."""
    record = standing(state)
    told = tuple(line.rstrip(".") for line in report_lines(state))
    return page.fragment(
        record,
        shape=(*shape_of(state), *told),
        statements=tuple(_with_review(s) for s in stood(state)),
    )


def title(state: State) -> str:
    """What the page is called where the report is its first."""
    return on_one_line(state.record.report.title or "Firsthand")


def _with_review(s: Stood) -> Listed:
    notes = (*s.listed.notes, *s.beside)
    return replace(s.listed, notes=notes, about=f"{s.review} · {s.listed.about}")
