"""From bytes to characters: which encoding, and what is said of a guess."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import FirsthandError, MalformedReport, UnknownFormat
from firsthand.ingest.charset import declared_in, decode

QUOTED = "“They read our names,” Zoë Peña said – it’s on file at the café."
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(ANY)
def test_for_all_texts_utf8_comes_back_unchanged(text: str) -> None:
    """No character is normalised, replaced or dropped, and nothing is warned of."""
    decoded = decode(text.encode(), "a.txt")
    assert (decoded.text, decoded.warnings) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    """What Windows saves as "Unicode" is read, and its mark is no character."""
    mark = {
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }[encoding]
    assert decode(mark + QUOTED.encode(encoding), "a.txt").text == QUOTED


def test_a_broken_byte_order_mark_gives_one_line() -> None:
    """A file that starts as UTF-16 and is not names the byte where it breaks."""
    with pytest.raises(MalformedReport, match=r"a\.txt, byte \d+: .*UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8a", "a.txt")


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252"])
def test_quotation_marks_of_windows_are_read_under_the_labels_they_travel_by(label: str) -> None:
    """Pages that say Latin-1 mean windows-1252, where the curly quotation marks are."""
    assert decode(QUOTED.encode("cp1252"), "a.html", label).text == QUOTED


def test_the_head_of_a_page_declares_its_encoding() -> None:
    """`meta charset`, the older `http-equiv` and an XML head are looked for."""
    old = b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">'
    assert declared_in(b"<html><head><meta charset='koi8-r'>") == "koi8-r"
    assert declared_in(old) == "ISO-8859-2"
    assert declared_in(b'<?xml version="1.0" encoding="windows-1251"?>') == "windows-1251"
    assert declared_in(b"<p>the charset=none of it</p>") is None


def test_what_a_page_declares_is_taken_before_a_guess() -> None:
    """A Polish name in a Polish encoding comes out right, with nothing to warn of."""
    page = "<meta charset=iso-8859-2><p>Łucja Wąs said so</p>"
    decoded = decode(page.encode("iso-8859-2"), "a.html")
    assert (decoded.text, decoded.warnings) == (page, ())


def test_utf8_wins_over_a_wrong_label() -> None:
    """A page in UTF-8 that still calls itself Latin-1 is not turned into mojibake."""
    page = f"<meta charset=iso-8859-1><p>{QUOTED}</p>"
    assert decode(page.encode(), "a.html").text == page


@pytest.mark.parametrize("label", ["no-such", "hex", "idna", "undefined", "utf-16", "", "a\0b"])
def test_a_label_that_is_no_encoding_of_text_is_passed_over(label: str) -> None:
    """What a server or page calls its bytes cannot break the reading."""
    text = f"{QUOTED} The port denied it on Tuesday, and on Wednesday again."
    assert decode(text.encode("cp1252"), "a.html", label).text == text


@pytest.mark.parametrize("times", [1, 20])
def test_an_undeclared_file_of_windows_is_read_and_said(times: int) -> None:
    """English with windows-1252's quotation marks is read right, and a warning says how."""
    text = f"{QUOTED} The port denied it on Tuesday, and on Wednesday again.\n" * times
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    assert "cp1252" in decoded.warnings[0]


def test_a_few_damaged_bytes_of_utf8_are_shown_and_said() -> None:
    """One broken byte does not turn the rest into another encoding."""
    decoded = decode(f"{QUOTED} {QUOTED} ".encode() + b"He fl\xe9d.", "a.txt")
    assert decoded.text == f"{QUOTED} {QUOTED} He fl\ufffdd."
    assert len(decoded.warnings) == 1


def test_a_replacement_character_in_the_file_is_no_damage() -> None:
    """U+FFFD that already stands in sound UTF-8 is a character like others."""
    assert decode("He fl\ufffdd.".encode(), "a.txt").warnings == ()


def test_a_binary_is_refused_by_name() -> None:
    """Bytes with NUL among them are no text."""
    with pytest.raises(UnknownFormat, match=r"tape\.dat: .*binary"):
        decode(b"\x01\x02\x00\xff", "tape.dat")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "big5"]))
def test_for_all_bytes_there_is_a_text_or_a_plain_answer(content: bytes, label: str | None) -> None:
    """No bytes and no label give a traceback, and no text has a lone surrogate."""
    try:
        decode(content, "a.txt", label).text.encode()
    except FirsthandError as error:
        assert str(error).startswith("a.txt")
