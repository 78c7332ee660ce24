"""In what circumstances a source spoke: under oath, in custody, with an officer in the room.

Methods of interviewing ask who else was there, who translated, who arranged and who paid (OHCHR,
Manual on Human Rights Monitoring, chapter 11); the words answer or do not. What makes speech
unfree (custody, state television, a minder) goes on for the source until another occasion begins:
a statement made in custody is never shown without that mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from firsthand.evidence.channel.asides import WORDS, Aside, asides_of, circumstance, kinds_pattern
from firsthand.evidence.channel.broadcast import RECORDING, lookback
from firsthand.evidence.channel.custody import held, spoken_in_custody
from firsthand.evidence.channel.notes import noted
from firsthand.evidence.channel.occasions import (
    Said,
    block,
    continues,
    follows,
    of_no_occasion,
    said,
    same_source,
)
from firsthand.evidence.channel.phrases import is_nested, is_relative, parted
from firsthand.evidence.channel.relay import own_channel
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Circumstance, CircumstanceKind, RelayKind
from firsthand.sources.features import PRONOUNS
from firsthand.text import Span

_KIND = CircumstanceKind
_UNFREE = (_KIND.CUSTODY, _KIND.STATE_TELEVISION, _KIND.MINDER_PRESENT)
# The narrower phrase first; what makes speech unfree apart, so that no other phrase hides it.
_FREE = sorted(
    set(_KIND) - set(_UNFREE), key=lambda kind: (kind is not _KIND.GROUP_INTERVIEW, kind)
)
_OWN = [
    kinds_pattern({k: (k.value,) for k in kinds}) for kinds in (_FREE, *((k,) for k in _UNFREE))
]
_ANY = phrases(WORDS, *(kind.value for kind in _KIND))
_WRITTEN = phrases(WORDS, "written")
_NOTE = phrases(WORDS, "note")
_NOT = re.compile(
    r"(?:\b(?:refus\w+|declin\w+|cancel\w+|request\w*|invit\w+|ask\w*|not|never|before"
    r"|ahead of|without|until)|n[’']t)(?:\s+(?:to|for|be|been|a|an|the))*\s*\Z",
    re.IGNORECASE,
)
_ARRANGED = frozenset({_KIND.ARRANGED_BY, _KIND.INTERPRETER, _KIND.PAYMENT, _KIND.GROUP_INTERVIEW})
_NEAR = 8


def circumstances_of(telling: Telling, others: Sequence[Telling]) -> tuple[Circumstance, ...]:
    """The circumstances of a statement, each once, with the words that say so."""
    before = same_source(telling, others)
    found = [*_own(telling).found, *_custody(telling), *_goes_on(telling, before)]
    found += _unfree(telling, before)
    return _first_of_each(found)


@dataclass(frozen=True, slots=True)
class _Own:
    """What a statement's own words say: its circumstances, and the names of its channel."""

    found: tuple[Circumstance, ...]
    channel: frozenset[str]


def _own(telling: Telling) -> _Own:
    """What its own sentence, notes and source words say, and the sentences beside it."""
    return _read(said(telling))


@lru_cache(maxsize=2048)
def _read(key: Said) -> _Own:
    t = key.telling
    channel = frozenset(relay.name for relay in own_channel(t))
    return _Own((*_framed(t), *_by_source(t), *_noted(t), *_aside(t)), channel)


def _framed(telling: Telling) -> Iterator[Circumstance]:
    if is_nested(telling):
        return
    cue = telling.attribution.cue
    frame = _frame(telling)
    if telling.first(_ANY, frame) is None:
        return
    for match in (m for pattern in _OWN for m in telling.found(pattern, frame)):
        span = Span(*match.span())
        inside = any(s.overlaps(span) for s in telling.attribution.source)
        apart = bool(cue) and parted(telling, span, cue[0])
        negated = _NOT.search(
            telling.text, max(telling.sentence.start, span.start - 30), span.start
        )
        if not (inside or apart or negated):
            yield circumstance(match)


