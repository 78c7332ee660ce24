"""The page that is sent to a colleague."""

from __future__ import annotations

import dataclasses
import re

import pytest
from lxml import html
from lxml.html import HtmlElement

import firsthand
from firsthand.export import page
from tests.conftest import PAGE, REPORTS
from tests.export.records import COURIER, LINE, RECORD, ROWL, STATEMENTS, only

ATTACK = (
    "He said: “<script>alert(1)</script> & <img src=x onerror=alert(2)>.” \u202eReversed, she said."
)


def _page(reading: firsthand.Reading) -> str:
    body = page.fragment(reading.record)
    return page.head("Title") + body + page.tail()


def _full() -> HtmlElement:
    return _tree(page.head("Title") + page.fragment(RECORD) + page.tail())


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
    assert {href.removeprefix("#") for href in _attributes(tree, "href")} <= ids
    for item in tree.find_class("fh-number"):
        assert f"{item.getparent().get('id')}-text" == item.get("href", "").removeprefix("#")


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


def test_the_people_stand_above_the_text_with_what_is_known_of_each() -> None:
    """A row has the name, kind, statements, bases, profile and channel of one source."""
    row = _full().find_class("fh-people")[0].findall(".//tr")[1].text_content()
    for words in (
        "Edda Rowl",
        "named person",
        "1–4",
        "saw 1",
        "age 47",
        "Tarn Courier",
    ):
        assert words in row


def test_every_link_of_a_full_page_leads_somewhere_on_it_and_no_id_stands_twice() -> None:
    tree = _full()
    ids = _attributes(tree, "id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in _attributes(tree, "href")} <= set(ids)


def test_a_statement_made_in_custody_has_its_badge_wherever_it_is_shown() -> None:
    """In the head, in the table, in the text and in the list, before its words."""
    tree = _full()
    for part in ("fh-notice", "fh-people", "fh-block"):
        shown = [b.text_content() for e in tree.find_class(part) for b in e.find_class("fh-badge")]
        assert any(words.lower().startswith("in custody") for words in shown), part
    listed = tree.find_class("fh-list")[0].findall("li")[4]
    words = listed.text_content()
    assert words.index("in custody") < words.index("the menders may have locked")
    assert not tree.find_class("fh-list")[0].findall("li")[5].find_class("fh-badge")


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("own", "Nobody in the shed has been paid since the spring."),
        ("caveat", "Miss Rowl seemed to speak of years before the Merrow line took over the quay."),
        ("asserted", "Other accounts tell of the same shed."),
    ],
)
def test_what_has_no_source_is_marked_in_the_text_and_listed_apart(role: str, words: str) -> None:
    """With a style of its own, and with its style in the legend."""
    tree = _full()
    block = [e.text_content() for b in tree.find_class("fh-block") for e in b.find_class(role)]
    assert "".join(block) == words
    assert [e.text_content() for e in tree.find_class(role) if e.tag == "bdi"] == [words]
    assert tree.find_class("fh-legend")[0].find_class(role)


def test_a_caveat_and_the_statements_it_limits_lead_to_each_other() -> None:
    made = page.fragment(RECORD)
    anchor = f"s{RECORD.report.original.sha256[:8]}"
    assert made.count(f'limited by <a href="#{anchor}-C1">C1</a>') == 4
    assert f'limits <a href="#{anchor}-1">1–4</a>' in made


HOSTILE = "<script>alert(1)</script>\u202e"


def test_what_the_record_took_from_the_document_is_shown_as_words() -> None:
    """Names and facts are no more trusted than the text."""
    fact = dataclasses.replace(ROWL.profile[0], value=HOSTILE)
    rowl = dataclasses.replace(ROWL, name=HOSTILE, profile=(fact,))
    said = dataclasses.replace(
        STATEMENTS[2], via=(dataclasses.replace(COURIER, name=HOSTILE),)
    )  # fmt: skip
    made = page.fragment(only(said, sources=(rowl, LINE)))
    assert "<script>" not in made
    assert "\u202e" not in made
    assert made.count("&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩") == 5


def test_a_full_page_runs_nothing_and_loads_nothing() -> None:
    tree = _full()
    assert not {"script", "link", "img", "iframe"} & {str(e.tag) for e in tree.iter()}
    assert not _attributes(tree, "style")
    assert not [name for e in tree.iter() for name in e.attrib if str(name).startswith("on")]


COLOURS = dict(re.findall(r"--(\w+): (#\w+)", page.head("Title")))
PAPERS = {"ink": "#fff", "dim": "#fff8ec", "source": "#fff2c2", "cue": "#fff2c2", "loud": "#fff"}


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("name", PAPERS)
def test_words_stand_out_from_their_ground(name: str) -> None:
    """WCAG 2.2 asks for a contrast of 4.5 to 1."""
    darker, lighter = sorted(map(_luminance, (COLOURS[name], PAPERS[name])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
