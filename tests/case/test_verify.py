"""Nothing of a case is changed unnoticed: the first bad event is named, in one line."""

from __future__ import annotations

import gc
import itertools as it
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from firsthand.case import index, log, originals, verify_reports
from firsthand.case.casefile import Case
from firsthand.case.engine import is_sqlite
from firsthand.case.entry import START, Header, hash_of, sealed
from firsthand.case.events import ExportFormat, ReportRemoved
from firsthand.case.judgements import Noted
from firsthand.case.log import Author, Head
from firsthand.case.payload import encoded
from firsthand.case.schema import (
    LOG,
    OF_A_REPORT,
    ORIGINAL,
    PASSAGE,
    PAYLOAD,
    PERSON,
    REPORT,
    SOURCE,
    STATEMENT,
    TOLD_IN,
    TOUCH,
)
from firsthand.case.verify import Verification, verify
from firsthand.errors import CaseError
from tests.case.desk import added, judged, merged, noted, ref

HEADER: Final = [column.name for column in LOG.c]
NUMBERS: Final = 11
"""Of the events in `full`."""
SHARED: Final = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def full(case: Case) -> Case:
    """A case with something of everything, one report of which is erased."""
    one, two, three = (added(case, n) for n in (1, 2, 3))  # events 2 to 7
    judged(case, one)
    merged(case, ref(case, one), ref(case, two))
    case.remove(three, "asked for")
    noted(case, two)
    assert case.head().number == NUMBERS
    assert case.verify().faults == ()
    return case


