"""Reading pages: which words are the report, what each block is, and the way back to the DOM."""

from __future__ import annotations

import datetime as dt
import time
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import EmptyReport, MalformedReport
from firsthand.ingest.load import Received, load
from firsthand.ingest.report import BlockKind, Report, ReportKind
from tests.ingest.checks import check, check_paths, of_kind, outline, read
from tests.ingest.pages import (
    AMP,
    BODY,
    CAVEAT,
    DENIED,
    DIVS,
    FOOTNOTED,
    LEAD,
    LIVE_BLOG,
    QUOTED,
    SECOND,
    SIDEBAR,
    TABLE_LAYOUT,
    WIKI,
    WORD_EXPORT,
    WORDPRESS,
    paragraphs,
)

PAGES = {
    "wordpress": WORDPRESS,
    "table layout": TABLE_LAYOUT,
    "sidebar": SIDEBAR,
    "footnoted": FOOTNOTED,
    "word export": WORD_EXPORT,
    "wiki": WIKI,
    "live blog": LIVE_BLOG,
    "amp": AMP,
    "divs": DIVS,
}


def body_of(report: Report) -> list[str]:
    return of_kind(report, BlockKind.PARAGRAPH)


def page(body: str) -> Report:
    return read(f"<html lang='en'><body><h1>Shed at the quay</h1>{body}</body></html>")


# ---- pages of publishing systems


@pytest.mark.parametrize("name", PAGES)
def test_every_place_of_a_page_leads_to_the_element_with_the_words(name: str) -> None:
    """The XPath of each block finds one element that holds the block's words."""
    check_paths(read(PAGES[name]))


@pytest.mark.parametrize("name", ["table layout", "sidebar", "live blog", "amp", "divs"])
def test_all_paragraphs_of_the_report_and_no_others_are_its_paragraphs(name: str) -> None:
    """Whatever the layout, the five paragraphs are found, in order, and nothing else is one."""
    assert body_of(read(PAGES[name])) == list(BODY)


def test_a_wordpress_post_falls_into_its_parts() -> None:
    """Headline, date, byline, caption, credit, subheading, quote and correction are told apart."""
    assert outline(read(WORDPRESS)) == [
        ("headline", "Dockers held in"),
        ("dateline", "21 February 2018"),
        ("byline", "by Runa Feld"),
        ("paragraph", "Dockers at Varn"),
        ("caption", "The shed at"),
        ("credit", "Photo: Ann Ito"),
        ("paragraph", "Ilse Marrow, who"),
        ("paragraph", "“They read our"),
        ("subheading", "What the port"),
        ("paragraph", "The port authority"),
        ("pull_quote", "“They read our"),
        ("paragraph", "Marrow appeared to"),
        ("correction", "Correction: An earlier"),
    ]


def test_menu_comments_teasers_and_footer_of_a_post_are_boilerplate() -> None:
    """What the page shows around a report is kept, and is not the report."""
    around = " ".join(of_kind(read(WORDPRESS), BlockKind.BOILERPLATE))
    assert all(w in around for w in ("News", "Share this", "my uncle", "Eel prices", "© 2018"))


def test_scripts_styles_and_alternative_texts_are_no_words() -> None:
    """What a browser doesn't show is not in the text."""
    text = read(WORDPRESS).text
    assert not any(word in text for word in ("tracker", "color", "not shown"))


def test_a_link_is_its_words_without_the_space_around_them() -> None:
    """The space that an editor left within a link neither widens nor loses it."""
    report = read(WORDPRESS)
    links = {report.words(link.words): link.url for link in report.links}
    assert links["authority’s notice"] == "https://port.example/shed"


def test_a_post_says_its_title_author_outlet_date_and_language() -> None:
    """Metadata come from the head of the page."""
    report = read(WORDPRESS)
    assert report.title == "Dockers held in shed before regatta"
    assert (report.byline, report.outlet) == ("Runa Feld", "Tessel Courier")
    assert (report.published, report.language) == (dt.date(2018, 2, 21), "en-GB")


def test_json_ld_gives_the_metadata_of_an_amp_page() -> None:
    """Metadata also come from the data that pages embed for search engines."""
    report = read(AMP)
    assert (report.byline, report.outlet) == ("Runa Feld", "Tessel Courier")
    assert report.published == dt.date(2018, 2, 21)


def test_what_a_page_does_not_say_is_none() -> None:
    """A date in the running text or the year of a copyright is no date of publication."""
    body = paragraphs(f"{LEAD} On 12 March 2017 it closed.", SECOND, "© 2016")
    report = read(f"<html><body>{body}</body></html>")
    assert (report.published, report.outlet, report.byline) == (None, None, None)
    assert report.language is None


