"""JSON, a line a report: the schema is `read.schema.json` beside this file.

Offsets are Unicode code points into `text`, end exclusive. Lines end in LF alone: the other
characters that some programs take for line ends are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from firsthand.ingest.report import Block, PlacedSpan, Report
from firsthand.reading.attribution import Attribution, Override
from firsthand.text import Span

SCHEMA: Final = "firsthand.read/1"

_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def schema() -> str:
    """The JSON Schema (draft 2020-12) of a line, as text."""
    return files("firsthand.export").joinpath("read.schema.json").read_text(encoding="utf-8")


def line(report: Report, attributions: Sequence[Attribution]) -> str:
    """One report as one line of JSON, its LF included."""
    made = json.dumps(_report(report, attributions), ensure_ascii=False, separators=(",", ":"))
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", made) + "\n"


def _report(report: Report, attributions: Sequence[Attribution]) -> dict[str, Json]:
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
        "notes": [{"mark": _pair(n.mark), "body": _pair(n.body)} for n in report.notes],
        "links": [{"words": _pair(link.words), "url": link.url} for link in report.links],
        "attributions": [_attribution(a) for a in attributions],
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


def _attribution(a: Attribution) -> dict[str, Json]:
    return {
        "id": a.id,
        "source": _pairs(a.source),
        "cue": _pairs(a.cue),
        "content": _pairs(a.content),
        "kind": a.kind.value,
        "score": round(a.score, 4),
        "pattern": a.pattern,
        "override": _override(a.override),
    }


def _override(override: Override | None) -> Json:
    if override is None:
        return None
    alone: dict[str, Json] = {
        "source": _pairs(override.source),
        "content": _pairs(override.content),
    }
    return {"reason": override.reason, **alone}


def _pair(span: Span) -> list[Json]:
    return [span.start, span.end]


def _pairs(spans: Sequence[Span]) -> list[Json]:
    return [_pair(span) for span in spans]