def unlocked(connection: Connection) -> None:
    """As someone who can write to the store can make it: with the log open to changes."""
    if is_sqlite(connection):
        for name in ("log_no_update", "log_no_delete", "log_no_replace"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    else:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS log_is_append_only ON log")


def tampered(case: Case, *changes: Any) -> Verification:
    """What is found after these changes, which are then taken back."""
    with case.store.engine.connect() as connection, connection.begin() as transaction:
        unlocked(connection)
        for change in changes:
            connection.execute(change)
        found = _verified(connection, case)
        transaction.rollback()
    return found


def _verified(connection: Connection, case: Case, expected: Head | None = None) -> Verification:
    return verify(connection, case.name, expected)


def first(found: Verification) -> int | None:
    """The first bad event; every fault is one line."""
    assert found.faults
    assert all("\n" not in str(fault) for fault in found.faults)
    return found.faults[0].number


def about(found: Verification) -> str:
    return "; ".join(map(str, found.faults))


def row_of(case: Case, table: Table, *where: Any) -> Any:
    with case.store.reading() as connection:
        return connection.execute(select(table).where(*where)).first()


def flipped(value: Any, at: int) -> Any:
    """The value with one bit of it changed, and still of its kind."""
    if isinstance(value, int):
        return value ^ 1 << at % 8
    raw = bytearray(value if isinstance(value, bytes) else value.encode())
    raw[at % len(raw)] ^= 1
    return bytes(raw) if isinstance(value, bytes) else raw.decode()


# One byte.

IN_THE_LOG: Final = [
    *(c for c in LOG.c if c.name != "number"), PAYLOAD.c.salt, PAYLOAD.c.body, PAYLOAD.c.cipher,
]  # fmt: skip


def test_a_changed_byte_names_the_event_it_is_in(case: Case) -> None:
    full(case)
    chance = random.Random(1)
    for column in IN_THE_LOG:
        for number, value in _values(case, column):
            change = update(column.table).where(column.table.c.number == number)
            changed = {column.name: flipped(value, chance.randrange(1 << 16))}
            assert first(tampered(case, change.values(changed))) == number, str(column)


def _values(case: Case, column: Column[Any]) -> list[tuple[int, Any]]:
    with case.store.reading() as connection:
        rows = connection.execute(select(column.table.c.number, column))
        return [(number, value) for number, value in rows if value != ""]


@SHARED
@given(st.integers(0, 1 << 20))
def test_whatever_byte_of_a_payload_is_changed_its_event_is_named(case: Case, at: int) -> None:
    if case.head().number == 1:
        full(case)
    row = row_of(case, PAYLOAD, PAYLOAD.c.number == (2, 3, 8, 9, 11)[at % 5])
    change = update(PAYLOAD).where(PAYLOAD.c.number == row.number)
    assert first(tampered(case, change.values(body=flipped(row.body, at)))) == row.number


def test_a_changed_byte_of_an_original_names_the_event_that_added_it(case: Case) -> None:
    full(case)
    row = row_of(case, ORIGINAL)
    (number,) = (r.added for r in case.reports() if r.sha256 == row.sha256)
    change = update(ORIGINAL).where(ORIGINAL.c.sha256 == row.sha256)
    for at in (0, 7, len(row.body) - 1):
        found = tampered(case, change.values(body=flipped(row.body, at)))
        assert first(found) == number
        assert "not those received" in about(found)
    assert first(tampered(case, change.values(sha256=flipped(row.sha256, 3)))) == number


def test_a_time_written_otherwise_is_a_changed_time(case: Case) -> None:
    full(case)
    (at,) = (value for number, value in _values(case, LOG.c.at) if number == 4)
    for other in (at.replace("T", " "), at.replace("+00:00", "Z"), "yesterday", ""):
        assert first(tampered(case, update(LOG).where(LOG.c.number == 4).values(at=other))) == 4


# Whole entries.


def test_a_deleted_entry_is_missed(case: Case) -> None:
    full(case)
    found = tampered(case, delete(LOG).where(LOG.c.number == 5))
    assert str(found.faults[0]) == "event 5: it is missing from the log"
    both = (t for t in (LOG, PAYLOAD))
    found = tampered(case, *(delete(t).where(t.c.number == 5) for t in both))
    assert first(found) == 5


def test_two_entries_that_changed_places_are_both_named(case: Case) -> None:
    full(case)
    places = ((4, 99), (5, 4), (99, 5))
    moves = (update(LOG).where(LOG.c.number == a).values(number=b) for a, b in places)
    found = tampered(case, *moves)
    assert first(found) == 4
    assert 5 in {fault.number for fault in found.faults}


def test_an_entry_rewritten_with_its_hash_does_not_fit_the_next(case: Case) -> None:
    """Payload, commitment and hash agree with each other; what came after does not."""
    full(case)
    (line,) = (x for x in case.log() if x.entry.number == 8)
    payload = sealed(encoded(Noted(case.reports()[0].id, None, "forged")))
    header = replace(line.entry.header, kind="noted", commitment=payload.commitment)
    found = tampered(
        case,
        update(LOG)
        .where(LOG.c.number == 8)
        .values(kind="noted", commitment=payload.commitment, hash=hash_of(header)),
        update(PAYLOAD).where(PAYLOAD.c.number == 8).values(body=payload.body, salt=payload.salt),
    )
    assert str(found.faults[0]) == "event 9: it does not follow event 8: one of the two was changed"


def test_a_log_cut_at_its_end_is_found_by_a_printed_head(case: Case) -> None:
    """Nothing in the case itself can tell; that is what a printed head is for."""
    head = full(case).head()
    cut = [delete(t).where(t.c.number == NUMBERS) for t in (LOG, PAYLOAD, TOUCH)]
    with case.store.engine.connect() as connection, connection.begin() as transaction:
        unlocked(connection)
        for change in cut:
            connection.execute(change)
        for _ in log.of_kinds(connection, ("noted",), case.name):
            raise AssertionError("it is still there")
        unaware = [f for f in _verified(connection, case).faults if f.number]
        aware = _verified(connection, case, head)
        transaction.rollback()
    assert unaware == []
    assert f"the log ends at event {NUMBERS - 1}, before the head given" in about(aware)


def test_a_payload_left_over_from_a_cut_log_is_found_without_one(case: Case) -> None:
    full(case)
    found = tampered(case, delete(LOG).where(LOG.c.number == NUMBERS))
    assert first(found) == NUMBERS
    assert "no entry of the log for it" in about(found)


def test_a_head_pins_what_came_before_it_and_nothing_after(case: Case) -> None:
    early = case.head()
    full(case)
    assert case.verify(early).is_whole
    assert case.verify(case.head()).is_whole
    found = case.verify(Head(5, "0" * 64))
    assert first(found) == 5
    assert "not the one given" in about(found)


def test_a_forged_entry_at_the_end_does_not_follow(case: Case) -> None:
    full(case)
    payload = sealed(encoded(Noted(case.reports()[0].id, None, "forged")))
    *_, last = case.log()
    header = Header(
        NUMBERS + 1, "noted", "Eve", last.entry.header.at, "t", "", 1, payload.commitment, START
    )
    forged = {
        **{name: getattr(header, name) for name in HEADER if name not in ("at", "hash")},
        "at": header.at.isoformat(timespec="microseconds"),
        "hash": hash_of(header),
    }  # fmt: skip
    stored = {"number": header.number, "salt": payload.salt, "body": payload.body}
    found = tampered(
        case,
        insert(LOG).values(forged),
        insert(PAYLOAD).values(**stored, cipher="none", key=""),
    )
    assert first(found) == NUMBERS + 1


def test_a_number_that_is_far_too_high_takes_no_longer(case: Case) -> None:
    full(case)
    found = tampered(case, update(LOG).where(LOG.c.number == NUMBERS).values(number=2**31 - 1))
    assert first(found) == NUMBERS


# Erasures.


def test_a_payload_that_is_gone_without_a_removal_is_named(case: Case) -> None:
    full(case)
    found = tampered(case, delete(PAYLOAD).where(PAYLOAD.c.number == 8))
    assert str(found.faults[0]) == "event 8: its payload is gone, and no removal says so"


def test_a_removal_that_removed_nothing_is_named(case: Case) -> None:
    full(case)
    with case.store.writing() as connection:
        log.append(connection, ReportRemoved(2, (8,), "so it says"), Author(case.name, "Eve"))
    assert first(case.verify()) == 8


def test_an_original_that_is_gone_or_that_nobody_added_is_found(case: Case) -> None:
    full(case)
    row = row_of(case, ORIGINAL)
    (number,) = (r.added for r in case.reports() if r.sha256 == row.sha256)
    gone = tampered(case, delete(ORIGINAL).where(ORIGINAL.c.sha256 == row.sha256))
    assert first(gone) == number
    assert "are gone" in about(gone)
    stray = {"sha256": "0" * 64, "cipher": "none", "key": "", "body": b"x"}
    assert "no event of the log added it" in about(tampered(case, insert(ORIGINAL).values(stray)))


# The tables made from the log.

TABLES: Final = (TOUCH, PERSON, *OF_A_REPORT)


def test_a_deleted_row_of_a_table_is_found_and_mended(case: Case) -> None:
    full(case)
    for table in TABLES:
        with case.store.writing() as connection:
            connection.execute(delete(table).where(*one_of(case, table)))
        found = case.verify()
        assert first(found) is None, table.name
        assert "`firsthand rebuild` makes it anew" in about(found)
        case.rebuild()
        assert case.verify().faults == ()


def one_of(case: Case, table: Table) -> list[Any]:
    """What tells some row of the table from all others."""
    row = row_of(case, table)
    return [
        column == value for column, value in zip(table.c, row, strict=True) if value is not None
    ]


CHANGES: Final[list[tuple[Table, dict[str, Any]]]] = [
    (REPORT, {"title": "Other words"}),
    (REPORT, {"unreviewed": 0}),
    (SOURCE, {"name": "Another"}),
    (STATEMENT, {"review": "accepted"}),
    (STATEMENT, {"withdrawn": "retraction"}),
    (PASSAGE, {"text": "Other words"}),
    (TOLD_IN, {"basis": "saw"}),
    (PERSON, {"person": "0" * 16}),
    (TOUCH, {"report": "0" * 16}),
]


def test_a_changed_row_of_a_table_is_found(case: Case) -> None:
    full(case)
    for table, change in CHANGES:
        found = tampered(case, update(table).where(*one_of(case, table)).values(change))
        assert first(found) is None, f"{table.name} {change}"


def test_what_is_found_does_not_depend_on_how_much_is_compared_at_once(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports from the walk, all together or each alone, and such as are read again after it."""
    full(case)
    for size, few in ((0, 1), (1 << 30, 1), (0, 20)):
        monkeypatch.setattr(verify_reports, "_ENOUGH", size)
        monkeypatch.setattr(verify_reports, "_FEW", few)
        assert case.verify().is_whole
        for one, other in it.combinations(case.reports(), 2):
            found = tampered(case, update(REPORT).values(title="Other words"))
            assert one.id in about(found)
            assert other.id in about(found)
        for report in case.reports():
            change = update(PASSAGE).where(PASSAGE.c.report == report.id)
            (fault, *_) = tampered(case, change.values(kind="other")).faults
            assert str(fault).startswith(f"report {report.id}: what is listed of it")
            assert len(tampered(case, change.values(kind="other")).faults) == 1


def test_originals_are_looked_at_whether_many_together_or_one_alone(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(case)
    for size in (0, 1 << 30):
        monkeypatch.setattr(originals, "_ENOUGH", size)
        assert case.verify().originals == 2
        for report in case.reports():
            change = update(ORIGINAL).where(ORIGINAL.c.sha256 == report.sha256)
            found = tampered(case, change.values(body=b"other bytes"))
            assert [fault.number for fault in found.faults] == [report.added]


def test_an_index_that_leads_elsewhere_is_found(tmp_path: Path) -> None:
    """Its table is whole, so no row of it differs; only searches would miss some."""
    with Case.new(tmp_path / "a.case", author="Ada") as case:
        full(case)
        with case.store.writing() as connection:
            connection.exec_driver_sql("PRAGMA writable_schema=ON")
            connection.exec_driver_sql(
                "UPDATE sqlite_schema SET sql = replace(sql, '(source)', '(report)')"
                " WHERE name = 'told_in_source'"
            )
            connection.exec_driver_sql("PRAGMA writable_schema=RESET")
        found = case.verify()
    assert first(found) is None
    assert "the file does not hold together, says SQLite" in about(found)


def test_a_row_of_a_report_that_nobody_added_is_found(case: Case) -> None:
    full(case)
    for table in (SOURCE, STATEMENT, PASSAGE, REPORT):
        strange = {
            column.name: 7 if column.type.python_type is int else "x"
            for column in table.c
            if column.name not in ("published", "copy_of", "version_of")
        }
        found = tampered(case, insert(table).values(strange))
        assert "it is listed, and no event added it" in about(found), table.name


def test_a_word_put_into_the_index_of_words_or_taken_from_it_is_found(case: Case) -> None:
    full(case)
    (passage, *_) = row_of(case, PASSAGE)
    with case.store.writing() as connection:
        index.drop(connection, [passage])
    assert "the index of words" in about(case.verify())
    with case.store.writing() as connection:
        index.add(connection, [(passage, "other words")])
    assert "the index of words" in about(case.verify())
    case.rebuild()
    assert case.verify().faults == ()


def test_what_looks_for_circles_in_memory_goes_on_afterwards(case: Case) -> None:
    full(case)
    assert gc.isenabled()


def test_looking_writes_nothing(case: Case, place: str) -> None:
    head = full(case).head()
    case.close()
    with Case.open(place, read_only=True) as looking:
        assert looking.verify(head).is_whole
        assert looking.head() == head


def test_it_tells_how_far_it_is(case: Case) -> None:
    told: list[tuple[int, int]] = []
    full(case).verify(progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert {total for _, total in told} == {2 * NUMBERS}


def test_it_says_how_much_it_looked_at(case: Case) -> None:
    found = full(case).verify()
    assert (found.events, found.originals, found.reports) == (NUMBERS, 2, 2)
    assert found.head == case.head()


# Bytes of the file itself.


def kept(path: Path) -> Any:
    """The rows of log, payloads and originals as SQLite alone reads them; None where it cannot."""
    try:
        with closing(sqlite3.connect(path)) as file:
            return [
                file.execute(f"SELECT * FROM {table.name} ORDER BY 1").fetchall()
                for table in (LOG, PAYLOAD, ORIGINAL)
            ]
    except (sqlite3.Error, OverflowError, UnicodeDecodeError):
        return None


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "whole.case"
    with Case.new(path, author="Ada") as case:
        full(case)
        for _ in range(30):
            case.export([], ExportFormat.JSON)
    return path


def outcome(path: Path) -> Verification | None:
    """What verifying finds; None where the case cannot even be opened, which is one line."""
    try:
        with Case.open(path, read_only=True) as case:
            found = case.verify()
    except CaseError as error:
        assert "\n" not in str(error)
        return None
    assert all("\n" not in str(fault) for fault in found.faults)
    return found


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(at=st.integers(0, 1 << 40), mask=st.integers(1, 255), count=st.sampled_from([1, 1, 1, 64]))
def test_wherever_the_file_is_damaged_it_is_one_line_and_what_is_kept_is_never_called_whole(
    file: Path, tmp_path: Path, at: int, mask: int, count: int
) -> None:
    path = tmp_path / "damaged.case"
    raw = bytearray(file.read_bytes())
    for place in range(at % len(raw), min(at % len(raw) + count, len(raw))):
        raw[place] ^= mask
    path.write_bytes(raw)
    found, now = outcome(path), kept(path)
    if found is not None and now != kept(file):
        assert not found.is_whole
