"""Names as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.sources.names import parts, same_name, title_of

LEAST = 0.8


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Dorrin Aske", "dorrin ASKE"),
        ("Aske", "Dorrin Aske"),
        ("Capt. Solm", "Captain Revik Solm"),
        ("Hyon-su", "Pak Hyon-su"),
        ("Pak Hyon Su", "Pak Hyon-su"),
        ("José Álvarez", "Jose Alvarez"),
        ("R. Solm", "Revik Solm"),
        ("Ilse M. Varnholt", "Ilse Varnholt"),
        ("HRG", "Harbour Rights Group"),
        ("Pak Hyon-su", "Hyon-su Pak"),
        ("Mrs Lem's", "Ada Lem"),
    ],
)
def test_a_name_is_known_in_its_other_forms(short: str, long: str) -> None:
    """Titles, parts, hyphens, accents, initials, acronyms and either order make no other person."""
    assert same_name(short, long) >= LEAST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Hyon-su", "Pak Dong-il"),
        ("Ada Lem", "Ada Voss"),
        ("Revik Solm", "Rurik Solm"),
        ("Harbour Guard", "Harbour Clinic"),
        ("Lem", ""),
    ],
)
def test_two_names_that_share_a_word_stay_two(one: str, other: str) -> None:
    """A family name in common makes nobody the same person."""
    assert same_name(one, other) < LEAST


def test_a_title_tells_he_or_she_and_a_first_name_never_does() -> None:
    """Nothing is guessed from a name itself."""
    assert (title_of("Mrs Lem"), title_of("Sir Toro Lem")) == ("she", "he")
    assert title_of("Maria Lem") is None
    assert title_of("Captain Revik Solm") is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_the_same_both_ways_and_a_share(one: str, other: str) -> None:
    """Which of two names came first changes nothing."""
    assert 0 <= same_name(one, other) == same_name(other, one) <= 1


@given(st.text(min_size=1, max_size=40))
def test_any_text_has_parts_without_an_error(name: str) -> None:
    """Names hold whatever people write."""
    assert all(part for part in parts(name))
