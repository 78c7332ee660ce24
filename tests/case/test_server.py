"""The way to a server: a clear no in time, and encrypted where it leaves this machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.engine import make_url

from firsthand.case.server import SslMode, server_at
from firsthand.errors import CaseRefused
from tests.case.postgres import Server
from tests.case.provoked import line_of, looked


def _mode(address: str) -> SslMode:
    return server_at("a case", make_url(address)).ssl


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", ""])
def test_on_this_machine_the_server_says_whether_it_encrypts(host: str) -> None:
    assert _mode(f"postgresql://ada@{host}/harbour") is SslMode.PREFER


@pytest.mark.parametrize("host", ["db.example", "10.0.0.7", "localhost.example"])
def test_beyond_this_machine_the_server_must_encrypt_and_prove_who_it_is(host: str) -> None:
    """What a case holds may put people in danger."""
    assert _mode(f"postgresql://ada@{host}/harbour") is SslMode.VERIFY_FULL


@given(mode=st.sampled_from(SslMode))
def test_an_address_may_say_how_far_the_network_is_trusted(mode: SslMode) -> None:
    assert _mode(f"postgresql://ada@db.example/harbour?sslmode={mode}") is mode


def test_a_folder_with_a_socket_may_stand_for_the_host() -> None:
    server = server_at("a case", make_url("postgresql://ada@/harbour?host=/run/postgresql"))
    assert (server.host, server.port, server.is_socket) == ("/run/postgresql", 5432, True)


@pytest.mark.parametrize("option", ["password=secret", "sslmode=secret", "user=secret"])
def test_an_option_that_is_not_known_is_refused_and_not_repeated(option: str) -> None:
    address = f"postgresql://ada@db.example/harbour?{option}"
    assert "secret" not in line_of(CaseRefused, lambda: looked(address))


@pytest.mark.parametrize("mode", [SslMode.REQUIRE, SslMode.VERIFY_FULL])
def test_a_server_that_does_not_encrypt_is_refused_where_it_must(
    server: Server, mode: SslMode
) -> None:
    address = f"{server.address('postgres')}?sslmode={mode}"
    assert "sslmode=disable" in line_of(CaseRefused, lambda: looked(address))


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ada:secret@no-such-host.invalid/harbour?sslmode=disable",
        "postgresql://ada:secret@127.0.0.1:1/harbour",
        "postgresql://ada:secret@127.0.0.1:99999/harbour",
        f"postgresql://ada:secret@{'a' * 70}.example/harbour",
        "postgresql://ada:secret@/harbour?host=/no/such/folder",
    ],
    ids=["unknown name", "closed port", "no such port", "no such name", "no such socket"],
)
def test_a_server_that_is_not_there_is_one_line(address: str) -> None:
    line = line_of(CaseRefused, lambda: looked(address))
    assert "cannot be reached" in line
    assert "secret" not in line


@contextmanager
def _answering(answer: bytes) -> Iterator[str]:
    """The address of something that listens and is not PostgreSQL."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=_answer, args=(listening, answer))
        thread.start()
        yield f"postgresql://ada:secret@127.0.0.1:{listening.getsockname()[1]}/harbour"
        thread.join()


def _answer(listening: socket.socket, answer: bytes) -> None:
    connection, _ = listening.accept()
    with connection, suppress(OSError):
        connection.recv(100)
        connection.sendall(answer)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"SSH-2.0-made_up\r\n",
        b"N",
        b"Njunk, junk, junk",
        b"NR\0\0\0\5\0",
        b"NR\0\0\0\x08\0\0\0\x63",
        b"NR\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0",
    ],
)
def test_what_is_not_postgresql_is_one_line(answer: bytes) -> None:
    with _answering(answer) as address:
        assert "secret" not in line_of(CaseRefused, lambda: looked(address))
