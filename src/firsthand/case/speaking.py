"""From a name that a person gives to a source of the report, or to one that is added to it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from firsthand.case.quoting import Sheet, occurrences, place_of
from firsthand.sources.kinds import kind_of
from firsthand.sources.source import Source, SourceKind
from firsthand.text import Span

NOBODY: Final = "nobody"
"""What a person says where no source speaks."""

_PREFIX: Final = re.compile(r"[0-9a-f]{4,16}")


def speaker_of(sheet: Sheet, name: str, *, near: Sequence[Span] = (), words: str = "") -> Source:
    """The source of the report that bears this id or name, else a new one.

    `words` are those by which the report speaks of somebody whom it does not name so; `near` is
    where to look first. Raises `BadJudgement` where the report has none, or several, of them.
    """
    known = _known(sheet, name)
    if len(known) > 1:
        ids = ", ".join(source.id[:8] for source in known)
        raise sheet.refused(f"several sources are called {name!r}; name one by its id: {ids}")
    return known[0] if known else new_source(sheet, name, near=near, words=words)


def new_source(
    sheet: Sheet,
    name: str,
    *,
    near: Sequence[Span] = (),
    words: str = "",
    kind: SourceKind | None = None,
) -> Source:
    """A source that a person adds, with the words by which the report speaks of it."""
    called = " ".join(name.split())
    if not called:
        raise sheet.refused("a source needs a name; without one the speaker is “nobody”")
    mentions = (place_of(sheet, words, near=near),) if words else _mentions(sheet, called)
    if not mentions:
        why = f"“{called}” does not stand in the report; quote the words by which it speaks of them"
        raise sheet.refused(why)
    named = _id(sheet, called, mentions)
    return Source(named, called, kind or kind_of(called), mentions)


def _known(sheet: Sheet, name: str) -> list[Source]:
    sources, asked = sheet.state.sources, " ".join(name.split()).casefold()
    named = [s for s in sources if " ".join(s.name.split()).casefold() == asked]
    if named or not _PREFIX.fullmatch(asked):
        return named
    return [source for source in sources if source.id.startswith(asked)]


def _mentions(sheet: Sheet, name: str) -> tuple[Span, ...]:
    """Where the name stands as words of their own: "Rowl", and not in "Rowling"."""
    return tuple(span for span in occurrences(sheet, name) if _stands_alone(sheet.text, span))


def _stands_alone(text: str, span: Span) -> bool:
    before, behind = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    return not before.isalnum() and not behind.isalnum()


def _id(sheet: Sheet, name: str, mentions: Sequence[Span]) -> str:
    """A content hash, made from the name too: never the id of a source that the reader found."""
    first = min(mentions)
    words = f"{sheet.state.original.sha256}|person|{name}|{first.start}-{first.end}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
