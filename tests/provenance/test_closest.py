"""Accounts in like words: when they are one, and when they are only like."""

from __future__ import annotations

from firsthand.provenance.accounts import Whose, accounts_of
from firsthand.provenance.alike_told import AlikeTold
from firsthand.provenance.case import Key
from firsthand.provenance.closest import Likeness, Related, Retelling, mutual
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.groups import Closeness
from firsthand.provenance.person import Ref
from firsthand.provenance.trace import trace_of
from tests.provenance.casts import Part, report, someone

LANTERN, MAIL = "Quellmouth Lantern", "Corran Mail"
LIKE, MUCH, VERBATIM = Closeness(0.65, 8), Closeness(0.8, 8), Closeness(0.97, 9)
QUOTED = Closeness(0.95, 4, quoted=True)
UNRELATED: Related = {}
RELATED: Related = {"r2": frozenset({"r1", "r2"})}
PAIR: frozenset[Key] = frozenset({("r1", "t0"), ("r2", "t0")})


def docker(told: str = "", role: str = "a docker") -> Part:
    return someone("a man", role=role, told=told)


def told(*parts: Part) -> AlikeTold:
    """The first account of each of two reports."""
    reports: list[FiledReport] = [report(f"r{n}", part) for n, part in enumerate(parts, 1)]
    case = trace_of(reports).case
    return AlikeTold.of(case, accounts_of(case, sorted(PAIR))[0])


def test_like_words_of_one_description_are_one_account_where_the_reports_are_related() -> None:
    both = told(docker(), docker())
    assert Likeness(RELATED, both).counts(PAIR, LIKE)
    assert not Likeness(UNRELATED, both).counts(PAIR, LIKE)
    assert not Retelling(RELATED, both).counts(PAIR, LIKE)


def test_one_channel_stands_for_reports_that_are_related() -> None:
    assert Likeness(UNRELATED, told(docker(LANTERN), docker(LANTERN))).counts(PAIR, LIKE)


def test_another_description_leaves_like_words_in_doubt() -> None:
    assert not Likeness(RELATED, told(docker(), docker(role="a nurse"))).counts(PAIR, LIKE)


def test_a_second_docker_is_not_the_docker_by_description() -> None:
    second = someone("a second docker", role="a docker")
    assert not Likeness(RELATED, told(docker(), second)).counts(PAIR, LIKE)


def test_words_that_are_much_the_same_need_no_description_but_no_other_channel() -> None:
    assert Retelling(RELATED, told(docker(), docker(role="a nurse"))).counts(PAIR, MUCH)
    assert not Retelling(UNRELATED, told(docker(), docker())).counts(PAIR, MUCH)
    assert not Retelling(RELATED, told(docker(LANTERN), docker(MAIL))).counts(PAIR, MUCH)


def test_the_same_words_are_one_account_whatever_the_channels() -> None:
    both = told(docker(LANTERN), docker(MAIL))
    assert Retelling(UNRELATED, both).counts(PAIR, VERBATIM)
    assert Retelling(RELATED, both).counts(PAIR, QUOTED)


def test_of_two_that_are_like_one_in_a_report_the_closer_is_meant() -> None:
    one, near, far = ("r1", "t0"), ("r2", "t0"), ("r2", "t1")
    whose = {key: Whose(Ref(*key)) for key in (one, near, far)}
    close = {frozenset({one, near}): VERBATIM, frozenset({one, far}): MUCH}
    assert mutual(whose, close, lambda _, __: True) == [frozenset({one, near})]
