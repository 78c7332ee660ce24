"""The hits of a search: passages with their report, their marks and the statements told in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Select, select

from firsthand.case.marks import marked
from firsthand.case.query import Query
from firsthand.case.schema import PASSAGE, REPORT, STATEMENT, TOLD_IN
from firsthand.case.search_conditions import of_statement
from firsthand.case.state import Review
from firsthand.ingest.report import BlockKind
from firsthand.text import Span

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that stands in a passage and fits what was asked of statements."""

    id: str
    source: str | None
    speaker: str
    kind: str
    basis: str
    force: str
    review: Review
    withdrawn: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage: its `span` is in the report's text, its `marks` in the passage's own.

    `text` has U+FFFD where a character is one that no store keeps; offsets are as they were.
    """

    report: str
    outlet: str | None
    title: str | None
    published: dt.date | None
    position: int
    span: Span
    kind: BlockKind
    text: str
    marks: tuple[Span, ...]
    statements: tuple[Told, ...]


def hits(connection: Connection, query: Query, ids: Sequence[int]) -> Iterator[Hit]:
    """The hits that some passages are, in the order of their ids as given."""
    for first in range(0, len(ids), _BATCH):
        yield from _batch(connection, query, ids[first : first + _BATCH])


def _batch(connection: Connection, query: Query, ids: Sequence[int]) -> Iterator[Hit]:
    told = _told(connection, query, ids)
    rows = {row["id"]: row for row in connection.execute(_read(ids)).mappings()}
    for number in ids:
        yield _hit(rows[number], query, tuple(told.get(number, ())))


def _hit(row: RowMapping, query: Query, told: tuple[Told, ...]) -> Hit:
    return Hit(
        report=row["report"],
        outlet=row["outlet"],
        title=row["title"],
        published=row["published"],
        position=row["position"],
        span=Span(row["start"], row["end"]),
        kind=BlockKind(row["kind"]),
        text=row["text"],
        marks=marked(row["text"], query.wanted),
        statements=told,
    )


def _read(ids: Sequence[int]) -> Select[Any]:
    columns = (REPORT.c.outlet, REPORT.c.title, REPORT.c.published)
    joined = select(PASSAGE, *columns).join(REPORT, REPORT.c.id == PASSAGE.c.report)
    return joined.where(PASSAGE.c.id.in_(ids))


def _told(connection: Connection, query: Query, ids: Sequence[int]) -> dict[int, list[Told]]:
    columns = [STATEMENT.c[name] for name in Told.__slots__]
    chosen = select(TOLD_IN.c.passage, *columns)
    chosen = chosen.join(STATEMENT, STATEMENT.c.id == TOLD_IN.c.statement)
    fitting = (of_statement(condition, few=True) for condition in query.of_statement)
    chosen = chosen.where(TOLD_IN.c.passage.in_(ids), *fitting)
    told: dict[int, list[Told]] = {}
    in_order = chosen.order_by(TOLD_IN.c.passage, STATEMENT.c.position)
    for row in connection.execute(in_order).mappings():
        told.setdefault(row["passage"], []).append(_statement(row))
    return told


def _statement(row: RowMapping) -> Told:
    values = {name: row[name] for name in Told.__slots__}
    return Told(**{**values, "review": Review(row["review"])})
