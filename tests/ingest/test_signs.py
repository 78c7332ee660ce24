"""What words alone show of a block: credits, bylines, datelines, notices."""

from __future__ import annotations

import re
import time

import pytest

from firsthand.ingest import signs

CREDITS = """\
Photo: source Getty Images
Foto: source Getty Images
Photograph: Ann Ito/The Courier
Image credit: Quayside Pictures
Photo by Ann Ito
Ann Ito/AFP
Ann Ito / Reuters
REUTERS/Ann Ito
Courtesy of the fort museum
Photo courtesy of Ann Ito
source Reuters
Source: the fort museum
© Ann Ito
(AP)
Reporting by Runa Feld; editing by Sam Orsk
Sam Orsk contributed to this report.
""".splitlines()
NO_CREDITS = """\
Image is everything, she said
Photos of the shed were shown to the court
The source said nothing
Pictures show two men at the shed
AP reported it first
Source close to Vane says men were held
Sources said the men were held
Photos by a witness show the shed.
Photo: A crane driver says the rowers are prisoners
""".splitlines()
BYLINES = """\
By Runa Feld
BY RUNA FELD
By Runa Feld and Sam Orsk
By Runa Feld, Sam Orsk and Ann Ito | Tessel Courier
Reported by Runa Feld
By our staff reporter
From our correspondent in Oskerholm
""".splitlines()
NO_BYLINES = """\
By noon the shed was empty
By Tuesday he had left.
By then Marrow had gone
""".splitlines()
DATE_LINES = """\
21 February 2018
February 21, 2018
Wed, 21 Feb 2018 09:14 GMT
Published: 21 February 2018
Last updated 2018-02-21
Published on 3rd May 2018 at 10:14 a.m.
21.02.2018
""".splitlines()
NO_DATE_LINES = """\
On 21 February 2018 the men were let go.
21 February 2018 was a cold day at the quay
February
""".splitlines()
CORRECTIONS = """\
Correction: The fort was misspelt.
Correction (3 May 2018): The fort was misspelt.
Clarification, 3 May: The shed is in the east.
Editor's note: Two names were removed.
Update: The port has answered.
This article has been corrected since it appeared.
This story was updated at noon to add the port's answer.
An earlier version of this report said that three men were held.
An earlier version of this article misstated the year.
""".splitlines()
NO_CORRECTIONS = """\
Correction officers were seen at the fort.
The update was late.
This article of clothing was found in the shed.
This report on the shed was published in May.
""".splitlines()
BOILERPLATE = """\
Read more: The shed at the quay
Sign up for our newsletter
Follow us on every channel
© 2018 Tessel Courier. All rights reserved.
Advertisement
Share this
""".splitlines()


@pytest.mark.parametrize("words", CREDITS)
def test_a_line_that_names_who_made_a_picture_is_a_credit(words: str) -> None:
    """Labels, agencies and signs of ownership are known in their usual forms."""
    assert signs.CREDIT.fullmatch(words)


@pytest.mark.parametrize("words", NO_CREDITS)
def test_a_sentence_about_pictures_is_no_credit(words: str) -> None:
    """A word that credits use does not make one of a sentence."""
    assert not signs.CREDIT.fullmatch(words)


@pytest.mark.parametrize("words", BYLINES)
def test_a_line_that_names_the_author_is_a_byline(words: str) -> None:
    """One author or several, in capitals or not, with the outlet behind."""
    assert signs.BYLINE.fullmatch(words)


@pytest.mark.parametrize("words", NO_BYLINES)
def test_a_sentence_that_opens_with_by_is_no_byline(words: str) -> None:
    """ "By" before a time or a verb names nobody."""
    assert not signs.BYLINE.fullmatch(words)


@pytest.mark.parametrize("words", DATE_LINES)
def test_a_line_that_is_a_date_is_known(words: str) -> None:
    """With a weekday, an hour or "published" before it, in the usual orders."""
    assert signs.DATE_LINE.fullmatch(words)


@pytest.mark.parametrize("words", NO_DATE_LINES)
def test_a_sentence_with_a_date_is_no_date_line(words: str) -> None:
    """Words of running text behind a date make it a sentence."""
    assert not signs.DATE_LINE.fullmatch(words)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("HARWICK (Wire) — The port", "HARWICK (Wire)"),
        ("HARWICK, Tessel, Feb 21 (Wire) - The port", "HARWICK, Tessel, Feb 21 (Wire)"),
        ("Harwick (AP) – The port", "Harwick (AP)"),
        ("VARN QUAY — The port", "VARN QUAY"),
        ("ST. ORSK, Feb. 3 -- The port", "ST. ORSK, Feb. 3"),
    ],
)
def test_a_dateline_opens_a_paragraph(words: str, place: str) -> None:
    """The place, the day and the agency stand before a dash."""
    found = signs.DATELINE.match(words)
    assert found
    assert found[0].rstrip(" —–-") == place


