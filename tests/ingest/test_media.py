"""Which format some bytes are: by the bytes, and by the name only between kinds of text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import EncryptedReport, UnknownFormat
from firsthand.ingest.media import Media, media_of

PAGE = b"<!DOCTYPE html><html><body><p>She said so.</p></body></html>"
TEXT = b"She said so."


@pytest.mark.parametrize(
    ("content", "name", "media"),
    [
        (PAGE, "a.html", Media.HTML),
        (PAGE, "a.txt", Media.HTML),
        (PAGE, "standard input", Media.HTML),
        (b"\xef\xbb\xbf  \r\n" + PAGE, "a", Media.HTML),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<html>", "a", Media.HTML),
        (b"<!-- saved -->\n<!-- twice -->\n<div>", "a", Media.HTML),
        ("\ufeff<html>".encode("utf-16-le"), "a", Media.HTML),
        (b"<H1>Shed</H1>", "a", Media.HTML),
        (TEXT, "a.htm", Media.HTML),
        (TEXT, "a.XHTML", Media.HTML),
        (TEXT, "a.txt", Media.PLAIN),
        (TEXT, "a", Media.PLAIN),
        (TEXT, "a.docx", Media.PLAIN),
        (TEXT, "a.pdf", Media.PLAIN),
        (TEXT, "a.md", Media.MARKDOWN),
        (TEXT, "a.Markdown", Media.MARKDOWN),
        (b"<div>She said so.</div>", "a.md", Media.MARKDOWN),
        (b"<3 the quay", "a", Media.PLAIN),
        (b"%PDF-1.7 ...", "a.txt", Media.PDF),
        (b"\n\n%PDF-1.4 ...", "a", Media.PDF),
        (b"PK\3\4 ...", "a.html", Media.DOCX),
    ],
)
def test_the_bytes_decide_and_the_name_between_kinds_of_text(
    content: bytes, name: str, media: Media
) -> None:
    """A wrong ending does no harm."""
    assert media_of(content, name) is media


@pytest.mark.parametrize(
    ("content", "name", "declared", "media"),
    [
        (TEXT, "https://a.example/1", "text/html; charset=utf-8", Media.HTML),
        (TEXT, "https://a.example/1", "Application/XHTML+XML", Media.HTML),
        (TEXT, "https://a.example/1", "text/markdown", Media.MARKDOWN),
        (TEXT, "https://a.example/1.md", "text/plain", Media.MARKDOWN),
        (TEXT, "https://a.example/1", "application/octet-stream", Media.PLAIN),
        (PAGE, "https://a.example/1", "application/octet-stream", Media.HTML),
        (PAGE, "https://a.example/1", "text/plain", Media.PLAIN),
        (PAGE, "https://a.example/1.html", "text/plain", Media.HTML),
        (b"%PDF-1.7", "https://a.example/1", "text/html", Media.PDF),
    ],
)
def test_what_the_carrier_says_counts_for_text(
    content: bytes, name: str, declared: str, media: Media
) -> None:
    """A server's media type stands before the name's ending, and after the bytes."""
    assert media_of(content, name, declared) is media


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x7fELF\2", "a program"),
        (b"MZ\x90\0\3", "a program"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"{\\rtf1 She said so.}", "an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
    ],
)
def test_what_is_no_report_is_refused_by_what_it_is(content: bytes, what: str) -> None:
    """One line names the file and what its bytes are."""
    with pytest.raises(UnknownFormat, match=rf"^scan\.txt: .*{what}"):
        media_of(content, "scan.txt")


def test_an_encrypted_office_file_asks_for_one_without_a_password() -> None:
    """It looks like an old Office file and is not."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedReport, match="password"):
        media_of(content, "a.docx")


def test_a_report_from_mzuzu_is_no_program() -> None:
    """Capitals at the start of a dateline are no magic number."""
    assert media_of(b"MZUZU (Wire) - The port", "a.txt") is Media.PLAIN


@pytest.mark.parametrize("piece", [b"<!---->", b"<!-- ", b" ", b"<!-- -->\n", b"<?xml "])
def test_telling_markup_takes_no_time(piece: bytes) -> None:
    """Comments before no markup are given up at once."""
    begun = time.perf_counter()
    media_of(piece * 4096 + b"x", "a")
    assert time.perf_counter() - begun < 0.5


@given(st.binary(max_size=100), st.text(max_size=20), st.none() | st.text(max_size=20))
def test_for_all_bytes_and_names_there_is_a_format_or_a_plain_answer(
    content: bytes, name: str, declared: str | None
) -> None:
    """No name and no media type gives a traceback."""
    try:
        assert media_of(content, name, declared) in Media
    except (UnknownFormat, EncryptedReport) as error:
        assert error.document == name
