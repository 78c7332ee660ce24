"""`make bench`: the tables, and whether every figure holds its floor."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import firsthand
from benchmarks import gate, polnear, sample, sample_gold
from benchmarks.gate import Figures
from benchmarks.sample import SampleResult
from benchmarks.spans import Counts, Roles, compare, total
from benchmarks.systems import Document, Run, run_firsthand, run_textacy

SHARES = ("blocks", "facts", "kinds")
MEASURES = ("linked", "content char", "content exact", "source exact", "cue exact")


def main() -> int:
    """Prints the tables; the exit status says whether every figure holds its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--raise-floors", action="store_true", help="set floors under the figures")
    asked = parser.parse_args()
    figures = [_sample(), *_polnear(os.environ.get("POLNEAR"))]
    _cold_start()
    for each in figures if asked.raise_floors else ():
        gate.raise_floors(each)
    failures = [line for each in figures for line in gate.check(each)]
    print("\n".join(failures) or "\nEvery figure holds its floor.")
    return 1 if failures else 0


def _sample() -> Figures:
    """The sample case, with the peer on the same texts."""
    result = sample.measure()
    golds = list(sample_gold.reports())
    readings = [firsthand.read(gold.path) for gold in golds]
    documents = [Document(r.report.original.received_from, r.report.text) for r in readings]
    marked = [sample_gold.attributions(g, r.report) for g, r in zip(golds, readings, strict=True)]
    peer = run_textacy(documents)
    count = result.counts["linked"].gold
    print(f"\nSample case (fiction): {len(golds)} reports, {count} attributions\n")
    _row("", *MEASURES)
    _row("firsthand (rules/1)", *(f"{result.counts[m].f1:.3f}" for m in MEASURES))
    _scored(peer, documents, marked)
    for share in SHARES:
        counts = result.counts[share]
        print(f"{share}: {counts.found} of {counts.gold} as in the gold ({counts.recall:.3f})")
    print("\n".join(f"  {m.file}: {m.what}" for m in result.misses))
    return sample_figures(result)


def sample_figures(result: SampleResult) -> Figures:
    """The sample's figures, as the gate takes them."""
    reports = (gold.path for gold in sample_gold.reports())
    corpus = _hash([sample_gold.CASE / "gold.json", *reports])
    values = {m: result.counts[m].f1 for m in (*MEASURES, *SHARES)}
    return Figures("sample", corpus, values)


def _polnear(folder: str | None) -> list[Figures]:
    """PolNeAR dev, where POLNEAR names the folder with its parts; with the peer, and speed."""
    if not folder:
        print("\nPolNeAR: not measured (POLNEAR names no folder)")
        return []
    part = Path(folder) / "dev"
    articles = list(polnear.articles(part))
    documents = [Document(a.name, a.text) for a in articles]
    words = sum(len(d.text.split()) for d in documents)
    print(f"\nPolNeAR dev: {len(articles)} articles, {words:,} words\n")
    _row("", *MEASURES, "words/s")
    runs = [run_firsthand(documents), run_textacy(documents)]
    ours, _ = (_scored(run, documents, [a.gold for a in articles], words) for run in runs)
    files = sorted(p for p in part.rglob("*") if p.is_file())
    return [Figures("polnear-dev", _hash(files), {m: ours[m].f1 for m in MEASURES})]


def _scored(
    run: Run, documents: Sequence[Document], gold: Sequence[Sequence[Roles]], words: int = 0
) -> dict[str, Counts]:
    each = zip(documents, gold, run.proposed, strict=True)
    counts = total(compare(document.text, g, p) for document, g, p in each)
    speed = [f"{words / run.seconds:,.0f}"] if words else []
    _row(run.system, *(f"{counts[m].f1:.3f}" for m in MEASURES), *speed, f"  {run.note}")
    return counts


def _row(name: str, *cells: str) -> None:
    print(f"{name:28}" + "".join(f"{cell:>15}" for cell in cells if cell.strip()))


def _cold_start() -> None:
    """The wall time of a fresh process that reads one page, and the memory it took."""
    page = next(sample_gold.reports()).path
    command = [sys.executable, "-m", "firsthand", "read", str(page)]
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    print(f"\nCold start, one page read: {wall:.2f} s, {used.ru_maxrss / 1024:.0f} MB")
    if status:
        sys.exit("the cold start failed")


def _hash(files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
