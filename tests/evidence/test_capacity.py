"""Official capacity, by the words for the source, and opinion, by the cue and the content."""

from __future__ import annotations

import pytest

from firsthand.evidence.force.capacity import capacity_of
from firsthand.evidence.force.opinion import opinion_of
from firsthand.sources.source import SourceKind
from tests.evidence.made import telling


def official(source: str, kind: SourceKind = SourceKind.NAMED_PERSON) -> bool:
    return capacity_of(telling(f"[S {source} S] [Q said Q] [C it rained C].", kind)).is_so


def opinion(marked: str) -> bool:
    return opinion_of(telling(marked)).is_so


@pytest.mark.parametrize("source", [
    "a spokeswoman", "Health Minister Ena Orn", "police", "The Supreme Court", "army officials",
    "Ena Orn, head of the Harbour Guard", "the firm’s director", "The Guard and the Port Authority",
    "Prosecutors", "the ministry", "Article 4 of the labour code",
])  # fmt: skip
def test_an_office_or_a_body_speaks_officially(source: str) -> None:
    assert official(source)


@pytest.mark.parametrize("source", [
    "Ena Orn", "a former minister", "the minister’s wife", "relatives of police officers",
    "a docker who was arrested by officials", "a prison guard", "police victims",
    "Orn, a docker", "she", "three witnesses",
])  # fmt: skip
def test_a_person_who_is_only_near_an_office_does_not(source: str) -> None:
    assert not official(source)


def test_an_organisation_always_speaks_officially() -> None:
    assert official("Bluewater", SourceKind.ORGANISATION)
    assert not official("Bluewater")


def test_the_office_is_shown_by_its_words() -> None:
    made = telling("[S Ena Orn, spokeswoman for the port, S] [Q said Q] [C it rained C].")
    assert [s.of(made.text) for s in capacity_of(made).spans] == ["spokeswoman"]


@pytest.mark.parametrize("marked", [
    "[S Ada S] [Q condemned Q] [C the arrests C].",
    "[S Ada S] [Q hopes Q] [C they come home C].",
    "[S Ada S] [Q said Q] [C the minister should resign C].",
    "[S Ada S] [Q said Q] [C the arrests were shameful C].",
    "[C “I think they fled,” C] [S Ada S] [Q said Q].",
    "[S Ada S] [Q predicted Q] [C rain C].",
    "[S Ada S] [Q said Q] [C it would rain C].",
])  # fmt: skip
def test_a_judgement_a_wish_or_a_forecast_is_an_opinion(marked: str) -> None:
    assert opinion(marked)


@pytest.mark.parametrize("marked", [
    "[S Ada S] [Q said Q] [C the door was barred C].",
    "[S Ada S] [Q denied Q] [C that the door was barred C].",
    "[C “They would come at night,” C] [S Ada S] [Q said Q].",
    "[S Ada S] [Q confirmed Q] [C that two men had died C].",
])  # fmt: skip
def test_a_claim_of_what_happened_is_none(marked: str) -> None:
    assert not opinion(marked)
