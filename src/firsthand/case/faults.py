"""What is found wrong with a case, gathered as it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from firsthand.case.engine import is_sqlite
from firsthand.case.trouble import translated
from firsthand.errors import FirsthandError

Progress = Callable[[int, int], None]
"""Told how many of how many events and reports are done."""

STRANGE: Final = (FirsthandError, AttributeError, TypeError, ValueError)
"""What comes of damaged rows, in which a value may be of any type."""
MEND: Final = "`firsthand rebuild` makes it anew"
"""How to mend what is made from the log."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written; `number` is the event's, where it is one's."""

    number: int | None
    what: str

    def __str__(self) -> str:
        return f"event {self.number}: {self.what}" if self.number else self.what


@dataclass(slots=True)
class Seen:
    """What the walk along the log has gathered for the checks after it.

    `unreadable` are events on a damaged page, `untold` is the last one that cannot be told what
    it says, `missing` those whose payload is gone, `erased`
    those of which a removal says so; `originals` lead from a hash to the last event that added
    its bytes; `touches` are how often an event speaks of a report.
    """

    faults: list[Fault] = field(default_factory=list)
    unreadable: set[int] = field(default_factory=set)
    untold: int = 0
    missing: set[int] = field(default_factory=set)
    erased: set[int] = field(default_factory=set)
    originals: dict[str, int] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    touches: int = 0
    touched_as_stored: bool = True

    def fault(self, number: int | None, what: str) -> None:
        """Notes something wrong."""
        self.faults.append(Fault(number, what))

    @property
    def in_order(self) -> tuple[Fault, ...]:
        """The first bad event first; what is of no event last."""
        return tuple(sorted(self.faults, key=lambda f: (f.number is None, f.number or 0)))


@contextmanager
def tried(connection: Connection, case: str) -> Iterator[None]:
    """A look that may fail, after which others are still possible: PostgreSQL needs a savepoint."""
    with translated(case), nullcontext() if is_sqlite(connection) else connection.begin_nested():
        yield
