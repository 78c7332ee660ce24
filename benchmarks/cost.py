"""What sources and evidence cost, stage by stage, and all of reading against another checkout.

    python -m benchmarks.cost POLNEAR [OTHER_CHECKOUT]

Processor time a word of PolNeAR dev, imports and the first document left out. With a second
checkout (an older version) both are timed by turns, three times each, and the least is taken.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks import polnear
from firsthand.evidence.judge import record_of
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.load import Received, load
from firsthand.reading.reader import ModelReader
from firsthand.sources.stage import sources_of

Done = TypeVar("Done")
_TURNS = 3
_WHOLE = """
import sys, time
from pathlib import Path
from benchmarks import polnear
from benchmarks.systems import Document, run_firsthand
from firsthand import ReaderName
known = [Document(a.name, a.text) for a in polnear.articles(Path(sys.argv[1]) / "dev")]
words = sum(len(d.text.split()) for d in known)
print(run_firsthand(known, ReaderName.MODEL).seconds / words * 1e6)
"""


def main() -> None:
    """Prints microseconds a word."""
    folder, others = Path(sys.argv[1]), [Path(p) for p in sys.argv[2:]]
    stages(folder)
    here = Path(__file__).parents[1]
    least = by_turns(folder, [here, *others]) if others else []
    for name, figure in zip(("this version", "the other"), least, strict=False):
        print(f"{name:14} {figure:.1f} us a word, everything from bytes")
    if least:
        print(f"this version takes {least[0] / least[1] - 1:+.1%}")


def stages(folder: Path) -> None:
    """The stages one after the other, each over all articles."""
    articles = list(polnear.articles(folder / "dev"))
    words = sum(len(a.text.split()) for a in articles)
    named = [Received(a.text.encode(), f"{a.name}.txt") for a in articles]
    reports = [load(r, any_language=True) for r in named]
    reader = ModelReader()
    reader.read(reports[0])
    reads = timed("reading, with the branch", words, lambda: [reader.read(r) for r in reports])
    arounds = [Surroundings.of(r, x.page) for r, x in zip(reports, reads, strict=True)]
    three = list(zip(reports, reads, arounds, strict=True))
    found = timed("sources", words, lambda: [sources_of(r, x, a.sentences) for r, x, a in three])
    four = list(zip(three, found, strict=True))
    timed("evidence", words, lambda: [record_of(r, x, a, s) for (r, x, a), s in four])


def timed(name: str, words: int, work: Callable[[], list[Done]]) -> list[Done]:
    """The work's results; prints its time a word."""
    started = time.process_time()
    done = work()
    print(f"{name:26} {(time.process_time() - started) / words * 1e6:.1f} us a word")
    return done


def by_turns(folder: Path, checkouts: Sequence[Path]) -> list[float]:
    """The least of some runs of each checkout, taken by turns."""
    runs = [[_whole(folder, c) for c in checkouts] for _ in range(_TURNS)]
    return [min(column) for column in zip(*runs, strict=True)]


def _whole(folder: Path, checkout: Path) -> float:
    paths = os.pathsep.join(map(str, (checkout / "src", checkout)))
    done = subprocess.run(
        [sys.executable, "-c", _WHOLE, str(folder)], cwd=checkout, check=True,
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    return float(done.stdout)


if __name__ == "__main__":
    main()
