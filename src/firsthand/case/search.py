"""A search: the passages that a query finds, by date, each with the statements told in it.

Hits are counted report by report, since the id of a passage tells its report
(`schema.passage_id`); then only the reports whose hits are shown are looked into. So a word of
every second passage costs little more than a rare one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal_column, or_, select

from firsthand.case.hits import Hit, hits
from firsthand.case.index import lacking, matching
from firsthand.case.query import Query, parse
from firsthand.case.schema import PASSAGE, POSITION_BITS, REPORT, TOLD_IN, passage_id
from firsthand.case.search_conditions import of_report, of_statement

_MOST_RANGES: Final = 100
"""Reports that are asked for one by one; with more, all hits are walked once more."""


@dataclass(frozen=True, slots=True)
class Results:
    """The first hits, by date (unknown last), report and place; and how many there are."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A report, the number of the event that added it, and how many hits it has."""

    id: str
    added: int
    hits: int


def search(connection: Connection, text: str, case: str, *, limit: int | None = 50) -> Results:
    """What a query finds; raises `QueryError`, which says what would be right."""
    query = parse(text, case)
    found = _reports(connection, query)
    ids = _ids(connection, query, _first(found, limit))[:limit]
    return Results(sum(f.hits for f in found), tuple(hits(connection, query, ids)))


def _reports(connection: Connection, query: Query) -> list[_Found]:
    """The reports with hits, in order."""
    passage = _passages(connection, query).subquery("passage_found")
    report = passage.c.id.op(">>")(literal_column(str(POSITION_BITS))).label("added")
    counted = select(report, func.count().label("hits")).group_by(report).subquery("counted")
    chosen = select(REPORT.c.id, REPORT.c.added, counted.c.hits)
    chosen = chosen.join(counted, counted.c.added == REPORT.c.added)
    chosen = chosen.where(*map(of_report, query.of_report))
    published = REPORT.c.published
    rows = connection.execute(chosen.order_by(published.is_(None), published, REPORT.c.id))
    return [_Found(*row) for row in rows]


def _first(found: Sequence[_Found], limit: int | None) -> Sequence[_Found]:
    """As many reports as it takes to reach the limit."""
    if limit is None:
        return found
    before = accumulate((f.hits for f in found), initial=0)
    return [f for f, sofar in zip(found, before, strict=False) if sofar < limit]


def _ids(connection: Connection, query: Query, reports: Sequence[_Found]) -> list[int]:
    """The ids of their hits, report by report, each in the order of the page."""
    if not reports:
        return []
    place = {f.added: n for n, f in enumerate(reports)}
    passage = _passages(connection, query, reports).subquery("passage_found")
    ids = connection.scalars(select(passage.c.id)).all()
    return sorted(
        (number for number in ids if number >> POSITION_BITS in place),
        key=lambda number: (place[number >> POSITION_BITS], number),
    )


def _passages(connection: Connection, query: Query, reports: Sequence[_Found] = ()) -> Select[Any]:
    """The ids of passages whose words and statements fit, in these reports where some are named.

    Goes through whatever is the fewest: statements of a source, passages with a word, or all.
    """
    some = reports if len(reports) <= _MOST_RANGES else ()
    if query.of_statement and (query.names_source or not query.wanted):
        return _with_statements(connection, query, some)
    if query.wanted:
        return _with_words(connection, query, some)
    number = PASSAGE.c.id
    ids = select(number.label("id")).where(*_within(number, some))
    return ids.where(*lacking(connection, number, query.unwanted))


def _with_statements(
    connection: Connection, query: Query, reports: Sequence[_Found]
) -> Select[Any]:
    """Of few reports, the words of each passage are looked up; else all that have them are."""
    number = TOLD_IN.c.passage
    ids = select(number.label("id")).where(*_fitting(query, reports))
    ids = ids.where(*lacking(connection, number, query.unwanted))
    if reports:
        ids = ids.where(TOLD_IN.c.report.in_([f.id for f in reports]))
    if query.wanted:
        with_words = matching(connection, query.wanted)
        (found,) = with_words.selected_columns
        looked_up = with_words.where(found == number).exists()
        ids = ids.where(looked_up if reports else (number + 0).in_(with_words))
    return ids.group_by(number)


def _with_words(connection: Connection, query: Query, reports: Sequence[_Found]) -> Select[Any]:
    ids = matching(connection, query.wanted, query.unwanted)
    (number,) = ids.selected_columns
    ids = ids.where(*_within(number, reports))
    if not query.of_statement:
        return ids
    told = (TOLD_IN.c.passage == number, *_fitting(query, reports))
    return ids.where(exists().where(*told))


def _fitting(query: Query, reports: Sequence[_Found]) -> list[ColumnElement[bool]]:
    """What is asked of statements, which are few where only some reports are looked into."""
    return [of_statement(condition, few=bool(reports)) for condition in query.of_statement]


def _within(number: ColumnElement[int], reports: Sequence[_Found]) -> list[ColumnElement[bool]]:
    """Whether a passage is of one of these reports."""
    if not reports:
        return []
    starts = [passage_id(f.added, 0) for f in reports]
    return [or_(*(number.between(n, n + (1 << POSITION_BITS) - 1) for n in starts))]
