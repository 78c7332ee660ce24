"""From what the user named to bytes: a file, a folder's files, standard input, a URL."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from firsthand.errors import NotFound, TooLarge
from firsthand.ingest import limits
from firsthand.ingest.load import Received
from firsthand.ingest.media import SUFFIXES

STDIN = "-"


def named(sources: Iterable[str]) -> Iterator[str]:
    """The documents that the names stand for: a folder's are its files that can be read."""
    for source in sources:
        yield from _in_folder(Path(source)) if _is_folder(source) else [source]


def _is_folder(source: str) -> bool:
    """Whether a name is a folder's; what cannot be looked at is for `receive` to refuse."""
    if not source or is_url(source) or source == STDIN:
        return False
    try:
        return Path(source).is_dir()
    except OSError:
        return False


def _in_folder(folder: Path) -> list[str]:
    """The reports in a folder, and the folders in it that cannot be opened, which then fail."""
    closed: list[str] = []
    files = list(_walked(folder, closed))
    if not files and not closed:
        raise NotFound(str(folder), f"no report in this folder ({', '.join(sorted(SUFFIXES))})")
    return sorted([*files, *closed])


def _walked(folder: Path, closed: list[str]) -> Iterator[str]:
    for where, folders, files in os.walk(folder, onerror=lambda e: closed.append(e.filename)):
        folders[:] = [f for f in folders if not _is_hidden(f)]
        paths = (Path(where, file) for file in files if not _is_hidden(file))
        yield from (str(path) for path in paths if path.suffix.lower() in SUFFIXES)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def is_url(source: str) -> bool:
    """Whether a name is a URL, of whatever scheme."""
    return "://" in source


def receive(source: str, *, allow_private: bool = False) -> Received:
    """The bytes of one document; raises `NotFound`, `TooLarge` or a `FetchError`."""
    if is_url(source):
        from firsthand.ingest.fetch import Fetcher, is_public

        permitted = (lambda _: True) if allow_private else is_public
        return Fetcher(permitted).fetch(source)
    if source == STDIN:
        return Received(_of_stdin("standard input"), "standard input")
    if not source:
        raise NotFound("(no name)", "a report's name is empty")
    return Received(_of_file(Path(source)), source)


def _of_stdin(name: str) -> bytes:
    if sys.stdin is None:  # started with a closed standard input
        raise NotFound(name, "it is closed")
    try:
        return _limited(sys.stdin.buffer.read(limits.MAX_BYTES + 1), name)
    except OSError as error:
        raise NotFound(name, f"cannot be read ({error.strerror})") from error


def _of_file(path: Path) -> bytes:
    try:
        _require_file(path)
        with path.open("rb") as file:
            return _limited(file.read(limits.MAX_BYTES + 1), str(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotFound(str(path), f"cannot be opened ({reason})") from error


def _require_file(path: Path) -> None:
    """Nothing that may never end, such as a pipe or a device; raises `OSError` or `NotFound`."""
    if path.is_dir():
        os.listdir(path)  # noqa: PTH208 - a folder that is closed says so
        raise NotFound(str(path), "it is a folder, not a file")
    if path.exists() and not path.is_file():
        raise NotFound(str(path), "it is not an ordinary file; give standard input as -")


def _limited(content: bytes, name: str) -> bytes:
    if len(content) > limits.MAX_BYTES:
        raise TooLarge(name, f"over {limits.MAX_BYTES:,} bytes; split it")
    return content
