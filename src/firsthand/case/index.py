"""The index of the passages' words: what each store needs to find the same passages.

Both are given the same tokens (`tokens.normalised`), and neither looks at the text by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    cast,
    delete,
    insert,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from firsthand.case.engine import is_sqlite
from firsthand.case.query import Term
from firsthand.case.schema import LEXEMES, WORDS
from firsthand.case.tokens import normalised

Test = ColumnElement[bool]

_MOST_BYTES: Final = 500_000
"""Of the different words of a passage that has lexemes; a tsvector holds under 1,048,576."""

_L: Final = LEXEMES.c
_ADDITION: Final = insert(LEXEMES).values(
    passage=bindparam("passage"),
    tokens=bindparam("tokens"),
    lexemes=cast(bindparam("lexemes"), TSVECTOR),
)


def add(connection: Connection, passages: Sequence[tuple[int, str]]) -> None:
    """Indexes passages by their ids and texts; none of them may be there yet."""
    if not passages:
        return
    every = [(number, normalised(text)) for number, text in passages]
    if is_sqlite(connection):
        rows = [{"rowid": number, "tokens": tokens} for number, tokens in every]
        connection.execute(insert(WORDS), rows)
        return
    lexemes = [
        {"passage": number, "tokens": f" {tokens} ", "lexemes": _lexemes(tokens)}
        for number, tokens in every
    ]
    connection.execute(_ADDITION, lexemes)


def _lexemes(tokens: str) -> str | None:
    """The words as a tsvector is written; they are letters and digits, so nothing is quoted."""
    different = " ".join(dict.fromkeys(tokens.split()))
    return different if len(different.encode()) <= _MOST_BYTES else None


def drop(connection: Connection, ids: Sequence[int]) -> None:
    """Forgets passages; `scrub` must follow where no trace may be left."""
    if not ids:
        return
    words, key = (WORDS, WORDS.c.rowid) if is_sqlite(connection) else (LEXEMES, _L.passage)
    gone = delete(words).where(key == bindparam("number"))
    connection.execute(gone, [{"number": number} for number in ids])


def clear(connection: Connection) -> None:
    """Forgets every passage."""
    connection.execute(delete(WORDS if is_sqlite(connection) else LEXEMES))


def scrub(connection: Connection) -> None:
    """Leaves nothing of what was dropped in SQLite's index, which until then only marks it gone.

    The file's free pages, and PostgreSQL's dead rows, are for VACUUM to clear.
    """
    if is_sqlite(connection):
        connection.exec_driver_sql("INSERT INTO words(words) VALUES ('optimize')")


def matching(
    connection: Connection, wanted: Sequence[Term], unwanted: Sequence[Term] = ()
) -> Select[tuple[int]]:
    """The ids of the passages in which every wanted term occurs, of which there is one at least,
    and no unwanted one.
    """
    if is_sqlite(connection):
        return _matched(_both(wanted, unwanted))
    tests = (*map(_occurs, wanted), *(~_occurs(term) for term in unwanted))
    return select(_L.passage.label("id")).where(*tests)


def lacking(
    connection: Connection, passage: ColumnElement[int], unwanted: Sequence[Term]
) -> list[Test]:
    """What holds of the id of a passage in which none of these terms occurs."""
    if not unwanted:
        return []
    if is_sqlite(connection):
        return [passage.not_in(_matched(_any(unwanted)))]
    return [passage.not_in(select(_L.passage).where(or_(*map(_occurs, unwanted))))]


def _matched(query: str) -> Select[tuple[int]]:
    return select(WORDS.c.rowid.label("id")).where(WORDS.c.tokens.op("MATCH")(query))


def _both(wanted: Sequence[Term], unwanted: Sequence[Term]) -> str:
    every = " AND ".join(map(_written, wanted))
    return f"({every}) NOT ({_any(unwanted)})" if unwanted else every


def _any(terms: Sequence[Term]) -> str:
    return " OR ".join(map(_written, terms))


def _written(term: Term) -> str:
    """A term as FTS5 reads it (SQLite, FTS5 extension, 3)."""
    return f'"{" ".join(term.tokens)}"{" *" if term.prefix else ""}'


def _occurs(term: Term) -> Test:
    """Whether a row of PostgreSQL's index has the term: looked up, and read where need be."""
    query = cast(" & ".join(term.tokens) + (":*" if term.prefix else ""), TSQUERY)
    looked_up = and_(_L.lexemes.is_not(None), _L.lexemes.op("@@")(query))
    words = " ".join(term.tokens)
    read = _L.tokens.like(f"% {words}%" if term.prefix else f"% {words} %")
    if len(term.tokens) > 1:
        return and_(or_(looked_up, _L.lexemes.is_(None)), read)
    return or_(looked_up, and_(_L.lexemes.is_(None), read))
