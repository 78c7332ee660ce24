"""The tables of a case, the same in both stores: the log with its payloads, and the projections.

The log, the payloads and the originals are the case. Every other table is made from them and
can be made anew (`project.rebuild`). The migrations make these tables; `REVISION` names the
newest.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    column,
    table,
)

REVISION: Final = "0002"
APPLICATION_ID: Final = 0x46487631
"""What marks an SQLite file as a case: "FHv1"."""

METADATA: Final = MetaData()


def _words(name: str, *, known: bool = True) -> Column[str]:
    return Column(name, Text, nullable=not known)


LOG: Final = Table(
    "log",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *map(_words, ("kind", "author", "at", "tool", "model")),
    Column("schema", Integer, nullable=False),
    *map(_words, ("commitment", "previous", "hash")),
)
PAYLOAD: Final = Table(
    "payload",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    *map(_words, ("cipher", "key")),
    Column("body", LargeBinary, nullable=False),
)
ORIGINAL: Final = Table(
    "original",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    *map(_words, ("cipher", "key")),
    Column("body", LargeBinary, nullable=False),
)
TOUCH: Final = Table(
    "touch",
    METADATA,
    Column("report", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Index("touch_number", "number"),
)
REPORT: Final = Table(
    "report",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("added", Integer, nullable=False),
    Column("reading", Integer, nullable=False),
    *map(_words, ("reader", "sha256", "media_type", "received_from", "received_at", "kind")),
    *(_words(name, known=False) for name in ("title", "outlet", "author")),
    Column("published", Date),
    *(_words(name, known=False) for name in ("language", "copy_of", "version_of")),
    *map(_words, ("withdrawn", "outlet_words")),
    *(Column(n, Integer, nullable=False) for n in ("statements", "unreviewed", "unplaced")),
    Index("report_published", "published", "id"),
    Index("report_added", "added", "published", "id", unique=True),
)
SOURCE: Final = Table(
    "source",
    METADATA,
    Column("id", Text, primary_key=True),
    *map(_words, ("report", "name", "kind")),
    Column("statements", Integer, nullable=False),
    _words("words"),
    Index("source_report", "report"),
)
PERSON: Final = Table(
    "person",
    METADATA,
    Column("source", Text, primary_key=True),
    _words("person"),
    Index("person_person", "person"),
)
STATEMENT: Final = Table(
    "statement",
    METADATA,
    Column("id", Text, primary_key=True),
    _words("report"),
    Column("position", Integer, nullable=False),
    _words("source", known=False),
    _words("speaker"),
    _words("quote"),
    *map(_words, ("kind", "basis", "force", "polarity", "review", "withdrawn")),
    Index("statement_report", "report", "position"),
    Index("statement_source", "source"),
)
POSITION_BITS: Final = 20
"""Of a passage's id, the bits that its position takes; `ingest.limits.MAX_BLOCKS` needs 18."""
_PASSAGE_ID: Final = BigInteger().with_variant(Integer, "sqlite")
"""In SQLite only a column called INTEGER is the row's own number."""


def passage_id(added: int, position: int) -> int:
    """The id of a block's passage: the same after every rebuild, the report's all in a row.

    `added` is the number of the event that added the report; the report of a passage is found
    from its id alone, which is what keeps a search of many hits fast.
    """
    return added << POSITION_BITS | position


PASSAGE: Final = Table(
    "passage",
    METADATA,
    Column("id", _PASSAGE_ID, primary_key=True, autoincrement=False),
    _words("report"),
    *(Column(n, Integer, nullable=False) for n in ("position", "start", "end")),
    *map(_words, ("kind", "text")),
    Index("passage_report", "report", "position", unique=True),
)
TOLD_IN: Final = Table(
    "told_in",
    METADATA,
    Column("passage", _PASSAGE_ID, primary_key=True, autoincrement=False),
    Column("statement", Text, primary_key=True),
    _words("report"),
    _words("source", known=False),
    *map(_words, ("kind", "basis", "force", "review", "withdrawn")),
    Index("told_in_statement", "statement"),
    Index("told_in_report", "report"),
    Index("told_in_source", "source"),
    sqlite_with_rowid=False,
)
"""A statement and a passage that it stands in, with what a search asks of statements: the same
as in `STATEMENT`, held here once more because 100,000 ways there cost what a search may."""

WORDS: Final = table("words", column("rowid", Integer), column("tokens", Text))
"""SQLite's index of the passages' words (FTS5); `rowid` is the passage's id."""
LEXEMES: Final = table(
    "words",
    column("passage", BigInteger),
    column("tokens", Text),
    column("lexemes", Text),
)
"""PostgreSQL's: `tokens` with a space before and after, and a GIN index of `lexemes`, a tsvector
without positions, since those it has end at 16,383. A tsvector holds under a megabyte: where a
passage has more different words, `lexemes` is NULL and its tokens are read through."""

KEPT: Final = (LOG, PAYLOAD, ORIGINAL)
"""What the case is; nothing makes these anew."""
OF_A_REPORT: Final = (REPORT, SOURCE, STATEMENT, PASSAGE, TOLD_IN)
"""What is derived for each report."""
