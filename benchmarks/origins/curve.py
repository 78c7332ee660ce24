"""What tracing costs as a case grows: `python -m benchmarks.origins.curve [REPORTS...]`.

Made-up reports in bulk, each size in a process of its own: seconds, and the most memory that was
held. Last, what one report more costs a trace that is kept: groups, voices, copies and
citations are up to date again.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import TypeVar

from benchmarks.origins.stories import bulk
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping import KeptTrace
from firsthand.provenance.trace import trace_of

Done = TypeVar("Done")
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
_ONE_MORE = 20
_KEPT = 10_000
"""Reports up to which a trace is kept, which takes twice the memory."""


def main() -> None:
    """Each size in a process of its own, so that memory is that of the size."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        one(int(sys.argv[2]))
        return
    for size in map(int, sys.argv[1:] or map(str, SIZES)):
        command = [sys.executable, "-m", "benchmarks.origins.curve", "--one", str(size)]
        subprocess.run(command, check=True)


def one(size: int) -> None:
    """The figures of one size, on a line."""
    made = list(bulk(size + _ONE_MORE))
    held = memory()
    took, trace = timed(lambda: trace_of(made[:size]))
    print(
        f"{size:>8,} reports: {took:6.1f} s, {took / size * 1000:.1f} ms a report; "
        f"{memory():5,.0f} MB, of which {held:,.0f} hold the reports; "
        f"{len(trace.groups):,} groups, {len(trace.voices):,} sources",
        end="", flush=True,
    )  # fmt: skip
    del trace
    more = f"; {kept(made[:size], made[size:])}; {memory():,.0f} MB" if size <= _KEPT else ""
    print(more, flush=True)


def kept(present: Sequence[FiledReport], new: Sequence[FiledReport]) -> str:
    """What each of some reports more costs a trace that is kept, and what that costs at first."""
    began, trace = timed(lambda: KeptTrace(present))
    costs = sorted(timed(partial(trace.add, report))[0] * 1000 for report in new)
    return (
        f"one more in the trace {median(costs):.0f} ms, at worst {costs[-1]:.0f} ms "
        f"(kept after {began:.1f} s)"
    )


def timed(act: Callable[[], Done]) -> tuple[float, Done]:
    """Seconds, and what came of it."""
    began = time.perf_counter()
    done = act()
    return time.perf_counter() - began, done


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
