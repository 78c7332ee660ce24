"""`merge`, `split`, `apart`, `independent`: who is one source, who is two, and how far apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final

import typer

from firsthand.case.judgements import (
    Answer,
    Checked,
    Shared,
    SourcesJudged,
    SourcesMerged,
    SourcesVerdict,
)
from firsthand.cli.console import complain
from firsthand.cli.opened import By, Reason, Where, sheet, writing
from firsthand.cli.recorded import record
from firsthand.errors import BadJudgement

Source = Annotated[
    str, typer.Argument(metavar="SOURCE", help="The start of its id, or a name only it bears.")
]


def merge(case: Where, one: Source, other: Source, reason: Reason = "", by: By = None) -> None:
    """Say that two sources are one person, group, body or document."""
    with writing(case, by) as opened:
        both = opened.find_source(one), opened.find_source(other)
        record(opened, SourcesMerged(*both, reason))
        persons = {row.person for row in opened.sources() if row.id in {r.source for r in both}}
        if len(persons) > 1:
            complain(_STILL_TWO)


_STILL_TWO: Final = (
    "They stay two for now: others who would then be one were set apart by somebody; "
    "`firsthand log` shows by whom, and `firsthand undo` takes that back."
)


def split(
    case: Where,
    source: Source,
    statements: Annotated[
        list[str], typer.Argument(metavar="STATEMENT...", help="Those that another makes.")
    ],
    name: Annotated[str, typer.Option(help="Who makes them, as the report names them.")],
    words: Annotated[
        str, typer.Option(metavar="QUOTE", help="The report's words for them, if no name.")
    ] = "",
    reason: Reason = "",
    by: By = None,
) -> None:
    """Say that some statements of a source are another's."""
    from firsthand.case.judging_report import split as apart

    with writing(case, by) as opened:
        found = opened.find_source(source)
        refs = [opened.find_statement(statement) for statement in statements]
        if any(ref.report != found.report for ref in refs):
            raise BadJudgement(opened.name, "the statements are not all of the source's report")
        ids = tuple(ref.statement for ref in refs)
        page = sheet(opened, found.report)
        record(opened, apart(page, found.source, ids, name, words=words, reason=reason))


def apart(case: Where, one: Source, other: Source, reason: Reason = "", by: By = None) -> None:
    """Say that two sources are two, whatever they have in common."""
    with writing(case, by) as opened:
        both = opened.find_source(one), opened.find_source(other)
        record(opened, SourcesJudged(*both, SourcesVerdict.APART, (), reason))


_POINTS: Final = ", ".join(point.value for point in Shared)
_ANSWERS: Final = "no, yes or not_known"


def independent(
    case: Where,
    one: Source,
    other: Source,
    checked: Annotated[
        list[str],
        typer.Option(
            metavar="POINT=ANSWER", help=f"Once for each of {_POINTS}; ANSWER is {_ANSWERS}."
        ),
    ],
    reason: Reason = "",
    by: By = None,
) -> None:
    """Say that two sources are independent, after looking for what they may have in common.

    Only a person says so. Any answer but "no" needs a --reason.
    """
    checklist = tuple(_checklist(checked))
    with writing(case, by) as opened:
        both = opened.find_source(one), opened.find_source(other)
        record(opened, SourcesJudged(*both, SourcesVerdict.INDEPENDENT, checklist, reason))


def _checklist(given: list[str]) -> Iterator[Checked]:
    for text in given:
        point, _, answer = text.replace("-", "_").partition("=")
        if point not in set(Shared) or answer not in set(Answer):
            wanted = f"{text!r} is not POINT=ANSWER; a point is one of {_POINTS}"
            raise typer.BadParameter(f"{wanted}, an answer one of {_ANSWERS}")
        yield Checked(Shared(point), Answer(answer))
