"""What each block is, by its words and its neighbours, where the format says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ingest.classify import classify
from firsthand.ingest.draft import Anchor, Draft, DraftBlock, Mark, Metadata, place_all
from firsthand.ingest.report import BlockKind, Place
from tests.ingest.pages import BODY, LEAD, QUOTED, SECOND

NOWHERE = Place(1)


def block(words: str, kind: BlockKind | None = None, *marks: Mark) -> DraftBlock:
    return DraftBlock(words, kind, place_all(words, NOWHERE), marks=marks)


def kinds(*lines: str | DraftBlock, metadata: Metadata = Metadata()) -> list[str]:
    """The kinds of some lines; those that open running text end in a full stop."""
    blocks = tuple(x if isinstance(x, DraftBlock) else block(x) for x in lines)
    return [str(b.kind) for b in classify(Draft(blocks, metadata))]


def test_headline_byline_and_date_stand_above_the_text() -> None:
    """In plain text the first line heads the report."""
    lines = ["Shed at the quay", "By Runa Feld", "21 February 2018", *BODY]
    assert kinds(*lines)[:4] == ["headline", "byline", "dateline", "paragraph"]


def test_byline_and_date_may_stand_above_the_headline() -> None:
    """What is a byline or date is not the headline, wherever it stands."""
    lines = ["Published: 21 February 2018", "By Runa Feld", "Shed at the quay", *BODY]
    assert kinds(*lines)[:3] == ["dateline", "byline", "headline"]


def test_codes_of_an_agency_are_boilerplate() -> None:
    """The slug above a wire report is no headline."""
    lines = ["VQ-0917 2018-02 A0412", "Shed at the quay", *BODY]
    assert kinds(*lines)[:2] == ["boilerplate", "headline"]


def test_the_documents_author_is_a_byline_without_by() -> None:
    """A line that is nothing but the author's name is known by the metadata."""
    lines = ["Shed at the quay", "Runa Feld", *BODY]
    assert kinds(*lines, metadata=Metadata(byline="Runa Feld"))[1] == "byline"


def test_bullets_above_the_text_are_key_points_and_below_it_are_paragraphs() -> None:
    """A list in the body is part of what the report says."""
    lines = ["• The men were locked in, she says", LEAD, "• The first was let go at dawn", SECOND]
    assert kinds(*lines) == ["key_point", "paragraph", "paragraph", "paragraph"]


def test_the_sign_of_a_bullet_is_no_word() -> None:
    """The block begins at the item's words."""
    (first, *_) = classify(Draft((block("  •\u00a0He said so"), block(LEAD))))
    assert (first.words, first.bullet) == ("He said so", True)


def test_a_dateline_is_cut_from_the_paragraph_that_it_opens() -> None:
    """The place and agency are a block, and the paragraph begins after the dash."""
    (_, place, lead, _) = classify(
        Draft((block("Shed at the quay"), block(f"HARWICK (Wire) — {LEAD}"), block(SECOND)))
    )
    assert (place.kind, place.words) == (BlockKind.DATELINE, "HARWICK (Wire) —")
    assert (lead.kind, lead.words) == (BlockKind.PARAGRAPH, LEAD)


def test_links_and_marks_keep_their_words_when_a_dateline_is_cut() -> None:
    """What stands in the paragraph moves with it."""
    words = f"HARWICK (Wire) — {LEAD}"
    at = words.index("crane driver")
    whole = DraftBlock(words, None, place_all(words, NOWHERE), anchors=(Anchor(at, at + 12, "/x"),))
    (_, lead) = classify(Draft((whole,)))
    (anchor,) = lead.anchors
    assert lead.words[anchor.start : anchor.end] == "crane driver"
    assert [(p.start, p.end) for p in lead.places] == [(0, len(lead.words))]


def test_a_stray_line_above_a_credit_is_a_caption() -> None:
    """Names under a picture say nothing of their own, but the credit below tells."""
    assert kinds(LEAD, "Osric Vane", "Photo: Ann Ito", SECOND)[1:3] == ["caption", "credit"]


def test_a_sentence_above_a_credit_stays_a_paragraph() -> None:
    """Running text that happens to stand above a picture is not its caption."""
    assert kinds(LEAD, "He fled.", "Photo: Ann Ito", SECOND)[1:3] == ["paragraph", "credit"]


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("Photo: The shed at dusk. source Reuters", "Photo: The shed at dusk.", "source Reuters"),
        ("Photo: The men are Vane's prisoners, a driver says. Ann Ito/AFP",
         "Photo: The men are Vane's prisoners, a driver says.", "Ann Ito/AFP"),
        ("Image: The shed at Varn Quay, where two men were held. Photo: Ann Ito",
         "Image: The shed at Varn Quay, where two men were held.", "Photo: Ann Ito"),
    ],
)  # fmt: skip
def test_a_caption_and_its_credit_in_one_line_are_two_blocks(
    words: str, caption: str, credit: str
) -> None:
    """The claim of a caption stands apart from who made the picture, each to the letter."""
    (_, *found, _) = classify(Draft((block(LEAD), block(words), block(SECOND))))
    assert [(b.kind, b.words) for b in found] == [
        (BlockKind.CAPTION, caption),
        (BlockKind.CREDIT, credit),
    ]


