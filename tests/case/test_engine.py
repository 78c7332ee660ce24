"""What each store promises: writers one after another, looks that are whole, nothing forked."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from sqlalchemy import select

from firsthand.case.casefile import Case
from firsthand.case.events import CaseMade, ExportFormat
from firsthand.case.log import Author, append
from firsthand.case.schema import LOG
from firsthand.errors import CaseBusy, CaseReadOnly
from tests.case.provoked import line_of


def _write(case: Case) -> int:
    return case.export([], ExportFormat.JSON).number


def test_a_writer_holds_the_log_from_its_first_moment(case: Case, place: str) -> None:
    """Not from its first change: what it has read by then must still be the end of the log."""
    with Case.open(place, author="Ben", wait=0.1) as other, case.store.writing():
        line_of(CaseBusy, lambda: _write(other))


def test_one_who_found_it_busy_can_go_on_afterwards(case: Case, place: str) -> None:
    with Case.open(place, author="Ben", wait=0.1) as other:
        with case.store.writing():
            line_of(CaseBusy, lambda: _write(other))
        assert _write(other) == 2


def test_a_wait_of_nothing_does_not_wait_for_ever(case: Case, place: str) -> None:
    with Case.open(place, author="Ben", wait=0) as other, case.store.writing():
        line_of(CaseBusy, lambda: _write(other))


def test_one_who_waited_sees_what_the_writer_before_has_done(case: Case, place: str) -> None:
    """Its look begins when it has the lock, not when it asked for it."""
    asks = Event()

    def write_later() -> int:
        with Case.open(place, author="Ben") as other:
            asks.set()
            return _write(other)

    with ThreadPoolExecutor(1) as pool:
        with case.store.writing() as connection:
            later = pool.submit(write_later)
            asks.wait()
            time.sleep(0.2)
            append(connection, CaseMade("again"), Author(place, "Ada"))
        assert later.result() == 3


def test_a_look_is_of_one_moment_whatever_others_write_meanwhile(case: Case, place: str) -> None:
    with case.store.reading() as connection:
        before = connection.scalars(select(LOG.c.number)).all()
        _write(case)
        assert connection.scalars(select(LOG.c.number)).all() == before
    assert case.head().number == 2


def test_a_transaction_that_fails_leaves_nothing(case: Case, place: str) -> None:
    try:
        with case.store.writing() as connection:
            append(connection, CaseMade("again"), Author(place, "Ada"))
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        assert case.head().number == 1


def test_a_store_opened_to_be_looked_at_refuses_to_write(case: Case, place: str) -> None:
    with Case.open(place, author="Ben", read_only=True) as other:
        line_of(CaseReadOnly, lambda: _write(other))
        assert other.head().number == 1
