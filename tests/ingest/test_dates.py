"""The date of publication, from the report's own dateline."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.ingest.dates import published_in
from firsthand.ingest.draft import DraftBlock
from firsthand.ingest.report import BlockKind, ReportKind


def published(*lines: str, kind: BlockKind = BlockKind.DATELINE) -> dt.date | None:
    return published_in([DraftBlock(words, kind, ()) for words in lines], ReportKind.NEWS)


@pytest.mark.parametrize(
    "line",
    ["21 February 2018", "21st Feb. 2018", "February 21, 2018", "Feb 21st 2018", "2018-02-21",
     "WEDNESDAY, 21 FEBRUARY, 2018", "Published: 21 February 2018, 09:14"],
)  # fmt: skip
def test_a_date_in_full_is_read(line: str) -> None:
    """Day, month by name and year in either order, or as ISO 8601 has it."""
    assert published(line) == dt.date(2018, 2, 21)


@pytest.mark.parametrize(
    "line", ["3/4/2018", "03.04.2018", "21 February", "February 2018", "Harwick",
             "31 February 2018", "2018-13-40", "0 May 2018"],
)  # fmt: skip
def test_a_date_that_is_not_certain_is_none(line: str) -> None:
    """Nobody can tell which figure is the month; what is no date is none."""
    assert published(line) is None


def test_the_last_date_of_the_first_dated_line_is_taken() -> None:
    """ "Recorded on ..., published on ..." appeared on the second."""
    line = "Recorded on 3 May 2018, published on 9 May 2018"
    assert published("HARWICK (Wire)", line, "1 June 2018") == dt.date(2018, 5, 9)


def test_a_date_in_the_running_text_is_no_date_of_publication() -> None:
    """Only datelines are looked at."""
    assert published("She left on 3 May 2018.", kind=BlockKind.PARAGRAPH) is None


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_for_all_dates_the_written_form_is_read_back(date: dt.date) -> None:
    """Every day of the calendar, in three forms."""
    day, month, year = date.day, f"{date:%B}", f"{date.year:04}"
    forms = (f"{day} {month} {year}", f"{month} {day}, {year}", date.isoformat())
    assert {published(form) for form in forms} == {date}


@given(st.text(max_size=300))
def test_for_all_lines_there_is_a_date_or_none(line: str) -> None:
    """No line gives a traceback."""
    published(line)
