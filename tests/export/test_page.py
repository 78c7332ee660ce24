"""The page that is sent to a colleague."""

from __future__ import annotations

import re

from lxml import html
from lxml.html import HtmlElement

import firsthand
from firsthand.export import page
from tests.conftest import PAGE, REPORTS

ATTACK = (
    "He said: “<script>alert(1)</script> & <img src=x onerror=alert(2)>.” \u202eReversed, she said."
)


def _page(reading: firsthand.Reading) -> str:
    body = page.fragment(reading.report, reading.attributions)
    return page.head("Title") + body + page.tail()


def _tree(made: str) -> HtmlElement:
    tree = html.document_fromstring(made)
    assert isinstance(tree, HtmlElement)
    return tree


def _attributes(tree: HtmlElement, name: str) -> list[str]:
    return [value for element in tree.iter() if (value := element.get(name)) is not None]


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    """No address, script or style sheet from elsewhere, and a policy that forbids them."""
    tree = _tree(_page(firsthand.read_text(PAGE)))
    assert not {"script", "link", "img", "iframe"} & {str(e.tag) for e in tree.iter()}
    assert not _attributes(tree, "src")
    assert all(href.startswith("#") for href in _attributes(tree, "href"))
    assert "default-src 'none'; style-src 'unsafe-inline'" in _attributes(tree, "content")


def test_markup_in_a_report_is_shown_as_words() -> None:
    """What a document holds is never run or rendered."""
    made = _page(firsthand.read_text(ATTACK))
    assert "<script>alert" not in made
    assert "&lt;script&gt;" in made


def test_characters_that_turn_text_round_are_written_out() -> None:
    """A reader sees that a direction override stands there instead of being misled by it."""
    made = _page(firsthand.read_text(ATTACK))
    assert "\u202e" not in made
    assert "⟨U+202E⟩" in made


def test_every_word_of_every_block_is_on_the_page() -> None:
    """Marking cuts the text and loses none of it."""
    for path in sorted(REPORTS.iterdir()):
        reading = firsthand.read(path)
        tree = _tree(_page(reading))
        for extra in [*tree.iter("sup"), *tree.find_class("fh-label")]:
            extra.drop_tree()
        shown = [block.text_content() for block in tree.find_class("fh-block")]
        assert shown == [reading.report.words(block.span) for block in reading.report.blocks]


def test_each_statement_leads_to_its_words_and_back() -> None:
    """Numbers in the text and in the list are links to each other."""
    tree = _tree(_page(firsthand.read(REPORTS / "01-quellmouth-lantern.html")))
    ids = set(_attributes(tree, "id"))
    assert {href.removeprefix("#") for href in _attributes(tree, "href")} == ids


def test_the_page_shows_a_files_name_without_its_folder() -> None:
    """A page that is sent on does not tell how the sender's machine is laid out."""
    reading = firsthand.read_text("He said it was so.", "/home/someone/secret-case/report.txt")
    assert "secret-case" not in _page(reading)
    assert "report.txt" in _page(reading)


def test_a_notebook_shows_the_same_report_in_a_frame_of_its_own() -> None:
    """`_repr_html_` brings its style sheet along, and no page of its own."""
    shown = firsthand.read_text("He said it was so.")._repr_html_()
    assert "<style>" in shown
    assert not re.search("<html|<body", shown)
