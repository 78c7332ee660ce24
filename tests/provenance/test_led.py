"""Whose own channel leads to a report of the case that gives their account."""

from __future__ import annotations

from dataclasses import replace

from firsthand.provenance.accounts import Account, Knowing, Whose
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.led import led
from firsthand.provenance.origins import Behind, Interval
from firsthand.provenance.person import Ref
from firsthand.provenance.trace import trace_of
from tests.provenance.casts import Part, report, someone

LANTERN, MAIL = "Quellmouth Lantern", "Corran Mail"
VOSS, LENN = Part("Mara Voss", told=LANTERN), Part("Ivo Lenn", told=LANTERN)


def behind(*reports: FiledReport) -> Behind:
    keys = [(r.id, s.id) for r in reports for s in r.statements]
    return trace_of(reports).behind(keys)


def test_one_who_told_the_lantern_is_one_of_those_in_the_lanterns_report() -> None:
    first = report("r1", VOSS, LENN, outlet=LANTERN)
    later = report("r2", someone("a docker", told=LANTERN), outlet=MAIL)
    found = behind(first, later)
    assert found.interval == Interval(2, 2)
    assert [o.led_to for o in found.origins] == [(), (), ("r1",)]


def test_whose_channel_leads_out_of_the_case_adds_one() -> None:
    first = report("r1", VOSS, LENN, outlet=LANTERN)
    later = report("r2", someone("a docker", told="Hollin Weekly"), outlet=MAIL)
    assert behind(first, later).interval == Interval(2, 3)


def test_one_who_is_none_of_those_in_the_report_adds_one() -> None:
    first = report("r1", VOSS, LENN, outlet=LANTERN)
    later = report("r2", Part("Petr Halloway", told=LANTERN), outlet=MAIL)
    assert behind(first, later).interval == Interval(3, 3)


def test_whoever_took_it_back_in_the_lanterns_report_still_bounds_from_above() -> None:
    first = replace(report("r1", VOSS, LENN, outlet=LANTERN), retracted=True)
    later = report("r2", someone("a docker", told=LANTERN), outlet=MAIL)
    assert behind(first, later).interval == Interval(0, 2)


def test_a_short_name_that_several_outlets_may_bear_leads_nowhere() -> None:
    first = report("r1", VOSS, LENN, outlet=LANTERN)
    other = report("r3", Part("Petr Halloway"), outlet="Hollin Lantern")
    later = report("r2", someone("a docker", told="Lantern"), outlet=MAIL)
    assert behind(first, other, later).interval == Interval(3, 4)


def test_in_a_circle_somebody_was_the_first() -> None:
    """Two of each report may be one of the other's; to which nothing is said of a third."""
    accounts = [account("r1", "r2"), account("r2", "r1"), account("r3", "r2"), account("r2", n=1)]
    groups = [[a.key] for a in accounts]
    assert led(accounts, groups, [(0, 3)]) == {2: frozenset({"r2"})}


def account(name: str, *leads: str, n: int = 0) -> Account:
    """An account of a report whose channel leads to others."""
    ref = Ref(name, f"s{n}")
    whose = Whose(ref)
    return Account(
        (name, f"t{n}"), whose, whose, ref, Knowing.UNSTATED, False, led=frozenset(leads)
    )


def test_who_is_one_of_a_retellings_sources_who_lead_on_adds_nobody() -> None:
    first = report("r1", VOSS, LENN, outlet=LANTERN)
    second = report("r2", someone("a docker", told=LANTERN), outlet=MAIL)
    third = report("r3", someone("a nurse", told=MAIL), outlet="Hollin Weekly")
    assert behind(first, second, third).interval == Interval(2, 2)


def test_every_report_that_has_the_account_has_to_lead_there() -> None:
    """Where one does not, it may be where the account entered the record."""
    first = report("r1", VOSS, LENN, outlet=LANTERN)
    said = "they barred the heavy door from outside and kept us in the dark until morning came"
    twice = [
        report("r2", someone("a docker", said, told=LANTERN), outlet=MAIL),
        report("r3", someone("a docker", said), outlet="Hollin Weekly"),
    ]
    assert behind(first, *twice).interval == Interval(2, 3)


def test_nobody_is_led_where_there_is_nobody() -> None:
    assert led([], [], []) == {}
