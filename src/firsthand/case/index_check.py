"""Whether the index of words holds what the passages say; nothing is written to find out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, Integer, String, column, func, select, table
from sqlalchemy.dialects.postgresql import ARRAY, TEXT

from firsthand.case.engine import is_sqlite
from firsthand.case.schema import LEXEMES, PASSAGE, WORDS
from firsthand.case.tokens import normalised

_BATCH: Final = 1000
_VOCABULARY: Final = table("words_seen")
"""What is in SQLite's index, a row a word; made with it, so that looking at it writes nothing."""


def faults(connection: Connection) -> Iterator[str]:
    """A line for each kind of thing that is wrong with it."""
    often: Counter[str] = Counter()
    wrong = 0
    for batch in _batches(connection):
        said = {number: normalised(text) for number, text in batch}
        wrong += _wrong(said, _kept(connection, batch[0][0], batch[-1][0]))
        often.update(" ".join(said.values()).split())
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


def _wrong(said: Mapping[int, str], kept: Mapping[int, str]) -> int:
    """How many passages are not indexed by the tokens that they have."""
    return sum(kept.get(number) != tokens for number, tokens in said.items())


def _kept(connection: Connection, first: int, last: int) -> dict[int, str]:
    """The tokens of passages as they are indexed, by all that they are looked up by."""
    if is_sqlite(connection):
        rowid = WORDS.c.rowid
        chosen = select(rowid, WORDS.c.tokens).where(rowid.between(first, last))
        return dict(map(tuple, connection.execute(chosen).all()))
    return dict(_kept_with_lexemes(connection, first, last))


def _kept_with_lexemes(connection: Connection, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Where PostgreSQL keeps no lexemes, the tokens are what is looked through."""
    c = LEXEMES.c
    lexemes: ColumnElement[list[str] | None] = func.tsvector_to_array(c.lexemes, type_=ARRAY(TEXT))
    chosen = select(c.passage, c.tokens, lexemes).where(c.passage.between(first, last))
    for passage, tokens, found in connection.execute(chosen):
        if found is None or set(found) == set(tokens.split()):
            yield passage, tokens[1:-1]


def _strays(connection: Connection) -> bool:
    key = WORDS.c.rowid if is_sqlite(connection) else LEXEMES.c.passage
    indexed = connection.scalar(select(func.count(key.distinct())))
    return indexed != connection.scalar(select(func.count()).select_from(PASSAGE))


def _indexed(connection: Connection) -> Counter[str]:
    """How often each word stands in SQLite's index (FTS5, the fts5vocab module)."""
    columns = (column("term", String), column("cnt", Integer))
    found = connection.execute(select(*columns).select_from(_VOCABULARY))
    return Counter(dict(found.all()))
