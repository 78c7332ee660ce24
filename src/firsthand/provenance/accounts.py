"""Whose account each statement is: a person, a document, an informant, or nobody that can be found.

A statement given to an outlet is that outlet's report of somebody else's account, and counts
for nobody: what stands behind it is in the cited report, where the case has that. Where it has
not, or where the outlets cite each other in a circle, the chain cannot be followed, and the
upper bound is open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from firsthand.evidence.values import FIRST_HAND, BasisKind, RelayKind, Standing
from firsthand.provenance.case import Case, Key
from firsthand.provenance.channels import leads, led
from firsthand.provenance.citation import Citation
from firsthand.provenance.filed import FiledReport, FiledSource, FiledStatement
from firsthand.provenance.informants import full_name
from firsthand.provenance.outlets import is_outlet
from firsthand.provenance.person import Ref
from firsthand.sources.source import SourceKind


class Knowing(StrEnum):
    """How those behind a statement would know."""

    FIRST_HAND = "first_hand"
    RELAYED = "relayed"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, order=True)
class Whose:
    """One who gave an account. `ref` is the source that stands for all who are certainly one.

    `informant` is what somebody is called whom the source had it from and who does not speak in
    the report, and "" for a source that speaks. `fixed` tells that different names set it apart
    from others: an organisation may pass on the words of anybody, "a neighbour" be anybody.
    """

    ref: Ref
    informant: str = ""
    fixed: bool = True


@dataclass(frozen=True, slots=True)
class Account:
    """A statement and whose account it is; `said_by` is the source that speaks in the report.

    `seen` is whose it is as the report alone has it, by which it is shown.

    `leads` are the reports of the case that its own channel names: "told the Lantern"; `led` are
    all reports of the outlets that it names, whichever of them is meant.
    """

    key: Key
    whose: Whose
    seen: Whose
    said_by: Ref
    knowing: Knowing
    withdrawn: bool
    leads: tuple[str, ...] = ()
    led: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Opening:
    """A statement that leaves the upper bound open, and why."""

    key: Key
    why: str


SEVERAL: Final = "several, or undisclosed"
NOBODY: Final = "nobody is said to say it"
HEARSAY: Final = "heard, from whom is not said"
NOT_HERE: Final = "from an outlet or document that the case file does not have"
CIRCLE: Final = "outlets that cite each other in a circle"


def accounts_of(case: Case, keys: Collection[Key]) -> tuple[list[Account], list[Opening]]:
    """Whose accounts some statements are, and what cannot be followed."""
    found, openings = list[Account](), list[Opening]()
    relayed = list[tuple[Key, str | None]]()
    for key in sorted(keys):
        report, statement = _at(case, key)
        if statement.is_response or statement.standing is not Standing.STATEMENT:
            continue
        for got in _of_statement(case, report, statement):
            if isinstance(got, Account):
                found.append(got)
            elif isinstance(got, Opening):
                openings.append(got)
            else:
                relayed.append(got)
    return found, [*openings, *_not_followed(relayed, {a.key[0] for a in found})]


def _at(case: Case, key: Key) -> tuple[FiledReport, FiledStatement]:
    report = case.reports[key[0]]
    return report, report.statement(key[1])


def _not_followed(
    relayed: Sequence[tuple[Key, str | None]], told: Collection[str]
) -> Iterator[Opening]:
    """Outlets' words that lead to no report in which somebody gives an account."""
    leads = {key[0]: to for key, to in relayed}
    for key, to in relayed:
        if to is None:
            yield Opening(key, NOT_HERE)
        elif not _reaches(to, leads, told):
            yield Opening(key, CIRCLE if to in leads else NOT_HERE)


def _reaches(at: str | None, leads: Mapping[str, str | None], told: Collection[str]) -> bool:
    seen = set[str]()
    while at is not None and at not in seen:
        if at in told:
            return True
        seen.add(at)
        at = leads.get(at)
    return False


Got = Account | Opening | tuple[Key, str | None]


def _of_statement(case: Case, report: FiledReport, s: FiledStatement) -> Iterator[Got]:
    key = (report.id, s.id)
    source = report.source(s.source) if s.source else None
    if source is None:
        yield Opening(key, NOBODY)
    elif source.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT) and (
        cited := cites(case, report, source)
    ):
        yield key, cited.to
    elif source.kind is SourceKind.ORGANISATION and is_outlet(source.name):
        yield key, None
    elif s.basis is BasisKind.HEARD:
        yield from _heard(case, report, source, s)
    else:
        yield _account(case, report, source, s)
        if s.heard_from is not None:
            yield from _heard(case, report, source, s)
        if source.kind is SourceKind.GROUP:
            yield Opening(key, SEVERAL)


def cites(case: Case, report: FiledReport, source: FiledSource) -> Citation | None:
    """The citation that the source's own words make: it is an outlet, or paper that relays."""
    for edge in case.citations.get(report.id, ()):
        is_outlet = edge.kind is RelayKind.OUTLET or edge.to is not None
        if is_outlet and any(edge.span.overlaps(m) for m in source.mentions):
            return edge
    return None


def _account(case: Case, report: FiledReport, source: FiledSource, s: FiledStatement) -> Account:
    ref = Ref(report.id, source.id)
    fixed = source.kind is not SourceKind.ORGANISATION and source.kind is not SourceKind.GROUP
    return Account(
        key=(report.id, s.id),
        whose=Whose(case.people.person(ref), fixed=fixed),
        seen=Whose(ref, fixed=fixed),
        said_by=ref,
        knowing=Knowing.FIRST_HAND if _is_first_hand(s) else Knowing.UNSTATED,
        withdrawn=s.recanted or report.retracted,
        leads=tuple(leads(case, report, s)),
        led=led(case, report, s),
    )


def _is_first_hand(s: FiledStatement) -> bool:
    """Whether all of it is: what is said of an act may be the part that was heard."""
    return s.basis in FIRST_HAND and s.heard_from is None


def _heard(
    case: Case, report: FiledReport, source: FiledSource, s: FiledStatement
) -> Iterator[Got]:
    """Who has it from somebody counts for nobody: the informant does."""
    key, ref = (report.id, s.id), Ref(report.id, source.id)
    informant = _informant(report, s)
    withdrawn = s.recanted or report.retracted
    if informant is not None:
        named = Whose(Ref(report.id, informant.id))
        whose = Whose(case.people.person(named.ref))
        yield Account(key, whose, named, ref, Knowing.RELAYED, withdrawn)
        return
    words = report.words(s.heard_from) if s.heard_from else "somebody"
    name = full_name(words)
    called = name or words.split()[-1].casefold()
    hidden = Whose(case.people.person(ref), called, fixed=bool(name))
    seen, ways = replace(hidden, ref=ref), tuple(leads(case, report, s))
    every = led(case, report, s)
    yield Account(key, hidden, seen, ref, Knowing.RELAYED, withdrawn, ways, every)
    if s.heard_from is None:
        yield Opening(key, HEARSAY)


def _informant(report: FiledReport, s: FiledStatement) -> FiledSource | None:
    """The source that words such as "from her brother Ivo Lenn" name, where they name one."""
    if s.heard_from is None:
        return None
    words = report.words(s.heard_from)
    for source in report.sources:
        said = source.kind is SourceKind.NAMED_PERSON and source.name.split()[-1] in words.split()
        if said or any(s.heard_from.overlaps(m) for m in source.mentions):
            return source
    return None
