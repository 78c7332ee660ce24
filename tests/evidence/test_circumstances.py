"""In what circumstances words were spoken, and when a mark goes on to later statements."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.channel.circumstances import circumstances_of
from firsthand.evidence.telling import Surroundings, Telling
from firsthand.evidence.values import CircumstanceKind
from firsthand.reading.attribution import Attribution
from firsthand.sources.source import Source, SourceKind
from firsthand.text import Span
from tests.evidence.made import placed, telling

K = CircumstanceKind
_ROLE = re.compile(r"\[([SQC]) (.*?) \1\]", re.DOTALL)


def kinds(marked: str) -> set[CircumstanceKind]:
    made = telling(marked)
    return {c.kind for c in circumstances_of(made, (made,))}


def said(marked: str, name: str = "Orin Lem", also: str = "") -> list[set[CircumstanceKind]]:
    """The circumstances of several statements of one source, cut by "||"; `also` are mentions."""
    tellings = of_one(marked.split("||"), name, also)
    return [{c.kind for c in circumstances_of(t, tellings)} for t in tellings]


def of_one(parts: list[str], name: str, also: str = "") -> list[Telling]:
    plain = [_ROLE.sub(r"\2", part) for part in parts]
    made: list[tuple[Surroundings, Attribution]] = []
    for at, part in enumerate(parts):
        made.append(placed("".join([*plain[:at], part, *plain[at + 1 :]])))
    mentions = {s for _, a in made for s in a.source}
    text = made[0][0].report.text
    if also:
        mentions |= {Span(*m.span()) for m in re.finditer(re.escape(also), text)}
    source = Source("1" * 16, name, SourceKind.NAMED_PERSON, tuple(sorted(mentions)))
    first = made[0][0]
    return [
        dataclasses.replace(s.telling(a, source), report=first.report, text=first.page.text)
        for s, a in made
    ]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[S Lem S] [Q said Q] in an interview [C that it rained C].", K.INTERVIEW),
        (
            "In a long telephone interview on Monday, [S Lem S] [Q said Q] [C it rained C].",
            K.INTERVIEW,
        ),
        (
            "[S Lem S] [Q told reporters Q] at a news conference [C that it rained C].",
            K.PRESS_CONFERENCE,
        ),
        ("[S Lem S] [Q told a press conference Q] [C that it rained C].", K.PRESS_CONFERENCE),
        ("[S Lem S] [Q testified Q] [C that it rained C].", K.OATH),
        ("[S Lem S] [Q said Q] in a sworn affidavit [C that it rained C].", K.OATH),
        ("[S Lem S] [Q told the court Q] [C that it rained C].", K.OATH),
        ("[S Lem S] [Q said Q] on state television [C that it rained C].", K.STATE_TELEVISION),
        (
            "[S Lem S] [Q said Q] on Lauvrian State Television [C that it rained C].",
            K.STATE_TELEVISION,
        ),
        (
            "[S Lem S] [Q said Q] in the presence of two guards [C that it rained C].",
            K.MINDER_PRESENT,
        ),
        (
            "With a government minder present, [S Lem S] [Q said Q] [C it rained C].",
            K.MINDER_PRESENT,
        ),
        ("[S Lem S] [Q said in a statement Q] [C that it rained C].", K.PREPARED_STATEMENT),
        (
            "[C It rained C], [S he S] [Q said Q], reading from a sheet of paper.",
            K.PREPARED_STATEMENT,
        ),
        (
            "[C It rained C], [Q according to Q] [S a statement from the port S].",
            K.PREPARED_STATEMENT,
        ),
        ("[S Lem S] [Q said Q] in a group interview [C that it rained C].", K.GROUP_INTERVIEW),
        ("[S Lem S] [Q said Q] through an interpreter [C that it rained C].", K.INTERPRETER),
        ("[S Lem S] [Q said Q] from prison [C that it rained C].", K.CUSTODY),
        ("[S The jailed editor S] [Q said Q] [C it rained C].", K.CUSTODY),
        ("[S Lem, who remains behind bars S], [Q said Q] [C it rained C].", K.CUSTODY),
        ("[S An inmate S] [Q said Q] [C it rained C].", K.CUSTODY),
    ],
)
def test_the_sentence_says_the_circumstance(marked: str, kind: CircumstanceKind) -> None:
    assert kind in kinds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[S Lem S] [Q said Q] [C it rained C].",
        "[S Lem S] [Q told reporters Q] [C it rained C].",
        "[S Lem S] [Q declined Q] an interview [C on the rain C].",
        "[S Lem S] [Q said Q] [C he had been held in custody in 2009 C].",
        "[S Lem S] [Q said Q] [C his brother spoke on state television C].",
        "[S The lawyer of the jailed editor S] [Q said Q] [C it rained C].",
        "[S The jailed editor’s lawyer S] [Q said Q] [C it rained C].",
        "[S A former prisoner S] [Q said Q] [C it rained C].",
        "[S Lem, whose brother is in custody S], [Q said Q] [C it rained C].",
        "[S Lem, who was detained in 2009 S], [Q said Q] [C it rained C].",
        "[C It rained C], [S the Guard S] [Q said Q], according to state television.",
        "[S Lem S] [Q said Q] [C it rained C], while Aske spoke through an interpreter.",
    ],
)
def test_what_is_told_or_said_of_somebody_else_is_no_circumstance(marked: str) -> None:
    assert kinds(marked) == set()


def test_sentences_beside_the_statement_are_about_the_speaking() -> None:
    assert said(
        "[S Orin Lem S] [Q said Q] [C it rained C]. An officer sat beside him throughout."
    ) == [{K.MINDER_PRESENT}]
    assert said("Orin Lem spoke through an interpreter. [C It rained C], [S he S] [Q said Q].") == [
        {K.INTERPRETER}
    ]
    assert said("Orin Lem was paid for the interview. [C It rained C], [S he S] [Q said Q].") == [
        {K.PAYMENT}
    ]
    assert said(
        "Orin Lem came. A priest arranged the interview.\n\n[S Lem S] [Q said Q] [C it rained C]."
    ) == [{K.ARRANGED_BY}]


def test_who_sat_beside_somebody_else_is_no_circumstance() -> None:
    text = "[S Orin Lem S] [Q said Q] [C it rained C]. Aske left. An officer sat beside her."
    assert said(text) == [set()]


def test_an_officer_in_the_content_is_no_circumstance() -> None:
    assert said("[S Orin Lem S] [Q said Q] [C an officer sat beside him on the ship C].") == [set()]


def test_custody_marks_every_later_statement_of_the_source() -> None:
    text = (
        "[S Orin Lem, who is in custody, S] [Q said Q] [C it rained C].\n\n||The quay was "
        "empty.\n\n[S Lem S] [Q said Q] [C it froze C].\n\n||[S He S] [Q has said Q] [C thaw C]."
    )
    assert said(text) == [{K.CUSTODY}, {K.CUSTODY}, {K.CUSTODY}]


def test_custody_said_later_in_the_paragraph_marks_the_statement() -> None:
    text = "[S Orin Lem S] [Q said Q] [C it rained C]."
    assert said(f"{text} Lem remains in prison.") == [{K.CUSTODY}]
    assert said("[S Orin Lem S] [Q said Q] [C it rained C]. He is still being held.") == [
        {K.CUSTODY}
    ]


def test_custody_said_in_a_later_paragraph_does_not_mark_the_statement() -> None:
    assert said("[S Orin Lem S] [Q said Q] [C it rained C].\n\nLem remains in prison.") == [set()]


def test_custody_of_a_relative_does_not_mark_the_source() -> None:
    text = "[S His sister S] [Q said Q] [C it rained C]. Aske remains in prison."
    assert said(text, "His sister") == [set()]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("from his prison cell", K.CUSTODY),
        ("on state television", K.STATE_TELEVISION),
        ("in the presence of an officer", K.MINDER_PRESENT),
    ],
)
def test_what_makes_speech_unfree_goes_on(words: str, kind: CircumstanceKind) -> None:
    text = (
        f"[S Orin Lem S] [Q said Q] {words} [C that it rained C].\n\n||The quay was empty.\n\n"
        "[S Lem S] [Q said Q] [C it was cold C]."
    )
    first, second = said(text)
    assert kind in first
    assert kind in second


def test_another_channel_is_another_occasion() -> None:
    text = (
        "[S Orin Lem S] [Q said Q] on Lauvrian State Television [C that it rained C].\n\n"
        "||[S Lem S] [Q told Q] the Vantry Mail [C it was cold C]."
    )
    assert said(text)[1] == set()


def test_an_interview_goes_on_where_the_statement_does() -> None:
    text = (
        "[S Orin Lem S] [Q said Q] in an interview [C that it rained C].\n\n"
        "||[S He S] [Q added Q] [C it was cold C].\n\n||[S Lem S] [Q said Q] [C it was late C]."
    )
    assert said(text) == [{K.INTERVIEW}, {K.INTERVIEW}, set()]


def test_every_circumstance_has_its_words() -> None:
    made = telling("[S Lem S] [Q told reporters Q] at a news conference [C that it rained C].")
    (found,) = circumstances_of(made, ())
    assert found.span.of(made.text) == "at a news conference"


_WORDS = st.sampled_from(
    "in an interview custody who is held with officer beside him . “ ” , ; on state television "
    "through interpreter paid for Lem".split()
)


@given(st.lists(_WORDS, max_size=25), st.lists(_WORDS, max_size=25))
def test_every_span_lies_in_the_text_and_each_kind_stands_once(
    before: list[str], behind: list[str]
) -> None:
    made = telling(f"{' '.join(before)} [S Lem S] [Q said Q] [C it rained C] {' '.join(behind)}")
    found = circumstances_of(made, (made,))
    assert len({c.kind for c in found}) == len(found)
    assert all(c.span.of(made.text).strip() for c in found)


def test_it_is_quick_on_hostile_words() -> None:
    made = telling("[S Lem S] [Q said Q] " + "in the officer with his " * 4000 + "[C it rained C].")
    assert circumstances_of(made, (made,)) == ()


def test_who_spoke_in_custody_bears_the_mark_in_the_whole_paragraph() -> None:
    """Said of the speaking two sentences before, of "the docker", it marks what "he" says."""
    told = telling(
        "The docker spoke again, in custody, on Monday. A newspaper described it. "
        "[C “Nobody hurt me,” C] [S the docker S] [Q said Q]."
    )
    source = told.source
    assert source is not None
    with_mention = replace(told, source=replace(source, mentions=(Span(0, 10), *source.mentions)))
    kinds = {c.kind for c in circumstances_of(with_mention, [with_mention])}
    assert CircumstanceKind.CUSTODY in kinds


def test_custody_that_is_told_of_is_no_circumstance_of_the_telling() -> None:
    """ "said people died in custody" is what is said."""
    told = telling("[S Ada Lem S] [Q said Q] [C people had died in custody C].")
    assert CircumstanceKind.CUSTODY not in {c.kind for c in circumstances_of(told, [told])}
