"""Through whom the words reached the report: outlets, bodies, documents, persons, occasions."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.channel.relay import via_of
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Relay, RelayKind
from firsthand.ingest.report import Note
from firsthand.reading.notes import without_marks
from firsthand.sources.source import Source, SourceKind, source_id
from firsthand.text import Span
from tests.evidence.made import placed, telling

_ROLE = re.compile(r"\[([SQC]) (.*?) \1\]", re.DOTALL)


def via(marked: str, outlet: str | None = None) -> tuple[Relay, ...]:
    made = telling(marked)
    report = dataclasses.replace(made.report, outlet=outlet)
    return via_of(dataclasses.replace(made, report=report), ())


def names(relays: Sequence[Relay]) -> list[str]:
    return [relay.name for relay in relays]


def two(marked: str) -> tuple[Telling, Telling]:
    """The tellings of a text with two statements marked, cut by "||", of one source."""
    first, second = marked.split("||")
    plain = _ROLE.sub(r"\2", first), _ROLE.sub(r"\2", second)
    one, a = placed(first + plain[1])
    two_, b = placed(plain[0] + second)
    source = Source(source_id(one.report, a.source), "Lem", SourceKind.NAMED_PERSON, a.source)
    return one.telling(a, source), dataclasses.replace(
        two_.telling(b, source), report=one.report, text=one.page.text
    )


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S Ada Lem S] [Q told Q] Reuters [C it rained C].", ["Reuters"]),
        ("[S Lem S] [Q told the Ostrel Herald Q] [C that it rained C].", ["Ostrel Herald"]),
        (
            "[S Lem S] [Q told Q] the Ostrel Herald newspaper [C that it rained C].",
            ["Ostrel Herald"],
        ),
        ("In an interview with Bloomberg, [S Lem S] [Q said Q] [C it rained C].", ["Bloomberg"]),
        ("[C It rained C], [S Lem S] [Q said Q] in comments to Radio Corran.", ["Radio Corran"]),
        ("[S Lem S] [Q said Q] in a statement to AFP [C that it rained C].", ["AFP"]),
        ("[S Lem S] [Q wrote Q] on Facebook [C that it rained C].", ["Facebook"]),
        (
            "[S Lem S] [Q said Q] on Lauvrian State Television [C that it rained C].",
            ["Lauvrian State Television"],
        ),
        ("[S Lem S] [Q confirmed Q] to the Vantry Mail [C that it rained C].", ["Vantry Mail"]),
        ("[S Lem S] [Q described Q] [C the rain to Reuters as “heavy” C].", ["Reuters"]),
        ("[S Lem S] [Q gave Q] the Vantry Mail [C her account of the rain C].", ["Vantry Mail"]),
        ("[S Lem S] [Q said Q] in a Vantry Mail essay [C that it rained C].", ["Vantry Mail"]),
        (
            "[C “It rained,” C] the Vantry Mail [Q quoted Q] [S her S] [Q as saying Q].",
            ["Vantry Mail"],
        ),
        ("[S Lem S] [Q told Q] a newspaper [C it rained C].", ["a newspaper"]),
    ],
)
def test_an_outlet_that_was_told_or_quotes_is_a_relay(marked: str, expected: list[str]) -> None:
    found = via(marked)
    assert names(found) == expected
    assert {relay.kind for relay in found} == {RelayKind.OUTLET}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[S Lem S] [Q told Q] Human Rights Watch [C it rained C].", "Human Rights Watch"),
        (
            "[S Lem S] [Q testified Q] before the Harbour Committee [C that it rained C].",
            "Harbour Committee",
        ),
        ("[S Lem S] [Q told Q] the court [C that it rained C].", "court"),
    ],
)
def test_a_body_that_takes_testimony_is_a_relay(marked: str, expected: str) -> None:
    found = via(marked)
    assert [(r.name, r.kind) for r in found] == [(expected, RelayKind.ORGANISATION)]


@pytest.mark.parametrize(
    "marked",
    [
        "[S Lem S] [Q said Q] [C it rained C].",
        "[S Lem S] [Q told Q] her [C it rained C].",
        "[S Lem S] [Q told reporters Q] [C it rained C].",
        "[S Lem S] [Q told Q] police [C it rained C].",
        "[S Lem S] [Q told Q] the Port Authority [C it rained C].",
        "[S Lem S] [Q told Q] Orin Vask [C it rained C].",
        "[S Lem S] [Q told Q] a press conference [C it rained C].",
        "[S Lem S] [Q did not reply Q] to the Vantry Mail’s [C questions C].",
        "[S Lem, who used to appear on Radio Corran, S] [Q said Q] [C it rained C].",
        "[S Lem S] [Q said Q] [C Aske told the Vantry Mail that it rained C].",
        "“[S One of them S] [Q said Q] [C it rained C],” the Vantry Mail quoted him as saying.",
        "[S Lem S] [Q said Q] [C it rained C], while Aske spoke to Reuters.",
    ],
)
def test_where_the_words_name_no_channel_there_is_none(marked: str) -> None:
    assert via(marked) == ()


def test_police_are_a_relay_only_where_they_pass_it_on() -> None:
    found = via("[C It rained C], [S the docker S] [Q said Q], according to police.")
    assert [(r.name, r.kind) for r in found] == [("police", RelayKind.ORGANISATION)]


def test_the_source_is_not_its_own_relay() -> None:
    assert via("[S Reuters S] [Q reported Q] [C that it rained C].") == ()
    assert via("[C It rained C], [Q according to Q] [S the Vantry Mail S].") == ()


def test_an_outlet_that_cites_another_has_that_as_its_channel() -> None:
    found = via("[S Reuters S] [Q reported Q] [C that it rained C], citing the Vantry Mail.")
    assert names(found) == ["Vantry Mail"]


def test_the_chain_is_nearest_the_report_first() -> None:
    found = via("[C It rained C], [S Lem S] [Q said Q], according to Yonhap, quoting KCNA.")
    assert names(found) == ["Yonhap", "KCNA"]


def test_who_reports_stands_before_who_was_told() -> None:
    found = via("[S Lem S] [Q told KCNA Q] [C it rained C], according to Yonhap.")
    assert names(found) == ["Yonhap", "KCNA"]


def test_two_outlets_joined_are_two_relays() -> None:
    assert names(via("[S Lem S] [Q told Q] Reuters and the Vantry Mail [C it rained C].")) == [
        "Reuters",
        "Vantry Mail",
    ]


def test_this_newspaper_is_the_reports_outlet() -> None:
    found = via("[S Lem S] [Q told this newspaper Q] [C it rained C].", "Quellmouth Lantern")
    assert names(found) == ["Quellmouth Lantern"]


def test_a_short_name_is_completed_from_the_report() -> None:
    found = via("Photo: Quellmouth Lantern.\n\n[S Lem S] [Q told the Lantern Q] [C it rained C].")
    assert names(found) == ["Quellmouth Lantern"]
    assert (
        via("[S Lem S] [Q told the Bells Q] [C it rained C].", "Seven Bells")[0].name
        == "Seven Bells"
    )


def test_initials_are_completed_from_their_brackets() -> None:
    text = "The Dockside Rights Monitor (DRM) met. [S Lem S] [Q told Q] DRM [C it rained C]."
    assert [(r.name, r.kind) for r in via(text)] == [
        ("Dockside Rights Monitor", RelayKind.ORGANISATION)
    ]


def test_the_paper_is_the_outlet_named_last() -> None:
    text = "Radio Corran led. The Vantry Mail came. [S Lem S] [Q told the paper Q] [C it rained C]."
    assert names(via(text)) == ["Vantry Mail"]


def test_persons_who_pass_words_on_are_relays() -> None:
    found = via("[S Lem S] [Q said Q] through an interpreter [C that it rained C].")
    assert [(r.name, r.kind) for r in found] == [("an interpreter", RelayKind.PERSON)]
    passed = via("[S Lem S] [Q said Q] in words passed on by his lawyer [C that it rained C].")
    assert [r.kind for r in passed] == [RelayKind.PERSON]


def test_a_document_in_which_the_source_writes_is_a_relay() -> None:
    found = via("In an open letter, [S Lem S] [Q said Q] [C it rained C].")
    assert [(r.name, r.kind) for r in found] == [("an open letter", RelayKind.DOCUMENT)]


def test_date_and_place_of_the_phrase_go_with_the_relay() -> None:
    made = telling("[S Lem S] [Q told Q] Bloomberg in Seoul on Tuesday [C that it rained C].")
    (relay,) = via_of(made, ())
    assert relay.place and relay.place.of(made.text) == "Seoul"
    assert relay.date and relay.date.of(made.text) == "on Tuesday"


def test_added_carries_the_channel_of_the_statement_before() -> None:
    first, second = two(
        "[S Lem S] [Q told Q] Reuters [C it rained C].\n\n||[S She S] [Q added Q] [C it froze C]."
    )
    assert names(via_of(second, (first, second))) == ["Reuters"]
    assert via_of(second, (first,))[0].span == via_of(first, ())[0].span


def test_another_statement_has_no_channel_of_the_one_before() -> None:
    first, second = two(
        "[S Lem S] [Q told Q] Reuters [C it rained C].\n\n||[S She S] [Q said Q] [C it was cold C]."
    )
    assert via_of(second, (first, second)) == ()


def test_a_channel_does_not_carry_over_a_paragraph_between() -> None:
    first, second = two(
        "[S Lem S] [Q told Q] Reuters [C it rained C].\n\nThe quay was empty.\n\n"
        "||[S She S] [Q added Q] [C it was cold C]."
    )
    assert via_of(second, (first, second)) == ()


def test_a_recording_spoken_of_before_is_the_channel() -> None:
    text = (
        "Lem appeared on Radio Corran on Sunday.\n\n"
        "[S Lem S] [Q said Q] in the recording [C that it rained C]."
    )
    assert names(via(text)) == ["Radio Corran"]


_WORDS = st.sampled_from(
    ["told", "the", "Vantry", "Mail", "in", "an", "interview", "with", "according", "to", "citing",
     "“", "”", ",", ";", "on", "BBC", "News", "quoted", "him", "letter", "and", "through", "lawyer"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=25), st.lists(_WORDS, max_size=25))
def test_every_span_lies_in_the_text(before: list[str], behind: list[str]) -> None:
    made = telling(f"{' '.join(before)} [S Lem S] [Q told Q] [C it rained C] {' '.join(behind)}")
    for relay in via_of(made, ()):
        assert relay.span.of(made.text).strip()
        assert relay.name.strip()


def test_it_is_quick_on_hostile_words() -> None:
    made = telling("[S Lem S] [Q told Q] " + "the News of the " * 5000 + "[C it rained C].")
    assert len(via_of(made, ())) <= 2


def test_a_note_at_the_end_of_the_sentence_is_the_occasion() -> None:
    made = noted("Interview DR-12 with Orin Lem, Quellmouth, 18 March 2023.")
    (relay,) = via_of(made, ())
    assert (relay.name, relay.kind) == ("Interview DR-12", RelayKind.OCCASION)
    assert relay.date and relay.date.of(made.report.text) == "18 March 2023"
    assert relay.place and relay.place.of(made.report.text) == "Quellmouth"


def test_a_note_that_explains_is_no_occasion() -> None:
    assert via_of(noted("The term is that of the port."), ()) == ()


def noted(note: str) -> Telling:
    """A statement with a note at the end of its sentence."""
    made = telling(f"[S Lem S] [Q said Q] [C it rained C].1 The quay was empty.\n\n1 {note}")
    text = made.report.text
    mark, body = text.index(".1 ") + 1, text.index(f"1 {note}")
    notes = (Note(Span(mark, mark + 1), Span(body, len(text))),)
    report = dataclasses.replace(made.report, notes=notes)
    end = Span(made.sentence.start, mark)
    return dataclasses.replace(made, report=report, text=without_marks(report), sentence=end)


def test_a_short_name_is_not_completed_by_the_words_that_open_a_sentence() -> None:
    """The words "According to the Gazette" are no fuller name of the Gazette."""
    told = telling(
        "[S Ole Brandt S] [Q told the Brenholt Gazette Q] [C he was cold C].\n\n"
        "According to the Brenholt Gazette, the mill was shut."
    )
    assert [relay.name for relay in via_of(told, [])] == ["Brenholt Gazette"]
