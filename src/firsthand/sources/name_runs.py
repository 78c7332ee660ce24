"""Which runs of words are names: what the network sees, made whole by how names are written.

It was trained on few names, and takes unfamiliar ones apart. So a run goes on over capitals,
hyphens and initials behind it; runs that meet are one; and a capital word that is the first or last
of a longer name on the page is that name again. Where all words bear capitals, as in
headlines, they tell nothing and the network's own runs stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

import numpy as np

from firsthand.reading.model.decode import Floats
from firsthand.reading.model.windows import Words
from firsthand.sources.kinds import kind_of
from firsthand.sources.listed import Listed
from firsthand.sources.nouns import PEOPLE, meaning
from firsthand.sources.source import SourceKind


class Names(StrEnum):
    """What a name is of, as the network sees it."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"


Run = tuple[int, int, Names]
_NAMES = tuple(Names)
_PARTICLES = frozenset("de la van von der bin ibn al el da di du del".split())
_NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june "
    "july august september october november december the a an in on at but and when as if".split()
)
_OF_PLACES = frozenset("in at near".split())
_CUT_SHORT = (["Dr"], ["Mr"], ["Mrs"], ["Ms"], ["Prof"], ["Hon"], ["Rev"], ["Fr"], ["St"])
_OPENING = frozenset('.!?:\u201c"\u2018')
_LEAST = 3  # letters of a part that is taken for the name again
_MOST_CAPITALS = 0.6


def name_runs(tags: Floats, words: Words, forms: Sequence[str]) -> list[Run]:
    """The names of a page: words from, to (exclusive), and of what, in order.

    `tags` are the logits of none, then of begins and goes on for each of `Names`.
    """
    page, titles = Listed.of(tags, words, forms), _in_capitals(words, forms)
    whole = list(_grown(list(_tagged(page)), page, titles))
    found = _grown(sorted([*whole, *_again(whole, forms)]), page, titles)
    real = (r for r in found if not (_opens_as_noun(page, titles, *r) or _is_title(page, *r)))
    return [(first, last, _kind_here(page, first, last)) for first, last in real]


def _is_title(page: Listed, first: int, last: int) -> bool:
    """Whether a run is but a title cut short: "Dr" of "Dr. the Hon. Ada Lem"."""
    return page.forms[last : last + 1] == ["."] and page.forms[first:last] in _CUT_SHORT


def _opens_as_noun(page: Listed, titles: Sequence[bool], first: int, last: int) -> bool:
    """Whether one word is a noun for people that has its capital from where it stands.

    "Contractor" at the head of a line is nobody's name, unless it has the capital elsewhere too.
    """
    word = page.forms[first]
    found = meaning(word.lower()) if last - first == 1 else None
    if found is None or not found.listed or found.noun not in PEOPLE:
        return False
    return all(_opens(page, titles, at) for at, form in enumerate(page.forms) if form == word)


def _opens(page: Listed, titles: Sequence[bool], at: int) -> bool:
    """Whether a word stands where any has a capital: it opens a sentence, or all words have one."""
    if titles[at] or not at or page.block[at - 1] != page.block[at]:
        return True
    before = page.forms[at - 1]
    return before in _OPENING and (before in ".!?:" or at < 2 or page.forms[at - 2] in ".!?:,")


def _tagged(page: Listed) -> Iterator[tuple[int, int]]:
    """The network's own runs; what has no capital is no name."""
    best, block, end = page.best, page.block, 0
    for at in (n for n, tag in enumerate(best) if tag):
        if at < end:
            continue
        end, goes_on = at + 1, best[at] + best[at] % 2
        while end < len(best) and best[end] == goes_on and block[end] == block[at]:
            end += 1
        if any(c.isupper() for word in page.forms[at:end] for c in word):
            yield at, end


