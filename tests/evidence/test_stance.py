"""The report's stance to a statement, by its cue."""

from __future__ import annotations

import pytest

from firsthand.evidence.force.stance import stance_of
from firsthand.evidence.values import Stance, StanceKind
from tests.evidence.made import telling

NEUTRAL, DISTANCING, ENDORSING, PERCEIVING = StanceKind


def by(cue: str) -> Stance:
    return stance_of(telling(f"[S Ada S] [Q {cue} Q] [C that it rained C]."))


@pytest.mark.parametrize("cue", [
    "said", "told reporters", "insisted", "denied", "according to", "said in a note",
    "rejected claims", "did not admit", "was shown saying",
])  # fmt: skip
def test_plain_speech_is_neutral_and_needs_no_words(cue: str) -> None:
    assert by(cue) == Stance()


@pytest.mark.parametrize(("cue", "kind"), [
    ("claimed", DISTANCING), ("alleges", DISTANCING), ("would say only", DISTANCING),
    ("is said to have reported", DISTANCING), ("falsely told them", DISTANCING),
    ("made claims", DISTANCING), ("allegedly said", DISTANCING),
    ("revealed", ENDORSING), ("pointed out", ENDORSING), ("has admitted", ENDORSING),
    ("made it clear", ENDORSING), ("noted", ENDORSING), ("exposed", ENDORSING),
    ("saw", PERCEIVING), ("felt", PERCEIVING), ("feared", PERCEIVING), ("was afraid", PERCEIVING),
])  # fmt: skip
def test_the_cue_shows_the_stance_and_is_given_for_it(cue: str, kind: StanceKind) -> None:
    found = by(cue)
    assert found.kind is kind
    assert len(found.spans) == 1


def test_reportedly_right_before_the_cue_keeps_its_distance() -> None:
    made = telling("[S Ada S] reportedly [Q told Q] [C them that it rained C].")
    found = stance_of(made)
    assert [s.of(made.text) for s in found.spans] == ["reportedly"]
    assert found.kind is DISTANCING


def test_a_cue_in_scare_quotes_keeps_its_distance() -> None:
    made = telling("[S Ada S] “[Q explained Q]” [C that it rained C].")
    assert stance_of(made).kind is DISTANCING


def test_the_sources_own_words_are_no_stance_of_the_report() -> None:
    made = telling("[S Ada S] [Q said Q] [C the so-called inquiry revealed nothing C].")
    assert stance_of(made).kind is NEUTRAL


@pytest.mark.parametrize("marked", [
    "[S Ada S] [Q said in a witness statement Q] [C the gate was shut C].",
    "[S The court S] [Q heard Q] [C that the gate was shut C].",
])  # fmt: skip
def test_a_noun_and_a_hearing_in_court_are_no_perception(marked: str) -> None:
    assert stance_of(telling(marked)).kind is StanceKind.NEUTRAL
