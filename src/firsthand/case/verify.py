"""Whether a case is what was written: chain, payloads, originals, and the tables made from them.

Everything is looked at and every fault is named by the event it is found at, the first one
first. Faults of the log are faults of the case; faults of the tables are mended by a rebuild.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from firsthand.case import originals
from firsthand.case.faults import Fault, Progress, Seen, tried
from firsthand.case.log import Head
from firsthand.case.verify_log import LogCheck
from firsthand.case.verify_reports import ReportsCheck
from firsthand.case.verify_tables import TablesCheck
from firsthand.cycles import no_search_for_cycles
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


@no_search_for_cycles()
def verify(
    connection: Connection,
    case: str,
    expected: Head | None = None,
    progress: Progress | None = None,
) -> Verification:
    """Looks at everything, in one consistent view of the case."""
    seen, told = Seen(), progress or (lambda done, total: None)
    listed = ReportsCheck(connection, case, seen)
    last, events = LogCheck(connection, case, seen, told, listed).run(expected)
    kept = _originals(connection, case, seen)
    for _ in listed.rest():
        told(last.number + min(listed.done, last.number), 2 * last.number)
    reports = TablesCheck(connection, case, seen).run()
    return Verification(last, events, kept, reports, seen.in_order)


def _originals(connection: Connection, case: str, seen: Seen) -> int:
    """Whether the bytes of every report are there and as received, and no others are."""
    try:
        with tried(connection, case):
            batches = originals.batches(connection)
    except CaseError as error:
        seen.fault(None, f"the originals cannot be read ({error.reason})")
        return 0
    for some in batches:
        whole = _whole(connection, case, some)
        for sha256 in some:
            _original(seen, sha256, whole=sha256 in whole)
    for sha256, number in seen.originals.items():
        seen.fault(number, f"the bytes of its original {sha256:.12} are gone")
    return sum(map(len, batches))


def _original(seen: Seen, sha256: str, *, whole: bool) -> None:
    """What the walk has told of it is taken away, so that what is left there is gone here."""
    number = seen.originals.pop(sha256, None)
    if number is None:
        seen.fault(None, f"original {sha256!s:.12}: no event of the log added it")
    if not whole:
        seen.fault(number, f"the bytes of its original {sha256!s:.12} are not those received")


def _whole(connection: Connection, case: str, hashes: Sequence[str]) -> set[str]:
    """Those of some originals that are as received; over a damaged page each is tried alone."""
    try:
        with tried(connection, case):
            return originals.whole(connection, hashes)
    except CaseError:
        if len(hashes) == 1:
            return set()
        return {x for one in hashes for x in _whole(connection, case, [one])}
