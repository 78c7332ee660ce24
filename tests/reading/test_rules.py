"""The reader as a whole: what holds for any text, and for long ones."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ingest.report import BlockKind, Report, ReportKind
from firsthand.reading.rules.reader import RulesReader
from firsthand.reading.rules.scores import score_of
from tests.reading.made import report_of

WORDS = st.lists(
    st.sampled_from(
        "she said that “ ” \" ' , . : ; according to Ada Moro told him is expected to who fled"
        " adding quoting claim was reported Q: A. é 👩‍🚀 \u2028 \u00a0 … — ( ) - ’s the".split(" ")
    ),
    max_size=40,
).map(" ".join)
BLOCKS = st.lists(st.tuples(st.sampled_from(BlockKind), WORDS | st.text(max_size=60)), max_size=6)


def spans_are_sound(report: Report) -> bool:
    for attribution in RulesReader().read(report).attributions:
        assert attribution.content
        for role in (attribution.source, attribution.cue, attribution.content):
            assert all(a.end <= b.start for a, b in itertools.pairwise(role))
            for span in role:
                assert span.of(report.text) == span.of(report.text).strip()
                assert any(block.span.contains(span) for block in report.blocks)
    return True


@settings(deadline=None)
@given(BLOCKS, st.sampled_from(ReportKind))
def test_every_span_lies_trimmed_in_one_block_and_apart_from_the_others(
    blocks: list[tuple[BlockKind, str]], kind: ReportKind
) -> None:
    assert spans_are_sound(report_of(*blocks, kind=kind))


@settings(deadline=None)
@given(BLOCKS, st.sampled_from(ReportKind))
def test_attributions_come_in_order_once_and_the_same_every_time(
    blocks: list[tuple[BlockKind, str]], kind: ReportKind
) -> None:
    report = report_of(*blocks, kind=kind)
    found = RulesReader().read(report).attributions
    first = [min(s.start for s in (*a.source, *a.cue, *a.content)) for a in found]
    assert first == sorted(first)
    assert len({a.id for a in found}) == len(found)
    assert RulesReader().read(report).attributions == found


@pytest.mark.parametrize(
    "text",
    [
        "she said that it rained and " * 8_000,
        '"a ' * 50_000,
        "“a.” " * 20_000,
        "x" * 1_000_000,
        "-" * 300_000,
        "according to " * 15_000,
        "quoting he said, " * 10_000,
        '"' + "he said it. " * 20_000 + '"',
    ],
    ids=["said", "straight", "curly", "word", "dashes", "according", "quoting", "one quotation"],
)
def test_time_is_linear_in_a_paragraph(text: str) -> None:
    start = time.perf_counter()
    RulesReader().read(report_of(text))
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        (["“It rained,” she said, adding that they left."] * 10_000, 20_000),
        (["“It rained,” she said.", *["“We left.”"] * 10_000], 1),
        (["She said:", "“We left at noon.”"] * 10_000, 10_000),
        (["“We left at noon.”"] * 20_000, 20_000),
    ],
    ids=["said", "continued", "announced", "alone"],
)
def test_time_is_linear_in_the_number_of_blocks(blocks: list[str], count: int) -> None:
    report = report_of(*blocks)
    start = time.perf_counter()
    assert len(RulesReader().read(report).attributions) == count
    assert time.perf_counter() - start < 10


def test_a_score_is_the_measured_precision_of_the_pattern() -> None:
    assert 0.8 < score_of("end") < 1
    assert score_of("nested.that") < score_of("that")


def test_a_rare_pattern_within_quotations_takes_the_score_of_its_rule() -> None:
    assert score_of("inner.inverted") == score_of("inverted")


def test_a_pattern_nobody_measured_has_a_score_too() -> None:
    assert 0 < score_of("a pattern nobody measured") < 1
