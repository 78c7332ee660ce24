"""`make bench`: the tables, and whether every figure holds its floor."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import firsthand
from benchmarks import gate, people, polnear, sample, sample_gold
from benchmarks.gate import Figures
from benchmarks.spans import Counts, Roles, compare, total
from benchmarks.systems import Document, Run, run_firsthand, run_textacy
from firsthand.pipeline import reader

SHARES = ("blocks", "facts", "kinds")
MEASURES = ("linked", "content char", "content exact", "source exact", "cue exact")


def main() -> int:
    """Prints the tables; the exit status says whether every figure holds its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--raise-floors", action="store_true", help="set floors under the figures")
    asked = parser.parse_args()
    figures = [*_sample(), people.sample(), *_polnear(os.environ.get("POLNEAR"))]
    data = os.environ.get("DATA")
    figures += [people.pronouns(Path(data)), *people.labelled(Path(data))] if data else []
    print("" if data else "\nGAP and the labelled statements: not measured (DATA names no folder)")
    _cold_start()
    _two_jobs()
    for each in figures if asked.raise_floors else ():
        gate.raise_floors(each)
    failures = [line for each in figures for line in gate.check(each)]
    print("\n".join(failures) or "\nEvery figure holds its floor.")
    return 1 if failures else 0


def _sample() -> list[Figures]:
    """The sample case, read by each reader, with the peer on the same texts."""
    result = sample.measure(firsthand.ReaderName.MODEL)
    golds = list(sample_gold.reports())
    readings = [firsthand.read(gold.path) for gold in golds]
    documents = [Document(r.report.original.received_from, r.report.text) for r in readings]
    marked = [sample_gold.attributions(g, r.report) for g, r in zip(golds, readings, strict=True)]
    peer = run_textacy(documents)
    count = result.counts["linked"].gold
    print(f"\nSample case (fiction): {len(golds)} reports, {count} attributions\n")
    _row("", *MEASURES)
    for name in firsthand.ReaderName:
        counted = sample.measure(name).counts
        _row(f"firsthand ({reader(name).name})", *(f"{counted[m].f1:.3f}" for m in MEASURES))
    _scored(peer, documents, marked)
    for share in SHARES:
        counts = result.counts[share]
        print(f"{share}: {counts.found} of {counts.gold} as in the gold ({counts.recall:.3f})")
    print("\n".join(f"  {m.file}: {m.what}" for m in result.misses))
    return [sample_figures(name) for name in firsthand.ReaderName]


def sample_figures(name: firsthand.ReaderName) -> Figures:
    """The sample's figures with one reader, as the gate takes them."""
    result = sample.measure(name)
    reports = (gold.path for gold in sample_gold.reports())
    corpus = gate.hash_of([sample_gold.CASE / "gold.json", *reports])
    values = {m: result.counts[m].f1 for m in (*MEASURES, *SHARES)}
    return Figures(f"sample, {name.value}", corpus, values)


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
    runs = [*(run_firsthand(documents, name) for name in firsthand.ReaderName)]
    runs.append(run_textacy(documents))
    scored = [_scored(run, documents, [a.gold for a in articles], words) for run in runs]
    corpus = gate.hash_of(sorted(p for p in part.rglob("*") if p.is_file()))
    return [
        Figures(f"polnear dev, {name.value}", corpus, {m: ours[m].f1 for m in MEASURES})
        for name, ours in zip(firsthand.ReaderName, scored, strict=False)
    ]


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


def _two_jobs() -> None:
    """How much sooner the sample, twenty times over, is read by two processes than by one."""
    walls = [_wall(jobs) for jobs in ("1", "2")]
    print(f"Sample, twenty times: {walls[0]:.1f} s with one job, {walls[1]:.1f} s with two")


def _wall(jobs: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        for n in range(20):
            shutil.copytree(sample_gold.CASE / "reports", Path(folder) / str(n))
        command = [sys.executable, "-m", "firsthand", "read", folder, "--json", "--jobs", jobs]
        started = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
