"""How a case is made, opened, brought up to date, and left behind after an erasure."""

from __future__ import annotations

import os
import secrets
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import Final

from sqlalchemy import inspect

from firsthand.case import erase, finding, migrate, project
from firsthand.case.engine import WAIT_SECONDS, Store
from firsthand.case.engine import opened as store_at
from firsthand.case.erase import Removal
from firsthand.case.events import CaseMade, Migrated
from firsthand.case.log import Author, append
from firsthand.case.schema import REVISION
from firsthand.case.trouble import translated
from firsthand.case.where import CaseAt, case_at, require_case_file
from firsthand.errors import CaseBusy, CaseExists, CaseFull, CaseNotFound, CaseReadOnly


def made(where: str | PathLike[str], author: str) -> Store:
    """A new case; a file appears under its name when it is whole."""
    at = case_at(where)
    if at.path is None:
        _make(store_at(at), at, author)
        return store_at(at)
    _require_room(at.name, at.path)
    part = at.path.with_name(f".{at.path.name}-{secrets.token_hex(4)}")
    try:
        _make_file(part, at, author)
        _named(part, at)
    finally:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{part}{suffix}").unlink(missing_ok=True)
    return store_at(at)


def _require_room(name: str, path: Path) -> None:
    try:
        if path.is_dir():
            raise CaseExists(name, "it is a folder; name a file for the case")
        if path.exists() or path.is_symlink():
            raise CaseExists(name, "it exists already; name another file, or remove it yourself")
    except (OSError, ValueError) as error:
        raise _unmakeable(name, error) from error


def _make_file(part: Path, at: CaseAt, author: str) -> None:
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise _unmakeable(at.name, error) from error
    store = store_at(CaseAt(at.name, path=part))
    with translated(at.name), store.bare() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    _make(store, at, author)


def _make(store: Store, at: CaseAt, author: str) -> None:
    with closing(store), store.making() as connection:
        if inspect(connection).get_table_names():
            raise CaseExists(at.name, "the database holds tables already; give a case its own")
        migrate.create(connection)
        append(connection, CaseMade(Path(at.name).name), Author(at.name, author))


def _named(part: Path, at: CaseAt) -> None:
    """Gives the whole file its name; never takes the place of one that came meanwhile."""
    assert at.path is not None
    try:
        os.link(part, at.path)
    except FileExistsError as error:
        raise CaseExists(at.name, "it exists already; name another file") from error
    except OSError:  # a file system without hard links
        _require_room(at.name, at.path)
        part.rename(at.path)


def _unmakeable(name: str, error: OSError | ValueError) -> CaseNotFound:
    reason = getattr(error, "strerror", None) or str(error)
    return CaseNotFound(name, f"no case can be made there ({reason})")


def opened(
    where: str | PathLike[str], author: str, *, read_only: bool = False, wait: float = WAIT_SECONDS
) -> tuple[Store, Migrated | None]:
    """An existing case, with the event by which it was brought up to date, where it had to be."""
    at = case_at(where)
    require_case_file(at)
    store = store_at(at, read_only=read_only, wait=wait)
    try:
        return store, _readied(store, author)
    except BaseException:
        store.close()
        raise


def _readied(store: Store, author: str) -> Migrated | None:
    """Finishes what an erasure had left to do, and brings an older case up to date."""
    with store.reading() as connection:
        before = migrate.revision_of(connection, store.at.name)
        unscrubbed = not store.read_only and erase.is_unscrubbed(connection)
    if unscrubbed:
        with suppress(CaseBusy, CaseFull):  # whoever opens it next does it
            erase.scrub(store)
    return None if before == REVISION else _brought_up(store, author)


def _brought_up(store: Store, author: str) -> Migrated | None:
    """Migrates the tables, makes them anew from the log, and says so in the log.

    None where another program has done so meanwhile.
    """
    if store.read_only:
        raise CaseReadOnly(store.at.name, _OLDER)
    by = Author(store.at.name, author or "firsthand")
    with ExitStack() as at_last, store.writing() as connection:  # the commit may fail too
        before = migrate.revision_of(connection, by.case)
        if before == REVISION:
            return None
        backup = at_last.enter_context(migrate.backed_up(store.at, connection, before))
        migrate.upgrade(connection, REVISION)
        for _ in project.rebuild(connection, by.case):
            pass
        event = Migrated(before, REVISION, backup)
        append(connection, event, by)
    return event


_OLDER: Final = (
    "an older Firsthand made it, and it may only be read; open it once where you may write to it, "
    "which brings it up to date"
)


def removed(store: Store, report: str, reason: str, by: Author) -> Removal:
    """Erases a report, by the start of its id or its file's name, then rewrites the store."""
    with store.writing() as connection:
        meant = finding.erasable(connection, report, by.case)
        found = erase.remove(connection, meant, reason, by)
        backups = migrate.backups(store.at, connection)
    erase.scrub(store)
    return replace(found, backups=backups)
