"""What people decide: events that stand beside the machine's answer and never replace it.

The latest on one thing holds, the earlier ones stay in the log (the way of nomenklatura's
resolver). Every one may carry a reason.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from firsthand.case.events import Single
from firsthand.evidence.statement import Statement
from firsthand.evidence.values import Basis, Force, Relay
from firsthand.ingest.report import BlockKind
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import Source
from firsthand.text import Span


class Verdict(StrEnum):
    """What a person says of a proposed statement."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"


class ReportField(StrEnum):
    """What a person can set right about a report."""

    TITLE = "title"
    OUTLET = "outlet"
    AUTHOR = "author"
    DATE = "date"
    KIND = "kind"
    COPY_OF = "copy_of"
    VERSION_OF = "version_of"


class WithdrawalKind(StrEnum):
    """How something that was said was taken back."""

    CORRECTION = "correction"
    RETRACTION = "retraction"
    RECANTATION = "recantation"
    DISOWNED = "disowned"


@dataclass(frozen=True, slots=True)
class ReportCorrected(Single):
    """A field of the report; None says that it is not known. Copy and version name a report."""

    field: ReportField
    value: str | None
    reason: str = ""

    @property
    def reports(self) -> tuple[str, ...]:
        """The report, and the one it is a copy or a version of."""
        if self.field in (ReportField.COPY_OF, ReportField.VERSION_OF) and self.value:
            return (self.report, self.value)
        return (self.report,)


@dataclass(frozen=True, slots=True)
class BlockCorrected(Single):
    """What a part of the page is; `block` is its span in the text."""

    block: Span
    kind: BlockKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged(Single):
    """A verdict on one statement, by the id of its attribution."""

    statement: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SpansCorrected(Single):
    """Which words are source, cue and content."""

    statement: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerCorrected(Single):
    """Who speaks: a source of the report, or one that a person adds to it; None is nobody."""

    statement: str
    speaker: Source | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KindCorrected(Single):
    """Whether the content is a direct quotation."""

    statement: str
    kind: AttributionKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BasisCorrected(Single):
    """How the source would know."""

    statement: str
    basis: Basis
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ForceCorrected(Single):
    """How strongly it is put."""

    statement: str
    force: Force
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ViaCorrected(Single):
    """Through whom it reached the page, nearest the report first."""

    statement: str
    via: tuple[Relay, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StatementAdded(Single):
    """A statement that the reader missed; `speaker` is its source where it has one."""

    statement: Statement
    speaker: Source | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source of one report."""

    report: str
    source: str


@dataclass(frozen=True, slots=True)
class SourcesMerged:
    """Two sources, of one report or of two, are one person, group, body or document."""

    one: SourceRef
    other: SourceRef
    reason: str = ""

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports of both."""
        return tuple(dict.fromkeys((self.one.report, self.other.report)))


class SourcesVerdict(StrEnum):
    """What a person says of two sources; that they are one is `SourcesMerged`."""

    APART = "apart"
    INDEPENDENT = "independent"


class Shared(StrEnum):
    """What two sources may have in common, and a person must have looked for before that word.

    The list of the design, after the EUAA and ACCORD manuals: corroboration, false corroboration.
    """

    COMMON_INFORMANT = "common_informant"
    JOINT_INTERVIEW = "joint_interview"
    SAME_INTERMEDIARY = "same_intermediary"
    KINSHIP = "kinship"
    PAYMENT = "payment"


class Answer(StrEnum):
    """Whether they have it in common."""

    NO = "no"
    YES = "yes"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Checked:
    """A point of the list and what the person found."""

    point: Shared
    answer: Answer


@dataclass(frozen=True, slots=True)
class SourcesJudged:
    """Two sources, of one report or of two, are truly two; or they are independent besides.

    `checklist` has every point of `Shared` once where they are called independent; any answer
    but `no` then needs a reason. Whoever is independent of another is apart from them too.
    """

    one: SourceRef
    other: SourceRef
    verdict: SourcesVerdict
    checklist: tuple[Checked, ...] = ()
    reason: str = ""

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports of both."""
        return tuple(dict.fromkeys((self.one.report, self.other.report)))


@dataclass(frozen=True, slots=True)
class SourceSplit(Single):
    """Some statements of `source` are another's: `into`, whom a person adds to the report."""

    source: str
    statements: tuple[str, ...]
    into: Source
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn(Single):
    """Something was taken back: the report, one source's statements, or some statements.

    A correction or retraction is the outlet's and of the whole report; a recantation is a
    source's; a quotation is disowned by the one who is quoted. `on` is when, as far as known.
    """

    kind: WithdrawalKind
    source: str | None = None
    statements: tuple[str, ...] = ()
    on: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Noted(Single):
    """A note on a report, or on one statement of it."""

    statement: str | None
    text: str
