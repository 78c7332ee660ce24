"""Events as bytes and back. What was written stays readable: old forms are lifted, never rewritten.

A payload cannot be migrated, since the chain commits to its bytes. `SCHEMA` is the version of
the form in which payloads are written now; one of an older version goes through `_LIFTS`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

import msgspec

from firsthand.case import events, judgements
from firsthand.case.events import Event, ReadingMade
from firsthand.errors import FirsthandError
from firsthand.evidence.statement import Record

SCHEMA: Final = 1

KINDS: Final[dict[str, type[Event]]] = {
    "case_made": events.CaseMade,
    "report_added": events.ReportAdded,
    "reading_made": events.ReadingMade,
    "report_removed": events.ReportRemoved,
    "undone": events.Undone,
    "exported": events.Exported,
    "placeholders_shown": events.PlaceholdersShown,
    "migrated": events.Migrated,
    "report_corrected": judgements.ReportCorrected,
    "block_corrected": judgements.BlockCorrected,
    "judged": judgements.Judged,
    "spans_corrected": judgements.SpansCorrected,
    "speaker_corrected": judgements.SpeakerCorrected,
    "kind_corrected": judgements.KindCorrected,
    "basis_corrected": judgements.BasisCorrected,
    "force_corrected": judgements.ForceCorrected,
    "via_corrected": judgements.ViaCorrected,
    "statement_added": judgements.StatementAdded,
    "sources_merged": judgements.SourcesMerged,
    "sources_judged": judgements.SourcesJudged,
    "source_split": judgements.SourceSplit,
    "withdrawn": judgements.Withdrawn,
    "noted": judgements.Noted,
}
"""The name of every kind of event, as it stands in the log."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NAMES: Final = {kind: name for name, kind in KINDS.items()}

_LIFTS: Final[dict[int, Callable[[str, bytes], bytes]]] = {}
"""From a version of the form to the next; none yet."""


def name_of(event: Event) -> str:
    """What the event is called in the log."""
    return _NAMES[type(event)]


def encoded(event: Event) -> bytes:
    """The event as UTF-8 JSON, without the bytes of an original, which are kept once elsewhere."""
    if isinstance(event, ReadingMade):
        event = replace(event, record=_without_bytes(event))
    try:
        return msgspec.json.encode(event)
    except UnicodeEncodeError:  # half of a pair of surrogates is no character
        text = json.dumps(msgspec.to_builtins(event), ensure_ascii=False, separators=(",", ":"))
        return _SURROGATE.sub("\ufffd", text).encode()


def _without_bytes(event: ReadingMade) -> Record:
    report = event.record.report
    bare = replace(report, original=replace(report.original, content=b""))
    return replace(event.record, report=bare)


def decoded(kind: str, schema: int, body: bytes) -> Event:
    """The event in some bytes; raises `ValueError` that says what is wrong with them."""
    if kind not in KINDS:
        raise ValueError(f"its kind {kind!r} is not known")
    if not 1 <= schema <= SCHEMA:
        raise ValueError(f"its form is of version {schema}, known are 1 to {SCHEMA}")
    for version in range(schema, SCHEMA):
        body = _LIFTS[version](kind, body)
    try:
        return _decoder(kind).decode(body)
    except (msgspec.MsgspecError, FirsthandError) as error:
        raise ValueError(f"it does not parse ({error})") from error


@cache
def _decoder(kind: str) -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(KINDS[kind])
