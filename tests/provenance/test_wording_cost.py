"""What keeps wording near-linear: crowded keys give few pairs, and hostile text costs no more."""

from __future__ import annotations

import time

from firsthand.provenance.citation import citations_of
from firsthand.provenance.wording import wording_of
from tests.provenance.texts import report

LINE = "Barges {} grain towards the {} lock while the keeper counted sacks and lamps for {} nights."


def test_what_is_shared_grows_with_the_reports_and_not_with_their_pairs() -> None:
    wire = (
        "Eleven weavers were marched out of the Tolvane mill before sunrise and kept in a cellar."
    )
    more = (
        "Soldiers with dogs stood along the rim, and bread was lowered to them in buckets at noon."
    )
    few, many = (
        len(wording_of([report(f"{i:04}", f"{wire} {more}") for i in range(n)]).shared)
        for n in (100, 400)
    )
    assert many < 4.5 * few


def test_one_sentence_with_other_words_in_hundreds_of_reports_is_cheap() -> None:
    reports = [report(f"{i:04}", LINE.format(f"w{i}", f"x{i}", f"y{i}")) for i in range(400)]
    began = time.process_time()
    assert len(wording_of(reports).shared) < 400 * 8
    assert time.process_time() - began < 20


def test_a_long_block_of_names_and_marks_ends_soon() -> None:
    hostile = "“Dawn Post " * 8000 + "Dawn Post, “ " * 8000 + "Article 9 of the Act. " * 2000
    began = time.process_time()
    reports = [report("a", hostile, outlet="Dawn Post", day=1), report("b", hostile, day=2)]
    citations_of(reports, wording_of(reports).copies)
    assert time.process_time() - began < 60