def test_a_caption_that_carries_a_claim_is_no_credit() -> None:
    """ "Photo:" before a sentence labels a caption, long or short."""
    words = "Photo: A crane driver says the rowers are prisoners"
    assert kinds(LEAD, words, SECOND)[1] == "caption"


def test_a_short_line_without_a_full_stop_is_a_subheading() -> None:
    """Between running text it divides; what ends as a sentence does not."""
    assert kinds(LEAD, "Rowers are prisoners", SECOND)[1] == "subheading"
    assert kinds(LEAD, "Rowers are prisoners.", SECOND)[1] == "paragraph"
    assert kinds(LEAD, "“Rowers are prisoners”", SECOND)[1] == "paragraph"


def test_a_mark_behind_the_full_stop_makes_no_subheading() -> None:
    """A sentence ends before the marks of its notes."""
    noted = block("Two were hurt.34", None, Mark(14, 15, "a"), Mark(15, 16, "b"))
    assert kinds(LEAD, noted, SECOND)[1] == "paragraph"


def test_the_first_and_last_lines_are_no_subheadings() -> None:
    """A subheading has text above and below it."""
    assert kinds(LEAD, SECOND, "The regatta ends on Sunday")[-1] == "paragraph"


def test_a_quotation_that_stands_twice_is_a_pull_quote_where_it_stands_alone() -> None:
    """Repeated words are for show; the paragraph keeps its own."""
    pulled = "“They read our names from a list and put those who answered into the shed”"
    assert kinds(LEAD, pulled, SECOND, QUOTED)[1:] == ["pull_quote", "paragraph", "paragraph"]


def test_a_paragraph_that_is_one_quotation_is_no_pull_quote() -> None:
    """Words that stand once are what the report says."""
    assert kinds(LEAD, "“They read our names from a list.”", SECOND)[1] == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: The fort was misspelt.", "correction"),
        ("An earlier version of this article misstated the year.", "correction"),
        ("Read more: The shed at the quay", "boilerplate"),
        ("© 2018 Tessel Courier. All rights reserved.", "boilerplate"),
        ("This story was updated on 3 May 2018.", "correction"),
        ("HARWICK, March 13 (Wire)", "dateline"),
    ],
)
def test_lines_of_page_and_paper_are_known_within_the_text(line: str, kind: str) -> None:
    """Notices, calls to read on and lone datelines are no paragraphs."""
    assert kinds("Shed at the quay", LEAD, line, SECOND)[2] == kind


@pytest.mark.parametrize(
    "line",
    [
        "Photos of the shed were shown to the court.",
        "By Tuesday the men had been let go.",
        "Sources said that the men were let go.",
        "On 21 February 2018 the men were let go.",
        "The correction came too late, she said.",
    ],
)
def test_short_sentences_stay_paragraphs(line: str) -> None:
    """A sentence that opens like a credit, a byline or a notice is running text."""
    assert kinds("Shed at the quay", LEAD, line, SECOND)[2] == "paragraph"


def test_what_the_markup_says_stays() -> None:
    """Words never overrule a kind that the format gave."""
    given_kind = block("Photo: Ann Ito", BlockKind.SUBHEADING)
    assert kinds("Shed at the quay", LEAD, given_kind, SECOND)[2] == "subheading"


def test_a_byline_of_a_hundred_words_is_read_by_its_words() -> None:
    """Markup that calls an author's life a byline is not believed."""
    assert kinds(LEAD, block(" ".join(BODY), BlockKind.BYLINE), SECOND)[1] == "paragraph"


LINES = st.sampled_from(
    ["Photo: x. source Reuters", "• He said", "HARWICK (Wire) — It sank.", "Ann Ito/AFP", "By Ann",
     "“No.”", "Why", LEAD, "© Ito", "12 May 2018", "Correction: x", "Photo: © source AP"]
)  # fmt: skip
KINDS = st.sampled_from([None, None, *BlockKind])


@settings(max_examples=100)
@given(st.lists(st.tuples(LINES | st.text(min_size=1, max_size=30), KINDS), max_size=8))
def test_for_all_blocks_each_has_a_kind_and_no_word_is_changed(
    items: list[tuple[str, BlockKind | None]],
) -> None:
    """Cutting drops at most a bullet, a dash and white space; the places go along."""
    blocks = tuple(block(words, kind) for words, kind in items)
    found = classify(Draft(blocks))
    assert all(b.kind is not None for b in found)
    assert all(0 <= p.start < p.end <= len(b.words) for b in found for p in b.places)
    rest = "".join(words for words, _ in items)
    for part in found:
        before, hit, rest = rest.partition(part.words)
        assert hit
        assert not any(c.isalnum() for c in before)


def test_a_byline_and_its_date_in_one_block_are_two() -> None:
    """Pages often part them by a line break alone."""
    assert kinds(LEAD, "By Lea Marrow\n1 June 2022", SECOND)[1:3] == ["byline", "dateline"]


def test_a_caption_that_ends_in_its_credit_is_cut_in_two() -> None:
    """The label in the middle of the line tells where."""
    line = "Survivors reach the quay. Photo: Jan Ode/AFP"
    assert kinds(LEAD, line, SECOND)[1:3] == ["caption", "credit"]
