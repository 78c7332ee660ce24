"""A page on disk, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from firsthand.errors import OutputError
from firsthand.export import page
from firsthand.pipeline import Reading


class PageFile:
    """Gathers readings into one page; it appears under its name when all are in.

    Raises `OutputError` rather than write over a report, or over a file that Firsthand did not
    make.
    """

    def __init__(self, path: Path, documents: Iterable[str]) -> None:
        self.path = path
        self.count = 0
        _refuse_to_lose(path, documents)
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        except OSError as error:
            raise _unwritable(path, error) from error
        self._file = os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n")
        self._part = Path(name)

    def __enter__(self) -> Self:
        return self

    def add(self, reading: Reading) -> None:
        """One more report on the page; the first gives the page its title."""
        if not self.count:
            self._write(page.head(reading.report.title or "Firsthand"))
        self._write(page.fragment(reading.record))
        self.count += 1

    def _write(self, text: str) -> None:
        try:
            self._file.write(text)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._close(whole=kind is None and self.count > 0)
        finally:
            with suppress(FileNotFoundError):
                self._part.unlink()

    def _close(self, *, whole: bool) -> None:
        try:
            with self._file:
                self._file.write(page.tail())
            if whole:
                self._part.replace(self.path)
                self.path.chmod(0o600)
        except OSError as error:
            raise _unwritable(self.path, error) from error


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path}: cannot be written ({error.strerror or error})")


def _refuse_to_lose(path: Path, documents: Iterable[str]) -> None:
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:
        raise _unwritable(path, error) from error
    if is_folder:
        raise OutputError(f"{path}: it is a folder; name a file for the page")
    if exists and any(_is_same(path, document) for document in documents):
        raise OutputError(f"{path}: it is one of the reports; name another file for the page")
    if exists and not (path.is_file() and _is_ours(path)):
        raise OutputError(f"{path}: it exists and is no page of Firsthand's; name another file")


def _is_same(path: Path, document: str) -> bool:
    try:
        return path.samefile(document)
    except OSError:  # a URL, or a report that is not there
        return False


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(page.MADE_BY)) == page.MADE_BY.encode()
    except OSError as error:
        raise _unwritable(path, error) from error
