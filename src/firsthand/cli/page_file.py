"""A page of readings on disk."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from firsthand.cli.whole_file import WholeFile
from firsthand.errors import OutputError
from firsthand.export import page
from firsthand.pipeline import Reading


class PageFile:
    """Gathers readings into one page; it appears under its name when all are in, if any is.

    Raises `OutputError` rather than write over a report, or over a file that Firsthand did not
    make.
    """

    def __init__(self, path: Path, documents: Iterable[str]) -> None:
        self.path = path
        self.count = 0
        self._file = WholeFile(path, partial(_refuse_to_lose, tuple(documents)))

    def __enter__(self) -> Self:
        return self

    def add(self, reading: Reading) -> None:
        """One more report on the page; the first gives the page its title."""
        if not self.count:
            self._write(page.head(reading.report.title or "Firsthand"))
        self._write(page.fragment(reading.record))
        self.count += 1

    def _write(self, text: str) -> None:
        self._file.write(text.encode("utf-8", "replace"))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.is_wanted = self.count > 0
        with self._file:
            if error is not None:
                raise error
            self._write(page.tail())


def _refuse_to_lose(documents: tuple[str, ...], path: Path) -> None:
    exists = path.exists()
    if path.is_dir():
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
    with path.open("rb") as file:
        return file.read(len(page.MADE_BY)) == page.MADE_BY.encode()
