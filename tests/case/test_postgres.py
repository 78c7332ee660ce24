"""The tests' own server: a real one, that asks for its password and leaves nothing behind."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time

import pytest
from sqlalchemy import NullPool, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from tests.case.postgres import Server
from tests.conftest import ROOT

_START_AND_SLEEP = """
import time
from tests.case.postgres import running
with running() as server:
    print(server.port, flush=True)
    time.sleep(60)
"""


def _answer(address: str, question: str) -> object:
    url = make_url(address).set(drivername="postgresql+pg8000")
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return connection.exec_driver_sql(question).scalar()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_the_server_is_a_real_one_of_a_version_that_is_supported(server: Server) -> None:
    assert int(str(_answer(server.address("postgres"), "SHOW server_version_num"))) >= 150000


def test_the_server_asks_for_its_password(server: Server) -> None:
    """Otherwise no test could see what a refused password looks like."""
    other = Server(server.port, "wrong")
    with pytest.raises(DBAPIError):
        _answer(other.address("postgres"), "SELECT 1")


def test_the_server_ends_when_the_tests_are_killed() -> None:
    """No process is left behind, whatever happened to the one that started it."""
    tests = subprocess.Popen(
        [sys.executable, "-c", _START_AND_SLEEP], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert tests.stdout is not None
    port = int(tests.stdout.readline())
    assert _listens(port)
    tests.send_signal(signal.SIGKILL)
    tests.communicate()
    end = time.monotonic() + 20
    while _listens(port) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _listens(port)
