"""The picture in the terminal."""

from __future__ import annotations

import dataclasses

import firsthand
from firsthand.export.terminal import as_text
from firsthand.export.visible import on_one_line, visible
from firsthand.ingest.load import Received
from firsthand.pipeline import read_received
from tests.export.records import RECORD, ROWL, STATEMENTS, plain

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


SHOWN = as_text(RECORD)


def test_the_people_stand_in_a_table_before_the_statements() -> None:
    """Who speaks, of what kind, how often and how they would know is seen first."""
    table, _, statements = SHOWN.partition("Where a statement says no more")
    for words in ("Edda Rowl", "named person", "4: 1–4", "saw 1", "unstated 2", "age 47"):
        assert words in table
    assert "left 2016" in table
    assert "she → Edda Rowl (by pronoun, score 0.93)  said" in statements
    assert "They (unresolved; may be Merrow line or the mayor)" in statements


def test_a_statement_made_in_custody_is_marked_before_its_words() -> None:
    """In the head, in the table, and above the content."""
    assert "IN CUSTODY: STATEMENT 5" in SHOWN
    assert "IN CUSTODY 1 OF 1" in SHOWN
    mark = SHOWN.index("IN CUSTODY “held at Tarn jail”")
    assert mark < SHOWN.index("MINDER PRESENT “") < SHOWN.index("the menders may have locked")


def test_every_statement_has_its_basis() -> None:
    """`unstated` is an answer: it is said each time."""
    assert SHOWN.count("basis: ") == len(RECORD.statements)


def test_what_has_no_source_is_set_apart_after_the_statements() -> None:
    """Own voice, caveats with the numbers that they limit, asserted corroboration."""
    _, _, apart = SHOWN.partition("own voice (no attribution found in the text as received)")
    assert "V1  Nobody in the shed has been paid since the spring." in apart
    assert "limits 1–4" in apart
    assert "A1  Other accounts tell of the same shed." in apart
    assert SHOWN.count("limited by C1") == 4


def test_the_picture_fits_the_width_of_a_page() -> None:
    assert max(len(line) for line in SHOWN.split("\n")) <= 88


def test_a_name_cannot_move_the_cursor() -> None:
    """What the record took from the document is as harmless as the document's text."""
    named = dataclasses.replace(ROWL, name="Edda\x1b[31m\u202eRowl")
    shown = as_text(dataclasses.replace(RECORD, sources=(named,)))
    assert "\x1b" not in shown
    assert "⟨U+202E⟩" in shown


def test_a_report_without_sources_has_no_table() -> None:
    bare = dataclasses.replace(RECORD, sources=(), statements=(plain(STATEMENTS[0].attribution),))
    assert "How they would know" not in as_text(bare)
