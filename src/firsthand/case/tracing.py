"""A case as provenance looks at it: what people decided is in it, and wins.

What they corrected is as they left it, what they rejected is left out, and what was taken back
says so. Who is one and who is two comes from the merges, splits and verdicts that hold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import Connection

from firsthand.case import listing, log, people
from firsthand.case.casefile import Case
from firsthand.case.fold import state_of
from firsthand.case.judgements import (
    SourceRef,
    SourcesJudged,
    SourcesVerdict,
    WithdrawalKind,
)
from firsthand.case.log import Head
from firsthand.case.people import Holding, apart_among, persons_of
from firsthand.case.state import Held, Review, Signed, State
from firsthand.provenance.case import Key
from firsthand.provenance.filed import FiledReport, FiledStatement
from firsthand.provenance.filing import filed_report, filed_statement
from firsthand.provenance.person import Decided, Ref
from firsthand.provenance.trace import Trace, trace_of

Progress = Callable[[int, int], None]
"""Told how many of how many reports are read."""

_TAKEN_BACK: Final = (
    WithdrawalKind.RETRACTION,
    WithdrawalKind.RECANTATION,
    WithdrawalKind.DISOWNED,
)
"""A correction says of itself what it changes; it takes back nothing else."""


@dataclass(frozen=True, slots=True)
class Filed:
    """The reports of a case with what was decided, in one view of it.

    `independent` are the verdicts by which a reviewer said that word; `reviews` say of each
    statement whether anybody has looked at it; `head` pins the case as it was looked at.
    """

    reports: tuple[FiledReport, ...] = field(repr=False)
    decided: Decided
    independent: tuple[Signed[SourcesJudged], ...]
    reviews: Mapping[Key, Review] = field(repr=False)
    head: Head


@dataclass(frozen=True, slots=True)
class Traced:
    """The trace of a case, and the case that it is of."""

    trace: Trace
    filed: Filed

    @property
    def unreviewed(self) -> int:
        """How many statements nobody has decided on."""
        return sum(review is Review.UNREVIEWED for review in self.filed.reviews.values())


def traced(filed: Filed) -> Traced:
    """Where its statements come from; this is the part that takes time."""
    return Traced(trace_of(filed.reports, filed.decided), filed)


def filed_case(case: Case, progress: Progress | None = None) -> Filed:
    """All reports of a case, read in one view of it; `progress` is told after each."""
    with case.store.reading() as connection:
        holding = people.held(connection, case.name)
        reports, reviews = list[FiledReport](), dict[Key, Review]()
        for state in _states(connection, case.name, progress):
            reports.append(filed(state))
            reviews |= {(state.report, h.id): h.review for h in state.statements if _stands(h)}
        there = [Ref(report.id, source.id) for report in reports for source in report.sources]
        head = log.head(connection)
    decided = decided_of(holding, there)
    return Filed(tuple(reports), decided, _independent(holding), reviews, head)


def _states(connection: Connection, case: str, progress: Progress | None) -> Iterator[State]:
    rows = listing.reports(connection)
    for done, row in enumerate(rows, 1):
        state = state_of(row.id, log.about(connection, row.id, case))
        if state is not None:
            yield state
        if progress:
            progress(done, len(rows))


def filed(state: State) -> FiledReport:
    """A report as people left it; what they rejected is not in it."""
    statements = (_filed(h) for h in state.all if _stands(h))
    made = filed_report(state.record.report, state.report, state.sources, statements)
    return replace(
        made,
        file=state.original.received_from,
        copy_of=state.copy_of,
        version_of=state.version_of,
        retracted=any(w.event.kind is WithdrawalKind.RETRACTION for w in state.withdrawn),
    )


def _stands(held: Held) -> bool:
    return held.review is not Review.REJECTED


def _filed(held: Held) -> FiledStatement:
    taken_back = any(w.event.kind in _TAKEN_BACK for w in held.withdrawn)
    return filed_statement(held.now, recanted=taken_back)


def decided_of(holding: Holding, there: Collection[Ref]) -> Decided:
    """Who is one and who is two, among the sources that the newest readings have.

    A merge through a source that a re-reading no longer has still joins those on either side.
    """
    refs = {ref.source: SourceRef(ref.report, ref.source) for ref in there}
    groups: dict[str, list[Ref]] = {}
    for source, person in sorted(persons_of(holding.merged).items()):
        if source in refs:
            groups.setdefault(person, []).append(_ref(refs[source]))
    merged = tuple((group[0], other) for group in groups.values() for other in group[1:])
    split = tuple((_ref(one), _ref(other)) for one, other in apart_among(holding, refs))
    return Decided(merged, split)


def _ref(ref: SourceRef) -> Ref:
    return Ref(ref.report, ref.source)


def _independent(holding: Holding) -> tuple[Signed[SourcesJudged], ...]:
    return tuple(
        Signed(x.entry, x.event)
        for x in holding.judged
        if isinstance(x.event, SourcesJudged) and x.event.verdict is SourcesVerdict.INDEPENDENT
    )
