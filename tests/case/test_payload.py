"""Events as bytes: what goes in comes out, and what is no event says what is wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case import events, judgements
from firsthand.case.events import Event, ReadingMade, ReportAdded
from firsthand.case.judgements import Judged, Noted, Verdict, WithdrawalKind, Withdrawn
from firsthand.case.payload import KINDS, SCHEMA, decoded, encoded, name_of
from tests.case.made import record

TEXT = st.text(st.characters(codec="utf-8"))
SPOKEN = st.one_of(
    st.builds(Noted, TEXT, st.none() | TEXT, TEXT),
    st.builds(Judged, TEXT, TEXT, st.sampled_from(Verdict), TEXT),
    st.builds(
        Withdrawn, TEXT, st.sampled_from(WithdrawalKind), st.none() | TEXT,
        st.lists(TEXT).map(tuple), st.none() | st.dates(), TEXT,
    ),
)  # fmt: skip


def again(event: Event) -> Event:
    return decoded(name_of(event), SCHEMA, encoded(event))


@given(SPOKEN)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert again(event) == event


def test_a_reading_comes_back_without_the_bytes_which_are_kept_once_elsewhere() -> None:
    event = ReadingMade("r" * 16, "rules/1", record(1))
    back = again(event)
    assert isinstance(back, ReadingMade)
    report = back.record.report
    assert report.original.content == b""
    full = replace(report, original=record(1).report.original)
    assert replace(back.record, report=full) == record(1)


def test_a_time_comes_back_to_the_microsecond() -> None:
    at = dt.datetime(2024, 3, 5, 1, 2, 3, 456789, tzinfo=dt.UTC)
    assert again(ReportAdded("r", "s", "text/plain", "a", at)) == ReportAdded(
        "r", "s", "text/plain", "a", at
    )


def test_half_a_character_is_replaced_and_nothing_around_it() -> None:
    assert again(Noted("r", None, "a\ud800b\0c")) == Noted("r", None, "a\ufffdb\0c")


def test_every_event_that_there_is_has_a_name_in_the_log() -> None:
    """Of one without a name, nothing could be written down."""
    made = {
        kind
        for module in (events, judgements)
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
        if hasattr(kind, "reports") and kind not in (Event, events.Whole, events.Single)
    }
    assert set(KINDS.values()) == made


@pytest.mark.parametrize(
    ("kind", "schema", "body", "said"),
    [
        ("rumour", SCHEMA, b"{}", "its kind 'rumour' is not known"),
        ("noted", SCHEMA + 1, b"{}", "its form is of version"),
        ("noted", 0, b"{}", "its form is of version"),
        ("noted", SCHEMA, b"{}", "it does not parse"),
        ("noted", SCHEMA, b"\xff\xfe", "it does not parse"),
        ("noted", SCHEMA, b"", "it does not parse"),
        ("judged", SCHEMA, b'{"report":"r","statement":"s","verdict":"maybe"}', "does not parse"),
        (
            "block_corrected",
            SCHEMA,
            b'{"report":"r","block":{"start":9,"end":3},"kind":"caption"}',
            "does not parse",
        ),
    ],
)
def test_what_is_no_event_says_what_is_wrong(
    kind: str, schema: int, body: bytes, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        decoded(kind, schema, body)


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=60))
def test_no_bytes_do_worse_than_not_to_parse(kind: str, body: bytes) -> None:
    with pytest.raises(ValueError, match="it does not parse"):
        decoded(kind, SCHEMA, body)