def _frame(telling: Telling) -> Sequence[Span]:
    """The frame; of a relative clause, what stands before the end of its content."""
    if not is_relative(telling) or not telling.content:
        return telling.frame
    start, end = telling.attribution.source[0].start, telling.content[-1].end
    return [f for f in telling.frame if f.start < end and f.end > start]


def _by_source(telling: Telling) -> Iterator[Circumstance]:
    """Where the source's words are a written statement, or an interview that a note names."""
    for kind, pattern in ((_KIND.PREPARED_STATEMENT, _WRITTEN), (_KIND.INTERVIEW, _NOTE)):
        for source in telling.attribution.source[:1]:
            if match := pattern.search(telling.text, source.start, source.end):
                yield Circumstance(kind, Span(*match.span()))


def _noted(telling: Telling) -> Iterator[Circumstance]:
    for relay in noted(telling):
        if relay.kind is RelayKind.OCCASION and "interview" in relay.name.lower():
            yield Circumstance(_KIND.INTERVIEW, relay.span)


def _aside(telling: Telling) -> Iterator[Circumstance]:
    """What sentences about the speaking say: beside it, or on how the interview was arranged."""
    if telling.source is None:
        return
    for aside in asides_of(telling.text, telling.source):
        if _reaches(telling, aside) and not any(
            aside.circumstance.span.overlaps(c) for c in telling.content
        ):
            yield aside.circumstance


def _reaches(telling: Telling, aside: Aside) -> bool:
    """Whether a sentence speaks of this statement: it stands near before it, or right behind."""
    here, there = telling.sentence, aside.sentence
    near = block(telling)
    if there == here:
        return aside.circumstance.kind is _KIND.MINDER_PRESENT and not is_relative(telling)
    if there.start > here.end:
        return near.contains(there) and not telling.text[here.end : there.start].strip()
    if near.contains(there):
        return True
    if aside.circumstance.kind in _ARRANGED and there.end <= here.start:
        return True
    pointed = telling.first(RECORDING, telling.frame) is not None
    return pointed and any(s.contains(there) for s in lookback(telling))


def _custody(telling: Telling) -> Iterator[Circumstance]:
    """Custody said of the source in the present tense, up to the end of this paragraph.

    A pronoun goes on with whoever was said to speak in custody before in its paragraph: rather
    one mark too many than a statement in custody without it.
    """
    near, words = block(telling), telling.words(telling.attribution.source).lower()
    for span in spoken_in_custody(telling.text) if words in PRONOUNS or not words else ():
        if near.start <= span.start < telling.sentence.start:
            yield Circumstance(_KIND.CUSTODY, span)
            return
    if telling.source is None:
        return
    end = near.end
    for span in held(telling.text, telling.source):
        if span.end <= end and not any(span.overlaps(c) for c in telling.content):
            yield Circumstance(_KIND.CUSTODY, span)
            return


def _goes_on(telling: Telling, before: Sequence[Telling]) -> Iterator[Circumstance]:
    """The circumstances of the statement that this one directly goes on with, link by link."""
    for later, one in pairwise([telling, *before[:_NEAR]]):
        if of_no_occasion(later) or not (continues(later, one) or follows(later, one)):
            return
        if found := _own(one).found:
            yield from found
            return


def _unfree(telling: Telling, before: Sequence[Telling]) -> Iterator[Circumstance]:
    """Custody, state television and a minder, of statements back to where the occasion began."""
    if of_no_occasion(telling):
        return
    channel = _own(telling).channel
    for one in before:
        own = _own(one)
        theirs = own.channel
        if channel and theirs and not channel & theirs:
            return
        yield from (c for c in own.found if c.kind in _UNFREE)
        if theirs and not channel:
            return


def _first_of_each(found: Iterable[Circumstance]) -> tuple[Circumstance, ...]:
    """Each kind once, by its first words."""
    kinds: dict[CircumstanceKind, Circumstance] = {}
    for one in found:
        kinds.setdefault(one.kind, one)
    return tuple(kinds.values())
