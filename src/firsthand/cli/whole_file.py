"""A file that leaves a case: written whole or not at all, and never over another."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from firsthand.errors import OutputError


class WholeFile:
    """Gathers bytes; they appear under the name when all are in. Raises `OutputError`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        _require_room(path)
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}-", dir=path.parent)
        except (OSError, ValueError) as error:
            raise _unwritable(path, error) from error
        self._file = os.fdopen(handle, "wb")
        self._part = Path(name)

    def __enter__(self) -> Self:
        return self

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
            self._close(whole=kind is None)
        finally:
            with suppress(FileNotFoundError):
                self._part.unlink()

    def _close(self, *, whole: bool) -> None:
        try:
            with self._file:
                self._file.flush()
                os.fsync(self._file.fileno())
            if whole:
                _require_room(self.path)
                self._part.replace(self.path)
        except OSError as error:
            raise _unwritable(self.path, error) from error


def _require_room(path: Path) -> None:
    try:
        there = path.exists() or path.is_symlink()
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    if there:
        raise OutputError(f"{path}: it exists already; name another file")


def _unwritable(path: Path, error: OSError | ValueError) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{path}: cannot be written ({reason})")
