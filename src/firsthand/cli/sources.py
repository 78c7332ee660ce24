"""`firsthand merge` and `firsthand split`: who is one source, and who is not."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.case.judgements import SourcesMerged
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
