"""Passages that reports share: which, how they differ, and which are nobody's."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.wording import How, Shared, wording_of
from firsthand.reading.attribution import AttributionKind
from tests.provenance.texts import at, report, told, words

WIRE = (
    "Eleven weavers were marched out of the Tolvane mill before sunrise and kept in a drained "
    "reservoir until the evening, a foreman recounted."
)
QUOTED = "“They made us kneel on the gravel and count the lorries as they passed,”"


def shared(*reports: FiledReport) -> tuple[Shared, ...]:
    return wording_of(reports).shared


def only(*reports: FiledReport) -> Shared:
    found = shared(*reports)
    assert len(found) == 1, found
    return found[0]


def test_the_same_sentence_is_verbatim_prose() -> None:
    found = only(report("a", WIRE), report("b", WIRE))
    assert (found.how, found.is_quotation, found.score) == (How.VERBATIM, False, 1.0)


def test_a_passage_is_exactly_the_words_of_its_report() -> None:
    one, other = report("a", "Rain fell. " + WIRE), report("b", WIRE + " Nobody else was there.")
    found = only(one, other)
    assert words([one, other], found.one) == words([one, other], found.other) == WIRE


@pytest.mark.parametrize(
    ("rewritten", "how"),
    [
        (WIRE.replace("before sunrise", "at daybreak").replace("a foreman", "their foreman"),
         How.LIGHT_REWRITE),
        ("Kept in a drained reservoir until the evening: so a foreman recounted how, before "
         "sunrise, eleven weavers were marched out of the Tolvane mill.", How.REORDERED),
        ("Eleven weavers were marched out of the Tolvane mill before sunrise.", How.CUT),
    ],
)  # fmt: skip
def test_a_retelling_is_found_and_named(rewritten: str, how: How) -> None:
    assert only(report("a", WIRE), report("b", rewritten)).how is how


def test_a_quotation_in_both_is_told_from_prose() -> None:
    one = report("a", f"{QUOTED} said Orla Benn at the gate.")
    other = report("b", f"Orla Benn was among the women. {QUOTED} she said.")
    found = only(one, other)
    assert found.is_quotation
    assert wording_of([one, other]).copies == ()
    assert len(wording_of([one, other]).quotations) == 1


def test_a_quotation_that_the_other_prints_as_its_own_prose_is_no_shared_quotation() -> None:
    prose = "They made us kneel on the gravel and count the lorries as they passed."
    assert not only(report("a", f"{QUOTED} said Orla Benn."), report("b", prose)).is_quotation


def test_straight_and_curly_marks_quote_the_same() -> None:
    straight = QUOTED.replace("“", '"').replace("”", '"')
    assert only(
        report("a", f"{QUOTED} she said."), report("b", f"{straight} she said.")
    ).is_quotation


def test_a_turn_of_a_transcript_is_a_quotation_without_marks() -> None:
    turn = report(
        "a", "BENN: They made us kneel on the gravel and count the lorries as they passed."
    )
    made = told(
        turn, "BENN", "They made us kneel on the gravel and count the lorries as they passed."
    )
    direct = replace(made.statements[0], kind=AttributionKind.DIRECT)
    assert only(
        replace(made, statements=(direct,)), report("b", f"{QUOTED} she said.")
    ).is_quotation


def test_two_at_one_press_conference_share_quotations_and_no_prose() -> None:
    said = "“Not one of the weavers was kept anywhere against her will,”"
    one = report(
        "a", f"{said} the prefect declared before cameras in the town hall.", outlet="Dawn Post"
    )
    other = report(
        "b", f"The prefect was in a hurry on Friday. {said} was his answer.", outlet="Gull Times"
    )
    found = wording_of([one, other])
    assert [s.is_quotation for s in found.shared] == [True]
    assert found.copies == ()


@pytest.mark.parametrize(
    "phrase",
    [
        "He did not reply to questions.",
        "At the end of the day nobody knows.",
        "The Ministry of Inland Waters and the Prefecture of Tolvane did not respond.",
        "Orla Benn, the secretary of the Weavers Union of Tolvane, was there.",
        "This article was first written for subscribers and appears here in a shortened form only.",
    ],
)
def test_what_everybody_writes_is_no_shared_wording(phrase: str) -> None:
    one = report("a", "A ferry sank in the northern strait on the first day of spring. " + phrase)
    other = report("b", phrase + " Prices of barley doubled within a fortnight in the hill towns.")
    assert shared(one, other) == ()


def test_a_law_that_both_quote_is_no_shared_wording() -> None:
    law = (
        "Article 14 of the Constitution says that “no person shall be deprived of liberty "
        "without a warrant that names a judge”."
    )
    assert shared(report("a", law), report("b", "The lawyers lean on it. " + law)) == ()


def test_a_document_that_is_no_law_is_a_shared_quotation() -> None:
    order = "The circular tells foremen to “withhold the ration of any weaver who sits down”."
    found = shared(report("a", order), report("b", "A clerk showed it. " + order))
    assert [s.is_quotation for s in found if s.how is How.VERBATIM and s.is_quotation] == [True]


def test_a_sentence_that_stands_alone_in_many_reports_is_standing_text() -> None:
    line = "Independent verification of accounts gathered in the closed district is impossible."
    fillers = [
        "Barley prices doubled in the hill towns within a fortnight.",
        "A ferry sank beyond the northern strait with forty goats aboard.",
        "Two bridges over the upper river were painted green last autumn.",
        "Beekeepers count fewer swarms than in any spring before.",
        "The opera reopened with a comedy about three tailors.",
    ]
    assert shared(*(report(str(i), f"{f} {line}") for i, f in enumerate(fillers))) == ()
    assert len(shared(*(report(str(i), f"{f} {line}") for i, f in enumerate(fillers[:2])))) == 1


def test_a_wire_in_many_outlets_is_no_standing_text() -> None:
    more = (
        "Soldiers with dogs stood along the rim, and bread was lowered to them in buckets at noon."
    )
    reports = [report(f"{i:02}", f"{WIRE} {more}") for i in range(40)]
    found = wording_of(reports)
    reached = {c.report for c in found.copies} | {c.of for c in found.copies}
    assert reached == {r.id for r in reports}
    assert len(found.copies) < 40 * 3


def test_sentences_too_short_alone_go_along_with_what_stands_beside_them() -> None:
    short = "She could not name the soldiers."
    found = shared(report("a", f"{WIRE} {short}"), report("b", f"{WIRE} {short}"))
    assert [s.words > 0 for s in found] == [True, False]


def test_to_name_a_headline_is_not_to_copy() -> None:
    title = "Eleven weavers marched out of the Tolvane mill and kept in a drained reservoir"
    cited = report("b", "The matter is old.1", f"^ 1 Dawn Post, “{title}”, 3 May 2024.")
    assert shared(report("a", f"# {title}", "It rained."), cited) == ()


FIRST = {"a": "Rain fell on the hills.", "b": "Barley was dear."}


def test_a_report_without_blocks_is_cut_at_blank_lines() -> None:
    one, other = (replace(report(n, f, WIRE), blocks=()) for n, f in FIRST.items())
    assert len(shared(one, other)) == 1


_PARTS = (
    WIRE, f"{QUOTED} said Orla Benn.", f"{QUOTED[:46]}” she said.",
    WIRE.replace("before sunrise", "at daybreak"), "Nothing is known of the drivers.",
    "Soldiers with dogs stood along the rim, and bread was lowered to them in buckets at noon.",
)  # fmt: skip


@st.composite
def some_reports(draw: st.DrawFn) -> list[FiledReport]:
    bodies = draw(st.lists(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=4), max_size=12))
    days = [draw(st.integers(1, 5) | st.none()) for _ in bodies]
    return [
        report(f"r{i:02}", *b, day=d) for i, (b, d) in enumerate(zip(bodies, days, strict=True))
    ]


@given(some_reports(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_reports_changes_nothing(
    reports: list[FiledReport], by: random.Random
) -> None:
    before = wording_of(reports)
    by.shuffle(reports)
    assert wording_of(reports) == before


@given(some_reports())
@settings(max_examples=40, deadline=None)
def test_every_passage_lies_in_its_report_and_no_report_shares_with_itself(
    reports: list[FiledReport],
) -> None:
    found = wording_of(reports)
    texts = {r.id: r.text for r in reports}
    for s in found.shared:
        assert s.one.report != s.other.report
        assert 0 <= s.score <= 1
        for passage in (s.one, s.other):
            assert passage.span.of(texts[passage.report]).strip()
    for cut in found.cuts:
        assert all(cut.fuller.span.contains(gap) for gap in cut.missing)


def test_a_span_is_where_the_words_are() -> None:
    one = report("a", f"On Monday, {QUOTED} she said.")
    found = only(one, report("b", f"{QUOTED} she said."))
    assert found.one.span == at(one, QUOTED)
