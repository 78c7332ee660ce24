"""Headline and subheadings, told by size and weight; and blocks that run over a page break."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from firsthand.ingest.pdf_blocks import LABEL, Group, continues
from firsthand.ingest.pdf_lines import Page
from firsthand.ingest.pdf_measure import Measure, right_edges
from firsthand.ingest.report import BlockKind

HEADLINE = 1.15  # of the body's size, at least
LARGER = 1.08  # of the body's size, at least: a subheading
MOST = 200  # characters that a heading may have

_BULLET = re.compile(r"[•●▪■◦‣·*]\s")
_OTHER = re.compile(r"(?:by|photo|foto|source|published|updated)\b", re.IGNORECASE)


def with_heads(groups: list[Group], measure: Measure, first: Page) -> list[Group]:
    """The blocks with the headline and the subheadings named, where size or weight is plain."""
    head = _headline(groups, measure, first)
    return [
        group.as_kind(BlockKind.HEADLINE) if group is head else _subheading(group, measure)
        for group in groups
    ]


def _headline(groups: list[Group], measure: Measure, first: Page) -> Group | None:
    """The largest words in the upper half of page 1; bold ones only where they come first."""
    upper = [
        x
        for x in groups
        if x.kind is None
        and x.first.page == first.number
        and x.first.base > first.height / 2
        and _words(x)
    ]
    largest = max((x.first.size for x in upper), default=0.0)
    if largest >= HEADLINE * measure.body:
        return next(x for x in upper if x.first.size == largest)
    bold = upper and upper[0] is groups[0] and _stands_out(upper[0], measure)
    return upper[0] if bold else None


def _words(group: Group) -> str:
    """The words of a block short enough to be a heading and with a letter in them, or nothing."""
    words = " ".join(line.words for line in group.lines)
    return words if len(words) <= MOST and any(c.isalpha() for c in words) else ""


def _stands_out(group: Group, measure: Measure) -> bool:
    larger = all(line.size >= LARGER * measure.body for line in group.lines)
    bold = not measure.bold and all(line.bold for line in group.lines)
    return larger or (bold and group.first.size >= 0.93 * measure.body)


def _subheading(group: Group, measure: Measure) -> Group:
    words = _words(group)
    if group.kind is not None or not words or not _stands_out(group, measure):
        return group
    if len(group.lines) > 3 or words.endswith((".", ",", ";")) or _BULLET.match(words):
        return group
    return group if _OTHER.match(words) else group.as_kind(BlockKind.SUBHEADING)


def run_over(pages: Iterable[list[Group]]) -> list[list[Group]]:
    """The blocks of each page, with a block that runs over a page break whole on its first."""
    made: list[list[Group]] = []
    for groups in pages:
        rest = list(groups)
        before = next((page for page in reversed(made) if page), None)
        if before and rest and _runs_over(before[-1], rest[0]):
            before[-1] = replace(before[-1], lines=before[-1].lines + rest.pop(0).lines)
        made.append(rest)
    return made


def _runs_over(last: Group, first: Group) -> bool:
    heading = first.kind is not None or LABEL.match(first.first.words)
    if heading or first.first.page - last.last.page != 1:
        return False
    edge = right_edges(list(last.lines))[-1]
    return continues(last, first.first, edge)
