"""Both stores find the same passages as someone who walks through all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine

from firsthand.case.casefile import Case
from firsthand.case.search import Results, search
from tests.case.asked import Part, answer, questions, shelves
from tests.case.conftest import database
from tests.case.postgres import Server
from tests.case.shelf import Shelf, report_id


@pytest.fixture(scope="module")
def both(
    server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Engine, Engine]]:
    """An empty case on each store."""
    path: Path = tmp_path_factory.mktemp("both") / "a.case"
    with ExitStack() as stack:
        places = (str(path), stack.enter_context(database(server)))
        cases = [stack.enter_context(Case.new(place, author="Ada")) for place in places]
        yield cases[0].store.engine, cases[1].store.engine


def found(engine: Engine, shelf: Shelf, queries: Sequence[str], limit: int) -> list[Results]:
    """What each query finds with this shelf in the case, which is empty again afterwards."""
    with engine.connect() as connection, connection.begin() as transaction:
        shelf.put(connection)
        results = [search(connection, query, "case", limit=limit) for query in queries]
        transaction.rollback()
    return results


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(shelf=shelves(), asked=questions())
def test_both_stores_find_the_same_as_a_walk_through_everything(
    both: tuple[Engine, Engine], shelf: Shelf, asked: list[Part]
) -> None:
    alone = [[part] for part in asked]
    queries = [" ".join(part.typed for part in parts) for parts in (asked, *alone)]
    one, other = (found(engine, shelf, queries, 100) for engine in both)
    assert one == other
    for results, parts in zip(one, (asked, *alone), strict=True):
        assert places(results) == answer(shelf, parts)
        assert results.total == len(results.hits)


def places(results: Results) -> set[tuple[int, int]]:
    known = {report_id(n): n for n in range(10)}
    return {(known[hit.report], hit.position) for hit in results.hits}
