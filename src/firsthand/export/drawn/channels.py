"""The middle column: through whom it reached the reports, and what is cited and not here.

A channel is a frame; each set of circumstances in which words were given to it is a way within
the frame, so that it is plain what is one outlet, and what one press conference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.evidence.values import CircumstanceKind
from firsthand.export.drawn.names import Names, channel
from firsthand.export.visible import on_one_line
from firsthand.export.words import CIRCUMSTANCES, LOUD, counted
from firsthand.provenance.trace import Trace
from firsthand.provenance.voices import Occasion, Voice

WayKey = tuple[str, tuple[CircumstanceKind, ...]]
"""A channel and the circumstances of the speaking."""


@dataclass(frozen=True, slots=True)
class Way:
    """Circumstances in which words were given to a channel; `together` where it is one occasion."""

    key: WayKey
    words: str
    loud: str = ""
    together: str = ""


@dataclass(frozen=True, slots=True)
class ChannelNode:
    """A channel and the ways through it. An absent one is cited by the reports `leaning` on it."""

    name: str
    about: str
    ways: tuple[Way, ...]
    leaning: tuple[str, ...] = ()

    @property
    def is_absent(self) -> bool:
        """Whether the case file does not have it."""
        return not self.ways


def channel_nodes(trace: Trace, names: Names, voices: Sequence[Voice]) -> tuple[ChannelNode, ...]:
    """The channels in the order in which voices name them, then what is absent."""
    by_channel: dict[str, dict[WayKey, list[Voice]]] = defaultdict(lambda: defaultdict(list))
    for v in voices:
        for occasion in v.occasions:
            by_channel[occasion.channel][key_of(occasion)].append(v)
    files = {r.file for r in trace.reports.values()}
    kinds = {r.outlet: "outlet" for r in trace.reports.values() if r.outlet}
    kinds |= dict.fromkeys(files, "report")
    found = (
        ChannelNode(
            channel(name, files), _about(ways, kinds.get(name, "channel")), tuple(_ways(ways))
        )
        for name, ways in by_channel.items()
    )
    return (*found, *_absent(trace))


def key_of(occasion: Occasion) -> WayKey:
    """The way that an occasion is."""
    return occasion.channel, occasion.circumstances


def _about(ways: dict[WayKey, list[Voice]], what: str) -> str:
    """How many sources it is one channel of."""
    count = len({v.person for voices in ways.values() for v in voices})
    return f"one {what}: {count} sources" if count > 1 else ""


def _ways(ways: dict[WayKey, list[Voice]]) -> Iterator[Way]:
    for key, voices in sorted(ways.items(), key=lambda item: [str(c) for c in item[0][1]]):
        loud = ", ".join(CIRCUMSTANCES[c] for c in LOUD if c in key[1])
        quiet = ", ".join(CIRCUMSTANCES[c] for c in key[1] if c not in LOUD)
        words = quiet or ("" if loud else "circumstances not stated")
        yield Way(key, words, loud, _together(key[1], len({v.person for v in voices})))


_ONE = {
    CircumstanceKind.PRESS_CONFERENCE: "one press conference",
    CircumstanceKind.GROUP_INTERVIEW: "one interview of several",
}


def _together(kinds: Iterable[CircumstanceKind], count: int) -> str:
    found = [_ONE[kind] for kind in _ONE if kind in kinds]
    return f"{found[0]}: {count} sources" if found and count > 1 else ""


def _absent(trace: Trace) -> Iterator[ChannelNode]:
    for absent in trace.citations.absent:
        about = f"not in the case file; {counted(len(absent.leaning), 'report')} cite it"
        about = about if len(absent.leaning) > 1 else "not in the case file; 1 report cites it"
        yield ChannelNode(on_one_line(absent.name), about, (), absent.leaning)
