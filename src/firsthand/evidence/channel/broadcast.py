"""A recording that was spoken of before: "said in the recording", "he was shown saying".

The definite article, or the verb of showing, points back to the broadcast that the report has told
of in the same or the previous paragraph; its outlet is the channel. What a source says on air
goes on until the report turns to another occasion.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.evidence.channel.find import relay_of
from firsthand.evidence.channel.names import phrase_at
from firsthand.evidence.channel.occasions import block_at, of_no_occasion, paragraph
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Relay
from firsthand.text import Span

RECORDING = phrases("relay", "recording")
_ON_AIR = phrases("relay", "on_air")
_FARTHEST = 1500


def on_air(later: Telling, one: Telling) -> bool:
    """Whether a statement follows, in the same or the next paragraph, one made in a recording."""
    near = 0 <= paragraph(later) - paragraph(one) <= 1
    return near and not of_no_occasion(later) and one.first(RECORDING, one.frame) is not None


def broadcast_before(telling: Telling) -> Iterator[Relay]:
    """The outlet of the broadcast which the words point back to."""
    if telling.first(RECORDING, telling.frame) is None:
        return
    last: Relay | None = None
    for match in telling.found(_ON_AIR, lookback(telling)):
        phrase = phrase_at(telling.text, match.end() + 1, telling.sentence.start)
        last = (relay_of(telling, phrase, "shown") if phrase else None) or last
    if last is not None:
        yield last


def lookback(telling: Telling) -> tuple[Span, ...]:
    """The text from the start of the previous paragraph up to the statement's sentence."""
    blocks, at = telling.report.blocks, block_at(telling, telling.sentence.start)
    start = blocks[max(at - 1, 0)].span.start if blocks else 0
    start = max(start, telling.sentence.start - _FARTHEST)
    return (Span(start, telling.sentence.start),) if start < telling.sentence.start else ()
