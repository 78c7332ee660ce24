"""From what a person types to what it means in a case: the start of an id, or a file's name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Result, false, or_, select

from firsthand.case.judgements import SourceRef
from firsthand.case.listing import StatementRef
from firsthand.case.rows import storable
from firsthand.case.schema import REPORT, SOURCE, STATEMENT, TOUCH
from firsthand.errors import NotInCase

_SHORTEST: Final = 4
"""Digits of an id that are enough, where only one begins so."""
_SHOWN: Final = 5


def report(connection: Connection, text: str, case: str) -> str:
    """The id of a report, by the start of its id or the name it was received under."""
    found = select(REPORT.c.id, REPORT.c.received_from).where(
        or_(_came_as(text), _begins(REPORT.c.id, text))
    )
    return _only(_texts(connection.execute(found)), "report", text, case)[0]


def erasable(connection: Connection, text: str, case: str) -> str:
    """The same, and by the start of its id also one whose adding was undone: its bytes are kept."""
    by_id = select(TOUCH.c.report).where(_begins(TOUCH.c.report, text))
    found = by_id.union(select(REPORT.c.id).where(_came_as(text)))
    return _only(_texts(connection.execute(found)), "report", text, case)[0]


def _came_as(text: str) -> ColumnElement[bool]:
    name, meant = REPORT.c.received_from, storable(text)
    return or_(name == meant, name.endswith(f"/{meant}", autoescape=True))


def statement(connection: Connection, text: str, case: str) -> StatementRef:
    """A statement, by the start of its id."""
    columns = select(STATEMENT.c.report, STATEMENT.c.id, STATEMENT.c.quote)
    rows = connection.execute(columns.where(_begins(STATEMENT.c.id, text)))
    report, found, _ = _only(_texts(rows), "statement", text, case)
    return StatementRef(report, found)


def source(connection: Connection, text: str, case: str) -> SourceRef:
    """A source, by the start of its id, or by its whole name where only one bears it."""
    columns = select(SOURCE.c.report, SOURCE.c.id, SOURCE.c.name)
    by_name = SOURCE.c.name == storable(text)
    rows = connection.execute(columns.where(or_(by_name, _begins(SOURCE.c.id, text))))
    report, found, _ = _only(_texts(rows), "source", text, case)
    return SourceRef(report, found)


def _texts(rows: Result[Any]) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for row in rows]


def _begins(column: Column[str], text: str) -> ColumnElement[bool]:
    meant = storable(text).lower()
    return column.startswith(meant, autoescape=True) if len(text) >= _SHORTEST else false()


def _only(rows: Sequence[tuple[str, ...]], what: str, text: str, case: str) -> tuple[str, ...]:
    if not rows:
        raise NotInCase(case, f"no {what} {text!r}; `firsthand list` shows what there is")
    if len(rows) > 1:
        shown = ", ".join(" ".join(part[:60] for part in row) for row in rows[:_SHOWN])
        more = "…" if len(rows) > _SHOWN else ""
        found = f"{len(rows)} {what}s go by {text!r} ({shown}{more})"
        raise NotInCase(case, f"{found}; give more of the id")
    return rows[0]
