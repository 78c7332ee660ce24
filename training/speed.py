"""Words a second of processor time, one thread, by window size: encoder alone, and all of reading.

    python -m training.speed POLNEAR/dev BASE_FOLDER ARTEFACT [SIZE ...]

A word is what white space parts, as the benchmark counts them; the best of three rounds is taken.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from firsthand.reading.model.windows import inputs_of, windows_of
from training.artefact import load_artefact
from training.data import articles, read_words
from training.evaluate import found_in, see


def rate(work: Callable[[], None], words: int) -> int:
    """Words a second."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return round(words / min(spent))


def main() -> None:
    folder, base, out = map(Path, sys.argv[1:4])
    known = articles(folder)[:30]
    words = sum(len(a.text.split()) for a in known)
    answer, heads, tuning = load_artefact(out)
    read = [read_words(a, base) for a in known]
    print(
        "tokeniser, quotations:", rate(lambda: [read_words(a, base) for a in known] and None, words)
    )
    for size in map(int, sys.argv[4:] or ["96", "128", "192", "256", "384"]):
        inputs = [inputs_of(w, x) for w in read for x in windows_of(w, size)]
        encoder = rate(lambda some=inputs: [answer(*i) for i in some] and None, words)
        now = replace(tuning, limit=size)

        def whole(now: object = now, size: int = size) -> None:
            for a in known:
                found_in(see(a, base, answer, size), heads, now)

        print(f"window {size}: encoder {encoder}, all of reading {rate(whole, words)}", flush=True)


if __name__ == "__main__":
    main()
