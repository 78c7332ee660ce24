"""From bytes to a report: the one way, whatever the format."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from itertools import islice

from firsthand.errors import EmptyReport, TooLarge
from firsthand.ingest import limits
from firsthand.ingest.assemble import assemble
from firsthand.ingest.charset import Decoded, decode
from firsthand.ingest.classify import classify
from firsthand.ingest.dates import published_in
from firsthand.ingest.draft import Draft, DraftBlock
from firsthand.ingest.kinds import detect
from firsthand.ingest.language import require_english
from firsthand.ingest.media import Media, media_of
from firsthand.ingest.report import BlockKind, Original, Report, ReportKind

_LINE = re.compile(r"\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes as they came, the name they came under, and what their carrier said of them.

    `text` is there where characters came instead: then they are plain text, as they are.
    """

    content: bytes
    name: str
    media_type: str | None = None
    charset: str | None = None
    text: str | None = None


def load(
    received: Received, *, kind: ReportKind | None = None, any_language: bool = False
) -> Report:
    """The report in some bytes; `kind` overrides the one its form shows.

    Raises a `ReportError` that names the document and what is wrong with it.
    """
    _require_size(received)
    media = _media(received)
    draft = _draft(received, media)
    report = _report(received, media, draft, kind)
    if not any_language:
        require_english(_running_text(report), received.name)
    return report


def _media(received: Received) -> Media:
    if received.text is not None:
        return Media.PLAIN
    return media_of(received.content, received.name, received.media_type)


def _require_size(received: Received) -> None:
    if not received.content.strip():
        raise EmptyReport(received.name, "the file is empty")
    if len(received.content) > limits.MAX_BYTES:
        raise TooLarge(received.name, f"over {limits.MAX_BYTES:,} bytes; split it")


def _draft(received: Received, media: Media) -> Draft:
    """What the format's reader saw. Each is imported only when a document asks for it."""
    if media is Media.PDF:
        from firsthand.ingest.pdf import read_pdf

        return read_pdf(received.content, received.name)
    if media is Media.DOCX:
        from firsthand.ingest.docx import read_docx

        return read_docx(received.content, received.name)
    return _text_draft(received, media)


def _text_draft(received: Received, media: Media) -> Draft:
    if len(received.content) > limits.MAX_MARKUP_BYTES:
        reason = f"over {limits.MAX_MARKUP_BYTES:,} bytes of text or markup; split it"
        raise TooLarge(received.name, reason)
    decoded = _decoded(received)
    if media is not Media.HTML:
        _require_length(decoded.text, received.name)
        _require_lines(decoded.text, received.name)
    draft = _read_text(decoded.text, media, received.name)
    return Draft(draft.blocks, draft.metadata, draft.text, decoded.warnings + draft.warnings)


def _decoded(received: Received) -> Decoded:
    if received.text is not None:
        return Decoded(received.text)
    return decode(received.content, received.name, received.charset)


def _require_length(text: str, name: str) -> None:
    if len(text) > limits.MAX_CHARACTERS:
        raise TooLarge(name, f"over {limits.MAX_CHARACTERS:,} characters; split it")


def _require_lines(text: str, name: str) -> None:
    """Lines are counted before any is made into a block; a block may be three of them."""
    most = 3 * limits.MAX_BLOCKS
    if sum(1 for _ in islice(_LINE.finditer(text), most + 1)) > most:
        raise TooLarge(name, f"over {limits.MAX_BLOCKS:,} paragraphs or lines; split it")


def _read_text(text: str, media: Media, name: str) -> Draft:
    if media is Media.HTML:
        from firsthand.ingest.html import read_html

        return read_html(text, name)
    if media is Media.MARKDOWN:
        from firsthand.ingest.markdown import read_markdown

        return read_markdown(text, name)
    from firsthand.ingest.plain import read_plain

    return read_plain(text)


def _report(received: Received, media: Media, draft: Draft, kind: ReportKind | None) -> Report:
    if len(draft.blocks) > limits.MAX_BLOCKS:
        raise TooLarge(received.name, f"over {limits.MAX_BLOCKS:,} paragraphs or lines; split it")
    blocks = classify(draft)
    if not blocks:
        raise EmptyReport(received.name, "it holds no words")
    made = assemble(Draft(blocks, text=draft.text))
    _require_length(made.text, received.name)
    said = draft.metadata
    kind = kind or detect(blocks, said)
    return Report(
        original=_original(received, media),
        kind=kind,
        text=made.text,
        blocks=made.blocks,
        title=said.title or _first(blocks, BlockKind.HEADLINE),
        byline=said.byline or _first(blocks, BlockKind.BYLINE),
        outlet=said.outlet,
        published=said.published or published_in(blocks, kind),
        language=said.language,
        notes=made.notes,
        links=made.links,
        warnings=draft.warnings,
    )


def _original(received: Received, media: Media) -> Original:
    return Original(
        content=received.content,
        sha256=hashlib.sha256(received.content).hexdigest(),
        media_type=media.value,
        received_from=received.name,
        received_at=dt.datetime.now(dt.UTC),
    )


def _first(blocks: tuple[DraftBlock, ...], kind: BlockKind) -> str | None:
    return next((" ".join(b.words.split()) for b in blocks if b.kind is kind), None)


def _running_text(report: Report) -> str:
    kept = (b for b in report.blocks if b.kind is not BlockKind.BOILERPLATE)
    return "\n".join(report.words(b.span) for b in kept)
