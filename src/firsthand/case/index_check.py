"""Whether the index of words holds what the passages say; nothing is written to find out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, Integer, String, column, func, select, table
from sqlalchemy.dialects.postgresql import ARRAY, TEXT

from firsthand.case.engine import is_sqlite
from firsthand.case.schema import LEXEMES, PASSAGE, WORDS
from firsthand.case.tokens import normalised

_BATCH: Final = 1000
_VOCABULARY: Final = table("words_seen")
"""What is in SQLite's index, a row a word; made with it, so that looking at it writes nothing."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is indexed of a passage: its tokens in a row, and what it is looked up by."""

    tokens: str
    lexemes: frozenset[str]


def faults(connection: Connection) -> Iterator[str]:
    """A line for each kind of thing that is wrong with it."""
    often: Counter[str] = Counter()
    wrong = 0
    for batch in _batches(connection):
        kept = _kept(connection, batch[0][0], batch[-1][0])
        for number, said in batch:
            tokens = normalised(said).split()
            wrong += kept.get(number) != _Kept(" ".join(tokens), frozenset(tokens))
            often.update(tokens)
    if wrong:
        yield f"the index of words has {wrong} passages wrong, or not at all"
    if not wrong and _strays(connection):
        yield "the index of words has passages that no report has"
    if is_sqlite(connection) and often != _indexed(connection):
        yield "the index of words is damaged: some words would not be found"


def _batches(connection: Connection) -> Iterator[Sequence[tuple[int, str]]]:
    """All passages by their ids, a batch at a time, so that memory stays flat on both stores."""
    last = -1
    chosen = select(PASSAGE.c.id, PASSAGE.c.text).order_by(PASSAGE.c.id).limit(_BATCH)
    while batch := connection.execute(chosen.where(PASSAGE.c.id > last)).all():
        yield batch
        last = batch[-1][0]


def _kept(connection: Connection, first: int, last: int) -> dict[int, _Kept]:
    if is_sqlite(connection):
        rowid = WORDS.c.rowid
        chosen = select(rowid, WORDS.c.tokens).where(rowid.between(first, last))
        rows = connection.execute(chosen)
        return {number: _Kept(tokens, frozenset(tokens.split())) for number, tokens in rows}
    return _kept_with_lexemes(connection, first, last)


def _kept_with_lexemes(connection: Connection, first: int, last: int) -> dict[int, _Kept]:
    """Where PostgreSQL keeps no lexemes, the tokens are what is looked through."""
    c = LEXEMES.c
    lexemes: ColumnElement[list[str] | None] = func.tsvector_to_array(c.lexemes, type_=ARRAY(TEXT))
    chosen = select(c.passage, c.tokens, lexemes).where(c.passage.between(first, last))
    return {
        passage: _Kept(tokens[1:-1], frozenset(tokens.split() if found is None else found))
        for passage, tokens, found in connection.execute(chosen)
    }


def _strays(connection: Connection) -> bool:
    key = WORDS.c.rowid if is_sqlite(connection) else LEXEMES.c.passage
    indexed = connection.scalar(select(func.count(key.distinct())))
    return indexed != connection.scalar(select(func.count()).select_from(PASSAGE))


def _indexed(connection: Connection) -> Counter[str]:
    """How often each word stands in SQLite's index (FTS5, the fts5vocab module)."""
    columns = (column("term", String), column("cnt", Integer))
    found = connection.execute(select(*columns).select_from(_VOCABULARY))
    return Counter(dict(found.all()))
