"""The picture in the terminal."""

from __future__ import annotations

import firsthand
from firsthand.export.visible import on_one_line, visible
from firsthand.ingest.load import Received
from firsthand.pipeline import read_received

TEXT = """The harbour, again

“The gate was shut,” said Ana Brisk, a docker. Others said they saw nothing.
"""


def test_the_picture_quotes_who_how_and_what_to_the_letter() -> None:
    """Source, cue and content stand there as in the report."""
    shown = str(firsthand.read_text(TEXT, "gate.txt"))
    for words in ("Ana Brisk, a docker", "said", "“The gate was shut,”", "gate.txt"):
        assert words in shown


def test_the_picture_speaks_of_proposed_statements_that_nobody_reviewed() -> None:
    """The reader is told at the top what the statements are."""
    assert "2 proposed statements" in str(firsthand.read_text(TEXT))
    assert "none reviewed" in str(firsthand.read_text(TEXT))


def test_no_line_ends_in_white_space() -> None:
    """What is pasted into a note or a diff stays clean."""
    assert all(line == line.rstrip() for line in str(firsthand.read_text(TEXT)).split("\n"))


def test_control_characters_of_a_document_are_written_out() -> None:
    """A document cannot move the cursor or colour the terminal."""
    assert visible("a\x1b[31mb\x07c\u202ed") == "a⟨U+001B⟩[31mb⟨U+0007⟩c⟨U+202E⟩d"
    assert on_one_line("a\r\n\tb") == "a b"


def test_a_note_at_the_end_of_a_sentence_stands_beside_its_statement() -> None:
    """Who says so is in the text, and where it is written down is in the note."""
    said = "The doors were locked, two weavers said on Monday.[^1] Rain fell."
    received = Received(f"# Fire\n\n{said}\n\n[^1]: Interview W-1.\n".encode(), "fire.md")
    assert "note 1: Interview W-1." in str(read_received(received))