def test_the_headline_of_a_table_layout_is_its_first_bold_line() -> None:
    """The menu in the cell beside is the page's; the line above the text heads the report."""
    report = read(TABLE_LAYOUT)
    assert of_kind(report, BlockKind.HEADLINE) == ["Two nights in the shed"]
    assert of_kind(report, BlockKind.BOILERPLATE) == ["Home\nArchive"]


def test_each_update_of_a_live_blog_keeps_its_heading_and_hour() -> None:
    """Every entry's subheading and time stand as blocks of their own."""
    report = read(LIVE_BLOG)
    assert len(of_kind(report, BlockKind.SUBHEADING)) == 5
    assert of_kind(report, BlockKind.DATELINE) == ["10.05", "11.05", "12.05", "13.05", "14.05"]


# ---- notes


def test_a_footnote_stands_with_its_mark() -> None:
    """Each mark leads to the words of its note; the arrow back is no word."""
    report = read(FOOTNOTED)
    assert [(report.words(n.mark), report.words(n.body)) for n in report.notes] == [
        ("1", "Interview with a crane driver, 3 May 2018."),
        ("2", "Interview VQ-12, on file."),
        ("3", "Ibid."),
        ("4", "See the ledger of the fort, page 9."),
    ]
    assert report.kind is ReportKind.FOOTNOTED_REPORT
    assert len(of_kind(report, BlockKind.FOOTNOTE)) == 4


def test_a_short_paragraph_that_ends_in_a_mark_is_no_subheading() -> None:
    """The full stop before a mark ends the sentence."""
    assert "3. Two were hurt.4" in body_of(read(FOOTNOTED))


def test_a_link_within_a_note_is_kept() -> None:
    """The document that a note cites can be followed."""
    report = read(FOOTNOTED)
    links = {report.words(link.words): link.url for link in report.links}
    assert links == {"the ledger of the fort": "https://fort.example/ledger.pdf"}


def test_a_row_of_a_table_is_a_block_with_its_cells_apart() -> None:
    """A table's figures stay with their row."""
    assert of_kind(read(FOOTNOTED), BlockKind.TABLE) == ["Month | Held", "May | 12"]


def test_reference_marks_of_a_wiki_lead_to_its_references() -> None:
    """Marks in brackets, also where the address is percent-encoded, find their reference."""
    report = read(WIKI)
    assert [(report.words(n.mark), report.words(n.body)) for n in report.notes] == [
        ("[1]", "Marrow, The Shed, page 12."),
        ("[2]", "Orskä, “Two nights”, Tessel Courier."),
    ]


def test_footnotes_of_a_page_saved_by_word_are_found_by_name() -> None:
    """Old anchors have a name rather than an id."""
    report = read(WORD_EXPORT)
    ((mark, body),) = [(report.words(n.mark), report.words(n.body)) for n in report.notes]
    assert (mark, body) == ("[1]", "[1] Interview with a crane driver, 3 May 2018.")


def test_an_asterisk_is_a_mark_and_an_arrow_back_is_not() -> None:
    """Notes are also marked by signs; only arrows lead back unseen."""
    note = "<p id='n'>Names were changed. <a href='#m'>↑</a></p>"
    report = page(f"<p>{LEAD}<a id='m' href='#n'>*</a></p>{paragraphs(*BODY)}{note}")
    found = [(report.words(n.mark), report.words(n.body)) for n in report.notes]
    assert found == [("*", "Names were changed.")]


# ---- the main part


def test_a_short_paragraph_beside_one_long_one_stays_in_the_report() -> None:
    """The report is not the one element that holds most of its words."""
    report = page(paragraphs(" ".join(BODY * 2), "Marrow now lives at Tessel."))
    assert body_of(report)[-1] == "Marrow now lives at Tessel."


@pytest.mark.parametrize("tag", ["ul", "ol", "blockquote"])
def test_what_stands_around_a_long_list_or_quotation_stays_in_the_report(tag: str) -> None:
    """A report that is mostly a list keeps the sentences that open and close it."""
    item = "p" if tag == "blockquote" else "li"
    items = "".join(f"<{item}>{text}</{item}>" for text in BODY)
    opens, closes = "The commission found the following.", "It will publish the list in June."
    report = page(f"<p>{opens}</p><{tag}>{items}</{tag}><p>{closes}</p>")
    assert len(body_of(report)) == 7
    assert (body_of(report)[0], body_of(report)[-1]) == (opens, closes)


@pytest.mark.parametrize("name", ["related-stories", "newsletter", "share-tools", "sidebar"])
def test_a_frame_within_the_report_is_not_of_it(name: str) -> None:
    """What the page sets between two paragraphs, by the name of its class, is the page's."""
    ad = f'<div class="{name}"><p>Buy a lamp today, says the keeper.</p></div>'
    report = page(f"<article><p>{LEAD}</p>{ad}{paragraphs(*BODY[1:])}</article>")
    assert body_of(report) == list(BODY)


