"""The drawn graph: sources, channels, reports, and the lists under it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from firsthand.evidence.values import CircumstanceKind, Standing
from firsthand.export.drawn.graph import Graph, graph_of
from firsthand.export.drawn.lines import EDGE, WIDTH, lanes
from firsthand.export.drawn.names import Names
from firsthand.export.drawn.order import Order, crossings, order_of
from firsthand.export.drawn.places import Place, places_of
from firsthand.export.drawn.reports import ReportRow
from firsthand.export.drawn.stacking import stacked
from firsthand.export.drawn.width import cut, width, wrapped
from firsthand.export.trace_page import page
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.trace import Trace, trace_of
from firsthand.sources.source import SourceKind
from tests.export.stories import Said, case, report, sentence
from tests.provenance.sample import sample

ATTACK = '</title></text></svg><script>alert(1)</script>" onload="x \u202eturned'
GOLD = "The gold was carried off at night by forty men in grey coats, and nobody asked."


@cache
def _sample() -> Trace:
    return trace_of(sample())


@cache
def _large() -> Trace:
    return trace_of(case(200))


def _tree(made: str) -> HtmlElement:
    tree = html.document_fromstring(made)
    assert isinstance(tree, HtmlElement)
    return tree


def _drawn(trace: Trace) -> Graph:
    return graph_of(trace, Names.of(trace))


def _rows(trace: Trace) -> list[ReportRow]:
    return [row for tree in _drawn(trace).trees for row in tree]


def _words(tree: HtmlElement) -> str:
    return " ".join(tree.text_content().split())


def _prose(seed: int) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(sentence(chance) for _ in range(4)) for _ in range(2)]


def _copies(count: int) -> list[FiledReport]:
    """One report, and so many that print its words on later days."""
    said = [Said("Ada Quill", GOLD)]
    days = range(0, 6 * count + 1, 6)
    return [report(day, f"Paper {day}", said, _prose(1), "Gold") for day in days]


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    """No address, script or style sheet from elsewhere, and a policy that forbids them."""
    tree = _tree(page(_sample()))
    assert not {"script", "link", "img", "iframe", "image", "use"} & {
        str(e.tag) for e in tree.iter()
    }
    hrefs = {e.get("href") for e in tree.iter() if e.get("href")}
    ids = {e.get("id") for e in tree.iter() if e.get("id")}
    assert {str(h).removeprefix("#") for h in hrefs} <= {str(i) for i in ids}
    policies = [e.get("content") for e in tree.iter("meta")]
    assert "default-src 'none'; style-src 'unsafe-inline'" in policies


def test_there_is_one_picture_with_every_report_source_and_channel_of_the_sample() -> None:
    """Each report has its number in a row; the named people and what is absent are there."""
    tree = _tree(page(_sample()))
    (picture,) = (e for e in tree.iter("svg") if e.get("role"))
    words = _words(picture)
    for name in ("Dorrin Aske", "Ilse Varnholt", "Quellmouth Lantern", "Ostrel Standard"):
        assert name in words
    assert {r.reports[0] for r in _rows(_sample())} == set(_sample().reports)
    assert len(tree.xpath("//*[@class='report-node']")) == len(sample())


def test_what_is_absent_is_dashed_and_says_how_many_lean_on_it() -> None:
    """An outlet that two reports cite and the case has not."""
    said = [Said("Ada Quill", GOLD, via="Radio Marvane")]
    others = [Said("Bo Tarn", "It was raining.", via="Radio Marvane")]
    trace = trace_of([report(0, "Herald", said), report(9, "Ledger", others)])
    tree = _tree(page(trace))
    (node,) = tree.xpath("//*[contains(@class, 'channel-node')][*[contains(@class, 'absent')]]")
    assert "Radio Marvane" in _words(node)
    assert "not in the case file; 2 reports cite it" in _words(node)


def test_a_copy_stands_under_the_report_that_it_copies() -> None:
    """The next row, set in, and says so in words."""
    first, second = _rows(trace_of(_copies(1)))
    assert (first.depth, second.depth) == (0, 1)
    assert "1" in second.told


def test_many_copies_are_one_bundle_that_counts_them() -> None:
    """Twelve copies take one row; the list under the picture still has each of them."""
    trace = trace_of(_copies(12))
    rows = _rows(trace)
    assert [len(row.reports) for row in rows] == [1, 12]
    assert rows[1].label.startswith("12 ")
    tree = _tree(page(trace))
    assert len(tree.xpath("//ol[contains(@class, 'numbered')]/li")) == 13


def test_a_copy_set_by_a_person_is_shown_whatever_the_words() -> None:
    """`copy_of` and `version_of` win over shared wording."""
    one, other = (report(n, "Herald", [Said("Ada Quill", f"Words of {n}.")]) for n in (0, 9))
    row = _rows(trace_of([one, replace(other, version_of=one.id)]))[1]
    assert (row.depth, row.told) == (1, "a version of 1")


def test_copies_that_name_each_other_do_not_hang_the_picture() -> None:
    """Two reports that people called copies of each other: one of them is the root."""
    one, other = (report(n, "Herald", [Said("Ada Quill", f"Words of {n}.")]) for n in (0, 9))
    rows = _rows(trace_of([replace(one, copy_of=other.id), replace(other, copy_of=one.id)]))
    assert [row.depth for row in rows] == [0, 1]


def test_a_circle_is_marked_in_words_and_by_a_line_of_its_own() -> None:
    """Two outlets of the sample cite each other."""
    tree = _tree(page(_sample()))
    assert _sample().citations.circles
    assert tree.xpath("//*[contains(@class, 'circle arrow')]")
    assert "in a circle with" in _words(tree)


def test_one_outlet_and_one_press_conference_of_several_sources_are_marked() -> None:
    """Two sources stay two, and what they share is said at the channel."""
    together = (CircumstanceKind.PRESS_CONFERENCE,)
    said = [Said("Ada Quill", GOLD, circumstances=together)]
    said += [Said("Bo Tarn", "We were told to wait.", circumstances=together)]
    words = _words(_tree(page(trace_of([report(0, "Herald", said)]))))
    assert "one outlet: 2 sources" in words
    assert "one press conference: 2 sources" in words


def test_custody_is_loud_in_the_picture_and_in_the_lists() -> None:
    """Whoever reads the words sees in what circumstances they were spoken."""
    said = [Said("Ada Quill", GOLD, circumstances=(CircumstanceKind.CUSTODY,))]
    tree = _tree(page(trace_of([report(0, "Herald", said), report(9, "Ledger", said)])))
    assert "! in custody" in [_words(e) for e in tree.xpath("//*[@class='loud']")]
    badges = [_words(e) for e in tree.find_class("fh-badge")]
    assert "in custody: reports 1–2" in badges


def test_an_interval_stands_with_its_words_and_no_word_that_only_a_person_sets() -> None:
    """The brief's wording; never independent, corroborated, true or false of a statement."""
    words = _words(_tree(page(_sample())))
    assert "originating sources found in this case file: 1..1" in words
    assert not re.search(r"\b(independent\w*|corroborated|confirmed by|credib\w+)\b", words)


