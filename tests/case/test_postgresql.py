"""A case in a real PostgreSQL: who is let in, and what the one line says to who is not."""

from __future__ import annotations

import sys
from urllib.parse import urlsplit

import pytest

from firsthand.case.casefile import Case
from firsthand.case.events import ExportFormat
from firsthand.errors import CaseExists, CaseReadOnly, CaseRefused, NotACase
from tests.case.conftest import database, tell
from tests.case.postgres import USER, Server
from tests.case.provoked import line_of, looked, made, written


@pytest.fixture
def address(server: Server) -> str:
    """An address whose database there is not, for those who are not let in anyway."""
    return server.address("no_such_database")


def test_a_refused_password_is_one_line_without_it(server: Server) -> None:
    wrong = Server(server.port, "s%40cret%2F").address("postgres")
    line = line_of(CaseRefused, lambda: looked(wrong))
    assert "password" in line
    assert "cret" not in line


def test_no_password_is_a_refused_one(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    without = f"postgresql://{USER}@127.0.0.1:{server.port}/postgres"
    assert "PGPASSWORD" in line_of(CaseRefused, lambda: looked(without))


def test_a_password_may_be_given_where_no_list_of_processes_shows_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", server.password)
    line_of(NotACase, lambda: looked(f"postgresql://{USER}@127.0.0.1:{server.port}/postgres"))


def test_an_unknown_user_is_refused_as_a_wrong_password_is(address: str) -> None:
    line_of(CaseRefused, lambda: looked(address.replace(USER, "nobody_known")))


def test_a_database_that_is_not_there_is_to_be_made_by_its_owner(address: str) -> None:
    assert "createdb" in line_of(CaseRefused, lambda: looked(address))


def test_a_database_without_a_case_says_how_one_is_made(server: Server) -> None:
    line = line_of(NotACase, lambda: looked(server.address("postgres")))
    assert "firsthand case new" in line


def test_a_database_with_tables_in_it_is_never_written_over(server: Server) -> None:
    with database(server) as place:
        tell(place, "CREATE TABLE diary (day date)")
        line_of(CaseExists, lambda: made(place))
        tell(place, "SELECT * FROM diary")


def test_without_the_driver_the_line_says_how_to_get_it(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)
    line = line_of(CaseRefused, lambda: looked(address))
    assert "pip install 'firsthand[postgres]'" in line


def test_a_user_who_may_only_look_can_look_and_is_told_what_is_missing(server: Server) -> None:
    with database(server) as place:
        made(place)
        weak = urlsplit(place)._replace(netloc=f"weak:w@127.0.0.1:{server.port}").geturl()
        tell(place, "CREATE ROLE weak LOGIN PASSWORD 'w'")
        assert "alembic_version" in line_of(CaseRefused, lambda: looked(weak))
        tell(place, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO weak")
        assert looked(weak) == 1
        assert "log" in line_of(CaseRefused, lambda: written(weak))
        tell(place, "DROP OWNED BY weak", "DROP ROLE weak")


def test_a_server_that_only_answers_questions_is_a_case_that_may_only_be_read(
    server: Server,
) -> None:
    with database(server) as place:
        made(place)
        name = place.rpartition("/")[2]
        tell(place, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        assert looked(place) == 1
        line_of(CaseReadOnly, lambda: written(place))


def test_a_connection_that_the_server_ended_is_one_line_and_then_made_anew(
    server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing else is printed: the pool's own report of it is a whole page."""
    with database(server) as place:
        made(place)
        with Case.open(place, author="Ada") as case:
            tell(place, _END_OTHERS)
            line_of(CaseRefused, lambda: case.export([], ExportFormat.JSON))
            assert _when_there_again(case) == 2
    assert capfd.readouterr().err == ""


_END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'firsthand'"
)


def _when_there_again(case: Case) -> int:
    """A second connection of the pool may be broken too."""
    try:
        return case.export([], ExportFormat.JSON).number
    except CaseRefused:
        return case.export([], ExportFormat.JSON).number
