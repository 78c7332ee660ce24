"""From bytes to a report: what is kept, and what is refused in one line."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import EmptyReport, FirsthandError, NotEnglish, TooLarge, UnknownFormat
from firsthand.ingest import limits
from firsthand.ingest.load import Received, load
from firsthand.ingest.report import ReportKind
from tests.ingest.checks import check, read
from tests.ingest.pages import BODY, PLAIN, WORDPRESS


def test_the_bytes_are_kept_as_received() -> None:
    """The original, its hash, its media type, where it came from and when, in UTC."""
    before = dt.datetime.now(dt.UTC)
    original = load(Received(WORDPRESS.encode(), "shed.html")).original
    assert original.content == WORDPRESS.encode()
    assert original.sha256 == hashlib.sha256(WORDPRESS.encode()).hexdigest()
    assert (original.media_type, original.received_from) == ("text/html", "shed.html")
    assert before <= original.received_at <= dt.datetime.now(dt.UTC)


def test_the_same_bytes_give_the_same_report() -> None:
    """All but the hour of receipt is a function of the bytes."""
    first, second = (load(Received(WORDPRESS.encode(), "a.html")) for _ in range(2))
    assert (first.text, first.blocks, first.links) == (second.text, second.blocks, second.links)


def test_a_report_prints_without_its_bytes() -> None:
    """Neither the original nor the text fills the screen of a notebook."""
    assert len(repr(read(PLAIN, "a.txt"))) < 600


def test_title_byline_and_date_of_a_text_come_from_its_head() -> None:
    """Where no metadata say them, the headline, byline and dateline do."""
    text = "\n\n".join(["Shed at the quay", "By Runa Feld", "21 February 2018", *BODY])
    report = read(text, "a.txt")
    assert (report.title, report.byline) == ("Shed at the quay", "By Runa Feld")
    assert report.published == dt.date(2018, 2, 21)
    assert (report.outlet, report.language) == (None, None)


def test_a_text_that_says_nothing_of_itself_has_no_metadata() -> None:
    """Title, author, outlet and date are never guessed."""
    report = read(PLAIN, "a.txt")
    assert (report.title, report.byline, report.outlet, report.published) == (None,) * 4


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.md", "a"])
@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_an_empty_file_is_empty_whatever_its_name(name: str, content: bytes) -> None:
    """Nothing was received, and the line says so."""
    with pytest.raises(EmptyReport, match=f"^{name}: the file is empty"):
        load(Received(content, name))


def test_a_byte_order_mark_alone_is_empty() -> None:
    """A file that holds a mark and no words is an empty report."""
    with pytest.raises(EmptyReport):
        load(Received(b"\xef\xbb\xbf", "a.txt"))


def test_a_binary_with_the_ending_of_a_text_is_refused() -> None:
    """The line names the file and the reason."""
    with pytest.raises(UnknownFormat, match=r"^tape\.txt: "):
        load(Received(bytes(range(256)), "tape.txt"))


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_MARKUP_BYTES", "MAX_CHARACTERS"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
def test_what_is_beyond_a_limit_is_refused_by_the_limit(
    limit: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each limit is named with its figure, and what to do."""
    monkeypatch.setattr(limits, limit, 500)
    with pytest.raises(TooLarge, match=rf"^{name}: over .*\b500 .*split"):
        load(Received("\n\n".join(BODY).encode(), name))


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of nothing but short lines has its own limit."""
    monkeypatch.setattr(limits, "MAX_BLOCKS", 100)
    with pytest.raises(TooLarge, match=r"^a\.txt: over 100 "):
        load(Received(b"said\n" * 101, "a.txt"))


def test_fifty_megabytes_of_markup_are_within_the_limits() -> None:
    """A page may be as large as the issue asks for, and a fetched one no larger than a file."""
    assert limits.MAX_FETCH_BYTES <= limits.MAX_MARKUP_BYTES <= limits.MAX_BYTES
    assert limits.MAX_MARKUP_BYTES >= 50_000_000


def test_the_language_is_asked_for_english_unless_told() -> None:
    """The check can be turned off, and the kind can be given."""
    latin = "Quousque tandem abutere patientia nostra quamdiu etiam furor iste tuus eludet " * 8
    with pytest.raises(NotEnglish):
        load(Received(latin.encode(), "a.txt"))
    report = load(Received(latin.encode(), "a.txt"), kind=ReportKind.STATEMENT, any_language=True)
    assert report.kind is ReportKind.STATEMENT


def test_a_warning_says_what_was_lost_or_guessed() -> None:
    """A guessed encoding goes with the report."""
    report = load(Received(f"{PLAIN} Zoë".encode("cp1252"), "a.txt"))
    assert report.text == f"{PLAIN} Zoë"
    assert any("cp1252" in warning for warning in report.warnings)


def test_what_the_carrier_says_of_the_encoding_is_used() -> None:
    """A server's charset reads what the page does not declare."""
    received = Received("<p>Łucja Wąs said</p>".encode("iso-8859-2"), "a.html", None, "iso-8859-2")
    assert load(received, any_language=True).text == "Łucja Wąs said"


NAMES = st.sampled_from(["a.txt", "a.html", "a.md", "a.pdf", "a.docx", "a"])
STARTS = st.sampled_from([b"", b"%PDF-", b"PK\3\4", b"<p>Varn ", b"\xff\xfe", b"# Varn\n\n"])


@settings(max_examples=150, deadline=None)
@given(STARTS, st.binary(max_size=120), NAMES)
def test_for_all_bytes_there_is_a_report_or_one_line(start: bytes, rest: bytes, name: str) -> None:
    """No bytes under any name give a traceback, and what is read holds what all reports hold."""
    try:
        report = load(Received(start + rest, name), any_language=True)
    except FirsthandError as error:
        assert str(error).startswith(name)
        assert "\n" not in str(error)
    else:
        check(report)