def test_what_several_reports_carry_is_listed_with_whether_one_source_may_be_all() -> None:
    """One voice in two outlets stands under false corroboration, none under the other heading."""
    said = [Said("Ada Quill", GOLD)]
    tree = _tree(page(trace_of([report(0, "Herald", said), report(9, "Ledger", said)])))
    assert "one originating source may be all there is (1)" in _words(tree)
    assert "with at least two originating sources (0)" in _words(tree)


def test_an_unnamed_source_keeps_its_description_and_is_led_to_no_name() -> None:
    """A docker who may be the named one stands for himself."""
    docker = Said("a docker", "We stood there until four.", SourceKind.UNNAMED_PERSON)
    trace = trace_of(
        [report(0, "Herald", [Said("Ada Quill", GOLD)]), report(9, "Ledger", [docker])]
    )
    names = {node.name for node in _drawn(trace).sources}
    assert names == {"Ada Quill", "a docker"}


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    """Title, outlet, file, source and content cannot break out or turn the line round."""
    said = [Said(ATTACK, f"{ATTACK} {GOLD}", via=ATTACK)]
    two = [report(n, ATTACK, said, title=ATTACK, file=ATTACK) for n in (0, 9)]
    made = page(trace_of(two))
    tree = _tree(made)
    assert "<script" not in made
    assert "\u202e" not in made
    assert not [e for e in tree.iter() if e.get("onload")]
    assert len([e for e in tree.iter("svg") if e.get("role")]) == 1


