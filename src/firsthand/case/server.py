"""The way to a PostgreSQL server: in time, encrypted where it leaves this machine, or a clear no.

The driver by itself waits for minutes and takes any certificate; so the connection is made
here, and handed to it ready. The options in an address are those of PostgreSQL's own programs
(libpq, "SSL support"); an address beyond this machine is ``verify-full`` unless it says else.
"""

from __future__ import annotations

import socket
import ssl
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy.engine import URL

from firsthand.errors import CaseRefused

CONNECT_SECONDS: Final = 10.0
"""How long a server may take to answer."""

_PORT: Final = 5432
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_OPTIONS: Final = frozenset({"host", "sslmode", "sslrootcert"})
_ENCRYPT: Final = struct.pack("!ii", 8, 80877103)
"""SSLRequest (PostgreSQL, message formats); the answer is S, N, or of something else."""


class SslMode(StrEnum):
    """How much the network is trusted."""

    DISABLE = "disable"
    PREFER = "prefer"
    REQUIRE = "require"
    VERIFY_FULL = "verify-full"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server listens: `host`, or a folder with its socket, which begins with ``/``."""

    case: str
    host: str
    port: int
    ssl: SslMode
    authorities: str | None

    @property
    def is_socket(self) -> bool:
        """Whether it is a file of this machine, which needs no encryption and has none."""
        return self.host.startswith("/")


def server_at(case: str, url: URL) -> Server:
    """The server in an address; raises `CaseRefused` for an option that is not known."""
    options = {key: str(value) for key, value in url.query.items()}
    if strange := sorted(set(options) - _OPTIONS):
        known = ", ".join(sorted(_OPTIONS))
        raise CaseRefused(case, f"{strange[0]!r} is no option of an address; known are {known}")
    host = url.host or options.get("host") or "localhost"
    mode = options.get("sslmode") or _default(host)
    if mode not in list(SslMode):
        raise CaseRefused(case, f"sslmode is one of {', '.join(SslMode)}")
    return Server(case, host, url.port or _PORT, SslMode(mode), options.get("sslrootcert"))


def _default(host: str) -> SslMode:
    here = host in _HERE or host.startswith("/")
    return SslMode.PREFER if here else SslMode.VERIFY_FULL


def connected(server: Server) -> socket.socket:
    """An open connection; raises `CaseRefused`. Whoever takes it over lifts its time limit."""
    try:
        plain = _reached(server)
    except (OSError, UnicodeError) as error:  # a name that no host can have is a UnicodeError
        reason = getattr(error, "strerror", None) or str(error)
        raise CaseRefused(server.case, f"the server cannot be reached ({reason})") from error
    if server.is_socket or server.ssl is SslMode.DISABLE:
        return plain
    try:
        return _encrypted(server, plain)
    except BaseException:
        plain.close()
        raise


def _reached(server: Server) -> socket.socket:
    if server.is_socket:
        return _socket_file(f"{server.host}/.s.PGSQL.{server.port}")
    reached = socket.create_connection((server.host, server.port), CONNECT_SECONDS)
    reached.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    return reached


def _socket_file(path: str) -> socket.socket:
    reached = socket.socket(socket.AF_UNIX)
    try:
        reached.settimeout(CONNECT_SECONDS)
        reached.connect(path)
    except BaseException:
        reached.close()
        raise
    return reached


def _encrypted(server: Server, plain: socket.socket) -> socket.socket:
    try:
        plain.sendall(_ENCRYPT)
        answer = plain.recv(1)
        if answer == b"S":
            return _context(server).wrap_socket(plain, server_hostname=server.host)
    except ssl.SSLCertVerificationError as error:
        reason = f"its certificate is not trusted ({error.verify_message}); {_UNVERIFIED}"
        raise CaseRefused(server.case, reason) from error
    except OSError as error:
        raise CaseRefused(server.case, f"the connection cannot be encrypted ({error})") from error
    if answer != b"N":
        raise CaseRefused(server.case, "what listens there is not PostgreSQL")
    if server.ssl is not SslMode.PREFER:
        raise CaseRefused(server.case, f"the server does not encrypt; {_PLAIN}")
    return plain


_UNVERIFIED: Final = "name its authority with ?sslrootcert=FILE, or do without: ?sslmode=require"
_PLAIN: Final = "add ?sslmode=disable if you trust every machine on the way"


def _context(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=server.authorities)
    if server.ssl is not SslMode.VERIFY_FULL:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
