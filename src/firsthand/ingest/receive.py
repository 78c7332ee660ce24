"""From what the user named to bytes: a file, a folder's files, standard input, a URL."""

from __future__ import annotations

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
        folder = Path(source)
        if not is_url(source) and source != STDIN and folder.is_dir():
            yield from _in_folder(folder)
        else:
            yield source


def _in_folder(folder: Path) -> list[str]:
    found = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    files = sorted(str(p) for p in found if not _is_hidden(p.relative_to(folder)))
    if not files:
        raise NotFound(str(folder), f"no report in this folder ({', '.join(sorted(SUFFIXES))})")
    return files


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)


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
        return Received(
            _limited(sys.stdin.buffer.read(limits.MAX_BYTES + 1), "standard input"),
            "standard input",
        )
    return Received(_of_file(Path(source)), source)


def _of_file(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise NotFound(str(path), "it is not a file")
        with path.open("rb") as file:
            return _limited(file.read(limits.MAX_BYTES + 1), str(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotFound(str(path), f"cannot be opened ({reason})") from error


def _limited(content: bytes, name: str) -> bytes:
    if len(content) > limits.MAX_BYTES:
        raise TooLarge(name, f"over {limits.MAX_BYTES:,} bytes; split it")
    return content
