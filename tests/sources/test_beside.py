"""Of what a name is, by the words beside it, and the capital that only its place gives a word."""

from __future__ import annotations

import pytest

import firsthand
from firsthand.sources.beside import told_beside
from firsthand.sources.name_runs import Names
from firsthand.sources.opening import as_said
from firsthand.sources.source import SourceKind
from firsthand.text import Span


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Brackwell Custody, which runs the centre, said", "Brackwell Custody", Names.BODY),
        ("Brackwell Custody, the company that runs it, said", "Brackwell Custody", Names.BODY),
        ("Tolland Marine Ltd denied it", "Tolland Marine", Names.BODY),
        ("Tolland Marine spokesman Ivo Lenn", "Tolland Marine", Names.BODY),
        ("Tolland Marine & Paving sold it", "Tolland Marine", Names.BODY),
        ("Mira Tolland & Ivo Lenn sold it", "Mira Tolland", None),
        ("the news site Ledgerline said", "Ledgerline", Names.BODY),
        ("the army General Tolland said", "General Tolland", None),
        ("Dr. Hon. Tolland, said", "Tolland", Names.PERSON),
        ("TARSENA (LBW) A man said", "TARSENA", Names.PLACE),
        ("Mr Tolland, which is late, said", "Tolland", Names.PERSON),
        ("Mira Tolland, 41, said", "Mira Tolland", Names.PERSON),
        ("Mira Tolland, who left, said", "Mira Tolland", Names.PERSON),
        ("Mira Tolland, a nurse from the port, said", "Mira Tolland", Names.PERSON),
        ("Nela, which is not her real name, said", "Nela", None),
        ("Mira Tolland said", "Mira Tolland", None),
    ],
)
def test_the_words_beside_a_name_say_of_what_it_is(
    text: str, name: str, told: Names | None
) -> None:
    """Titles, ages and relatives; where nothing is said, nothing is told."""
    assert told_beside(text, _at(text, name)) is told


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Rower who stayed tells of pay", "Rower who stayed", "rower who stayed"),
        ("It rained.\nFour of the nine said", "Four of the nine", "four of the nine"),
        ("NURSE CLAIMS DELAY", "NURSE", "nurse"),
        ("Ex-conscript tells all", "Ex-conscript", "ex-conscript"),
        ("the Baker family said", "Baker", "Baker"),
        ("Tolland said", "Tolland", "Tolland"),
        ("Guard officials said", "Guard officials", "Guard officials"),
    ],
)
def test_a_capital_that_its_place_gives_a_noun_makes_no_name(
    text: str, words: str, said: str
) -> None:
    """What opens a sentence is taken as it would stand within one."""
    assert as_said(text, _at(text, words)) == said


def test_a_company_is_nobody_who_is_she() -> None:
    """A pronoun is led to the person, not to the company named nearer to it."""
    reading = firsthand.read_text(
        "Deckhand tells of locked hold\n\nMira Tolland, a former deckhand, said she had been "
        "locked in the hold.\n\nHarrow Passage, which runs the ferries, has three ships.\n\n“I was "
        "down there for six hours,” she said.\n"
    )
    by = {s.id: s for s in reading.sources}
    speakers = {by[s.speaker.source].name for s in reading.statements if s.speaker.source}
    assert "Mira Tolland" in speakers
    assert "Harrow Passage" not in speakers


def test_mr_pettifer_is_not_his_company() -> None:
    """A title before one word leads to the person of that name."""
    reading = firsthand.read_text(
        "Contractor swears minister asked for money\n\nRawle Pettifer, 58, managing director of "
        "Pettifer Marine & Paving Ltd, filed the papers.\n\n“He asked me for twelve per cent,” "
        "Mr Pettifer said.\n"
    )
    named = [s.name for s in reading.sources if s.kind is SourceKind.NAMED_PERSON]
    assert named == ["Rawle Pettifer"]
