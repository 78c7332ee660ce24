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


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("HOME Detention deaths\n13 Jan 2022 10:51", dt.date(2022, 1, 13)),
        ("1422 GMT 14 Mar 25", dt.date(2025, 3, 14)),
        ("Broadcast Sunday, June 8, 2025, 8.00 p.m.", dt.date(2025, 6, 8)),
        ("ORLEC UNION\nOrlec, 3 June 2023          No. 41/2023", dt.date(2023, 6, 3)),
        ("By OUR DESK, Friday, March 14, 2025", dt.date(2025, 3, 14)),
        ("Orlec, 3 June 2023", dt.date(2023, 6, 3)),
        ("The vote of 6 October 2024 was rigged", None),
        ("Crew of 14 March 25 men", None),
        ("What we know of 6 October 2024", None),
    ],
)
def test_a_line_above_the_text_that_is_about_the_report_dates_it(
    line: str, date: dt.date | None
) -> None:
    """Beside a time, a weekday, a number or a place; a headline tells the day of what happened."""
    assert published(line, kind=BlockKind.HEADLINE) == date


def test_a_running_text_that_opens_with_place_and_date_dates_it() -> None:
    """As agencies write, whether or not the dateline stands apart."""
    opening = (
        "GOUREL (Kolwata), April 13, 2022 (AKP) - Soldiers who entered the town " + "on foot " * 20
    )
    assert published(opening, kind=BlockKind.PARAGRAPH) == dt.date(2022, 4, 13)


def test_a_date_in_the_running_text_is_no_date_of_publication() -> None:
    """Only lines about the report are looked at."""
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
    found = published(line)
    assert found is None or any(character.isdigit() for character in line)
