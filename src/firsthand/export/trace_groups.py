"""What several reports carry, in a terminal: the words, and who stands behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from firsthand.case.state import Review
from firsthand.export.terminal_table import LOUD_STYLE
from firsthand.export.trace_tree import label, marks
from firsthand.export.trace_view import FOUND, View
from firsthand.export.trace_words import KNOWING, verdict
from firsthand.export.words import plain
from firsthand.provenance.origins import Behind, Part
from firsthand.provenance.trace import Group, Joint, JointKind

_JOINT: Final = {
    JointKind.ONE_OUTLET: "one outlet",
    JointKind.PRESS_CONFERENCE: "one press conference",
    JointKind.GROUP_INTERVIEW: "one interview of several together",
}
_LONGEST: Final = 240


def interval(behind: Behind) -> str:
    """The interval and its split: "originating sources found in this case file: 1..1; …"."""
    counts = ((words, behind.count(knowing)) for knowing, words in KNOWING.items())
    split = ", ".join(f"{words} {count}" for words, count in counts if count)
    return f"{FOUND}: {behind.interval}{f'; {split}' if split else ''}"


def groups(view: View) -> list[RenderableType]:
    """A tree a group."""
    return [Padding(_group(view, group), (0, 0, 1, 0)) for group in view.carried]


def _group(view: View, group: Group) -> Tree:
    made = Tree(_words(view, group), guide_style="dim")
    made.add(Text(interval(group.behind), style="bold"))
    for line in (*_open(view, group), *_origins(view, group), *_joints(view, group)):
        made.add(line)
    for report in sorted(group.reports, key=lambda r: str(label(view, r))):
        made.add(_carried(view, group, report))
    return made


def _words(view: View, group: Group) -> Text:
    """The words as they were published first; what is loud stands before them."""
    words = view.content(view.first(group))
    short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " […]"
    quoted = Text(short if short[:1] in "“\"‘'«„" else f"“{short}”")
    loud = view.loud(group.statements)
    return marks(loud).append(" ").append_text(quoted) if loud else quoted


def _open(view: View, group: Group) -> Iterator[Text]:
    """Why the upper bound is open, each reason once, and in which reports."""
    reasons: dict[str, dict[str, None]] = {}
    for opening in group.behind.openings:
        reasons.setdefault(opening.why, {})[view.file(opening.key[0])] = None
    for why, files in reasons.items():
        yield Text(f"open: {why} ({', '.join(files)})", style="yellow")
    if not group.behind.exact:
        yield Text("the lower bound may be too low: too many sources to try all", style="yellow")


def _origins(view: View, group: Group) -> Iterator[Text]:
    for part in group.behind.parts:
        yield _part(view, part)
    refs = {view.person(origin.whose.ref) for origin in group.behind.origins}
    for said in view.independent:
        if {view.person(said.event.one), view.person(said.event.other)} <= refs:
            yield Text(verdict(view, said), style="magenta")


def _part(view: View, part: Part) -> Text:
    """One to whom it is given; that two of them are counted as one is not said."""
    made = Text.assemble((view.originator(part.whose), "cyan"), f", {KNOWING[part.knowing]}")
    taken_back = ("  ", (" TAKEN BACK ", LOUD_STYLE), " leaves the lower bound")
    return made.append_text(Text.assemble(*taken_back)) if part.withdrawn else made


def _joints(view: View, group: Group) -> Iterator[Text]:
    """What those behind it have in common, each occasion once."""
    found: dict[tuple[JointKind, str], dict[str, None]] = {}
    for joint in group.joints:
        names = found.setdefault((joint.kind, joint.channel), {})
        names |= dict.fromkeys(_names(view, joint))
    for (kind, channel), names in found.items():
        told = f"{_JOINT[kind]}: {', '.join(names)} ({view.channel(channel)})"
        yield Text(told, style="magenta")


def _names(view: View, joint: Joint) -> list[str]:
    return [view.name(voice.person) for voice in joint.voices]


def _carried(view: View, group: Group, report: str) -> Text:
    keys = [key for key in group.statements if key[0] == report]
    reviews = view.traced.filed.reviews
    told = dict.fromkeys(plain(reviews.get(key, Review.UNREVIEWED)) for key in keys)
    made = label(view, report).append(f" · {', '.join(told)}", style="dim")
    loud = view.loud(keys)
    return made.append("  ").append_text(marks(loud)) if loud else made
