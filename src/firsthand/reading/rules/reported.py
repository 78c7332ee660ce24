"""One sentence: every attribution in it, and those within what is reported.

What stands inside reported words is hearsay for the report ("she said her brother told her
that ..."): it is kept under a pattern of its own ("nested." in indirect speech, "inner." within
quotation marks), and only for verbs of plain speech.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.reading.page import Page
from firsthand.reading.proposal import Proposal, tidy
from firsthand.reading.quotes import quotations
from firsthand.reading.rules.accord import found_by_accord, found_by_colon, found_by_noun
from firsthand.reading.rules.cues import cue_list
from firsthand.reading.rules.sentence import sentences_of
from firsthand.reading.rules.speakers import phrase_after
from firsthand.reading.rules.tokens import Piece, Range, Sentence, Token
from firsthand.reading.rules.verbs import Found, found_by_verb
from firsthand.text import Span

_NESTED = frozenset({"that", "clause", "quote", "passive.that"})
_AROUND = frozenset({"end", "inverted", "according"})
_RELAYS = frozenset({"quoting", "citing"})
_SHORTEST_SPEECH = 30


def read_sentence(page: Page, sentence: Sentence) -> list[Proposal]:
    """The attributions of a sentence, and of what its quotations quote in turn."""
    found = list(_all_found(sentence))
    outer = [_proposal(page, sentence.tokens, f) for f in found]
    relayed = [_proposal(page, sentence.tokens, f) for f in _relayed(sentence.tokens, found)]
    return _one_a_content(outer) + relayed


def _all_found(sentence: Sentence) -> Iterator[Found]:
    """What each word of the sentence attributes, from left to right."""
    tokens, titled = sentence.tokens, sentence.titled
    earlier: Range | None = None
    reported = nested = 0
    for at, token in enumerate(tokens):
        if at < nested or (
            token.capital and at and not titled and not _after_quotation(tokens, at)
        ):
            continue
        for found in _found(tokens, at, earlier):
            kept = _as_nested(tokens, found) if at < reported else found
            if kept is not None:
                earlier = kept.source or earlier
                ahead = max([0, *(end for start, end in kept.content if start > at)])
                nested = ahead if at < reported else nested
                reported = max(reported, ahead)
                yield kept


def _after_quotation(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].is_quotation


def _found(tokens: Sequence[Token], at: int, earlier: Range | None) -> Iterator[Found]:
    token = tokens[at]
    if token.is_word:
        yield from found_by_verb(tokens, at, earlier)
        yield from found_by_accord(tokens, at)
        yield from found_by_noun(tokens, at)
    elif token.lower == ":":
        yield from found_by_colon(tokens, at)


def _as_nested(tokens: Sequence[Token], found: Found) -> Found | None:
    """An attribution within reported words, if it is plain speech; None otherwise."""
    if found.frame in _AROUND:
        return found
    verb = cue_list().verbs.get(tokens[found.cue[1] - 1].lower)
    if found.frame in _NESTED and verb is not None and verb.lemma in cue_list().speech:
        return replace(found, frame="nested." + found.frame)
    return None


def _relayed(tokens: Sequence[Token], found: Sequence[Found]) -> Iterator[Found]:
    """In "The agency, quoting the ministry, said ..." the ministry said it too."""
    by_cue = sorted(found, key=lambda f: f.cue)
    for at, token in enumerate(tokens):
        if token.lower in _RELAYS and by_cue:
            source = phrase_after(tokens, at + 1)
            near = _nearest(by_cue, at)
            if _is_relay(tokens, at, source) and not any(s <= at < e for s, e in near.content):
                yield Found(source, (at, at + 1), near.content, "relay")


def _nearest(by_cue: Sequence[Found], at: int) -> Found:
    """The attribution whose cue stands closest."""
    behind = bisect_left(by_cue, at, key=lambda f: f.cue[0])
    return min(by_cue[max(0, behind - 1) : behind + 1], key=lambda f: abs(f.cue[0] - at))


def _is_relay(tokens: Sequence[Token], at: int, source: Range | None) -> bool:
    """Whether somebody who can speak is quoted or cited, rather than a figure or a reason."""
    if source is None:
        return False
    words = {t.lower for t in tokens[source[0] : source[1]]}
    return tokens[at].lower == "quoting" or bool(words & cue_list().speakers)


def _one_a_content(proposals: Sequence[Proposal]) -> list[Proposal]:
    """One attribution a content, the one found first."""
    return list({p.content: p for p in reversed(proposals)}.values())[::-1]


def _proposal(page: Page, tokens: Sequence[Token], found: Found) -> Proposal:
    content = [span for part in found.content for span in _spans(page, tokens, part)]
    source = (_span(tokens, found.source),) if found.source else ()
    cue = (_span(tokens, found.cue),)
    return Proposal(source, cue, tidy(page.text, content), found.frame)


def _span(tokens: Sequence[Token], part: Range) -> Span:
    return Span(tokens[part[0]].span.start, tokens[part[1] - 1].span.end)


def _spans(page: Page, tokens: Sequence[Token], part: Range) -> Iterator[Span]:
    """From the first token to the last, with all of a quotation that goes on elsewhere."""
    yield _span(tokens, part)
    for token in (tokens[part[0]], tokens[part[1] - 1]):
        if token.is_quotation:
            yield from page.quotations[token.number].spans


def read_inside(page: Page, piece: Piece) -> Iterator[Proposal]:
    """What the words of a quotation attribute in turn: a speaker's own hearsay."""
    if len(piece.span) < _SHORTEST_SPEECH:
        return
    inside = Span(piece.span.start + 1, piece.span.end - 1)
    inner = Page(page.text, list(quotations(page.text, [inside])))
    pieces = [Piece(q.spans[0], number) for number, q in enumerate(inner.quotations)]
    quoted = tuple(p.span for p in pieces)
    for sentence in sentences_of(page.text, inside, pieces):
        for found in _all_found(sentence):
            frame = found.frame.removeprefix("nested.")
            kept = _as_nested(sentence.tokens, replace(found, frame=frame))
            if kept is not None and frame != "according":
                made = _proposal(inner, sentence.tokens, replace(kept, frame="inner." + frame))
                yield replace(made, quoted=quoted)
