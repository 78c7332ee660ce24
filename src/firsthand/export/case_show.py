"""A report of a case in a terminal: its reading, with what people decided beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from firsthand.case.judgements import ReportCorrected, ReportField
from firsthand.case.state import Held, Logged, Review, State
from firsthand.evidence.statement import Record
from firsthand.export.apart import caveats_of
from firsthand.export.case_words import STYLES, beside, note, review, short, signed, withdrawn
from firsthand.export.listed import Listed, listed
from firsthand.export.shape import SCORES, loud, shape
from firsthand.export.terminal import about, apart, lines, people_table, under, who
from firsthand.export.terminal import beside as in_margin
from firsthand.export.terminal_table import LOUD_STYLE
from firsthand.export.told import DEFAULTS
from firsthand.export.visible import on_one_line
from firsthand.export.words import counted


@dataclass(frozen=True, slots=True)
class Stood:
    """A statement as it is listed, with its review and what stands beside it."""

    listed: Listed
    held: Held
    review: str
    beside: tuple[str, ...]


def standing(state: State) -> Record:
    """The record as people left it: corrected, and without what they rejected."""
    kept = tuple(h.now for h in state.statements if h.review is not Review.REJECTED)
    return replace(state.record, statements=kept, remarks=tuple(h.now for h in state.remarks))


def stood(state: State) -> tuple[Stood, ...]:
    """The statements that stand, numbered as in the text; then those that were rejected."""
    held = sorted(state.statements, key=lambda h: h.review is Review.REJECTED)
    record = replace(state.record, statements=tuple(h.now for h in held))
    return tuple(_stood(state, h, s) for h, s in zip(held, listed(record), strict=True))


def _stood(state: State, held: Held, s: Listed) -> Stood:
    known = s.about.removesuffix(f" · {Review.UNREVIEWED}")
    told = replace(s, about=f"{known} · {short(held.id)}")
    return Stood(told, held, review(held), tuple(beside(state, held)))


def shape_of(state: State, kept_back: str = "listed last") -> tuple[str, ...]:
    """The shape of the report with its review first: how much nobody has looked at."""
    counts = [h.review for h in state.statements]
    told = [f"{counts.count(r)} {r.value}" for r in Review if counts.count(r)]
    some = f"{counted(len(counts), 'statement')}: {', '.join(told) or 'none'}"
    rejected = f", those rejected are {kept_back}" if Review.REJECTED in counts else ""
    _, *rest = shape(standing(state))
    return (some + rejected, *rest)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def report_lines(state: State) -> Iterator[str]:
    """What people said of the report itself, and what re-reading could not place."""
    yield from (_field(x) for _, x in state.fields)
    yield from map(_sentence, map(withdrawn, state.withdrawn))
    yield from map(_sentence, map(note, state.notes))
    for lost in state.unplaced:
        yield f"Not found after re-reading: {short(lost.before)} “{on_one_line(lost.quote)}”"


def _field(x: Logged) -> str:
    assert isinstance(x.event, ReportCorrected)
    value = x.event.value
    if value and x.event.field in (ReportField.COPY_OF, ReportField.VERSION_OF):
        value = short(value)
    why = f": {on_one_line(x.event.reason)}" if x.event.reason else ""
    name = x.event.field.value.replace("_", " ").capitalize()
    return f"{name} “{on_one_line(value or 'not known')}” by {signed(x.entry)}{why}"


def picture(state: State, others: Sequence[str] = ()) -> RenderableType:
    """The whole report: what it is, who speaks, every statement, and what has no source.

    `others` are lines on its versions and copies.
    """
    record, statements = standing(state), stood(state)
    return Group(
        *_head(state, record, others),
        *people_table(record),
        *_statements(record, statements),
        *apart(record),
    )


def _head(state: State, record: Record, others: Sequence[str]) -> Iterator[RenderableType]:
    report = record.report
    yield Rule(Text(on_one_line(state.original.received_from), style="bold"), align="left")
    if report.title:
        yield Text(on_one_line(report.title), style="bold")
    yield Text(f"{state.report} · {about(report)}", style="dim")
    yield Text(f"added by {signed(state.added)} · read by {on_one_line(state.reader)}", style="dim")
    yield from (Text(f"{told}.", style="yellow") for told in shape_of(state))
    yield from (Text(told.upper(), style=LOUD_STYLE) for told in loud(record))
    yield from (Text(told, style="magenta") for told in (*report_lines(state), *others))
    yield Text(SCORES, style="dim")
    yield from (Text(f"Note: {on_one_line(w)}", style="yellow") for w in report.warnings)
    yield Text()


def _statements(record: Record, statements: Sequence[Stood]) -> Iterator[RenderableType]:
    if statements:
        yield Text(DEFAULTS, style="dim")
        yield Text()
    caveats = caveats_of(record)
    for s in statements:
        yield from statement(s, caveats.get(s.listed.number, ()))


def statement(s: Stood, caveats: Iterable[str] = ()) -> Iterator[RenderableType]:
    """One statement: who, the marks, the words, their evidence; then where its review stands."""
    yield in_margin(str(s.listed.number), who(s.listed))
    limits = {s.listed.number: tuple(caveats)} if caveats else {}
    yield from (under(line) for line in lines(s.listed, limits))
    yield from (under(Text(line, style="magenta")) for line in s.beside)
    yield Padding(
        Text.assemble((s.review, STYLES[s.held.review]), (f" · {s.listed.about}", "dim")),
        (0, 0, 1, 5),
    )
