"""Codes under which interviews are cited: two footnotes to one code are one person.

"Interview NH-03 with Ada Lem" gives the code to her alone; a code that names nobody belongs to
whoever the words before its note, or the statement's channel, lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.provenance.filed import FiledReport, FiledSource, FiledStatement
from firsthand.provenance.names_alike import Alike, Name, alike, name_of
from firsthand.text import Span

_SURE: Final = (Alike.SAME, Alike.COMMON, Alike.LONGER, Alike.HEARD, Alike.INITIALS)
_CODED: Final = (
    r"(?:[Ii]nterview(?:ee)?|[Tt]estimony|[Tt]estimonies|[Ww]itness|[Ss]ubmission|[Aa]ffidavit"
    r"|[Ss]tatement|[Ss]urvivor|[Ss]ource)(?: (?:no\.?|number|code[d]?))? "
)
_CODE: Final = re.compile(
    _CODED + r"(?P<code>[A-Z]{1,6}\d{0,4}(?:[-/.–][A-Z0-9]{1,6}){1,4}|[A-Z]{1,5}\d{1,5}|\d{1,5})\b"
    r"(?: with (?P<with>[^,;()\n]{2,60}))?"
)


@dataclass(frozen=True, slots=True)
class Code:
    """A code with the words that cite it; `whose` is the name that it is given to."""

    key: str
    span: Span
    whose: Name | None


def codes_of(report: FiledReport) -> tuple[Code, ...]:
    """Every code that the report cites, in order. A bare number holds within its report alone."""
    return tuple(_code(report, found) for found in _CODE.finditer(report.text))


def _code(report: FiledReport, found: re.Match[str]) -> Code:
    code = re.sub(r"[^A-Z0-9]", "", found["code"])
    key = f"{report.id}:{code}" if code.isdigit() else code
    whose = name_of(found["with"]) if found["with"] and found["with"][0].isupper() else None
    return Code(key, Span(*found.span()), whose)


def codes_for(
    report: FiledReport,
    codes: tuple[Code, ...],
    source: FiledSource,
    name: Name | None,
    statements: tuple[FiledStatement, ...],
) -> tuple[Code, ...]:
    """The codes of one source: those given to its name, else those that its words lead to."""
    if not codes:
        return ()
    given = {code.key: code.whose for code in codes if code.whose}
    told = [*_of_mentions(codes, source), *_of_statements(report, codes, statements)]
    own = [code for code in codes if code.whose and name and _is(code.whose, name)]
    led = [code for code in told if code.key not in given]
    own_words = [code for code in told if any(m.overlaps(code.span) for m in source.mentions)]
    return tuple({code.key: code for code in (*own_words, *led, *own)}.values())


def _is(one: Name, other: Name) -> bool:
    """Whether two names are one as they stand; a bare name that may be another's is not enough."""
    return bool(one.keys & other.keys) or alike(one, other) in _SURE


def _of_mentions(codes: tuple[Code, ...], source: FiledSource) -> Iterator[Code]:
    for mention in source.mentions:
        yield from (code for code in codes if mention.overlaps(code.span))


def _of_statements(
    report: FiledReport, codes: tuple[Code, ...], statements: tuple[FiledStatement, ...]
) -> Iterator[Code]:
    """By the channel that a statement names, and by the note whose mark stands right behind it."""
    for statement in statements:
        spans = [relay.span for relay in statement.via]
        ends = [span.end for span in statement.content]
        spans += [n.body for n in report.notes if any(_behind(report, e, n.mark) for e in ends)]
        yield from (code for code in codes if any(span.overlaps(code.span) for span in spans))


def _behind(report: FiledReport, end: int, mark: Span) -> bool:
    """Whether a note's mark stands at the end of the words, with nothing but signs between."""
    between = report.text[end : mark.start]
    return 0 <= mark.start - end <= 3 and not re.search(r"\w", between)
