"""A file that is written whole or not at all, and never over one that somebody may miss."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from firsthand.errors import OutputError


def require_room(path: Path) -> None:
    """Nothing may be there."""
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path}: it exists already; name another file")


class WholeFile:
    """Gathers bytes; they appear under the name when all are in. Raises `OutputError`.

    `allow` raises where something is there that must not be written over; it is asked before
    anything is written, and again before the file takes its name. Only its owner may read it.
    """

    def __init__(self, path: Path, allow: Callable[[Path], None] = require_room) -> None:
        self.path = path
        self.allow = allow
        self.is_wanted = True
        self._ask()
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}-", dir=path.parent)
        except (OSError, ValueError) as error:
            raise _unwritable(path, error) from error
        self._file = os.fdopen(handle, "wb")
        self._part = Path(name)

    def __enter__(self) -> Self:
        return self

    def _ask(self) -> None:
        try:
            self.allow(self.path)
        except (OSError, ValueError) as error:
            raise _unwritable(self.path, error) from error

    def write(self, content: bytes) -> None:
        """More of the file."""
        try:
            self._file.write(content)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._close(whole=kind is None and self.is_wanted)
        finally:
            with suppress(FileNotFoundError):
                self._part.unlink()

    def _close(self, *, whole: bool) -> None:
        try:
            with self._file:
                self._file.flush()
                os.fsync(self._file.fileno())
            if whole:
                self._ask()
                self._part.replace(self.path)
        except OSError as error:
            raise _unwritable(self.path, error) from error


def _unwritable(path: Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{path}: cannot be written ({reason})")