@pytest.mark.parametrize(
    "words",
    ["Marrow – who left in 2008 – said so", "She said - twice - no", "X — no"],
)
def test_a_dash_in_a_sentence_makes_no_dateline(words: str) -> None:
    """A name before a dash is a name."""
    assert not signs.DATELINE.match(words)


@pytest.mark.parametrize("words", CORRECTIONS)
def test_a_notice_of_correction_is_known_by_how_it_opens(words: str) -> None:
    """With a date or without, before the colon or in a sentence."""
    assert signs.CORRECTION.match(words)


@pytest.mark.parametrize("words", NO_CORRECTIONS)
def test_a_sentence_about_corrections_is_no_notice(words: str) -> None:
    """The words of a notice in other use are running text."""
    assert not signs.CORRECTION.match(words)


@pytest.mark.parametrize("words", BOILERPLATE)
def test_lines_of_the_page_are_known(words: str) -> None:
    """Calls to read on, subscribe or share belong to the page."""
    assert signs.BOILERPLATE.fullmatch(words)


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        ("The shed at dusk. Photo: Ann Ito", "Photo: Ann Ito"),
        ("The shed at dusk. source Reuters", "source Reuters"),
        ("The shed at dusk (Photo by Ann Ito)", "(Photo by Ann Ito)"),
        ("The shed at dusk. Ann Ito/AFP", "Ann Ito/AFP"),
        ("The shed at Varn Quay. Ana B. de Orsk/AFP", "Ana B. de Orsk/AFP"),
        ("The shed at dusk. REUTERS/Ann Ito", "REUTERS/Ann Ito"),
        ("The shed at dusk © Quayside Pictures", "© Quayside Pictures"),
    ],
)
def test_a_credit_behind_a_caption_is_found(words: str, credit: str) -> None:
    """What follows the caption's words says who made the picture."""
    found = signs.CREDIT_TAIL.search(words)
    assert found
    assert found[0].strip() == credit


def test_a_caption_that_speaks_of_a_source_keeps_its_words() -> None:
    """A source that is no agency belongs to the claim."""
    assert not signs.CREDIT_TAIL.search("A driver says that Vane is the source of the smell")


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("He denied it.", True),
        ("He denied it.”", True),
        ("“He denied it”", True),
        ("Why? (No.)", True),
        ("What the port says", False),
        ("Rowers are prisoners", False),
    ],
)
def test_words_that_end_as_sentences_do(words: str, ends: bool) -> None:
    """A stop, or a quotation mark that closes, ends a sentence."""
    assert bool(signs.TERMINAL.search(words)) is ends


def test_short_is_counted_in_words() -> None:
    """A line of a few words is short; one of no space and many characters is not."""
    assert signs.is_short("What the port says", 4)
    assert not signs.is_short("What the port says now", 4)
    assert not signs.is_short("x" * 1000, 4)


PATTERNS = {n: p for n, p in vars(signs).items() if isinstance(p, re.Pattern)}
HARD = ["A" * 300, "A " * 150, "By " + "A, " * 100, "Photo: " * 40, "A.B-" * 75, "(" * 300,
        "<a>" * 100, "<a> " * 75 + ".", "12 May " * 40, "“" * 300, "AB, C. " * 40, "- " * 150,
        "Correction " + "a, " * 100, "source " * 40, "a/" * 150, "." * 300]  # fmt: skip


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_long_on_hard_lines(name: str) -> None:
    """Lines that nearly match are given up in a fraction of a second."""
    for words in HARD:
        begun = time.perf_counter()
        PATTERNS[name].match(words + "\n~")
        PATTERNS[name].fullmatch(words + "\n~")
        assert time.perf_counter() - begun < 0.5, words[:20]


@pytest.mark.parametrize("pattern", [signs.CREDIT_TAIL, signs.TERMINAL, signs.DATE])
def test_no_pattern_takes_long_to_search_hard_lines(pattern: re.Pattern[str]) -> None:
    """Nor do those that are looked for anywhere in a line."""
    for words in HARD:
        begun = time.perf_counter()
        pattern.search(words + "\n~")
        assert time.perf_counter() - begun < 0.5, words[:20]