def test_a_page_without_paragraphs_long_enough_is_read_whole() -> None:
    """A draft of two short lines is a report all the same."""
    report = read("<html><body><p>Two men said so.</p><p>A third denied it.</p></body></html>")
    assert "A third denied it." in report.text


# ---- roles


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ('<div class="key-points"><p>The men were locked in, she says</p></div>', "key_point"),
        ('<p class="article__standfirst">The men were locked in, she says</p>', "key_point"),
        ('<p class="c-dek">The men were locked in, she says</p>', "key_point"),
        ('<div class="article-byline">By Runa Feld</div>', "byline"),
        ('<a rel="author" href="/runa">Runa Feld</a>', "byline"),
        ('<div itemprop="datePublished">Wednesday noon</div>', "dateline"),
        ('<aside class="pull-quote">“They read our names”</aside>', "pull_quote"),
        ('<div class="pullQuote">“They read our names”</div>', "pull_quote"),
        ('<p class="wp-caption-text">The shed at dusk</p>', "caption"),
        ("<figure><figcaption>The shed at dusk</figcaption></figure>", "caption"),
        ('<span class="photo-credit">Ann Ito</span>', "credit"),
        ('<div class="editors-note">The fort is spelt anew</div>', "correction"),
        ("<h3>A night at the weir</h3>", "subheading"),
    ],
)
def test_names_that_publishing_systems_use_say_what_a_block_is(markup: str, kind: str) -> None:
    """A class, an itemprop, a rel or the tag itself gives the kind."""
    words = " ".join(markup.replace(">", "> ").replace("<", " <").split())
    report = page(f"<article>{paragraphs(LEAD, SECOND)}{markup}{paragraphs(*BODY[2:])}</article>")
    (found,) = [b for b in report.blocks if report.words(b.span) not in (*BODY, "Shed at the quay")]
    assert (found.kind.value, report.words(found.span) in words) == (kind, True)


def test_only_the_first_h1_is_the_headline() -> None:
    """A second heading of the first level is a subheading."""
    report = page(f"{paragraphs(LEAD, SECOND)}<h1>And the fort</h1>{paragraphs(*BODY[2:])}")
    assert of_kind(report, BlockKind.HEADLINE) == ["Shed at the quay"]
    assert of_kind(report, BlockKind.SUBHEADING) == ["And the fort"]


def test_the_life_of_an_author_is_no_byline() -> None:
    """What is too long for a byline is read as what it is."""
    life = f'<div class="author-bio"><p>{" ".join(BODY[:2])}</p></div>'
    report = page(f"<article>{paragraphs(*BODY[2:])}{life}</article>")
    assert of_kind(report, BlockKind.BYLINE) == []


# ---- the walk


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("She   said\n\t so.", ["She said so."]),
        ("She <b>said</b> so<i>.</i>", ["She said so."]),
        ("She<br>said", ["She\nsaid"]),
        ("She said.<br><br>He said.", ["She said.", "He said."]),
        ("She said.<br>&nbsp;<br>He said.", ["She said.", "He said."]),
        ("She said.<br> <br> <br>He said.", ["She said.", "He said."]),
        ("She <!-- never -->said", ["She said"]),
        ("She<span hidden> never</span> said", ["She said"]),
        ("She<span style='display: none'> never <b>so</b></span> said", ["She said"]),
        ("She <script>if (a < b) never()</script>said", ["She said"]),
        ("She said<div>He said</div>both did", ["She said", "He said", "both did"]),
        ("&ldquo;No&rdquo;&nbsp;&mdash; Vane", ["“No”\u00a0— Vane"]),
        ("* * *<p>She said</p>", ["She said"]),
        ("She <unknown-tag>said</unknown-tag> so", ["She said so"]),
    ],
)
def test_words_are_those_that_a_browser_shows(markup: str, words: list[str]) -> None:
    """White space collapses, breaks are kept, what is hidden is left out."""
    report = read(f"<html><body><div>{markup}</div></body></html>", any_language=True)
    assert [report.words(b.span) for b in report.blocks] == words


def test_a_tag_that_no_xpath_can_name_still_has_a_place() -> None:
    """The paths into the tags of Word and of inventive systems can be followed."""
    odd = f'<o:p><p>{LEAD}</p></o:p><x"y><p>{SECOND}</p></x"y><o:p><p>{DENIED}</p></o:p>'
    check_paths(read(f"<html><body>{odd}</body></html>"))


