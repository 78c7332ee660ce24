"""Conversations without labels: who answers."""

from __future__ import annotations

import firsthand
from firsthand.sources.source import How

TRANSCRIPT = firsthand.Options(kind=firsthand.ReportKind.TRANSCRIPT)
INTERVIEW = """Interview with Mira Tolland

When did you come to the port?

I came in 2009, when I was nineteen. I had a cousin there.

What did you do?

I loaded crates, and later I kept the books. I liked it.

Did you see the store?

I saw it once. I was sent to count the fish. I did not stay.
"""


def test_answers_of_an_interview_without_labels_are_of_the_one_who_is_interviewed() -> None:
    """The headline says who that is."""
    reading = firsthand.read_text(INTERVIEW, options=TRANSCRIPT)
    names = {s.id: s.name for s in reading.sources}
    led = [names[s.speaker.source] for s in reading.statements if s.speaker.source]
    assert led
    assert set(led) == {"Mira Tolland"}


def test_questions_are_nobodys_that_is_stated() -> None:
    """Who asks is told nowhere, and is not guessed."""
    reading = firsthand.read_text(INTERVIEW, options=TRANSCRIPT)
    asked = [
        s for s in reading.statements if reading.words(s.attribution.content)[-1].endswith("?")
    ]
    assert asked
    assert all(s.speaker.source is None for s in asked)


def test_a_page_that_introduces_nobody_leaves_its_answers_open() -> None:
    """Without words that say who answers, nobody does."""
    text = INTERVIEW.replace("Interview with Mira Tolland", "At the port")
    reading = firsthand.read_text(text, options=TRANSCRIPT)
    assert reading.statements
    assert all(s.speaker.how is not How.FORM for s in reading.statements)
