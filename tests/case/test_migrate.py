"""A case of an older schema is brought up to date when it is opened, after a backup is made."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from firsthand.case import migrate, originals
from firsthand.case.adding import reading_of, report_id
from firsthand.case.casefile import Case
from firsthand.case.engine import Store, is_sqlite, opened
from firsthand.case.events import CaseMade, Event, Migrated, ReportAdded
from firsthand.case.judgements import Judged, Verdict
from firsthand.case.log import Author, append
from firsthand.case.schema import APPLICATION_ID, KEPT, REVISION
from firsthand.case.where import case_at
from firsthand.errors import (
    CaseBusy,
    CaseDamaged,
    CaseReadOnly,
    NewerCase,
    NotACase,
)
from tests.case.made import record
from tests.case.provoked import line_of, made
from tests.case.tables import derived
from tests.conftest import ROOT

OLDEST = "0001"


def old(place: str) -> str:
    """A case as the first schema had it, with a report that was read and judged; its report."""
    if "://" not in place:
        Path(place).touch(mode=0o600)
    store = opened(case_at(place))
    by, original = Author(place, "Ada"), record(1).report.original
    report = report_id(original.sha256)
    with store.making() as connection:
        migrate.upgrade(connection, OLDEST)
        if is_sqlite(connection):
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        originals.keep(connection, original.sha256, original.content)
        received = (original.sha256, "text/plain", "report-1.txt", original.received_at)
        judged = record(1).statements[0].attribution.id
        events: list[Event] = [
            CaseMade("old"),
            ReportAdded(report, *received),
            reading_of(report, record(1)),
            Judged(report, judged, Verdict.ACCEPT),
        ]
        for event in events:
            append(connection, event, by)
    store.close()
    return report


def kept(place: str, schema: str = "") -> list[list[tuple[Any, ...]]]:
    """What the case is, by the store's own words: log, payloads and originals."""
    store = opened(case_at(place))
    try:
        with store.reading() as connection:
            names = [f"{schema}{table.name}" for table in KEPT]
            tables = [connection.execute(text(f"SELECT * FROM {n} ORDER BY 1")) for n in names]
            return [[tuple(row) for row in rows] for rows in tables]
    finally:
        store.close()


def told(place: str, statement: str) -> None:
    store = opened(case_at(place))
    with store.making() as connection:
        connection.execute(text(statement))
    store.close()


def backup_of(place: str) -> Path:
    return Path(f"{place}.backup-{OLDEST}")


def test_an_older_case_is_whole_after_it_was_opened(place: str) -> None:
    report = old(place)
    with Case.open(place, author="Ben") as case:
        assert case.migrated is not None
        assert (case.migrated.before, case.migrated.now) == (OLDEST, REVISION)
        assert case.verify().faults == ()
        assert [row.id for row in case.reports()] == [report]
        assert case.report(report).statements[0].decisions
        assert case.search("boat").hits
        before = derived(case)
        case.rebuild()
        assert derived(case) == before


def test_the_log_before_is_as_it_was_and_says_what_was_done(place: str) -> None:
    old(place)
    before = kept(place)
    with Case.open(place, author="Ben") as case:
        *_, last = case.log()
        assert last.event == case.migrated
        assert last.entry.header.author == "Ben"
    after = kept(place)
    assert [table[: len(rows)] for table, rows in zip(after, before, strict=True)] == before


def test_it_happens_once(place: str) -> None:
    old(place)
    Case.open(place).close()
    with Case.open(place) as case:
        assert case.migrated is None
        assert case.head().number == 5


def test_the_backup_is_a_whole_case_of_the_older_schema(place: str, tmp_path: Path) -> None:
    old(place)
    before = kept(place)
    with Case.open(place) as case:
        assert case.migrated is not None
        backup = case.migrated.backup
    if "://" in place:
        schema = backup.removeprefix("schema ")
        assert kept(place, f"{schema}.") == before
        return
    assert backup == str(backup_of(place))
    assert stat.S_IMODE(backup_of(place).stat().st_mode) == 0o600
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert kept(backup) == before
    with Case.open(backup) as again:
        assert again.migrated is not None
        assert again.verify().is_whole


def test_two_who_open_it_at_once_bring_it_up_to_date_once(place: str) -> None:
    old(place)

    def migrated(_: int) -> Migrated | None:
        with Case.open(place, wait=60) as case:
            return case.migrated

    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(migrated, range(3)))
    assert sum(one is not None for one in found) == 1
    with Case.open(place) as case:
        assert case.head().number == 5
        assert case.verify().is_whole