def _grown(
    runs: Sequence[tuple[int, int]], page: Listed, titles: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """The runs with the capitals behind them, and those that meet as one."""
    held: tuple[int, int] | None = None
    stops = _apart(runs, page)
    for first, last in runs:
        together = held is not None and page.block[first] == page.block[held[0]]
        meets = together and held is not None and first <= held[1] and first not in stops
        if held is not None and not meets:
            yield held
        begin = first if titles[first] or first in stops else _begin(first, page)
        start, end = (held[0], max(held[1], last)) if held is not None and meets else (begin, last)
        held = start, end if titles[start] else _end(end, page, stops)
    if held is not None:
        yield held


def _begin(first: int, page: Listed) -> int:
    """Where a name begins, with a capital word before it that opens no sentence."""
    at, forms = first - 1, page.forms
    if forms[first] == "of":
        return _begin_of(first, page)
    if at < 1 or page.block[at - 1] != page.block[first] or forms[at].lower() in _NO_NAME:
        return first
    gap = page.start[first] - page.end[at]
    within = forms[at - 1][0].islower() or forms[at - 1] == ","
    return at if gap == 1 and within and forms[at][0].isupper() and len(forms[at]) > 1 else first


def _begin_of(first: int, page: Listed) -> int:
    """Behind an "of", or before it where it joins a name: "Ministry of Defence"."""
    at = first
    while at and page.block[at - 1] == page.block[first] and page.forms[at - 1][0].isupper():
        at -= 1
    return at if at < first else first + 1


def _apart(runs: Sequence[tuple[int, int]], page: Listed) -> frozenset[int]:
    """Where a name begins right behind another of a different kind, both of several words.

    So does a person's behind a place: "the envoy to Lauvria Ada Lem".
    """
    found = set()
    for (a, b), (c, d) in pairwise(runs):
        if b != c or d - c < 2:
            continue
        one, other = _kind(page, a, b), _kind(page, c, d)
        place = one is Names.PLACE and other is Names.PERSON
        if one is not other and (b - a > 1 or place):
            found.add(c)
    return frozenset(found)


def _end(end: int, page: Listed, stops: frozenset[int]) -> int:
    """How far a name goes on behind its last word."""
    forms, block = page.forms, page.block
    while end < len(forms) and block[end] == block[end - 1] and end not in stops:
        gap = page.start[end] - page.end[end - 1]
        capital = forms[end][0].isupper() and forms[end].lower() not in _NO_NAME
        if capital and gap == 1 and forms[end - 1] not in ",;:":
            end += 1
        elif _goes_on(end, page, gap):
            end += 2
        else:
            break
    return end


def _goes_on(at: int, page: Listed, gap: int) -> bool:
    """Whether a hyphen, an initial's full stop or a particle stands there, and a word behind it."""
    forms = page.forms
    if at + 1 >= len(forms) or page.block[at + 1] != page.block[at]:
        return False
    after = page.start[at + 1] - page.end[at]
    if forms[at] in "-\u2010\u2011" and gap == 0:
        return after == 0 and forms[at + 1][0].isalpha()
    capital = forms[at + 1][0].isupper()
    if forms[at] == "." and gap == 0:
        return capital and after == 1 and len(forms[at - 1]) == 1
    return forms[at].lower() in _PARTICLES and gap == 1 and capital and after == 1


def _kind(page: Listed, first: int, last: int) -> Names:
    """Of what the words are, by all of their tags."""
    _, *each = (sum(tag) for tag in zip(*page.shares[first:last], strict=True))
    both = [begins + goes_on for begins, goes_on in zip(each[::2], each[1::2], strict=True)]
    return _NAMES[both.index(max(both))]


def _kind_here(page: Listed, first: int, last: int) -> Names:
    """Of what the words are, with the word before them: no person is "the", or stands "in"."""
    seen, forms = _kind(page, first, last), page.forms
    before = forms[first - 1] if first and page.block[first - 1] == page.block[first] else ""
    owned = forms[last : last + 2] in (["'", "s"], ["’", "s"])
    if seen is Names.PERSON and before.lower() in _OF_PLACES and not owned:
        return Names.PLACE
    if seen is Names.PERSON and (before.lower() == "the" or _is_body(before)):
        return Names.BODY
    listed = seen is Names.PERSON and first + 1 == last and _is_listed(forms[first])
    return Names.BODY if listed else seen


def _is_listed(name: str) -> bool:
    """Whether one word is the name of a body, or of a seat of government that speaks as one."""
    return kind_of(name) is SourceKind.ORGANISATION


def _is_body(before: str) -> bool:
    """Whether the noun before a name says that it is a body's: "the news site Seven Bells"."""
    return before.islower() and kind_of(f"the {before}") is SourceKind.ORGANISATION


def _again(whole: Sequence[tuple[int, int]], forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Words outside all names that are an end of a longer one, and never stand there small."""
    taken = {at for first, last in whole for at in range(first, last)}
    long = [(first, last - 1) for first, last in whole if last - first > 1]
    ends = {forms[at] for both in long for at in both if forms[at][:1].isupper()}
    small = {word for word in {*forms} if word.islower()}
    again = {word for word in ends if len(word) >= _LEAST and word.lower() not in small}
    yield from ((at, at + 1) for at, word in enumerate(forms) if word in again and at not in taken)


def _in_capitals(words: Words, forms: Sequence[str]) -> list[bool]:
    """For each word whether most of its block's words bear capitals."""
    letters = np.array([word[0].isalpha() for word in forms], bool)
    capital = np.array([word[0].isupper() for word in forms], bool)
    count = int(words.block.max()) + 1 if len(forms) else 0
    of = np.bincount(words.block, weights=letters, minlength=count)
    with_capital = np.bincount(words.block, weights=capital, minlength=count)
    loud = with_capital > _MOST_CAPITALS * np.maximum(of, 1)
    found: list[bool] = loud[words.block].tolist()
    return found
