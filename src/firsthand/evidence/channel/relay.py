"""Through whom a source's words reached the report: the chain of relays, nearest the report first.

A reader who counts sources must see that ten papers had it from one agency (the "false
corroboration" of country-of-origin practice), so each relay is named with the words that say so.
Where the words name none, there is none: nothing is filled in from what outlets usually do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from firsthand.evidence.channel.broadcast import broadcast_before, on_air
from firsthand.evidence.channel.find import named, relay_of
from firsthand.evidence.channel.names import Phrase
from firsthand.evidence.channel.notes import noted
from firsthand.evidence.channel.occasions import Said, continues, said, same_source
from firsthand.evidence.channel.phrases import Rank, documents, reporting_names, triggers
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Relay, RelayKind
from firsthand.text import Span

_RANKS = {
    "according": Rank.REPORTED,
    "carried": Rank.REPORTED,
    "citing": Rank.CITED,
    "person": Rank.THROUGH,
}
_FARTHEST = 8
"""So many statements back a channel is looked for: each of them must go on with the one before."""

Ranked = tuple[Rank, Relay]


def via_of(telling: Telling, earlier: Sequence[Telling]) -> tuple[Relay, ...]:
    """The channel of a statement: what its own words say, else that of the one it goes on with."""
    return own_channel(telling) or _carried(telling, same_source(telling, earlier))


def own_channel(telling: Telling) -> tuple[Relay, ...]:
    """The relays that the words of the statement's own sentence and notes name, in their order."""
    return _read(said(telling))


@lru_cache(maxsize=2048)
def _read(key: Said) -> tuple[Relay, ...]:
    telling = key.telling
    ranked = sorted(_all(telling), key=lambda found: (found[0], found[1].span))
    relays = [relay for _, relay in ranked if not _is_source(telling, relay)]
    outlets = [r.span for r in relays if r.kind is RelayKind.OUTLET]
    return tuple(_once(r for r in relays if not _is_piece_of(r, outlets)))


def _carried(telling: Telling, before: Sequence[Telling]) -> tuple[Relay, ...]:
    """The channel of the nearest earlier statement that this one goes on with, link by link."""
    for later, one in pairwise([telling, *before[:_FARTHEST]]):
        if not (continues(later, one) or on_air(later, one)):
            return ()
        if found := own_channel(one):
            return found
    return ()


def _all(telling: Telling) -> Iterator[Ranked]:
    for trigger in triggers(telling):
        rank = _RANKS.get(trigger.list, Rank.TOLD)
        inside = _overlaps_source(telling, trigger.span)
        found = (
            r for r in named(telling, trigger) if inside or not _overlaps_source(telling, r.span)
        )
        yield from ((rank, relay) for relay in found)
    for name in reporting_names(telling):
        if relay := relay_of(telling, Phrase(_article(telling.text, name), name), "told"):
            yield Rank.REPORTED, relay
    for span in documents(telling):
        yield Rank.WRITTEN, Relay(_bare(span.of(telling.text)), RelayKind.DOCUMENT, span)
    yield from ((Rank.NOTED, relay) for relay in noted(telling))
    yield from ((Rank.TOLD, relay) for relay in broadcast_before(telling))


def _is_piece_of(relay: Relay, outlets: Iterable[Span]) -> bool:
    """Whether a document is a piece in an outlet that is named with it: "a Vantry Mail essay"."""
    return relay.kind is RelayKind.DOCUMENT and any(relay.span.overlaps(o) for o in outlets)


def _overlaps_source(telling: Telling, span: Span) -> bool:
    return any(s.overlaps(span) for s in telling.attribution.source)


def _is_source(telling: Telling, relay: Relay) -> bool:
    """Whether a relay is the one who speaks: nobody is the channel of their own words."""
    if telling.source is None:
        return False
    source = _bare(telling.source.name.split(",")[0]).casefold()
    name = relay.name.casefold()
    return source == name or source.endswith(f" {name}") or name.endswith(f" {source}")


def _once(relays: Iterable[Relay]) -> Iterator[Relay]:
    """Each relay once, at its first place in the chain."""
    seen: set[str] = set()
    for relay in relays:
        if relay.name.casefold() not in seen:
            seen.add(relay.name.casefold())
            yield relay


def _article(text: str, name: Span) -> str:
    return "the" if text[max(0, name.start - 4) : name.start].lower() == "the " else ""


def _bare(words: str) -> str:
    """Words without their definite article."""
    return words[4:] if words.lower().startswith("the ") else words
