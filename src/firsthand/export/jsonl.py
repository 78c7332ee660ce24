"""JSON, a line a report: the schema is `read.schema.json` beside this file.

Offsets are Unicode code points into `text`, end exclusive. Lines end in LF alone: the other
characters that some programs take for line ends are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from firsthand.evidence.statement import Record, Statement
from firsthand.export.jsonl_evidence import Json, of_record, of_statement, pair, pairs
from firsthand.ingest.report import Block, PlacedSpan
from firsthand.reading.attribution import Override

SCHEMA: Final = "firsthand.read/1"

_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def schema() -> str:
    """The JSON Schema (draft 2020-12) of a line, as text."""
    return files("firsthand.export").joinpath("read.schema.json").read_text(encoding="utf-8")


def line(record: Record) -> str:
    """One report as one line of JSON, its LF included."""
    return as_line(members(record))


def as_line(members: Mapping[str, Json]) -> str:
    """An object as one line of JSON, its LF included."""
    made = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", made) + "\n"


def members(record: Record) -> dict[str, Json]:
    """The members of a line, in their order."""
    report = record.report
    return {
        "schema": SCHEMA,
        "file": report.original.received_from,
        "sha256": report.original.sha256,
        "media_type": report.original.media_type,
        "received": report.original.received_at.isoformat(timespec="seconds"),
        "kind": report.kind.value,
        "language": report.language,
        "title": report.title,
        "byline": report.byline,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        "text": report.text,
        "blocks": [_block(block) for block in report.blocks],
        "notes": [{"mark": pair(n.mark), "body": pair(n.body)} for n in report.notes],
        "links": [{"words": pair(link.words), "url": link.url} for link in report.links],
        **of_record(record),
        "attributions": [attribution(s) for s in record.all],
        "review": "unreviewed",
        "warnings": list(report.warnings),
    }


def _block(block: Block) -> dict[str, Json]:
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "places": [_place(placed) for placed in block.places],
    }


def _place(placed: PlacedSpan) -> dict[str, Json]:
    place = placed.place
    known: dict[str, Json] = {"start": placed.span.start, "end": placed.span.end}
    known |= {"paragraph": place.paragraph, "page": place.page, "line": place.line}
    known |= {"path": place.path, "box": list(place.box) if place.box else None}
    return {name: value for name, value in known.items() if value is not None}


def attribution(s: Statement) -> dict[str, Json]:
    """A statement with its spans and what the words show of it."""
    a = s.attribution
    return {
        "id": a.id,
        "source": pairs(a.source),
        "cue": pairs(a.cue),
        "content": pairs(a.content),
        "kind": a.kind.value,
        "score": round(a.score, 4),
        "pattern": a.pattern,
        "override": _override(a.override),
        **of_statement(s),
    }


def _override(override: Override | None) -> Json:
    if override is None:
        return None
    alone: dict[str, Json] = {
        "source": pairs(override.source),
        "content": pairs(override.content),
    }
    return {"reason": override.reason, **alone}
