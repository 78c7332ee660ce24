"""What of a trace is shown, and what every rendering of it looks up."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from firsthand.evidence.values import CircumstanceKind
from firsthand.export.case_words import file_name
from firsthand.export.visible import on_one_line
from firsthand.export.words import LOUD
from firsthand.provenance.accounts import Whose
from firsthand.provenance.case import Key
from firsthand.provenance.filed import FiledReport, FiledStatement
from firsthand.provenance.person import Ref
from firsthand.provenance.trace import Group, Trace, false_corroboration
from firsthand.provenance.voices import Voice
from firsthand.provenance.wording import Passage

if TYPE_CHECKING:
    from firsthand.case.judgements import SourceRef, SourcesJudged
    from firsthand.case.state import Signed
    from firsthand.case.tracing import Traced

GROUPED: Final = (
    "Statements are grouped by shared wording; grouping by meaning comes with allegations."
)
NOT_HELD: Final = "What the case file does not hold is not counted."
FOUND: Final = "originating sources found in this case file"


@dataclass(frozen=True)
class View:
    """Sources and groups of statements; `whole` also what the reports have from each other.

    `single` also shows what one report alone carries.
    """

    traced: Traced
    voices: tuple[Voice, ...]
    groups: tuple[Group, ...]
    whole: bool = True
    single: bool = False

    @property
    def trace(self) -> Trace:
        """The trace itself."""
        return self.traced.trace

    @property
    def carried(self) -> tuple[Group, ...]:
        """The groups that are listed, what most reports carry first."""
        found = (g for g in self.groups if self.single or len(g.reports) > 1)
        return tuple(sorted(found, key=lambda g: (-len(g.reports), self._begins(g))))

    def _begins(self, group: Group) -> tuple[tuple[str, str], int, str]:
        first = self.first(group)
        begins = self.statements[first].content
        return (*_by_date(self.report(first[0])),), begins[0].start if begins else 0, group.id

    @cached_property
    def statements(self) -> dict[Key, FiledStatement]:
        """Every statement by its report and id."""
        reports = self.trace.reports.values()
        return {(report.id, s.id): s for report in reports for s in report.statements}

    @cached_property
    def _voices(self) -> dict[Ref, Voice]:
        return {ref: voice for voice in self.trace.voices for ref in voice.refs}

    @property
    def independent(self) -> tuple[Signed[SourcesJudged], ...]:
        """Where a reviewer said that word."""
        return self.traced.filed.independent

    def report(self, report: str) -> FiledReport:
        """A report by its id."""
        return self.trace.reports[report]

    def file(self, report: str) -> str:
        """What its file is called."""
        return file_name(self.report(report).file)

    def channel(self, name: str) -> str:
        """A channel; a report without an outlet stands for itself, without its folders."""
        return file_name(name) if name in self._files else on_one_line(name)

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(report.file for report in self.trace.reports.values())

    def person(self, ref: Ref | SourceRef) -> Ref:
        """The source that stands for all who are certainly one with it."""
        return self.trace.case.people.person(Ref(ref.report, ref.source))

    def name(self, ref: Ref | SourceRef) -> str:
        """What a source is called, by the fullest name of those who may be shown as one."""
        voice = self._voices.get(Ref(ref.report, ref.source))
        found = voice.name if voice else self._own_name(ref)
        return on_one_line(found)

    def _own_name(self, ref: Ref | SourceRef) -> str:
        report = self.trace.reports.get(ref.report)
        names = (s.name for s in report.sources if s.id == ref.source) if report else ()
        return next(iter(names), ref.source)

    def originator(self, whose: Whose) -> str:
        """Whose account it is; an informant has no name, and may have a word such as "brother"."""
        name, informant = self.name(whose.ref), on_one_line(whose.informant)
        return f"{informant}, from whom {name} has it" if informant else name

    def first(self, group: Group) -> Key:
        """The statement of a group that was published first."""
        return min(group.statements, key=lambda key: (_by_date(self.report(key[0])), key))

    def content(self, key: Key) -> str:
        """What a statement says."""
        report = self.report(key[0])
        told = (on_one_line(report.words(span)) for span in self.statements[key].content)
        return " […] ".join(told)

    def loud(self, keys: Iterable[Key]) -> tuple[CircumstanceKind, ...]:
        """The loud circumstances of some statements, the gravest first."""
        found = {kind for key in keys for kind in self.statements[key].circumstances}
        return tuple(kind for kind in LOUD if kind in found)

    def loud_at(self, passage: Passage) -> tuple[CircumstanceKind, ...]:
        """Those of the statements whose words stand in a passage."""
        report = self.report(passage.report)
        return self.loud(
            (report.id, s.id)
            for s in report.statements
            if any(span.overlaps(passage.span) for span in s.content)
        )


def _by_date(report: FiledReport) -> tuple[str, str]:
    return report.published.isoformat() if report.published else "9999", report.id


def everything(traced: Traced) -> View:
    """All of it."""
    return View(traced, traced.trace.voices, traced.trace.groups)


def of_source(view: View, named: Collection[Ref]) -> View:
    """Some sources, those who are one with them, and what they have a part in saying."""
    wanted = set(named)
    voices = tuple(v for v in view.voices if wanted & set(v.refs))
    refs = {r for voice in voices for r in voice.refs}
    said = {key for key, s in view.statements.items() if Ref(key[0], s.source or "") in refs}
    groups = tuple(group for group in view.groups if said & set(group.statements))
    return replace(view, voices=voices, groups=groups, whole=False, single=True)


def only_false(view: View) -> View:
    """What looks corroborated and may rest on one originating source."""
    shown = {group.id for group in view.groups}
    found = tuple(g for g in false_corroboration(view.trace) if g.id in shown)
    return replace(view, voices=(), groups=found, whole=False, single=False)
