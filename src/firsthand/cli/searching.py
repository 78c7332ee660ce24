"""`firsthand search`: passages of a case, with the words marked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.console import put, put_json, say
from firsthand.cli.opened import AsJson, Where, reading

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.export.case_search import Loud

HELP = """Find passages: words, "a phrase", beginn*, -not; and fields.

source: outlet: date:2018-02..2018-05 basis: kind: force: review: report: document: withdrawn:yes
"""


def search(
    case: Where,
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help="What to look for.")],
    limit: Annotated[int, typer.Option(min=1, help="Passages shown at most.")] = 50,
    as_json: AsJson = False,
) -> None:
    from firsthand.export import case_search
    from firsthand.export.jsonl import as_line

    with reading(case) as opened:
        results, loud = opened.search(" ".join(query), limit=limit), _loud(opened)
        if as_json:
            for hit in results.hits:
                put_json(as_line(case_search.member(hit, loud)))
            return
        for picture in case_search.pictures(results, loud):
            put(picture)
        say(f"{case_search.total(results)}.")


search.__doc__ = HELP


def _loud(case: Case) -> Loud:
    """The loud circumstances of the statements of a report, each report looked at once."""
    from firsthand.export.case_words import loud_words

    @lru_cache(maxsize=64)
    def of_report(report: str) -> dict[str, tuple[str, ...]]:
        return {held.id: loud_words(held) for held in case.report(report).all}

    return lambda report, statement: of_report(report).get(statement, ())
