"""How names of people go together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.provenance.names_alike import Alike, Name, alike, name_of


def _name(text: str) -> Name:
    found = name_of(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Kim Hyung-soo", "Hyung-soo Kim", Alike.SAME),
        ("Kim Hyung Soo", "Hyongsu Kim", Alike.SAME),
        ("Lee So-yeon", "Soyeon Yi", Alike.SAME),
        ("Captain Bela Torvik", "Torvik, Bela", Alike.SAME),
        ("Jürgen Müller-Hahn", "Juergen Mueller Hahn", Alike.SAME),
        ("Yusef al-Haddad", "Youssef Hadad", Alike.SAME),
        ("John Smith", "Smith John", Alike.COMMON),
        ("Oda Maria Linn", "Oda Linn", Alike.LONGER),
        ("Osman Kwang-jin", "Othman Gwang-jin", Alike.HEARD),
        ("B. Torvik", "Bela Torvik", Alike.INITIALS),
        ("Bela Torvik", "Bela Torvik-Hahn", Alike.NEAR),
        ("Torvik", "Bela Torvik", Alike.BARE),
        ("Ms Linn", "Oda Linn", Alike.BARE),
        ("Z. Smith", "Anna Linn", Alike.DIFFERENT),
        ("B. Linn", "Oda Linn", Alike.DIFFERENT),
        ("Oda Linn", "Marta Linn", Alike.DIFFERENT),
        ("T. Torvik", "B. Torwig", Alike.DIFFERENT),
        ("Kim Min-ji", "Kim Hyung-soo", Alike.DIFFERENT),
        ("Nela", "Oda Linn", Alike.DIFFERENT),
    ],
)
def test_how_two_names_go_together(one: str, other: str, how: Alike) -> None:
    assert alike(_name(one), _name(other)) is how
    assert alike(_name(other), _name(one)) is how


def test_a_single_letter_is_no_name() -> None:
    assert name_of("K.") is None


_WORDS = st.lists(st.text("abehiklmnostuwyz-'é", min_size=1, max_size=9), min_size=1, max_size=4)


@given(_WORDS, _WORDS)
def test_it_does_not_matter_which_name_comes_first(one: list[str], other: list[str]) -> None:
    a, b = name_of(" ".join(one).title()), name_of(" ".join(other).title())
    if a and b:
        assert alike(a, b) is alike(b, a)


@given(_WORDS)
def test_a_name_goes_together_with_itself(words: list[str]) -> None:
    name = name_of(" ".join(words).title())
    if name:
        assert alike(name, name) is not Alike.DIFFERENT
