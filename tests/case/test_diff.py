"""What differs between two versions, to the character."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand import Report
from firsthand.case.diff import Change, Diff, diff
from firsthand.case.judgements import ReportField
from firsthand.pipeline import Options, ReaderName
from firsthand.pipeline import read as read_file
from tests.case.readings import read
from tests.conftest import REPORTS

WORDS = st.sampled_from(["the", "guard", "said", "said,", "no", "one", "\n\n", "“", "”", "shed"])
TEXTS = st.lists(WORDS, max_size=40).map(lambda words: "A start. " + " ".join(words))


@cache
def sample(name: str) -> Report:
    return read_file(REPORTS / name, Options(reader=ReaderName.RULES)).report


FIRST, CORRECTED = sample("03-ostrel-standard.html"), sample("08-ostrel-standard-corrected.html")


def changed(found: Diff, old: Report, new: Report) -> list[tuple[Change, str]]:
    return [
        (r.change, old.words(r.old) if r.old else new.words(r.new) if r.new else "")
        for r in found.runs
        if r.change is not Change.EQUAL
    ]


def assert_whole(old: Report, new: Report) -> None:
    runs = diff(old, new).runs
    assert "".join(old.words(r.old) for r in runs if r.old) == old.text
    assert "".join(new.words(r.new) for r in runs if r.new) == new.text
    for r in runs:
        assert {
            Change.EQUAL: r.old and r.new and old.words(r.old) == new.words(r.new),
            Change.DELETED: r.old and not r.new,
            Change.INSERTED: r.new and not r.old,
        }[r.change]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_the_runs_of_either_side_are_its_text(one: str, other: str) -> None:
    assert_whole(read(one).report, read(other).report)


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_a_report_does_not_differ_from_itself(text: str) -> None:
    report = read(text).report
    assert not diff(report, report).changed


def test_the_sample_s_correction_shows_all_that_was_put_right() -> None:
    assert_whole(FIRST, CORRECTED)
    found = changed(diff(FIRST, CORRECTED), FIRST, CORRECTED)
    assert found[:3] == [
        (Change.DELETED, "Two die after night"),
        (Change.INSERTED, "Dockers held"),
        (Change.INSERTED, ", worker says"),
    ]
    assert (Change.DELETED, "did not reply to two messages left at his office") in found
    assert (Change.INSERTED, " The cousin was not at the port and named no other source.") in found
    assert len(found) == 9


def test_a_changed_headline_is_told() -> None:
    (field,) = diff(FIRST, CORRECTED).fields
    assert field.field is ReportField.TITLE
    assert (field.old, field.new) == (FIRST.title, CORRECTED.title)


def test_a_changed_date_and_a_dropped_byline_are_told() -> None:
    later = replace(FIRST, published=dt.date(2023, 3, 17), byline=None)
    found = diff(FIRST, later)
    assert found.changed
    assert [(f.field, f.old, f.new) for f in found.fields] == [
        (ReportField.AUTHOR, "Standard staff", None),
        (ReportField.DATE, "2023-03-14", "2023-03-17"),
    ]


def test_few_words_between_two_changes_go_with_them() -> None:
    old, new = (read(f"On Friday {w} as two men were led off the quay.").report
                for w in ("guards said they left", "sailors said nobody came"))  # fmt: skip
    assert changed(diff(old, new), old, new) == [
        (Change.DELETED, "guards said they left"),
        (Change.INSERTED, "sailors said nobody came"),
    ]
