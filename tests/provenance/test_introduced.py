"""Whom an outlet that has spoken with both brings in as somebody new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.provenance.casts import Part, are_one, at, may_be_one, people, report, someone

LANTERN = "Quellmouth Lantern"
NAMED = Part("Mara Voss", role="a cook", told=LANTERN)
DOCKER = someone("a docker", told=LANTERN)


def are_two(*parts: Part, outlet: str = LANTERN) -> bool:
    """Whether the last two of the parts are set apart in a report of this outlet."""
    found = people(report("r1", *parts, outlet=outlet))
    one, other = at("r1", len(parts) - 2), at("r1", len(parts) - 1)
    return not are_one(found, one, other) and not may_be_one(found, one, other)


def test_a_docker_after_somebody_named_is_somebody_else_where_both_told_the_outlet() -> None:
    assert are_two(NAMED, DOCKER)


def test_a_report_of_what_another_outlet_has_may_show_one_person_twice() -> None:
    assert not are_two(NAMED, DOCKER, outlet="Corran Mail")


def test_whoever_came_through_another_outlet_may_be_one_of_the_outlets_own() -> None:
    assert not are_two(NAMED, someone("a docker", told="Corran Mail"))


def test_of_a_report_that_has_nothing_from_others_one_told_the_outlet_is_enough() -> None:
    assert are_two(NAMED, someone("a docker"))
    assert not are_two(Part("Mara Voss", role="a cook"), someone("a docker"))


def test_a_description_may_be_of_whoever_is_named_after_it() -> None:
    """A lead says "a former guard" before the text names him."""
    assert not are_two(DOCKER, NAMED)


@pytest.mark.parametrize("name", ["the docker", "a cook", "a witness", "a source"])
def test_a_description_that_is_not_new_or_says_nothing_sets_nobody_apart(name: str) -> None:
    assert not are_two(NAMED, someone(name, told=LANTERN))


def test_a_description_that_stands_behind_a_name_brings_nobody_in() -> None:
    """ "Ivo Lenn, a docker": read as two sources, it is one."""
    named = replace(NAMED, words="it was so, said Ivo Len")
    apposed = report("r1", named, DOCKER, outlet=LANTERN)
    start = apposed.sources[1].mentions[0].start
    text = f"{apposed.text[: start - 3]}n, {apposed.text[start:]}"
    found = people(replace(apposed, text=text))
    assert may_be_one(found, at("r1", 0), at("r1", 1))


def test_after_a_description_in_the_lead_another_may_be_of_the_same_person() -> None:
    """The casts write one paragraph, which is the lead."""
    assert not are_two(DOCKER, someone("a nurse", told=LANTERN))


def test_an_outlet_gives_one_person_no_two_names_even_where_one_is_a_pseudonym() -> None:
    nela = Part("Nela", role="a nurse", told=LANTERN, anonymity="not her real name")
    assert are_two(NAMED, nela)
    assert not are_two(NAMED, nela, outlet="Corran Mail")


def test_where_a_report_speaks_of_an_alias_two_names_may_be_one_persons() -> None:
    nela = Part("Nela", role="a nurse", told=LANTERN, anonymity="not her real name")
    found = people(
        report("r1", NAMED, nela, outlet=LANTERN, end="Her real name is known to the outlet.")
    )
    assert may_be_one(found, at("r1", 0), at("r1", 1))
