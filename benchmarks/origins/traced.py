"""What Firsthand itself says of a story, as an estimator like the baselines."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.origins.measure import Estimate
from benchmarks.origins.stories import Key, Ref
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.trace import trace_of


def traced(reports: Sequence[FiledReport], statements: frozenset[Key]) -> Estimate:
    """The interval behind the statements, and the sources that are certainly one."""
    trace = trace_of(reports)
    found = trace.behind([(key.report, key.statement) for key in sorted(statements)])
    people = trace.case.people
    groups = (people.one_with(voice.person) for voice in trace.voices)
    merges = {frozenset(Ref(r.report, r.source) for r in group) for group in groups}
    interval = found.interval
    return Estimate(interval.lower, interval.upper, {m for m in merges if len(m) > 1})
