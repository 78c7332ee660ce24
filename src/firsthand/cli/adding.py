"""How reports enter a case: what is there already is not read, what is read is stored at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self

from firsthand.case.judgements import ReportCorrected, ReportField
from firsthand.cli.console import complain, put_json
from firsthand.cli.jobs import Failure, Task, read_all, task
from firsthand.export.case_words import short
from firsthand.export.words import counted
from firsthand.pipeline import Options, Reading

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.versions import Candidate


@dataclass(frozen=True, slots=True)
class There:
    """A document whose bytes are in the case already, as the report `report`."""

    document: str
    report: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of all the reports: fields that are then corrected by them."""

    fields: tuple[tuple[ReportField, str], ...]

    @classmethod
    def of(cls, **given: str | None) -> Self:
        """The fields that were given, by their names."""
        return cls(tuple((ReportField(name), str(v)) for name, v in given.items() if v))


class Adding:
    """One run of `add`: takes the outcomes in order, and counts them."""

    def __init__(self, case: Case, said: Said, options: Options, as_json: bool) -> None:
        self.case = case
        self.said = said
        self.options = options
        self.as_json = as_json
        self.failures: list[Failure] = []
        self.new: dict[str, str | None] = {}
        self.statements = 0
        self.there = 0

    def outcomes(self, documents: Iterable[str], jobs: int) -> Iterator[Reading | Failure | There]:
        """Each document's reading, or why there is none."""
        return read_all(map(self._task, documents), jobs)

    def _task(self, document: str) -> Task | Failure | There:
        """Its bytes are compared before anything is read."""
        found = task(document, self.options)
        if isinstance(found, Failure):
            return found
        known = self.case.knows(hashlib.sha256(found.received.content).hexdigest())
        return There(document, known) if known else found

    def take(self, outcome: Reading | Failure | There) -> None:
        """Stores a reading, and says what became of it when it is stored."""
        if isinstance(outcome, Failure):
            self.failures.append(outcome)
        elif isinstance(outcome, There):
            self._keep_said(outcome.report)
            self._took(outcome.report, outcome.document, new=False)
        else:
            self._store(outcome)

    def _store(self, reading: Reading) -> None:
        added, report = self.case.add(reading.record), reading.report
        self._keep_said(added.report)
        for warning in report.warnings:
            complain(f"{report.original.received_from}: {warning}")
        if added.new:
            self.new[added.report] = report.outlet
            self.statements += len(reading.statements)
        statements = len(reading.statements)
        self._took(
            added.report, report.original.received_from, new=added.new, statements=statements
        )

    def _keep_said(self, report: str) -> None:
        """Writes down what the user says of it, where nobody has said anything of that yet.

        So a run that was cut short between a report and its outlet is made whole by the next.
        """
        if not self.said.fields:
            return
        known = {field for field, _ in self.case.report(report).fields}
        for field, value in self.said.fields:
            if field not in known:
                self.case.record_event(ReportCorrected(report, field, value))

    def _took(self, report: str, file: str, *, new: bool, statements: int | None = None) -> None:
        self.there += not new
        if self.as_json:
            if statements is None:
                statements = len(self.case.report(report).statements)
            told = {"report": report, "file": file, "statements": statements, "new": new}
            put_json(json.dumps(told, ensure_ascii=True) + "\n")

    def summary(self) -> str:
        """The line at the end: "Added 11 reports to harbour.case: 214 statements, unreviewed"."""
        added = counted(len(self.new), "report")
        told = ", none reviewed" if self.statements else ""
        some = f": {counted(self.statements, 'statement')}{told}" if self.new else ""
        were = "was" if self.there == 1 else "were"
        there = f" {self.there} {were} there already." if self.there else ""
        return f"Added {added} to {self.case.name}{some}.{there}"

    def versions(self) -> Iterator[str]:
        """Which of the new reports may be versions of another; a person decides."""
        from firsthand.case.versions import proposed_versions

        if not self.new:
            return
        for first, second, share in proposed_versions(self._candidates()):
            if {first, second} & set(self.new) and not self._is_said(first, second):
                a, b, name = short(first), short(second), self.case.name
                yield (
                    f"{b} may be a version of {a} ({share:.0%} of the wording). Look with "
                    f"`firsthand diff {name} {a} {b}`, decide with "
                    f"`firsthand correct {name} {b} version_of {a}`."
                )

    def _candidates(self) -> list[Candidate]:
        """The reports of the outlets and addresses of the new ones."""
        from firsthand.case.versions import Candidate

        rows = self.case.reports()
        new = [row for row in rows if row.id in self.new]
        places = {p for row in new for p in (row.outlet, row.received_from) if p}
        near = (row for row in rows if {row.outlet, row.received_from} & places)
        return [
            Candidate(
                row.id,
                row.outlet,
                row.title,
                row.published,
                row.received_from,
                partial(self._wording, row.id),
            )
            for row in near
        ]

    def _wording(self, report: str) -> str:
        from firsthand.case.versions import wording

        return wording(self.case.report(report).record.report)

    def _is_said(self, one: str, other: str) -> bool:
        """Whether a person has said so already."""
        pairs = ((one, other), (other, one))
        return any(self.case.report(a).version_of == b for a, b in pairs)
