"""The rows of a report's tables: what lists and searches are made from, from what holds of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from firsthand.case.schema import (
    PASSAGE,
    REPORT,
    SOURCE,
    STATEMENT,
    TOLD_IN,
    passage_id,
)
from firsthand.case.state import Held, Review, State
from firsthand.case.tokens import normalised
from firsthand.ingest.report import Report
from firsthand.text import Span

Row = dict[str, Any]

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one report, a list a table."""

    report: tuple[Row, ...]
    source: tuple[Row, ...]
    statement: tuple[Row, ...]
    passage: tuple[Row, ...]
    told_in: tuple[Row, ...]

    def by_table(self) -> Iterator[tuple[Any, tuple[Row, ...]]]:
        """Each table with its rows."""
        yield REPORT, self.report
        yield SOURCE, self.source
        yield STATEMENT, self.statement
        yield PASSAGE, self.passage
        yield TOLD_IN, self.told_in


def storable(text: str) -> str:
    """The text as both stores take it: what they do not is U+FFFD, one for one."""
    return _UNSTORABLE.sub("\ufffd", text)


def rows_of(state: State | None) -> Rows:
    """All rows of the report; none where nothing holds of it."""
    if state is None:
        return Rows((), (), (), (), ())
    statements = tuple(_statements(state))
    told_in = sorted(_told_in(state, statements), key=itemgetter("passage", "statement"))
    return Rows(
        report=(_report(state),),
        source=tuple(_sources(state)),
        statement=statements,
        passage=tuple(_passages(state)),
        told_in=tuple(told_in),
    )


def _report(state: State) -> Row:
    report, original = state.record.report, state.original
    known = {"title": report.title, "outlet": report.outlet, "author": report.byline}
    return {
        "id": state.report,
        "added": state.added.number,
        "reading": state.reading.number,
        "reader": state.reader,
        "sha256": original.sha256,
        "media_type": original.media_type,
        "received_from": storable(original.received_from),
        "received_at": original.received_at.isoformat(timespec="seconds"),
        "kind": report.kind.value,
        "published": report.published,
        "language": report.language,
        "copy_of": state.copy_of,
        "version_of": state.version_of,
        "withdrawn": " ".join(sorted({w.event.kind.value for w in state.withdrawn})),
        "statements": len(state.statements),
        "unreviewed": sum(h.review is Review.UNREVIEWED for h in state.statements),
        "unplaced": len(state.unplaced),
        "outlet_words": normalised(storable(report.outlet or "")),
        **{name: value and storable(value) for name, value in known.items()},
    }


def _sources(state: State) -> Iterator[Row]:
    spoken = Counter(h.now.speaker.source for h in _standing(state))
    for source in sorted(state.sources, key=lambda source: source.id):
        name = storable(source.name)
        yield {
            "id": source.id,
            "report": state.report,
            "name": name,
            "kind": source.kind.value,
            "statements": spoken[source.id],
            "words": normalised(name),
        }


def _standing(state: State) -> Iterable[Held]:
    return (h for h in state.statements if h.review is not Review.REJECTED)


def _statements(state: State) -> Iterator[Row]:
    names = {source.id: storable(source.name) for source in state.sources}
    for position, held in enumerate(state.statements, 1):
        s = held.now
        yield {
            "id": held.id,
            "report": state.report,
            "position": position,
            "source": s.speaker.source,
            "speaker": names.get(s.speaker.source or "", ""),
            "quote": _quote(state.record.report, held),
            "kind": s.attribution.kind.value,
            "basis": s.basis.kind.value,
            "force": s.force.level.value,
            "polarity": s.force.polarity.value,
            "review": held.review.value,
            "withdrawn": " ".join(sorted({w.event.kind.value for w in held.withdrawn})),
        }


def _quote(report: Report, held: Held) -> str:
    return storable(" … ".join(report.words(span) for span in held.now.attribution.content))


def _passages(state: State) -> Iterator[Row]:
    report = state.record.report
    for position, block in enumerate(report.blocks):
        yield {
            "id": passage_id(state.added.number, position),
            "report": state.report,
            "position": position,
            "start": block.span.start,
            "end": block.span.end,
            "kind": block.kind.value,
            "text": storable(report.words(block.span)),
        }


def _told_in(state: State, statements: Iterable[Row]) -> Iterator[Row]:
    """Each statement once for every passage that its content stands in."""
    content = {held.id: held.now.attribution.content for held in state.statements}
    blocks = [block.span for block in state.record.report.blocks]
    ends = [span.end for span in blocks]
    for row in statements:
        told = {name: row[name] for name in _TOLD}
        spans = content[row["id"]]
        for position in {p for s in spans for p in _over(s, ends) if blocks[p].overlaps(s)}:
            passage = passage_id(state.added.number, position)
            yield {"passage": passage, "statement": row["id"], **told}


_TOLD: Final = ("report", "source", "kind", "basis", "force", "review", "withdrawn")


def _over(span: Span, ends: Sequence[int]) -> range:
    """The positions of the blocks that a span runs over, and one more maybe."""
    return range(bisect_right(ends, span.start), min(bisect_left(ends, span.end) + 1, len(ends)))