def test_while_another_program_writes_nothing_is_done(place: str) -> None:
    old(place)
    store = opened(case_at(place))
    with store.writing():
        line_of(CaseBusy, lambda: Case.open(place, wait=0.1))
    store.close()
    assert "://" in place or not backup_of(place).exists()
    with Case.open(place) as case:
        assert case.migrated is not None


def test_one_who_may_only_look_is_told_so_and_changes_nothing(place: str) -> None:
    old(place)
    before = kept(place)
    line = line_of(CaseReadOnly, lambda: Case.open(place, read_only=True))
    assert "an older Firsthand made it" in line
    assert kept(place) == before


def test_a_log_that_does_not_parse_leaves_the_case_as_it_was(place: str) -> None:
    """No half of a migration, and no heap of backups from trying again."""
    old(place)
    told(place, "UPDATE payload SET body = salt WHERE number = 3")
    before = kept(place)
    for _ in range(2):
        assert "event 3" in line_of(CaseDamaged, lambda: Case.open(place))
    assert kept(place) == before
    with_store(place, lambda store: revision(store) == OLDEST)
    assert "://" in place or list(Path(place).parent.glob("*backup*")) == []


def with_store(place: str, holds: Callable[[Store], bool]) -> None:
    store = opened(case_at(place))
    try:
        assert holds(store)
    finally:
        store.close()


def revision(store: Store) -> str:
    with store.reading() as connection:
        return migrate.revision_of(connection, "")


def test_a_newer_case_is_refused_and_not_touched(place: str) -> None:
    made(place)
    told(place, "UPDATE alembic_version SET version_num = '9999'")
    before = kept(place)
    line = line_of(NewerCase, lambda: Case.open(place))
    assert "a newer Firsthand made it (schema 9999); update Firsthand" in line
    line_of(NewerCase, lambda: Case.open(place, read_only=True))
    assert kept(place) == before


@pytest.mark.parametrize("change", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_tables_of_no_known_schema_are_no_case(place: str, change: str) -> None:
    made(place)
    told(place, change)
    line_of(NotACase, lambda: Case.open(place))


# Of files alone.


@pytest.mark.parametrize("name", ["a?b%20#c.case", "with space.case", "[x]*.case", "дело.case"])
def test_a_file_of_any_name_gets_a_backup_beside_it(tmp_path: Path, name: str) -> None:
    place = str(tmp_path / name)
    report = old(place)
    with Case.open(place) as case:
        assert case.migrated is not None
        assert case.migrated.backup == str(backup_of(place))
        assert case.remove(report, "asked for").backups == (str(backup_of(place)),)
    assert len(kept(str(backup_of(place)))[0]) == 4


def test_a_backup_never_takes_the_place_of_another(tmp_path: Path) -> None:
    place = str(tmp_path / "old.case")
    old(place)
    backup_of(place).write_bytes(b"mine")
    with Case.open(place) as case:
        assert case.migrated is not None
        assert case.migrated.backup == f"{backup_of(place)}-2"
    assert backup_of(place).read_bytes() == b"mine"


_OPENS = """
import resource, sys
from firsthand.case.casefile import Case
from firsthand.errors import CaseFull
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    Case.open(sys.argv[1])
except CaseFull as error:
    print(error)
"""


@pytest.mark.parametrize("room", [0, 4096, 40960])
def test_without_room_for_a_backup_nothing_is_changed(tmp_path: Path, room: int) -> None:
    place = str(tmp_path / "old.case")
    old(place)
    before = kept(place)
    done = subprocess.run(
        [sys.executable, "-c", _OPENS, place, str(room)],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert done.stdout.count("\n") == 1
    assert "make room" in done.stdout
    assert kept(place) == before
    assert list(tmp_path.glob("*backup*")) == []
    with Case.open(place) as case:
        assert case.migrated is not None


def test_room_for_the_backup_alone_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    """The file itself grows by the tables that are made; where that fails, all of it does."""
    place = str(tmp_path / "old.case")
    old(place)
    before = kept(place)
    room = Path(place).stat().st_size + 4096
    subprocess.run([sys.executable, "-c", _OPENS, place, str(room)], cwd=ROOT, check=True)
    assert kept(place) == before
    assert list(tmp_path.glob("*backup*")) == []
