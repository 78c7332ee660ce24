"""Whom a report brings in as somebody new, where its outlet has spoken with both.

An outlet that has itself spoken with two knows that they are two, and an indefinite description
brings in somebody new (the novelty condition; Heim, 1982): in the Lantern, after "Mara Voss, a
cook, told the Lantern", "a docker told the Lantern" is not she; nor does an outlet give two names
to one person. A report of what other outlets have may show one person twice, and separates nobody.

Left in doubt: a description and then a name, for a lead says "a former guard" before the text
names him; one that fits the earlier description, or says no more than "a witness"; and after a
description in the lead every other, for the text brings in again whom the lead has brought in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.provenance.bodies_alike import Body, body_of
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.names_alike import Alike, alike
from firsthand.provenance.told import MOST, Pairs, Told
from firsthand.provenance.traits import VAGUE
from firsthand.sources.brought_in import is_indefinite

_WHY: Final = "brought in as somebody new by an outlet that spoke with both"
_ALIAS: Final = re.compile(r"\breal name is\b|\balias\b|\b(?:also|better) known as\b|\ba\.k\.a\b")
_SAYS_OF_ANOTHER: Final = re.compile(r"(?:[\w)],|\b(?:is|was|as|became|being)) $")
"""Words before a description that make it one of somebody who is named: "Mara Voss, a cook"."""


def brought_in(report: FiledReport, told: Sequence[Told]) -> Pairs:
    """The pairs of whom the later one is new."""
    speaking = [t for t in told if t.said and t.source.mentions]
    if len(speaking) < 2:
        return
    outlet = _Outlet.of(report, speaking)
    for number, one in enumerate(speaking):
        for other in speaking[max(0, number - MOST) : number]:
            if outlet.spoke_with(one, other) and _is_new(report, one, other):
                yield one, other, _WHY


@dataclass(frozen=True, slots=True)
class _Outlet:
    """The report's own outlet; `alone`: the report has nothing from any other."""

    own: Body
    has_notes: bool
    alone: bool

    @classmethod
    def of(cls, report: FiledReport, speaking: Sequence[Told]) -> _Outlet:
        own = body_of(report.outlet) if report.outlet else ()
        outlet = cls(own, report.kind is ReportKind.FOOTNOTED_REPORT, alone=False)
        leans = any(t.known.cites or outlet.passed_on(t) for t in speaking)
        credited = any(block.kind is BlockKind.CREDIT for block in report.blocks)
        return cls(own, outlet.has_notes, not (leans or credited))

    def spoke_with(self, one: Told, other: Told) -> bool:
        """Whether the words say that both told the outlet, or one did and no other is in it."""
        if self.passed_on(one) or self.passed_on(other):
            return False
        if self.alone and self.has_notes and one.known.codes and other.known.codes:
            return True
        told = (self.is_told(one), self.is_told(other))
        return all(told) or (self.alone and any(told))

    def is_told(self, one: Told) -> bool:
        """Whether the words say that it told the outlet."""
        bodies = (c.body for c in one.known.channels if c.span is not None)
        return any(self._is_own(body) for body in bodies)

    def passed_on(self, one: Told) -> bool:
        """Whether its words came through any other."""
        bodies = (c.body for c in one.known.channels if c.span is not None)
        return any(not self._is_own(body) for body in bodies)

    def _is_own(self, body: Body) -> bool:
        return bool(self.own) and (body == self.own or (len(body) == 1 and body[0] in self.own))


def _is_new(report: FiledReport, one: Told, other: Told) -> bool:
    """Whether the later one is not the earlier one under a second name or description."""
    if one.raw:
        return bool(other.raw) and _have_two_names(report, one, other)
    return (
        _introduces(report, one)
        and not (one.stems & other.stems) - VAGUE
        and (bool(other.raw) or (_tells(other) and not _in_lead(report, other)))
    )


def _have_two_names(report: FiledReport, one: Told, other: Told) -> bool:
    here, there = one.known.name, other.known.name
    if here is None or there is None or alike(here, there) is not Alike.DIFFERENT:
        return False
    return not _ALIAS.search(report.text)


def _introduces(report: FiledReport, one: Told) -> bool:
    """Whether its first mention is indefinite, and no description of somebody named."""
    first = min(one.source.mentions)
    before = report.text[max(0, first.start - 12) : first.start]
    is_own = not _SAYS_OF_ANOTHER.search(before)
    return is_own and _tells(one) and is_indefinite(report.words(first))


def _tells(one: Told) -> bool:
    """Whether the description says more than "a witness"."""
    return bool(one.stems - VAGUE)


def _in_lead(report: FiledReport, one: Told) -> bool:
    """Whether it is brought in by the headline or the first paragraph."""
    paragraphs = (b.span.end for b in report.blocks if b.kind is BlockKind.PARAGRAPH)
    return one.start < min(paragraphs, default=0)
