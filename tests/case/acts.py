"""Everything that can be done to a case, drawn by chance for tests that hold of any sequence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from firsthand.case import judgements as j
from firsthand.case.casefile import Case
from firsthand.case.moving import Move, moved
from firsthand.case.state import Held, State
from firsthand.errors import CaseError, NotInCase
from firsthand.evidence.values import Basis, BasisKind, By, Force, ForceLevel, Relay, RelayKind
from firsthand.ingest.report import BlockKind
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import Source, SourceKind
from firsthand.text import Span
from tests.case.made import newer, record

REPORTS: Final = 4
Act = tuple[str, int, int]
Deed = Callable[[Case, State, int, int], object]


def perform(case: Case, act: Act) -> bool:
    """Does something, or finds it refused with one line; gives whether it was done."""
    name, a, b = act
    try:
        rows = case.reports()
        if name == "add" or not rows:
            case.add(record(a % REPORTS))
        else:
            DEEDS[name](case, case.report(rows[a % len(rows)].id), a, b)
    except CaseError as error:
        assert "\n" not in str(error)
        return False
    return True


def _held(state: State, n: int) -> Held:
    every = list(state.all)
    if not every:
        raise NotInCase(state.report, "nothing is left to be judged")
    return every[n % len(every)]


def _ids(state: State, n: int) -> tuple[str, str]:
    return state.report, _held(state, n).id


def _ref(state: State, n: int) -> j.SourceRef:
    return j.SourceRef(state.report, state.sources[n % len(state.sources)].id)


def _somebody(state: State, n: int) -> Source:
    """A source that a person names, at words of the report."""
    return Source(
        f"{state.report[:8]}{n % 3:08d}", "Nobody", SourceKind.NAMED_PERSON, (Span(0, 4),)
    )


def _judge(case: Case, state: State, a: int, b: int) -> object:
    return case.record_event(j.Judged(*_ids(state, b), list(j.Verdict)[a % 3]))


def _spans(case: Case, state: State, a: int, b: int) -> object:
    attribution = _held(state, b).now.attribution
    content = (Span(attribution.content[0].start, attribution.content[0].start + 1 + a % 5),)
    return case.record_event(j.SpansCorrected(*_ids(state, b), (), attribution.cue, content))


def _speaker(case: Case, state: State, a: int, b: int) -> object:
    known = state.sources[a % len(state.sources)] if state.sources else None
    speaker = (known, None, _somebody(state, a))[a % 3]
    return case.record_event(j.SpeakerCorrected(*_ids(state, b), speaker))


def _basis(case: Case, state: State, a: int, b: int) -> object:
    spans = _held(state, b).now.attribution.content[:1]
    return case.record_event(
        j.BasisCorrected(*_ids(state, b), Basis(list(BasisKind)[a % 6], By.SOURCE, spans))
    )


def _force(case: Case, state: State, a: int, b: int) -> object:
    return case.record_event(j.ForceCorrected(*_ids(state, b), Force(list(ForceLevel)[a % 4])))


def _kind(case: Case, state: State, a: int, b: int) -> object:
    return case.record_event(j.KindCorrected(*_ids(state, b), list(AttributionKind)[a % 3]))


def _via(case: Case, state: State, a: int, b: int) -> object:
    relay = Relay("boat", RelayKind.OUTLET, Span(8, 12))
    return case.record_event(j.ViaCorrected(*_ids(state, b), (relay,) * (a % 2)))


def _attribute(case: Case, state: State, a: int, b: int) -> object:
    like = _held(state, b).now
    content = (Span(b, b + 5),)
    made = replace(like.attribution, id=f"{state.report[:8]}f{b:07d}", content=content)
    speaker = _somebody(state, a) if a % 2 else None
    return case.record_event(
        j.StatementAdded(state.report, replace(like, attribution=made), speaker)
    )


def _merge(case: Case, state: State, a: int, b: int) -> object:
    rows = case.reports()
    other = case.report(rows[b % len(rows)].id)
    return case.record_event(j.SourcesMerged(_ref(state, a), _ref(other, b)))


def _judged(case: Case, state: State, a: int, b: int) -> object:
    """Two sources said to be two, or independent; now and then the list lacks a point."""
    rows = case.reports()
    other = case.report(rows[b % len(rows)].id)
    verdict = list(j.SourcesVerdict)[a % 2]
    points = list(j.Shared)[a % 5 == 4 :] if verdict is j.SourcesVerdict.INDEPENDENT else []
    checklist = tuple(j.Checked(point, list(j.Answer)[b % 3]) for point in points)
    event = j.SourcesJudged(_ref(state, a), _ref(other, b), verdict, checklist, "asked them")
    return case.record_event(event)


def _split(case: Case, state: State, a: int, b: int) -> object:
    ref, statement = _ref(state, a), _held(state, b).id
    return case.record_event(
        j.SourceSplit(state.report, ref.source, (statement,), _somebody(state, b))
    )


def _withdraw(case: Case, state: State, a: int, b: int) -> object:
    kind = list(j.WithdrawalKind)[a % 4]
    source = _ref(state, b).source if kind is j.WithdrawalKind.RECANTATION else None
    of_one = kind is j.WithdrawalKind.DISOWNED
    statements = (_held(state, b).id,) if of_one else ()
    return case.record_event(j.Withdrawn(state.report, kind, source, statements))


def _note(case: Case, state: State, a: int, b: int) -> object:
    statement = _held(state, b).id if a % 2 else None
    return case.record_event(j.Noted(state.report, statement, f"note {a}"))


def _field(case: Case, state: State, a: int, b: int) -> object:
    field = list(j.ReportField)[b % 5]
    value = ("2023-03-0" + str(1 + a % 9)) if field is j.ReportField.DATE else f"value {a % 3}"
    value = "news" if field is j.ReportField.KIND else value
    return case.record_event(j.ReportCorrected(state.report, field, value if a % 4 else None))


def _copy(case: Case, state: State, a: int, b: int) -> object:
    rows = case.reports()
    field = j.ReportField.COPY_OF if a % 2 else j.ReportField.VERSION_OF
    return case.record_event(j.ReportCorrected(state.report, field, rows[b % len(rows)].id))


def _block(case: Case, state: State, a: int, b: int) -> object:
    blocks = state.record.report.blocks
    span = blocks[b % len(blocks)].span
    return case.record_event(j.BlockCorrected(state.report, span, list(BlockKind)[a % 13]))


def _undo(case: Case, state: State, a: int, b: int) -> object:
    last = case.head().number
    return case.undo(max(1, last - b % 12), "a slip")


def _remove(case: Case, state: State, a: int, b: int) -> object:
    return case.remove(state.report, "asked for")


def _number(state: State) -> int:
    return int(state.original.received_from.split("-")[1].split(".")[0])


def _reread(case: Case, state: State, a: int, b: int) -> object:
    return case.reread(newer(_number(state), without=2 + b % 3))


def _moved(case: Case, state: State, a: int, b: int) -> object:
    """A newer reader that also takes the text otherwise: some words more at its start."""
    old = newer(_number(state), without=4)
    text = "Read anew.\n\n" * (1 + b % 2) + old.report.text
    new = moved(old, Move.of(old.report.text, text))
    assert new is not None
    return case.reread(replace(new, report=replace(new.report, text=text)))


DEEDS: Final[dict[str, Deed]] = {
    "judge": _judge, "spans": _spans, "speaker": _speaker, "basis": _basis, "force": _force,
    "kind": _kind, "via": _via, "attribute": _attribute, "merge": _merge, "judged": _judged,
    "split": _split, "withdraw": _withdraw, "note": _note, "field": _field, "copy": _copy,
    "block": _block, "undo": _undo, "remove": _remove, "reread": _reread, "moved": _moved,
}  # fmt: skip
NAMES: Final = ("add", "add", *DEEDS, "undo", "judge", "judge")
