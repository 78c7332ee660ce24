"""Made-up reports for the picture: as many as are asked for, all invented."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from firsthand.evidence.values import CircumstanceKind, Relay, RelayKind
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.provenance.filed import FiledBlock, FiledReport, FiledSource, FiledStatement
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import SourceKind
from firsthand.text import Span

_FIRST = "Anso Brill Corin Delva Edrik Fenna Goran Hilde Ivo Jorun Kesta Lorin Mavra Nilo".split()
_LAST = "Aumont Berrow Castel Drossel Embry Falk Garrow Hestel Irving Jarrel Kolm Lund".split()
_TOWNS = "Quellmouth Ostrel Vantry Farrow Lauvria Corran Selby Marne Dovrek Hallin".split()
_PAPERS = "Herald Courier Ledger Mail Observer Post Tribune Chronicle".split()
_NOUNS = """cold store quay ferry barrack harbour warehouse lorry gate bridge ledger key lantern
crane rail wall blanket door boat order coat ladder field engine stove bell
well market ticket""".split()
_VERBS = """carried locked opened counted followed watched painted moved burned hid found dropped
lifted measured buried guarded washed repaired emptied signed""".split()


@dataclass(frozen=True)
class Said:
    """A statement to be put into a report: who, what, and in what circumstances."""

    name: str
    words: str
    kind: SourceKind = SourceKind.NAMED_PERSON
    circumstances: tuple[CircumstanceKind, ...] = ()
    via: str = ""


def report(
    number: int,
    outlet: str | None,
    said: Sequence[Said],
    prose: Sequence[str] = (),
    title: str | None = None,
    **more: Any,
) -> FiledReport:
    """A report whose paragraphs are some prose, and then what is said, each with its source."""
    text, sources, statements = "", dict[str, FiledSource](), list[FiledStatement]()
    blocks = list[FiledBlock]()
    for paragraph in prose:
        blocks.append(FiledBlock(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n"
    for i, s in enumerate(said):
        start = len(text)
        told = f" told {s.via}" if s.via else " said"
        text += f"{s.name}{told}: “{s.words}”"
        blocks.append(FiledBlock(BlockKind.PARAGRAPH, Span(start, len(text))))
        name = Span(start, start + len(s.name))
        content = Span(len(text) - len(s.words) - 2, len(text))
        known = sources.get(s.name)
        mentions = (*(known.mentions if known else ()), name)
        sid = known.id if known else f"s{number:04}-{i}"
        sources[s.name] = FiledSource(sid, s.name, s.kind, (), mentions)
        statements.append(
            FiledStatement(
                f"t{number:04}-{i}", sid, (content,), AttributionKind.DIRECT,
                circumstances=s.circumstances, via=_via(s, name.end),
            )
        )  # fmt: skip
        text += "\n"
    made = FiledReport(
        id=f"{number:016x}", file=f"{number:03}.html", kind=ReportKind.NEWS, outlet=outlet,
        title=title or f"Report {number}", author=None, text=text, blocks=tuple(blocks),
        published=dt.date(2024, 1, 1) + dt.timedelta(days=number // 3),
        sources=tuple(sources.values()), statements=tuple(statements),
    )  # fmt: skip
    return replace(made, **more)


def _via(s: Said, name_ends: int) -> tuple[Relay, ...]:
    if not s.via:
        return ()
    start = name_ends + len(" told ")
    return (Relay(s.via, RelayKind.OUTLET, Span(start, start + len(s.via))),)


def sentence(chance: random.Random) -> str:
    """Twelve words or so that no other sentence has."""
    a, b, c, d = (chance.choice(_NOUNS) for _ in range(4))
    one, other = chance.choice(_VERBS), chance.choice(_VERBS)
    count = chance.randrange(2, 900)
    return (
        f"In {chance.choice(_TOWNS)} {count} of them {one} the {a} behind the {b}, "
        f"and later {other} the {c} near the {d}."
    )


def case(count: int, seed: int = 1) -> tuple[FiledReport, ...]:
    """Stories of a few reports each: an account, copies of it, reports that cite it."""
    chance = random.Random(seed)
    outlets = [f"{town} {paper}" for town in _TOWNS for paper in _PAPERS[:4]]
    found = list[FiledReport]()
    while len(found) < count:
        found += _story(
            chance, outlets, len(found), min(chance.randrange(3, 22), count - len(found))
        )
    return tuple(found)


def _story(
    chance: random.Random, outlets: Sequence[str], first: int, size: int
) -> list[FiledReport]:
    said = [_said(chance) for _ in range(chance.randrange(1, 4))]
    prose = [" ".join(sentence(chance) for _ in range(3)) for _ in range(2)]
    outlet = chance.choice(outlets)
    where = f"the {chance.choice(_NOUNS)} of {chance.choice(_TOWNS)}"
    title = f"What happened at {where}, as told by one who was there"
    found = [report(first, outlet, said, prose, title)]
    for n in range(first + 1, first + size):
        if chance.random() < 0.55:
            found.append(report(n, chance.choice(outlets), said, prose, title))
            continue
        cited = chance.choice([outlet, outlet, "Radio Marvane", "Norrin Agency"])
        lead = f"According to the {cited}, {sentence(chance)}"
        own = [_said(chance)] if chance.random() < 0.6 else []
        own = [replace(o, via="" if cited == outlet else cited) for o in own]
        again = said[:1] if cited == outlet else []
        found.append(
            report(
                n,
                chance.choice(outlets),
                [*again, *own],
                [lead, sentence(chance)],
                f"Another look: {title}",
            )
        )
    return found


def _said(chance: random.Random) -> Said:
    words = sentence(chance)
    if chance.random() < 0.4:
        trade = chance.choice("docker clerk driver guard nurse".split())
        who = f"a {trade} of {chance.choice(_TOWNS)}"
        return Said(who, words, SourceKind.UNNAMED_PERSON)
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    odd = chance.random()
    kinds = (
        (CircumstanceKind.PRESS_CONFERENCE,) if odd < 0.2
        else (CircumstanceKind.CUSTODY,) if odd < 0.25
        else (CircumstanceKind.INTERVIEW,) if odd < 0.6 else ()
    )  # fmt: skip
    return Said(name, words, SourceKind.NAMED_PERSON, kinds)
