"""The source's last stated presence against the year it speaks of: shown, never judged."""

from __future__ import annotations

from dataclasses import replace

from firsthand.evidence.basis.presence import presence_of
from firsthand.evidence.telling import Telling
from firsthand.sources.source import ProfileFact, ProfileField
from firsthand.text import Span
from tests.evidence.made import telling

GUARD = "[S Lem, a guard who fled the country in 2008, S] [Q said Q] [C {} C]."
HEADLINE = "A strike at the port\n\n"


def years(made: Telling) -> tuple[int, int] | None:
    found = presence_of(made)
    return (found.last_year, found.spoken_year) if found else None


def test_one_who_left_and_speaks_of_a_later_year_has_both_shown() -> None:
    made = telling(GUARD.format("prisoners were beaten in 2018"))
    found = presence_of(made)
    assert found is not None
    assert (found.last.of(made.text), found.last_year) == ("fled the country in 2008", 2008)
    assert (found.spoken_of.of(made.text), found.spoken_year) == ("2018", 2018)


def test_without_a_year_spoken_of_there_is_none() -> None:
    assert years(telling(GUARD.format("prisoners are beaten"))) is None


def test_without_a_stated_leaving_there_is_none() -> None:
    text = "[S Lem, a guard, S] [Q said Q] [C prisoners were beaten in 2018 C]."
    assert years(telling(text)) is None


def test_an_earlier_year_is_none() -> None:
    assert years(telling(GUARD.format("prisoners were beaten in 2005"))) is None


def test_the_year_of_leaving_is_not_the_year_spoken_of() -> None:
    text = "[S LEM S][Q : Q] [C I left the port in 2019. They beat people. C]"
    assert years(telling(text)) is None


def test_the_source_s_own_words_can_say_when_it_left() -> None:
    text = "[S LEM S][Q : Q] [C I left the port in 2019. In 2021 they beat people. C]"
    assert years(telling(text)) == (2019, 2021)


def test_a_role_held_until_a_year_is_a_last_presence() -> None:
    text = "[S Lem, who was a clerk there until 2019, S] [Q said Q] [C men were beaten in 2021 C]."
    assert years(telling(text)) == (2019, 2021)


def test_the_sentence_s_year_counts_where_the_content_has_none() -> None:
    text = "Of the strike in March 2021, " + GUARD.format("prisoners were beaten")
    assert years(telling(text)) == (2008, 2021)


def test_the_nearest_year_of_the_paragraph_or_the_two_before_counts() -> None:
    near = (
        HEADLINE + "The strike began in 2016.\n\nIt was long.\n\n" + GUARD.format("men were beaten")
    )
    far = (
        HEADLINE
        + "The strike began in 2016.\n\nIt was long.\n\nIt was cold.\n\n"
        + GUARD.format("men fell")
    )
    assert years(telling(near)) == (2008, 2016)
    assert years(telling(far)) is None


def test_a_number_of_people_is_no_year() -> None:
    assert years(telling(GUARD.format("some 2018 people were beaten"))) is None


def test_the_profile_says_when_it_left_where_this_sentence_does_not() -> None:
    made = telling("Lem left the port in 2009. [S Lem S] [Q said Q] [C men were beaten in 2018 C].")
    start = made.text.index("left")
    fact = ProfileFact(ProfileField.LEFT, "2009", Span(start, start + len("left the port in 2009")))
    assert made.source is not None
    known = replace(made, source=replace(made.source, profile=(fact,)))
    assert years(made) is None
    assert years(known) == (2009, 2018)


def test_the_last_of_several_leavings_counts() -> None:
    text = (
        "[S Lem, who fled in 2001 and left the camp in 2009, S] [Q said Q] [C men fell in 2018 C]."
    )
    made = telling(text)
    start = made.text.index("left")
    fact = ProfileFact(ProfileField.LEFT, "2009", Span(start, start + len("left the camp in 2009")))
    assert made.source is not None
    assert years(replace(made, source=replace(made.source, profile=(fact,)))) == (2009, 2018)
