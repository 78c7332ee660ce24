"""How the database of a case is opened, and how its log is locked."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from firsthand.case.server import connected, server_at
from firsthand.errors import CaseRefused

_MISSING: Final = "a case in PostgreSQL needs one package more: pip install 'firsthand[postgres]'"

# A connection that broke is raised, in one line; SQLAlchemy's pool logs it too, with its trace,
# on the terminal of a program that has set up no logging.
logging.getLogger("sqlalchemy.pool").addHandler(logging.NullHandler())


def engine(name: str, url: URL, *, read_only: bool, wait: float) -> Engine:
    """Connections to the database; raises `CaseRefused` where the driver is not installed.

    A transaction sees what was committed before its first look (``REPEATABLE READ``); taking a
    lock is no look, so one that writes sees all that the writer before it has done.
    """
    try:
        made = create_engine(
            "postgresql+pg8000://", creator=_connector(name, url), pool_size=2,
            isolation_level="REPEATABLE READ",
        )  # fmt: skip
    except ModuleNotFoundError as error:
        raise CaseRefused(name, _MISSING) from error
    event.listen(made, "begin", _begin(read_only, wait))
    return made


def _connector(name: str, url: URL) -> Callable[[], DBAPIConnection]:
    server = server_at(name, url)

    def connect() -> DBAPIConnection:
        reached = connected(server)
        try:
            opened = _logged_in(name, url, reached)
            reached.settimeout(None)
        except BaseException:
            reached.close()
            raise
        return opened

    return connect


def _logged_in(name: str, url: URL, reached: socket.socket) -> DBAPIConnection:
    """Whatever the driver makes of an answer that is none is one line too.

    A password may come from the environment, where no list of processes shows it.
    """
    from pg8000 import dbapi  # only who has a case there has it

    try:
        opened: DBAPIConnection = dbapi.connect(
            url.username, password=url.password or os.environ.get("PGPASSWORD", ""),
            database=url.database, application_name="firsthand", sock=reached, ssl_context=False,
        )  # fmt: skip
    except dbapi.Error:
        raise
    except Exception as error:
        raise CaseRefused(name, "what listens there does not answer as PostgreSQL does") from error
    return opened


def _begin(read_only: bool, wait: float) -> Callable[[Connection], None]:
    milliseconds = max(1, int(wait * 1000))  # 0 would be to wait for ever

    def begin(connection: Connection) -> None:
        if read_only:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        elif connection.get_execution_options().get("writes"):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{milliseconds}ms'")
            connection.exec_driver_sql("LOCK TABLE log IN EXCLUSIVE MODE")

    return begin
