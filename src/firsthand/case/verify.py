"""Whether a case is what was written: chain, payloads, originals, and the tables made from them.

Everything is looked at and every fault is named by the event it is found at, the first one
first. Faults of the log are faults of the case; faults of the tables are mended by a rebuild.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from firsthand.case import originals
from firsthand.case.faults import Fault, Progress, Seen, tried
from firsthand.case.log import Head
from firsthand.case.schema import ORIGINAL
from firsthand.case.verify_log import LogCheck
from firsthand.case.verify_tables import TablesCheck
from firsthand.errors import CaseError

__all__ = ["Fault", "Progress", "Verification", "verify"]


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at, the head that it ends in, and what was found wrong, the first first."""

    head: Head
    events: int
    originals: int
    reports: int
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.faults


def verify(
    connection: Connection,
    case: str,
    expected: Head | None = None,
    progress: Progress | None = None,
) -> Verification:
    """Looks at everything, in one consistent view of the case."""
    seen, told = Seen(), progress or (lambda done, total: None)
    last, events = LogCheck(connection, case, seen, told).run(expected)
    kept = _originals(connection, case, seen)
    reports = TablesCheck(connection, case, seen, told).run(last.number)
    return Verification(last, events, kept, reports, seen.in_order)


def _originals(connection: Connection, case: str, seen: Seen) -> int:
    """Whether the bytes of every report are there and as received, and no others are."""
    try:
        with tried(connection, case):
            hashes = connection.scalars(select(ORIGINAL.c.sha256)).all()
    except CaseError as error:
        seen.fault(None, f"the originals cannot be read ({error.reason})")
        return 0
    for sha256 in hashes:
        number = seen.originals.pop(sha256, None)
        if number is None:
            seen.fault(None, f"original {sha256!s:.12}: no event of the log added it")
        _original(connection, case, seen, sha256, number)
    for sha256, number in seen.originals.items():
        seen.fault(number, f"the bytes of its original {sha256:.12} are gone")
    return len(hashes)


def _original(
    connection: Connection, case: str, seen: Seen, sha256: str, number: int | None
) -> None:
    try:
        with tried(connection, case):
            originals.kept(connection, sha256, case)
    except (CaseError, TypeError):  # in a damaged row a hash may be none
        seen.fault(number, f"the bytes of its original {sha256!s:.12} are not those received")
