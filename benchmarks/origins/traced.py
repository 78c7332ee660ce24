"""What Firsthand itself says of a story, as an estimator like the baselines."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.origins.measure import Estimate
from benchmarks.origins.stories import Key, Ref, Story
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.people import UNDECIDED, Decided
from firsthand.provenance.people import Ref as Source
from firsthand.provenance.trace import trace_of


def traced(
    reports: Sequence[FiledReport], statements: frozenset[Key], decided: Decided = UNDECIDED
) -> Estimate:
    """The interval behind the statements, and the sources that are certainly one."""
    trace = trace_of(reports, decided)
    found = trace.behind([(key.report, key.statement) for key in sorted(statements)])
    people = trace.case.people
    groups = (people.one_with(voice.person) for voice in trace.voices)
    merges = {frozenset(Ref(r.report, r.source) for r in group) for group in groups}
    interval = found.interval
    return Estimate(interval.lower, interval.upper, {m for m in merges if len(m) > 1})


def told(story: Story) -> Estimate:
    """The same once a reviewer has merged all sources who are one: what merging alone can give."""
    return traced(story.reports, story.statements, Decided(merged=tuple(_merges(story))))


def _merges(story: Story) -> list[tuple[Source, Source]]:
    """Sources that a report makes of two people are left as they are."""
    first: dict[frozenset[str], Source] = {}
    pairs = []
    for ref, who in sorted(story.people.items()):
        source = Source(ref.report, ref.source)
        if len(who) == 1 and first.setdefault(who, source) != source:
            pairs.append((first[who], source))
    return pairs
