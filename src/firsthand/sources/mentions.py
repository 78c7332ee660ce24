"""The mentions of a page: names and nouns of people and bodies that the network sees, pronouns.

A mention is a run of words with a head; what the network says of it comes with it. Words that it
did not read (bylines, notes) have no mentions here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from firsthand.reading.model.decode import Floats
from firsthand.reading.model.sight import Sight
from firsthand.reading.page import Page
from firsthand.sources.features import N_RELATIONS, PRONOUNS, Form, Seen, case_of, form_of, is_led
from firsthand.sources.name_runs import Names, name_runs
from firsthand.sources.pairs import NAME_TAGS, NOUN_TAGS
from firsthand.text import Span, sentences

_QUOTED = 3  # kinds of word pieces from which they stand between quotation marks
_DETERMINERS = frozenset(
    "a an the this that these those another one some any each every no two three four five six "
    "seven eight nine ten several many few both other my your his her its our their".split()
)
_LONGEST = 11


@dataclass(frozen=True, slots=True)
class Mention:
    """Words from `first` to `last` (exclusive) with a head; `name` is None for nouns, pronouns."""

    first: int
    last: int
    head: int
    form: Form
    span: Span
    name: Names | None = None
    body: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a page in order, what is seen of their places, and what is said of each."""

    text: str
    all: tuple[Mention, ...]
    seen: Seen
    said: Floats
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [m.span.start for m in self.all])

    def within(self, span: Span) -> list[int]:
        """The mentions that lie wholly within a span, in order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [n for n in range(first, last) if self.all[n].span.end <= span.end]

    def words(self, number: int) -> str:
        """The words of a mention."""
        return self.all[number].span.of(self.text)


def mentions_of(page: Page, sight: Sight, people: Sequence[Span] = ()) -> Mentions:
    """The mentions of a page, as the network saw it; `people` are names known beforehand."""
    given = [_given(sight, span) for span in people]
    places = zip(sight.words.start.tolist(), sight.words.end.tolist(), strict=True)
    forms = [page.text[start:end] for start, end in places]
    seen = (m for m in _found(forms, sight) if not any(m.span.overlaps(s) for s in people))
    found = sorted([*seen, *given], key=lambda m: (m.first, m.last))
    return Mentions(page.text, tuple(found), _seen(page, sight, forms, found), _said(sight, found))


def _given(sight: Sight, span: Span) -> Mention:
    first = int(np.searchsorted(sight.words.end, span.start, "right"))
    last = int(np.searchsorted(sight.words.start, span.end, "left"))
    return Mention(first, last, last - 1, Form.NAME, span, Names.PERSON)


def _found(forms: Sequence[str], sight: Sight) -> Iterator[Mention]:
    nouns = sight.people[:, NAME_TAGS : NAME_TAGS + NOUN_TAGS].argmax(axis=1)
    body = nouns == NOUN_TAGS - 1
    for first, last, kind in name_runs(sight.people[:, :NAME_TAGS], sight.words, forms):
        nouns[first:last] = 0
        yield Mention(first, last, last - 1, Form.NAME, _span(sight, first, last), kind)
    for at, (word, noun) in enumerate(zip(forms, nouns.tolist(), strict=True)):
        if word.lower() in PRONOUNS:
            yield Mention(at, at + 1, at, form_of(word), _span(sight, at, at + 1))
        elif noun and word[0].isalpha():
            yield _noun(sight, forms, at, body=bool(body[at]))


def _noun(sight: Sight, forms: Sequence[str], head: int, *, body: bool) -> Mention:
    first = head
    for before in range(head - 1, max(-1, head - _LONGEST), -1):
        word = forms[before]
        if sight.words.block[before] != sight.words.block[head] or not word[0].isalnum():
            if word != "-":
                break
            continue
        first = before
        if word.lower() in _DETERMINERS:
            break
    else:
        first = head
    if forms[first].lower() not in _DETERMINERS:
        first = head
    form = Form.NOUNS if forms[head].endswith("s") or forms[head] in _PLURAL else Form.NOUN
    return Mention(first, head + 1, head, form, _span(sight, first, head + 1), None, body)


_PLURAL = frozenset("people men women children police".split())


def _span(sight: Sight, first: int, last: int) -> Span:
    return Span(int(sight.words.start[first]), int(sight.words.end[last - 1]))


def _relations(sight: Sight, found: Sequence[Mention]) -> list[int]:
    """The grammar of each mention's head, as the network sees it."""
    heads = [m.head for m in found]
    best: list[int] = sight.people[heads, -N_RELATIONS:].argmax(axis=1).tolist() if found else []
    return best


def _said(sight: Sight, found: Sequence[Mention]) -> Floats:
    """What the branch says of each mention: the mean of its first word's and its head's."""
    said = sight.people[:, NAME_TAGS + NOUN_TAGS : -N_RELATIONS]
    first, head = ([getattr(m, part) for m in found] for part in ("first", "head"))
    if not found:
        return said[:0]
    both: Floats = (said[first] + said[head]) * np.float32(0.5)
    return both


def _seen(page: Page, sight: Sight, forms: Sequence[str], found: Sequence[Mention]) -> Seen:
    starts = [s.start for block in page.blocks for s in sentences(page.text, block.span)]
    sentence = [bisect_right(starts, m.span.start) for m in found]
    rank, times = list[int](), list[int]()
    ranks, counts = dict[int, int](), dict[str, int]()
    heads = [forms[m.head] for m in found]
    for number, word in zip(sentence, heads, strict=True):
        rank.append(ranks.setdefault(number, 0))
        times.append(counts.setdefault(word, 0))
        ranks[number] += 1
        counts[word] += 1
    quoted = sight.words.kinds[sight.words.first] >= _QUOTED
    columns = [
        [m.head for m in found],
        sentence,
        rank,
        [int(m.form) for m in found],
        [case_of(word) for word in heads],
        [int(quoted[m.first]) for m in found],
        [int(m.first > 0 and is_led(forms[m.first - 1])) for m in found],
        [int(page.text[m.span.end : m.span.end + 2] in ("'s", "’s")) for m in found],
        times,
        _relations(sight, found),
    ]
    return Seen(*(np.array(column, dtype=np.int64) for column in columns))
