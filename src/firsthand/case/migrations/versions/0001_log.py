"""The log with its payloads and originals, and what is derived of each report."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables, and has the store itself refuse to change the log."""
    _log()
    _of_reports()
    _append_only()


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _key(name: str, kind: type[sa.types.TypeEngine[str]] = sa.Text) -> sa.Column[str]:
    return sa.Column(name, kind, primary_key=True)


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


def _body() -> sa.Column[bytes]:
    return sa.Column("body", sa.LargeBinary, nullable=False)


def _log() -> None:
    header = _texts("kind", "author", "at", "tool", "model")
    chain = _texts("commitment", "previous", "hash")
    op.create_table("log", _number(), *header, *_numbers("schema"), *chain)
    salt = sa.Column("salt", sa.LargeBinary, nullable=False)
    op.create_table("payload", _number(), salt, *_texts("cipher", "key"), _body())
    op.create_table("original", _key("sha256"), *_texts("cipher", "key"), _body())
    number = sa.Column("number", sa.Integer, primary_key=True)
    op.create_table("touch", _key("report"), number)
    op.create_index("touch_number", "touch", ["number"])


def _of_reports() -> None:
    op.create_table(
        "report",
        _key("id"),
        *_numbers("added", "reading"),
        *_texts("reader", "sha256", "media_type", "received_from", "received_at", "kind"),
        *(sa.Column(name, sa.Text) for name in ("title", "outlet", "author")),
        sa.Column("published", sa.Date),
        *(sa.Column(name, sa.Text) for name in ("language", "copy_of", "version_of")),
        *_texts("withdrawn", "outlet_words"),
        *_numbers("statements", "unreviewed", "unplaced"),
    )
    op.create_index("report_published", "report", ["published", "id"])
    op.create_index("report_added", "report", ["added", "published", "id"], unique=True)
    _who_and_what()


def _who_and_what() -> None:
    named = _texts("report", "name", "kind")
    op.create_table("source", _key("id"), *named, *_numbers("statements"), *_texts("words"))
    op.create_index("source_report", "source", ["report"])
    op.create_table("person", _key("source"), *_texts("person"))
    op.create_index("person_person", "person", ["person"])
    op.create_table(
        "statement",
        _key("id"),
        *_texts("report"),
        *_numbers("position"),
        sa.Column("source", sa.Text),
        *_texts("speaker", "quote", "kind", "basis", "force", "polarity", "review", "withdrawn"),
    )
    op.create_index("statement_report", "statement", ["report", "position"])
    op.create_index("statement_source", "statement", ["source"])


_REFUSAL = "the log of a case is append-only"


def _append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER log_no_{change.lower()} BEFORE {change} ON log "
                f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )
        op.execute(  # INSERT OR REPLACE deletes, and fires no trigger of DELETE
            "CREATE TRIGGER log_no_replace BEFORE INSERT ON log "
            "WHEN NEW.number <= (SELECT max(number) FROM log) "
            "BEGIN SELECT RAISE(ABORT, 'the log of a case is append-only'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log "
        "FOR EACH STATEMENT EXECUTE FUNCTION log_is_append_only()"
    )
