"""The report's text as blocks of marked pieces, ready for a template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from firsthand.evidence.statement import Record
from firsthand.export.apart import Section
from firsthand.export.marking import Edge, Piece, edges, marks_of, pieces
from firsthand.export.told import loud_kinds
from firsthand.export.visible import visible
from firsthand.export.words import CIRCUMSTANCES
from firsthand.ingest.report import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a mark begins: its label, and in what loud circumstances its words were spoken."""

    label: str
    loud: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """Words to show, with the classes of their roles and what begins there."""

    words: str
    roles: str
    opens: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of the text, cut into its pieces."""

    kind: str
    label: str
    pieces: tuple[MarkedPiece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks: of the report, or of the page around it, which is shown folded."""

    folded: bool
    blocks: tuple[MarkedBlock, ...]


def stretches(record: Record, sections: Iterable[Section]) -> Iterator[Stretch]:
    """The text from its beginning to its end."""
    blocks = _blocks(record, sections)
    for folded, run in groupby(blocks, key=lambda b: b.kind == BlockKind.BOILERPLATE.value):
        yield Stretch(folded, tuple(run))


def _blocks(record: Record, sections: Iterable[Section]) -> Iterator[MarkedBlock]:
    found, loud = edges(marks_of(record, sections)), _loud(record)
    places = [edge.at for edge in found]
    for block in record.report.blocks:
        low = bisect_left(places, block.span.start)
        high = bisect_left(places, block.span.end + 1)
        mine = [edge for edge in found[low:high] if _lies_in(edge, block)]
        cut = (_marked(record, piece, loud) for piece in pieces(block.span, mine))
        yield MarkedBlock(block.kind.value, block.kind.value.replace("_", " "), tuple(cut))


def _lies_in(edge: Edge, block: Block) -> bool:
    """A beginning at a block's end is the next block's, an end at its beginning the last one's."""
    return edge.at < block.span.end if edge.is_start else edge.at > block.span.start


def _loud(record: Record) -> Mapping[str, tuple[str, ...]]:
    """The loud circumstances of each statement that has any, by its label."""
    return {
        str(number): tuple(CIRCUMSTANCES[kind] for kind in kinds)
        for number, s in enumerate(record.statements, 1)
        if (kinds := loud_kinds(s))
    }


def _marked(record: Record, piece: Piece, loud: Mapping[str, tuple[str, ...]]) -> MarkedPiece:
    opens = tuple(Opening(label, loud.get(label, ())) for label in piece.opens)
    return MarkedPiece(visible(record.report.words(piece.span)), " ".join(piece.roles), opens)
