"""The trained reader: its windows, its decoding, and what it gives."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import firsthand
from firsthand.reading.model.decode import best_path
from firsthand.reading.model.network import load
from firsthand.reading.model.places import tidy, whole_quotations
from firsthand.reading.model.windows import inputs_of, windows_of, words_of

STORY = (
    "Boats burn in Tessel harbour\n\n"
    "Two fishing boats were set alight on Monday, the harbour master said.\n\n"
    "“I saw two men with cans,” Ada Lem, 61, a net mender, told the Tessel Courier. “They ran. "
    "Nobody stopped them.”\n\n"
    "The police denied that anyone had been seen, according to a spokesman.\n"
)


def words(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    reading = firsthand.read_text(text)
    return [(reading.words(a.source), reading.words(a.content)) for a in reading]


def test_a_small_story_gives_its_statements_with_their_speakers() -> None:
    """Direct words around their cue, reported words, and words before "according to"."""
    said = {source[0]: content for source, content in words(STORY) if source}
    assert said["the harbour master"] == ("Two fishing boats were set alight on Monday",)
    assert said["Ada Lem, 61, a net mender"] == (
        "“I saw two men with cans,”",
        "“They ran. Nobody stopped them.”",
    )
    assert "anyone had been seen" in said["a spokesman"][0]


def test_every_proposal_says_who_made_it_and_how_sure_it_is() -> None:
    """The network by its name, a rule by its pattern; a score is a probability."""
    for attribution in firsthand.read_text(STORY):
        assert attribution.pattern == load().name
        assert 0.0 <= attribution.score <= 1.0


def test_the_same_text_gives_the_same_reading() -> None:
    """Nothing is drawn by chance."""
    assert firsthand.read_text(STORY).attributions == firsthand.read_text(STORY).attributions


def test_rules_alone_can_be_asked_for() -> None:
    """What the network is compared with stays at hand."""
    options = firsthand.Options(reader=firsthand.ReaderName.RULES)
    assert all(a.pattern != load().name for a in firsthand.read_text(STORY, options=options))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_spans_that_quote_it_within_one_block_a_span(text: str) -> None:
    """No characters, however odd, move an offset."""
    if not any(c.isalnum() for c in text):
        return
    reading = firsthand.read_text(text, options=firsthand.Options(any_language=True))
    for a in reading:
        for span in (*a.source, *a.cue, *a.content):
            assert span.of(text) == span.of(text).strip()
            assert any(block.span.contains(span) for block in reading.report.blocks)
        for role in (a.source, a.cue, a.content):
            assert all(one.end <= other.start for one, other in pairwise(role))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text("ab .“”", min_size=1, max_size=60), min_size=1, max_size=8),
    st.integers(12, 40),
)
def test_windows_hold_every_word_once_and_keep_their_limit(blocks: list[str], limit: int) -> None:
    """Each word is the own of one window, and no window is longer than the network reads."""
    text = "\n".join(blocks)
    places, at = [], 0
    for block in blocks:
        places.append((at, at + len(block)))
        at += len(block) + 1
    made = words_of(text, places, [], load().tokenizer)
    windows = list(windows_of(made, limit))
    assert [i for w in windows for i in range(w.own_low, w.own_high)] == list(range(len(made)))
    assert all(len(inputs_of(made, w)[0]) <= limit for w in windows)


@pytest.mark.parametrize(("switch", "labels"), [(0.0, [2, 0, 2]), (9.0, [2, 2, 2])])
def test_a_doubtful_word_within_a_content_stays_in_it(switch: float, labels: list[int]) -> None:
    """To leave a content and come back costs more than one doubtful word is worth."""
    shares = np.array([[0.1, 0.1, 0.8], [0.5, 0.1, 0.4], [0.1, 0.1, 0.8]], dtype=np.float32)
    assert best_path(np.log(shares), switch).tolist() == labels


def test_a_quotation_of_which_most_is_found_stays_whole() -> None:
    """The network may leave out its edges; a quotation that holds the cue is left alone."""
    text = "“We left. It was dark,” she said."
    whole = whole_quotations(text, [(1, 18)], [(28, 32)], [[(0, 23)]])
    assert [text[a:b] for a, b in tidy(text, whole)] == ["“We left. It was dark,”"]
    assert whole_quotations(text, [(1, 18)], [(5, 8)], [[(0, 23)]]) == [(1, 18)]


def test_what_a_rule_changed_stays_beside_it() -> None:
    """An override names its reason and keeps what the network alone gave."""
    overridden = [a for a in firsthand.read_text(STORY * 3) if a.override]
    for attribution in overridden:
        assert attribution.override is not None
        assert attribution.override.reason
        alone = (attribution.override.source, attribution.override.content)
        assert alone != (attribution.source, attribution.content)


def test_words_of_whoever_spoke_right_before_are_not_the_next_ones() -> None:
    """Of two who speak one after the other each has their own words."""
    read = firsthand.read_text(
        "Clinic raided\n\nNurse Mira Osk saw the van stop at the clinic. “It stood there for an "
        "hour,” she said. On Tuesday the clinic was raided, the mayor said.\n"
    )
    said = {read.words(s.attribution.source)[0]: read.words(s.attribution.content)
            for s in read.statements}  # fmt: skip
    assert not any("stood there" in part for part in said["the mayor"])
