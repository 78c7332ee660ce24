"""Several processes at one case at once: nothing is lost, and the chain never forks."""

from __future__ import annotations

from collections import Counter

from firsthand.case.casefile import Case
from tests.case.made import record
from tests.case.workers import started

REPORTS, JUDGED = 40, 30


def test_two_who_add_and_two_who_review_lose_nothing(case: Case, place: str) -> None:
    """Both adders bring some of the same reports, and the reviewers run into each other."""
    case.add(record(1000))
    at_once = [
        started("add", place, 0, REPORTS),
        started("add", place, REPORTS // 2, REPORTS),
        started("judge", place, "Ben", JUDGED),
        started("judge", place, "Cleo", JUDGED),
    ]
    assert [process.wait(120) for process in at_once] == [0, 0, 0, 0]
    kinds = Counter((line.entry.header.kind, line.entry.header.author) for line in case.log())
    assert case.verify().faults == ()
    assert len(case.reports()) == REPORTS + REPORTS // 2 + 1
    assert sum(n for (kind, _), n in kinds.items() if kind == "report_added") == len(case.reports())
    assert kinds["judged", "Ben"] == kinds["judged", "Cleo"] == JUDGED


def test_a_look_sees_one_moment_whatever_is_written_meanwhile(case: Case, place: str) -> None:
    """A list that is being read while reports are added is that of before or of after."""
    adder = started("add", place, 0, REPORTS)
    while adder.poll() is None:
        verified = case.verify()
        assert verified.faults == ()
        assert verified.events == verified.head.number
    assert adder.wait() == 0
