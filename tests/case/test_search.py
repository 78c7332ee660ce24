"""Searching: which passages are hits, in which order, with which statements; on both stores."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from firsthand.case.casefile import Case
from firsthand.case.hits import Told
from firsthand.case.search import Results, search
from firsthand.case.state import Review
from firsthand.errors import QueryError
from firsthand.ingest.report import BlockKind
from firsthand.text import Span
from tests.case.shelf import Said, Shelf, made_id, page, report_id, source_id

ILSE, DORN, GUARD = "Ilse Varnholt", "Peder Dorn", "a port guard"
SHELF = Shelf(
    (
        page(
            "Two sailors were taken, the widow said.",
            "“They took both,” said Ilse Varnholt.",
            said=(Said(ILSE, (0,), basis="heard"), Said(ILSE, (1,), kind="direct", basis="saw")),
            outlet="The Quellmouth Lantern", published=dt.date(2018, 2, 9),
        ),
        page(
            "Sailors taken: Dorn saw it, and denied it later.",
            said=(
                Said(DORN, review="rejected", basis="saw"),
                Said(DORN, review="accepted", withdrawn="recantation"),
            ),
            outlet="Vantry Mail", published=dt.date(2018, 2, 7),
        ),
        page(
            "A guard saw both sailors taken.", "", "Nobody knows when.",
            said=(Said(GUARD, (0, 2), force="possible", basis="saw"), Said(None, (2,))),
            kind="statement",
        ),
    ),
    merged=((DORN, GUARD),),
)  # fmt: skip


@pytest.fixture
def shelf(case: Case) -> Iterator[Connection]:
    """The shelf in an empty case, in a transaction that is never finished."""
    with case.store.engine.connect() as connection, connection.begin() as transaction:
        SHELF.put(connection)
        yield connection
        transaction.rollback()


def places(found: Results) -> list[tuple[int, int]]:
    """Which report of the shelf, and which passage of it."""
    known = {report_id(n): n for n in range(len(SHELF.pages))}
    return [(known[hit.report], hit.position) for hit in found.hits]


Hits = tuple[tuple[str, list[tuple[int, int]]], ...]
EVERY = [(1, 0), (0, 0), (0, 1), (2, 0), (2, 1), (2, 2)]
"""All passages: by date, those without one last."""


OF_REPORTS: Hits = (
    ("-nowhere", EVERY),
    ("sailors", [(1, 0), (0, 0), (2, 0)]),
    ('"both sailors"', [(2, 0)]),
    ("saw*", [(1, 0), (2, 0)]),
    ("sailors -guard", [(1, 0), (0, 0)]),
    ("outlet:lantern", [(0, 0), (0, 1)]),
    ('outlet:"lantern quellmouth",vantry', [(1, 0), (0, 0), (0, 1)]),
    ("outlet:quellmouth-mail", []),
    ("-outlet:lantern", [(1, 0), (2, 0), (2, 1), (2, 2)]),
    ("date:2018-02-07", [(1, 0)]),
    ("date:..2018-02-08", [(1, 0)]),
    ("date:2018-02-08..", [(0, 0), (0, 1)]),
    ("date:2017,2018-02-09", [(0, 0), (0, 1)]),
    ("-date:2018-02-07", [(0, 0), (0, 1), (2, 0), (2, 1), (2, 2)]),
    ("document:statement", [(2, 0), (2, 1), (2, 2)]),
    (f"report:{report_id(1)[:5].upper()}", [(1, 0)]),
    (f"report:{report_id(1)},{report_id(0)}", [(1, 0), (0, 0), (0, 1)]),
    (f"sailors -report:{report_id(1)}", [(0, 0), (2, 0)]),
)


def test_a_hit_has_the_words_and_is_of_a_report_that_fits(shelf: Connection) -> None:
    for query, hits in OF_REPORTS:
        assert places(search(shelf, query, "case")) == hits, query


OF_STATEMENTS: Hits = (
    ("source:varnholt", [(0, 0), (0, 1)]),
    ('source:"Varnholt, Ilse" sailors', [(0, 0)]),
    ("source:ilse-dorn", []),
    ("source:dorn", [(1, 0), (2, 0), (2, 2)]),
    ("source:guard,ilse", [(1, 0), (0, 0), (0, 1), (2, 0), (2, 2)]),
    ("-source:dorn", [(0, 0), (0, 1), (2, 2)]),
    ("basis:saw", [(1, 0), (0, 1), (2, 0), (2, 2)]),
    ("kind:direct", [(0, 1)]),
    ("force:possible", [(2, 0), (2, 2)]),
    ("review:accepted,rejected", [(1, 0)]),
    ("withdrawn:yes", [(1, 0)]),
    ("withdrawn:recantation", [(1, 0)]),
    ("withdrawn:retraction", []),
    ("-withdrawn:yes", [(1, 0), (0, 0), (0, 1), (2, 0), (2, 2)]),
    ("withdrawn:no source:dorn", [(1, 0), (2, 0), (2, 2)]),
)


def test_what_is_asked_of_statements_holds_of_one_told_in_the_passage(shelf: Connection) -> None:
    for query, hits in OF_STATEMENTS:
        assert places(search(shelf, query, "case")) == hits, query


OF_ONE_STATEMENT: Hits = (
    ("basis:saw review:accepted", []),
    ("basis:saw -review:rejected", [(0, 1), (2, 0), (2, 2)]),
    ("source:dorn basis:saw withdrawn:yes", []),
    ("source:varnholt -source:ilse", []),
    ("sailors basis:saw -review:rejected outlet:vantry", []),
    ("-sailors -basis:saw", [(2, 2)]),
)


def test_it_is_one_statement_that_all_of_it_is_asked_of(shelf: Connection) -> None:
    for query, hits in OF_ONE_STATEMENT:
        assert places(search(shelf, query, "case")) == hits, query


def test_a_hit_shows_the_passage_its_report_its_marks_and_the_statements_that_fit(
    shelf: Connection,
) -> None:
    (hit,) = search(shelf, "took source:varnholt", "case").hits
    assert (hit.report, hit.outlet, hit.title) == (
        report_id(0),
        "The Quellmouth Lantern",
        "Report 0",
    )
    assert (hit.published, hit.position, hit.kind) == (dt.date(2018, 2, 9), 1, BlockKind.PARAGRAPH)
    assert hit.span == Span(40, 40 + len(hit.text))
    assert [mark.of(hit.text) for mark in hit.marks] == ["took"]
    told = Told(
        made_id(0, 1), source_id(0, ILSE), ILSE, "direct", "saw", "certain", Review.UNREVIEWED, ""
    )
    assert hit.statements == (told,)


def test_without_a_question_about_statements_all_that_is_told_there_is_shown(
    shelf: Connection,
) -> None:
    (hit,) = search(shelf, "denied", "case").hits
    assert [told.review for told in hit.statements] == [Review.REJECTED, Review.ACCEPTED]
    (hit,) = search(shelf, "denied -review:rejected", "case").hits
    assert [told.review for told in hit.statements] == [Review.ACCEPTED]


def test_the_first_hits_come_with_the_number_of_all(shelf: Connection) -> None:
    for query in ("-nowhere", "sailors", "basis:saw", "-nowhere -kind:direct"):
        every = search(shelf, query, "case", limit=None)
        assert every.total == len(every.hits)
        for limit in range(every.total + 2):
            found = search(shelf, query, "case", limit=limit)
            assert found == Results(every.total, every.hits[:limit])


def test_many_reports_are_put_in_order(case: Case) -> None:
    """More than are asked for one by one."""
    pages = tuple(page("quay", published=dt.date(2020, 1, 1 + n % 7)) for n in range(150))
    with case.store.engine.connect() as connection, connection.begin() as transaction:
        Shelf(pages).put(connection)
        found = search(connection, "quay", "case", limit=120)
        transaction.rollback()
    keys = [(hit.published, hit.report) for hit in found.hits]
    assert keys == sorted((p.published, report_id(n)) for n, p in enumerate(pages))[:120]
    assert found.total == 150


def test_a_case_says_what_is_wrong_with_a_query(case: Case) -> None:
    assert case.search("quay") == Results(0, ())
    with pytest.raises(QueryError, match="there is no field 'sorce'"):
        case.search("sorce:Ilse")
