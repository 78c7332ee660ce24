"""What tests of the case need: a place for one on each store, and a case there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import NullPool, create_engine, make_url

from tests.case.postgres import Server, running

if TYPE_CHECKING:
    from firsthand.case.casefile import Case

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, started by the first test that asks for it."""
    with running() as server:
        yield server


@contextmanager
def database(server: Server) -> Iterator[str]:
    """The address of a fresh database, which is dropped afterwards with whoever is in it."""
    name = f"case_{next(_NUMBERS)}"
    tell(server.address("postgres"), f"CREATE DATABASE {name} STRATEGY file_copy")
    yield server.address(name)
    tell(server.address("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


def tell(address: str, *statements: str) -> None:
    """Does something in a database past the case that is in it."""
    url = make_url(address).set(drivername="postgresql+pg8000")
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Gives a place without a case, another one at each call, all on one store.

    A database takes 8 MB until the test ends: a property test asks for few examples, or uses
    one place for all of them.
    """
    with ExitStack() as stack:
        if request.param == "sqlite":
            yield lambda: str(tmp_path / f"case-{next(_NUMBERS)}.case")
        else:
            server = request.getfixturevalue("server")
            yield lambda: stack.enter_context(database(server))


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    """Where no case is yet: a path, or the address of an empty database."""
    return new_place()


@pytest.fixture
def case(place: str) -> Iterator[Case]:
    """An empty case, kept by Ada."""
    from firsthand.case.casefile import Case

    with Case.new(place, author="Ada") as case:
        yield case
