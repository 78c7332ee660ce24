"""What could not be read, at the end of a command that reads many reports."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.cli.console import complain
from firsthand.cli.jobs import Failure


def list_failures(failures: Sequence[Failure], total: int) -> None:
    """What could not be read, a line each, with the reason."""
    if failures and total > 1:
        complain(f"{len(failures)} of {total} could not be read:")
    for failure in failures:
        complain(failure.reason)
