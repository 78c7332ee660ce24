"""The sample case, against what a careful person finds in it."""

from __future__ import annotations

import pytest

import firsthand
from benchmarks import gate, sample_gold
from benchmarks.__main__ import sample_figures


def test_every_quotation_of_the_gold_stands_in_the_text_that_is_read() -> None:
    """No word of the sample is lost or changed on the way into the text.

    `sample_gold.attributions` raises `NotAnchored` for a quotation that is not there once.
    """
    for gold in sample_gold.reports():
        report = firsthand.read(gold.path).report
        for attribution in sample_gold.attributions(gold, report):
            assert attribution.content


@pytest.mark.parametrize("name", firsthand.ReaderName)
def test_the_sample_case_holds_its_floors(name: firsthand.ReaderName) -> None:
    """What is found in it never gets worse unnoticed, by either reader."""
    assert list(gate.check(sample_figures(name))) == []
