"""How the file of a case is opened: with its write-ahead log beside it, or just as it lies."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from firsthand.errors import CaseReadOnly

_PRAGMAS: Final = (
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",
)


def engine(name: str, path: Path, *, read_only: bool, wait: float) -> Engine:
    """Connections to the file; raises `CaseReadOnly` where it should be written and may not be.

    Several at once, also in one thread, so that one may write while another looks.
    """
    real = path.resolve()
    connect = _connector(real, _mode(name, real, read_only), read_only, wait)
    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=2)
    event.listen(made, "begin", _begin)
    return made


def _connector(
    path: Path, mode: str, read_only: bool, wait: float
) -> Callable[[], sqlite3.Connection]:
    address = f"file:{quote(os.fsencode(path))}?mode={mode}"
    pragmas = (*_PRAGMAS, f"PRAGMA query_only={int(read_only)}")

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(
            address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in pragmas:
                made.execute(pragma)
        except BaseException:
            made.close()
            raise
        return made

    return connect


def _mode(name: str, path: Path, read_only: bool) -> str:
    """Whoever may write opens it so, even to look: SQLite then clears away the files beside it.

    One who may not write could leave files there that its owner cannot use, so opens it as it
    lies ("immutable") unless another program has it open, or ended in the middle of something.
    """
    if _may_write(path) and _may_write(path.parent):
        return "rw"
    if not read_only:
        raise CaseReadOnly(name, "it may only be read: you may not write to it, or to its folder")
    wal, shm = Path(f"{path}-wal"), Path(f"{path}-shm")
    if not wal.exists() or (wal.stat().st_size == 0 and not shm.exists()):
        return "ro&immutable=1"
    if not shm.exists() and not _may_write(path.parent):
        raise CaseReadOnly(name, f"its last changes lie in {wal.name}; {_TAKE_BOTH}")
    return "ro"


_TAKE_BOTH: Final = "copy both files to a folder that you may write to, and open the case there"


def _may_write(path: Path) -> bool:
    """Of the user that files are opened as, where the system can tell."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("bare"):
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
