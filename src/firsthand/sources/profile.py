"""What a report says of a source, from the words right around its mentions.

Role, age, people, kin, body, when they left or were appointed, and that their name is kept back:
each with the words that say so. Reports introduce people by apposition and relative clause
(Siddharthan, Nenkova and McKeown, 2011); nothing farther away than that is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from firsthand.sources.age import age_alone, age_within
from firsthand.sources.anonymity import called_unnamed, spoke_unnamed, unnamed
from firsthand.sources.before import description_before, role_before
from firsthand.sources.belonging import body_behind
from firsthand.sources.clauses import facts_of_clause
from firsthand.sources.kinds import kind_of
from firsthand.sources.moves import bounds_of_role
from firsthand.sources.quoted import is_quoted
from firsthand.sources.roles import facts_of_phrase
from firsthand.sources.source import ProfileFact, ProfileField, SourceKind
from firsthand.sources.stretches import Part, Stretch, stretches
from firsthand.text import Span

_WHO: Final = re.compile(r",|\b(?:who|which|that)\b")
_NO_PERSONS: Final = (SourceKind.ORGANISATION, SourceKind.DOCUMENT)


def profile_of(
    text: str, mentions: Sequence[Span], sentences: Sequence[Span], *, name: str
) -> tuple[ProfileFact, ...]:
    """The facts that the words around these mentions state of a source, in order.

    `sentences` are those of the whole report, in order; `name` is the source's. A body or a
    document has none, and a description that is the source's own name is not its role too.
    """
    kind = kind_of(name)
    if kind in _NO_PERSONS:
        return ()
    found = {f for mention in mentions for f in _stated(text, mention, sentences)}
    own = set() if kind is SourceKind.NAMED_PERSON else _words_of(_WHO.split(name)[0])
    ordered = sorted(found, key=lambda f: (f.span, f.field, f.value))
    return tuple(_fullest([f for f in ordered if not _is_name(f, own)]))


def _is_name(fact: ProfileFact, own: set[str]) -> bool:
    return fact.field is ProfileField.ROLE and _words_of(fact.value) <= own


def _words_of(words: str) -> set[str]:
    return {_plain(w) for w in words.split()}


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:'’\"“”()")


def _stated(text: str, mention: Span, sentences: Sequence[Span]) -> Iterator[ProfileFact]:
    at = bisect_right(sentences, mention.start, key=lambda s: s.start) - 1
    sentence = sentences[at] if at >= 0 else mention
    sentence = Span(min(sentence.start, mention.start), max(sentence.end, mention.end))
    if is_quoted(text, mention.start):
        return
    for stretch in stretches(text, mention, sentence):
        yield from _of_stretch(text, stretch, sentence.end)
    for before in (role_before, description_before):
        span = before(text, mention, sentence)
        if span:
            yield from _of_stretch(text, Stretch(Part.PHRASE, span), sentence.end)


def _of_stretch(text: str, stretch: Stretch, limit: int) -> Iterator[ProfileFact]:
    span = stretch.span
    if stretch.part is Part.AGE:
        yield from age_alone(text, span)
        yield from age_within(text, span)
    elif stretch.part is Part.OF:
        yield from body_behind(text, span)
    elif stretch.part is Part.PHRASE:
        yield from facts_of_phrase(text, span)
        yield from age_within(text, span)
        yield from bounds_of_role(text, span)
        yield from called_unnamed(text, span)
        yield from unnamed(text, span, limit)
    elif stretch.part is Part.CLAUSE:
        yield from facts_of_clause(text, span, relative=True)
        yield from unnamed(text, span, limit)
    else:
        yield from facts_of_clause(text, span, relative=False)
        yield from spoke_unnamed(text, span, limit)


def _fullest(facts: Sequence[ProfileFact]) -> Iterator[ProfileFact]:
    """Each field and value once, where first told; of values within each other the fullest."""
    once: dict[tuple[ProfileField, str], ProfileFact] = {}
    for fact in facts:
        once.setdefault((fact.field, fact.value.casefold()), fact)
    for (field, value), fact in once.items():
        if not any(f is field and v != value and f" {value} " in f" {v} " for f, v in once):
            yield fact
