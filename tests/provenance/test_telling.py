"""Whose a report is, where none was read: its own page tells, and brackets say that it was."""

from __future__ import annotations

from firsthand.export.trace_words import outlet_words
from firsthand.provenance.citing.telling import as_told
from tests.provenance.texts import report


def test_a_page_tells_its_outlet_where_none_was_read() -> None:
    """ "Published by" in the dateline is the page's own word; the outlet stands in brackets."""
    silent = report("a", "@ Published by the Dockside Monitor on 3 May 2023.", "The men were held.")
    (told,) = as_told([silent])
    assert (told.outlet, told.outlet_told) == ("Dockside Monitor", True)
    assert outlet_words(told) == "[Dockside Monitor]"


def test_an_outlet_that_was_read_stays_as_it_is() -> None:
    """What the reader or a person said goes before what the case may tell."""
    read = report("dockside-monitor-12", "The men were held.", outlet="Quay Post")
    (kept,) = as_told([read])
    assert kept is read
    assert outlet_words(kept) == "Quay Post"


def test_a_report_of_which_nothing_tells_the_outlet_has_none() -> None:
    """No outlet is guessed."""
    (silent,) = as_told([report("a", "The men were held.", outlet=None)])
    assert (silent.outlet, silent.outlet_told, outlet_words(silent)) == (None, False, "")
