"""What searching needs: the passages of each report, who is told in them, and their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the tables and the index of words, in the form that each store has for it."""
    _passages()
    _told_in()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE words USING fts5(tokens, tokenize='ascii', prefix='2 3 4')"
        )
        op.execute("CREATE VIRTUAL TABLE words_seen USING fts5vocab(words, row)")
    else:
        _lexemes()


def _id(name: str) -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _passages() -> None:
    op.create_table(
        "passage",
        _id("id"),
        *_texts("report"),
        *(sa.Column(n, sa.Integer, nullable=False) for n in ("position", "start", "end")),
        *_texts("kind", "text"),
    )
    op.create_index("passage_report", "passage", ["report", "position"], unique=True)


def _told_in() -> None:
    op.create_table(
        "told_in",
        _id("passage"),
        sa.Column("statement", sa.Text, primary_key=True),
        *_texts("report"),
        sa.Column("source", sa.Text),
        *_texts("kind", "basis", "force", "review", "withdrawn"),
        sqlite_with_rowid=False,
    )
    for name in ("statement", "report", "source"):
        op.create_index(f"told_in_{name}", "told_in", [name])


def _lexemes() -> None:
    lexemes = sa.Column("lexemes", TSVECTOR)
    op.create_table("words", _id("passage"), *_texts("tokens"), lexemes)
    op.create_index("words_lexemes", "words", ["lexemes"], postgresql_using="gin")
    without = sa.text("lexemes IS NULL")
    op.create_index("words_without_lexemes", "words", ["passage"], postgresql_where=without)
