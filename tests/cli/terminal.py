"""The real command in a real terminal: a pty, keys typed into it, and what it shows."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 30
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")


class Terminal:
    """A command under way; `shown` is all that it has written, without colours."""

    def __init__(self, *arguments: str | Path, author: str = "Bo") -> None:
        self._ours, theirs = pty.openpty()
        environment = {**os.environ, "FIRSTHAND_AUTHOR": author, "COLUMNS": "100", "TERM": "xterm"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "firsthand", *map(str, arguments)],
            stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.shown = ""
        self._read_to = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def type(self, keys: str) -> None:
        """Presses these keys."""
        os.write(self._ours, keys.encode())

    def until(self, words: str) -> str:
        """Waits for these words behind what was waited for before; gives all up to them."""
        end = time.monotonic() + _PATIENCE
        while (at := self.shown.find(words, self._read_to)) < 0:
            assert time.monotonic() < end, f"{words!r} was never shown:\n{self.shown}"
            assert self._more(), f"it ended before {words!r}:\n{self.shown}"
        passed = self.shown[self._read_to : at + len(words)]
        self._read_to = at + len(words)
        return passed

    def _more(self) -> bool:
        if not select.select([self._ours], [], [], 1)[0]:
            return True
        try:
            read = os.read(self._ours, 65536)
        except OSError:  # its side of the terminal is closed
            return False
        self.shown += _ESCAPES.sub("", read.decode("utf-8", "replace")).replace("\r\n", "\n")
        return bool(read)

    def ended(self) -> int:
        """Its exit status, when it has ended."""
        while self._more():
            pass
        return self._process.wait(_PATIENCE)