def test_a_page_that_lost_its_head_or_end_is_read() -> None:
    """Tags that are never opened or closed change no words."""
    report = read(f"</div><h1>Shed at the quay<p>{LEAD}<p>{SECOND}<div><p>{DENIED}")
    assert {LEAD, SECOND, DENIED} <= {report.words(b.span) for b in report.blocks}


def test_a_page_without_words_is_empty() -> None:
    """A page of pictures and scripts holds nothing to read."""
    with pytest.raises(EmptyReport, match=r"gallery\.html"):
        read("<html><body><img src='a.jpg'><script>var a</script></body></html>", "gallery.html")


def test_a_page_of_comments_alone_is_empty() -> None:
    """Markup that holds no element gives the same plain answer."""
    with pytest.raises(EmptyReport):
        read("<!-- nothing here -->", "draft.html")


def test_ten_thousand_nested_tags_give_one_line_and_no_loss() -> None:
    """What the parser would drop without a word is refused by name."""
    deep = f"<html><body>{'<div>' * 10_000}{LEAD}{'</div>' * 10_000}</body></html>"
    with pytest.raises(MalformedReport, match=r"deep\.html: .*nested"):
        read(deep, "deep.html")


def test_a_thousand_nested_tags_are_read() -> None:
    """Nothing recurses over the page's depth."""
    nested = f"<html><body>{'<div>' * 1000}{LEAD}{'</div>' * 1000}</body></html>"
    assert LEAD in read(nested).text


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "word " * 100_000 + "</p>",
        "<table><tr>" + "<td>x</td>" * 4_000 + "</tr></table>",
        "<p>" + "<a href='#n1'>1</a> " * 4_000 + "</p><p id='n1'>Note</p>",
        "<p>" + "said<br>" * 10_000 + "</p>",
        "<p>She said.</p>" * 2_000,
        "<ul>" + "<li><a href='/x'>She said so</a></li>" * 1_500 + "</ul>",
    ],
    ids=["paragraph", "row", "marks", "breaks", "paragraphs", "list"],
)
def test_a_page_of_one_sort_of_thing_takes_time_in_proportion(markup: str) -> None:
    """No page of a megabyte holds the reader up."""
    begun = time.perf_counter()
    check(load(Received(f"<html>{markup}</html>".encode(), "x.html"), any_language=True))
    assert time.perf_counter() - begun < 5


# ---- for all inputs

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
TAGS = st.sampled_from(
    "p div span b li td blockquote h1 h2 figcaption em a:b section time aside sup".split()
)


@st.composite
def markups(draw: st.DrawFn) -> str:
    """Some words within tags, beside tags, in any order and depth."""
    parts = draw(st.lists(st.tuples(TAGS, TEXTS, TEXTS), max_size=5))
    made = ""
    for tag, within, after in parts:
        link = f'<a href="#n">{escape(after)}</a><a href="/x">{escape(within)} </a><br>'
        made = f"{made}<{tag} id='n'>{escape(within)}{link}{made}</{tag}>{escape(after)}<br>"
    return made


@settings(max_examples=40, deadline=None)
@given(markups())
def test_for_all_pages_spans_quote_the_text_and_paths_lead_back(markup: str) -> None:
    """Blocks are in order and apart, notes and links within, and every XPath finds the words."""
    content = f"<html><body><p>Varn {markup}</body></html>".encode()
    report = load(Received(content, "any.html"), any_language=True)
    check(report)
    check_paths(report)


@settings(max_examples=40, deadline=None)
@given(st.text("<>/!-abpi=\"' &;#\n\0é", max_size=200))
def test_for_all_broken_markup_there_is_a_report_or_a_plain_answer(markup: str) -> None:
    """No nonsense of angle brackets breaks the offsets or gives a traceback."""
    content = f"<html><body>Varn {markup}".replace("\0", "").encode()
    check(load(Received(content, "any.html"), any_language=True))


@pytest.mark.parametrize("control", ["\x01", "\x1f", "&#31;", "\x7f", "\ufffe", "\x0c"])
def test_a_control_character_in_a_page_does_no_harm(control: str) -> None:
    """Old systems leave them in headings and paragraphs; the metadata are found all the same."""
    heading = f"<h1>Shed {control}at the quay</h1>"
    head = "<title>Shed</title><meta property='og:site_name' content='Tessel Courier'>"
    report = read(f"<html><head>{head}</head><body>{heading}<p>{control}{LEAD}<br>{control}x</p>"
                  f"<!-- {control} -->{control}{paragraphs(*BODY)}</body></html>")  # fmt: skip
    assert report.outlet == "Tessel Courier"
    assert LEAD in report.text


def test_caveat_and_quotation_are_quoted_to_the_letter() -> None:
    """Curly quotation marks and dashes come through as they stand."""
    text = read(WORDPRESS).text
    assert all(words in text for words in (LEAD, SECOND, QUOTED, DENIED, CAVEAT))