def test_a_case_without_reports_still_gives_a_page() -> None:
    """Nothing to draw is no failure."""
    assert "0 reports" in page(trace_of([]))


def test_a_report_that_says_nothing_has_its_row() -> None:
    """No statement, title, outlet or date."""
    silent = report(0, None, [], ["Nothing is said here."], published=None)
    words = _words(_tree(page(trace_of([replace(silent, title=None)]))))
    assert "no date stated · 000.html" in words
    assert "no title stated" in words


def test_the_order_of_the_reports_changes_nothing() -> None:
    """The same page to the byte."""
    reports = list(case(30))
    made = page(trace_of(reports))
    random.Random(3).shuffle(reports)
    assert page(trace_of(reports)) == made


def test_two_hundred_reports_stay_legible() -> None:
    """No two cards overlap, none leaves the picture, all lines end inside it."""
    graph = _drawn(_large())
    places = places_of(graph, order_of(graph))
    for column in (places.sources, places.channels, places.rows):
        _stand_apart(column)
        assert all(p.y >= 0 and p.y + p.card.height <= places.height for p in column)
    assert max(p.x + p.width for p in places.rows) <= EDGE
    numbers = re.findall(r"[\d.]+", " ".join(line.path for line in lanes(graph, places).lines))
    assert max(map(float, numbers)) <= max(WIDTH, places.height)
    assert len(places.rows) < 200


def _stand_apart(column: Sequence[Place]) -> None:
    for above, below in pairwise(column):
        assert above.y + above.card.height <= below.y + 0.01


def test_words_end_where_their_card_does() -> None:
    """No line is wider than the card it stands on."""
    for trace in (_sample(), _large()):
        places = places_of(graph := _drawn(trace), order_of(graph))
        for p in (*places.sources, *places.channels, *places.rows):
            for line in p.card.lines:
                assert width(f"{line.bold}  {line.words}", 11.5) <= p.width


def test_the_sweeps_lessen_the_crossings() -> None:
    """The order kept has no more crossings than the one that the trace has, and far fewer here."""
    graph = _drawn(_large())
    columns = (graph.sources, graph.channels, graph.trees)
    plain = Order(*(tuple(range(len(column))) for column in columns))
    assert crossings(graph, order_of(graph)) < 0.6 * crossings(graph, plain)


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(10, 90)), max_size=20), st.floats(0, 20)
)  # fmt: skip
def test_stacked_cards_keep_their_order_and_never_overlap(
    cards: list[tuple[float, float]], gap: float
) -> None:
    """Whatever they wish; alone, each stands where it wishes."""
    wishes, heights = [w for w, _ in cards], [h for _, h in cards]
    tops = stacked(wishes, heights, gap)
    for i in range(len(tops) - 1):
        assert tops[i] + heights[i] + gap <= tops[i + 1] + 1e-6
    if len(cards) == 1:
        assert tops == wishes


@given(st.text(max_size=80), st.floats(20, 300))
def test_cut_words_fit_their_room(words: str, room: float) -> None:
    """They are the words, or begin as they do and end in an ellipsis."""
    short = cut(words, room, 12)
    assert width(short, 12) <= room + 1e-6
    assert short == words or (short[-1] == "…" and words.startswith(short[:-1]))


@given(st.text(max_size=120), st.integers(1, 3))
def test_wrapped_words_take_no_more_lines_than_they_may(words: str, most: int) -> None:
    """And each line fits."""
    lines = wrapped(words, 120, 12, most)
    assert len(lines) <= most
    assert all(width(line, 12) <= 120 + 1e-6 for line in lines)


def test_the_page_says_how_many_statements_nobody_reviewed() -> None:
    """Of statements alone: caveats and claims that accounts agree are nobody's."""
    told = sum(s.standing is Standing.STATEMENT for r in sample() for s in r.statements)
    made = page(trace_of(sample()))
    assert f"{told} of {told} statements unreviewed." in made
    assert f"3 of {told} statements unreviewed." in page(trace_of(sample()), 3)
