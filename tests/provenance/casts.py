"""Made-up reports with sources in them, for tests of who is one with whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.evidence.values import CircumstanceKind, Relay, RelayKind
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.provenance.citation import Citations
from firsthand.provenance.filed import FiledBlock, FiledReport, FiledSource, FiledStatement
from firsthand.provenance.people import UNDECIDED, Decided, People, Ref, people_of
from firsthand.provenance.wording import Wording, wording_of
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import ProfileFact, ProfileField, SourceKind
from firsthand.text import Span

NOTHING_CITED = Citations((), (), ())
NOTHING_SHARED: Wording = wording_of([])
_UNNAMED = SourceKind.UNNAMED_PERSON


@dataclass(frozen=True)
class Part:
    """Somebody who says something: "NAME, ROLE, AGE, told OUTLET that WORDS."

    Words in quotation marks are direct speech. `said` is put behind the rest.
    """

    name: str
    words: str = "it was so"
    role: str = ""
    age: int | None = None
    told: str = ""
    anonymity: str = ""
    relation: str = ""
    kind: SourceKind = SourceKind.NAMED_PERSON
    press: bool = False
    answers: bool = False


def someone(name: str, words: str = "it was so", **more: object) -> Part:
    """An unnamed person."""
    return Part(name, words, kind=_UNNAMED, **more)  # type: ignore[arg-type]


class _Writing:
    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> Span:
        """These words, behind what is there."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def report(
    name: str,
    *parts: Part,
    outlet: str | None = None,
    day: int | None = None,
    end: str = "",
    kind: ReportKind = ReportKind.NEWS,
) -> FiledReport:
    """A report of a paragraph for each part, and `end` behind them."""
    writing = _Writing()
    cast = [_written(writing, number, part) for number, part in enumerate(parts)]
    writing.add(end or "The end.")
    return FiledReport(
        id=name,
        file=f"{name}.txt",
        kind=kind,
        title=None,
        outlet=outlet,
        author=None,
        published=dt.date(2023, 3, day) if day else None,
        text=writing.text,
        blocks=(FiledBlock(BlockKind.PARAGRAPH, Span(0, len(writing.text))),),
        sources=tuple(source for source, _ in cast),
        statements=tuple(statement for _, statement in cast),
    )


def _written(w: _Writing, number: int, part: Part) -> tuple[FiledSource, FiledStatement]:
    mention = w.add(part.name)
    profile = tuple(_profile(w, part))
    via = _told(w, part)
    w.add(" said ")
    content = w.add(part.words)
    w.add(".\n\n")
    source = FiledSource(f"s{number}", part.name, part.kind, profile, (mention,))
    direct = part.words.startswith("“")
    statement = FiledStatement(
        id=f"t{number}",
        source=source.id,
        content=(content,),
        kind=AttributionKind.DIRECT if direct else AttributionKind.INDIRECT,
        via=via,
        circumstances=(CircumstanceKind.PRESS_CONFERENCE,) if part.press else (),
        is_response=part.answers,
    )
    return source, statement


def _profile(w: _Writing, part: Part) -> list[ProfileFact]:
    said = (
        (ProfileField.ROLE, part.role),
        (ProfileField.AGE, str(part.age or "")),
        (ProfileField.ANONYMITY, part.anonymity),
        (ProfileField.RELATION, part.relation),
    )
    found = []
    for field, words in said:
        if words:
            w.add(", ")
            found.append(ProfileFact(field, words, w.add(words)))
    return found


def _told(w: _Writing, part: Part) -> tuple[Relay, ...]:
    if not part.told:
        return ()
    w.add(", to the ")
    return (Relay(part.told, RelayKind.OUTLET, w.add(part.told)),)


def people(*reports: FiledReport, decided: Decided = UNDECIDED) -> People:
    """Who is one in these reports, with the wording that they share."""
    return people_of(reports, _wording(reports), NOTHING_CITED, decided)


def _wording(reports: Sequence[FiledReport]) -> Wording:
    return wording_of(reports) if len(reports) > 1 else NOTHING_SHARED


def at(report: str, number: int = 0) -> Ref:
    """The source of the part with this number."""
    return Ref(report, f"s{number}")


def are_one(found: People, *refs: Ref) -> bool:
    """Whether all of these are certainly one."""
    return len({found.person(ref) for ref in refs}) == 1


def may_be_one(found: People, one: Ref, other: Ref) -> bool:
    """Whether the two are not certainly one, and nothing separates them."""
    return not are_one(found, one, other) and found.separated(one, other) is None
