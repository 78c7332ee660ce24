"""The sample case traced, with a reviewer's word in it; no store is needed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

from firsthand.case.judgements import (
    Answer,
    Checked,
    Shared,
    SourceRef,
    SourcesJudged,
    SourcesVerdict,
)
from firsthand.case.log import Head
from firsthand.case.state import Review, Signed
from firsthand.case.tracing import Filed, Traced, traced
from firsthand.evidence.values import Standing
from firsthand.export.trace_view import View, everything
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.person import UNDECIDED, Decided, Ref
from tests.case.sheets import logged
from tests.provenance.sample import sample


def report_id(file: str) -> str:
    """An id for a report of the sample."""
    return hashlib.sha256(file.encode()).hexdigest()[:16]


@cache
def filed_sample() -> tuple[FiledReport, ...]:
    """Its reports, each under an id such as a case has."""
    return tuple(replace(r, id=report_id(r.id)) for r in sample())


def traced_of(
    reports: tuple[FiledReport, ...],
    decided: Decided = UNDECIDED,
    independent: tuple[Signed[SourcesJudged], ...] = (),
) -> Traced:
    """Some reports, of whose statements nobody has reviewed any."""
    reviews = {
        (r.id, s.id): Review.UNREVIEWED
        for r in reports
        for s in r.statements
        if s.standing is Standing.STATEMENT
    }
    return traced(Filed(reports, decided, independent, reviews, Head(9, "0" * 64)))


def source_of(file: str, name: str) -> SourceRef:
    """A source of a report of the sample."""
    report = next(r for r in filed_sample() if r.id == report_id(file))
    return SourceRef(report.id, next(s.id for s in report.sources if name in s.name))


@cache
def untouched() -> View:
    """The sample as it is read."""
    return everything(traced_of(filed_sample()))


@cache
def judged() -> View:
    """The same, where Ada calls the clerk and the docker independent."""
    points = (Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NOT_KNOWN)
    checklist = tuple(Checked(p, a) for p, a in zip(Shared, points, strict=True))
    one = source_of("01-quellmouth-lantern.html", "Dorrin Aske")
    other = source_of("04-lantern-transcript.docx", "Varnholt")
    event = SourcesJudged(one, other, SourcesVerdict.INDEPENDENT, checklist, "nobody\nwas paid")
    said = Signed(logged([event])[0].entry, event)
    refs = (Ref(one.report, one.source), Ref(other.report, other.source))
    return everything(traced_of(filed_sample(), Decided(split=(refs,)), (said,)))
