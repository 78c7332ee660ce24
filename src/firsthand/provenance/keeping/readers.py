"""Who read what: so that what changes is read again by those who read it, and by nobody else."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Readers(Generic[K]):
    """What each report read last, and who read each thing."""

    def __init__(self) -> None:
        self._read: dict[str, Collection[K]] = {}
        self._by: dict[K, set[str]] = {}
        self._now: set[K] | None = None

    def note(self, what: K) -> None:
        """Whoever reads now has read this."""
        if self._now is not None:
            self._now.add(what)

    @contextmanager
    def reading(self, reader: str, *, more: bool = False) -> Iterator[None]:
        """All that is noted meanwhile is what this reader has read, instead of what it had; or
        more than that.
        """
        self._now = set(self._read.get(reader, ())) if more else set()
        try:
            yield
            self._keep(reader, self._now)
        finally:
            self._now = None

    def _keep(self, reader: str, now: Collection[K]) -> None:
        for gone in self._read.get(reader, ()):
            self._by[gone].discard(reader)
        for what in now:
            self._by.setdefault(what, set()).add(reader)
        self._read[reader] = tuple(now)

    def of(self, what: Iterable[K]) -> set[str]:
        """Those who read any of these."""
        return set[str]().union(*(self._by.get(one, ()) for one in what))


class Watched(dict[K, V]):
    """A mapping that notes what is looked up in it."""

    def __init__(self, readers: Readers[K]) -> None:
        super().__init__()
        self._readers = readers

    def __contains__(self, what: object) -> bool:
        self._readers.note(what)  # type: ignore[arg-type]
        return super().__contains__(what)

    def get(self, what: K, default: V | None = None) -> V | None:  # type: ignore[override]
        self._readers.note(what)
        return super().get(what, default)
