"""Made-up reports that crowd: the same few words, names and outlets in all of them.

What `trace` does with many who share one thing (leaders, common turns of phrase, standing texts,
short names of several outlets) hardly happens in a story of ten reports; here it does in thirty.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.evidence.values import BasisKind
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.provenance.filed import (
    FiledBlock,
    FiledLink,
    FiledReport,
    FiledSource,
    FiledStatement,
)
from firsthand.provenance.people import Decided, Ref
from firsthand.sources.source import SourceKind
from firsthand.text import Span
from tests.provenance.casts import Part, report

_OUTLETS = (
    "Brellin Echo", "Tolve Echo", "Echo", "BE", "Quellmouth Lantern", "Lantern", "The Echo",
    "Lauvrian Press Service", "LPS", "Quellmouth Evening Lantern", "Brellin Press Agency", None,
)  # fmt: skip
_NAMES = (
    "Mara Voss", "M. Voss", "Voss", "Mara", "Ivo Lenn", "Lenn", "Ivo Lehn", "Tamsin Orle",
    "Petr Halloway", "Mara Halloway", "Nadia", "Brellin Echo", "Lantern",
)  # fmt: skip
_NAMELESS = (
    "a docker", "another docker", "a witness", "the commander", "a cook", "a former guard",
    "a cousin of Voss", "the cook",
)  # fmt: skip
_BODIES = ("the Harbour Guard", "Harbour Guard", "Lauvrian Press Service", "LPS", "the Lantern")
_ROLES = ("", "", "a docker", "a cook", "commander of the Harbour Guard", "a harbour pilot")
_WORDS = (
    "guards barred heavy door outside kept women dark until morning came soldiers burned boats "
    "harbour children carried water cellar officers counted prisoners wrote names ledger"
).split()
_STANDING = (
    "The company did not reply to repeated requests for comment on these allegations.",
    "Nobody at the ministry answered several written questions about the harbour.",
)


def crowd(chance: random.Random, size: int) -> list[FiledReport]:
    """Reports that share much, some of them marked as copies of others."""
    wires = [_paragraph(chance) for _ in range(3)]
    base = [_WORDS[:12], chance.sample(_WORDS, 12)]
    of = _Crowd(chance, base, wires, chance.choice((0.1, 1.0)))
    made = [_report(of, f"{n:03}{chance.getrandbits(16):04x}") for n in range(size)]
    return [_marked(chance, one, made) for one in made]


def decided_among(chance: random.Random, reports: Sequence[FiledReport], number: int) -> Decided:
    """So many merges and splits of any two."""
    refs = [Ref(r.id, s.id) for r in reports for s in r.sources]
    pairs = [(chance.choice(refs), chance.choice(refs)) for _ in range(2 * number if refs else 0)]
    return Decided(tuple(pairs[:number]), tuple(pairs[number:]))


_SHORT = ("Echo", "The Echo", "BE", "LPS", "Lantern", "Lantern", None)


@dataclass(frozen=True, slots=True)
class _Crowd:
    """What all reports of a crowd draw from; `full` is how often an outlet's name is any.

    Where it is seldom, most names are short ones, and a full one that comes late makes them
    another's, or nobody's.
    """

    chance: random.Random
    base: Sequence[Sequence[str]]
    wires: Sequence[str]
    full: float

    def outlet(self) -> str | None:
        return self.chance.choice(_OUTLETS if self.chance.random() < self.full else _SHORT)


def _sentence(chance: random.Random, words: Sequence[str]) -> str:
    """A sentence of a few words that all have, with some changed, moved or cut."""
    found = list(words)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
        found[chance.randrange(len(found))] = chance.choice((*_WORDS, f"w{chance.randrange(99)}"))
    if chance.random() < 0.2:
        chance.shuffle(found)
    if chance.random() < 0.3:
        found = found[: chance.randrange(4, len(found))]
    return f"They {' '.join(found)}."


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance, chance.sample(_WORDS, 10)) for _ in range(3))


def _words(chance: random.Random, base: Sequence[Sequence[str]]) -> str:
    said = _sentence(chance, chance.choice(base))
    return f"“{said}”" if chance.random() < 0.6 else said.rstrip(".")


def _part(of: _Crowd) -> Part:
    chance = of.chance
    draw = chance.random()
    kind, names = (
        (SourceKind.NAMED_PERSON, _NAMES) if draw < 0.5
        else (SourceKind.UNNAMED_PERSON, _NAMELESS) if draw < 0.8
        else (SourceKind.ORGANISATION, _BODIES) if draw < 0.95
        else (SourceKind.GROUP, ("several dockers",))
    )  # fmt: skip
    return Part(
        chance.choice(names),
        _words(chance, of.base),
        role=chance.choice(_ROLES),
        age=chance.choice((None, None, 40, 41, 60)),
        told=of.outlet() or "",
        anonymity="a pseudonym" if chance.random() < 0.1 else "",
        kind=kind,
        press=chance.random() < 0.1,
        answers=chance.random() < 0.1,
    )


def _report(of: _Crowd, name: str) -> FiledReport:
    chance = of.chance
    more = [_sentence(chance, chance.choice(of.base)) for _ in range(chance.randrange(3))]
    more += [line for line in _STANDING if chance.random() < 0.3]
    more += [wire for wire in of.wires if chance.random() < 0.2]
    if named := of.outlet():
        more.append(f"The {named} reported it first.")
    chance.shuffle(more)
    parts = [_part(of) for _ in range(chance.randrange(4))]
    day = chance.choice((None, 1, 2, 2, 3, 5, 8, 13))
    made = report(name, *parts, outlet=of.outlet(), day=day, end=" ".join(more))
    kind = chance.choice((ReportKind.NEWS, ReportKind.NEWS, ReportKind.TRANSCRIPT))
    heard = tuple(_heard(chance, made, s) for s in made.statements)
    return _credited(of, replace(made, kind=kind, statements=heard))


def _heard(chance: random.Random, made: FiledReport, s: FiledStatement) -> FiledStatement:
    """Hearsay now and then, from some source of the report or from nobody told; an office."""
    if chance.random() > 0.2:
        return replace(s, recanted=chance.random() < 0.05, official=chance.random() < 0.1)
    source: FiledSource = chance.choice(made.sources)
    basis = chance.choice((BasisKind.HEARD, BasisKind.HEARD, BasisKind.SAW))
    return replace(s, basis=basis, heard_from=chance.choice((None, *source.mentions)))


def _credited(of: _Crowd, made: FiledReport) -> FiledReport:
    """With a credit at its end, now and then."""
    credit = of.outlet()
    if credit is None or of.chance.random() < 0.7:
        return made
    line = f"Reporting by the {credit}"
    start = len(made.text) + 2
    block = FiledBlock(BlockKind.CREDIT, Span(start, start + len(line)))
    return replace(made, text=f"{made.text}\n\n{line}", blocks=(*made.blocks, block))


def _marked(chance: random.Random, one: FiledReport, every: Sequence[FiledReport]) -> FiledReport:
    other, draw = chance.choice(every), chance.random()
    if other.id == one.id or draw > 0.35:
        return one
    if draw < 0.1:
        return replace(one, copy_of=other.id)
    if draw < 0.15:
        return replace(one, version_of=other.id)
    if draw < 0.25:
        return replace(one, file="in/brellin-echo-harbour.txt")
    words = Span(0, min(20, len(one.text)))
    link = FiledLink(words, f"https://example.org/{other.id}")
    return replace(one, links=(link,), file=f"https://example.org/{one.id}")
