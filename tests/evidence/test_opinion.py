"""Whether a content judges, wishes, demands or foretells rather than tells what is so."""

from __future__ import annotations

import pytest

from firsthand.evidence.force.opinion import opinion_of
from tests.evidence.made import telling


@pytest.mark.parametrize("marked", [
    "[S Ada S] [Q said Q] [C she appreciates the crew's patience C].",
    "[S Ada S] [Q said Q] [C the plan is a sham C].",
    "[S Ada S] [Q said Q] [C the pier is going to fall C].",
    "[S Ada S] [Q said Q] [C the council was ill-equipped C].",
    "[S Ada S] [Q went after Q] [C the council for its delay C].",
])  # fmt: skip
def test_judgements_attitudes_and_forecasts_are_opinions(marked: str) -> None:
    assert opinion_of(telling(marked)).is_so


@pytest.mark.parametrize("marked", [
    "[S Ada S] [Q asked Q] [C whether the gate was shut C].",
    "[S Ada S] [Q said Q] [C the boat had just left C].",
    "[S Ada S] [Q said Q] [C we are going to the harbour C].",
])  # fmt: skip
def test_questions_and_plain_claims_are_none(marked: str) -> None:
    assert not opinion_of(telling(marked)).is_so
