"""Places of characters put in order: quotations whole, edges clean, neighbours joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.text import Span, sentences

Place = tuple[int, int]
OPENING = 60  # characters of a quotation that tell whose it is
_EDGE = " \t\n\r\u00a0\u200b,;:.\u2014\u2013-"


def letters(text: str, place: Place) -> int:
    """How many letters and digits stand there."""
    return sum(c.isalnum() for c in text[place[0] : place[1]])


def whole_quotations(
    text: str,
    content: Sequence[Place],
    taken: Sequence[Place],
    quotations: Iterable[Sequence[Place]],
) -> list[Place]:
    """The content with every quotation whole of which it holds most, or the opening.

    A quotation can be longer than a window, so that only its opening was read with the cue.
    `taken` are the places of cue and source: a quotation that holds one of them is left alone.
    """
    found = list(content)
    for quotation in quotations:
        if any(_common(q, t) for q in quotation for t in taken):
            continue
        start, end = quotation[0]
        opening = (start, min(end, start + OPENING))
        if _share(text, quotation, content) > 0.5 or _share(text, [opening], content) > 0.9:
            found += quotation
    return found


def _share(text: str, places: Sequence[Place], content: Sequence[Place]) -> float:
    """The share of the letters at these places that are in the content."""
    both = (_common(p, c) for p in places for c in content)
    return sum(letters(text, b) for b in both if b) / max(1, sum(letters(text, p) for p in places))


def _common(one: Place, other: Place) -> Place | None:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def in_one_sentence(text: str, source: Place, cue: Place) -> Place:
    """The part of a source in the sentence nearest the cue: nobody's name runs over a full stop."""
    parts = [(s.start, s.end) for s in sentences(text, Span(*source))]
    return nearest(parts, cue) if parts else source


def nearest(parts: Sequence[Place], cue: Place) -> Place:
    """Of parts in order, the one next to the cue: the last before it, or the first behind it."""
    return parts[-1 if parts[0][0] < cue[0] else 0]


def is_name(text: str, cue: Place) -> bool:
    """Whether a cue is a capitalised word within a sentence: the network took a name for a verb."""
    word, before = text[cue[0] : cue[1]], text[max(0, cue[0] - 2) : cue[0]]
    capital = word[:1].isupper() and word[1:].islower()
    follows = len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ",")
    return capital and follows and not _is_title(text, cue)


def _is_title(text: str, cue: Place) -> bool:
    """Whether most words around it are capitalised too, as in a headline."""
    words = text[max(0, cue[0] - 60) : cue[1] + 40].split()[1:-1]
    return 2 * sum(w[:1].isupper() for w in words) > len(words)


def tidy(text: str, places: Iterable[Place]) -> list[Place]:
    """The places in order, joined where only punctuation is between them, with clean edges."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and not letters(text, (joined[-1][1], start)):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return [p for p in (_trimmed(text, *p) for p in joined) if p]


def _trimmed(text: str, start: int, end: int) -> Place | None:
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return (start, end) if start < end and letters(text, (start, end)) else None


def _is_edge(character: str) -> bool:
    return character in _EDGE or character.isspace()
