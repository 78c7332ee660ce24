"""How fast a case is: `python -m benchmarks.case [REPORTS]`, 10,000 unless said otherwise.

Adding is timed on the sample case against reading alone. Everything else on made-up reports of
twenty statements, read by the rules and stored like any other; nothing is put into the tables
by another way. Beside search stands a scan of the same passages (LIKE), beside verifying the
bare hashing of the same bytes. Times are wall-clock, warm, the median of several.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, func, select

import firsthand
from benchmarks import sample_gold
from firsthand.case.casefile import Case
from firsthand.case.judgements import Judged, Verdict
from firsthand.case.log import Author, append
from firsthand.case.schema import ORIGINAL, PASSAGE, PAYLOAD
from firsthand.case.verify import Verification

REPORTS, TIMES, JUDGED = 10_000, 7, 50_000
NAMES = "Voss Lenn Orle Halloway Rist Aske Solm Varnholt Brandt Okell".split()
NOUNS = "boat shed quay lamp guard clerk order crew yard ferry cold store key list".split()
VERBS = "said told reporters|denied|warned|claimed|recalled|insisted".split("|")
OUTLETS = ("Quay Lantern", "Harbour Post", "Gull", "Ferry Mail", "North Wire")
QUERIES = (
    "zeppelin", "boat", '"cold store"', "gua*", "boat -shed", "source:Voss", "basis:saw",
    "review:unreviewed", "date:2021-03..2021-04 boat", "outlet:Lantern boat source:Orle",
)  # fmt: skip
OPTIONS = firsthand.Options(reader=firsthand.ReaderName.RULES)


def main() -> None:
    """Prints every figure that the case file has to reach, and the memory it took."""
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    with tempfile.TemporaryDirectory() as folder:
        adding(Path(folder, "sample.case"))
        bulk(Path(folder, "bulk.case"), reports)
        judged(Path(folder, "judged.case"), JUDGED)


def adding(place: Path) -> None:
    """What storing costs beside reading, on the sample case, one report after the other."""
    paths = [gold.path for gold in sample_gold.reports()]
    firsthand.read(paths[0])
    began = time.perf_counter()
    readings = [firsthand.read(path) for path in paths]
    read = time.perf_counter() - began
    with Case.new(place, author="bench") as case:
        began = time.perf_counter()
        for reading in readings:
            case.add(reading.record)
        stored = time.perf_counter() - began
    print(f"add: {stored / read:.1%} over reading alone ({read:.2f} s for {len(paths)} reports)")


def bulk(place: Path, reports: int) -> None:
    """A large case, as it is opened, listed, searched and verified."""
    with Case.new(place, author="bench") as case:
        fill(case, reports)
    opened = median(lambda: Case.open(place, read_only=True).close())
    with Case.open(place, read_only=True) as case:
        size = place.stat().st_size / 1e6
        statements = sum(row.statements for row in case.reports())
        print(f"\n{reports:,} reports, {statements:,} statements, {size:,.0f} MB")
        print(f"open: {opened * 1000:.0f} ms    list: {median(case.reports) * 1000:.0f} ms")
        searches(case)
        verified(case)
    print(f"memory: {memory():.0f} MB at most")


def fill(case: Case, reports: int) -> None:
    """Adds made-up reports, and says what that takes of memory on the way."""
    for done, record in enumerate(made(reports), 1):
        case.add(record)
        if done in (reports // 10, reports):
            print(f"memory after {done:,} reports: {memory():.0f} MB")


def made(reports: int) -> Iterator[firsthand.Record]:
    """Made-up reports of twenty statements, each different, the same at every run."""
    chance = random.Random(7)  # noqa: S311 - the same text at every run
    for number in range(reports):
        record = firsthand.read_text(text(number, chance), f"{number}.txt", OPTIONS).record
        day = dt.date(2019, 1, 1) + dt.timedelta(days=chance.randrange(2000))
        known = replace(record.report, outlet=chance.choice(OUTLETS), published=day)
        yield replace(record, report=known)


def text(number: int, chance: random.Random) -> str:
    """One report; one in a thousand speaks of a zeppelin."""
    lines = [f"Crew of boat {number} held"]
    for _ in range(20):
        one, other, third = chance.sample(NOUNS, 3)
        name, verb = chance.choice(NAMES), chance.choice(VERBS)
        lines.append(f"“I saw the {one} by the {other},” {name} {verb} of the {third}.")
    if number % 1000 == 0:
        lines.append("Nobody has seen the zeppelin since.")
    return "\n\n".join(lines)


def searches(case: Case) -> None:
    """Each query with its hits, beside a scan for the first word in all passages."""
    for query in QUERIES:
        took = median(partial(case.search, query))
        print(f"search {query:34} {took * 1000:6.1f} ms  {case.search(query).total:,} passages")
    print(
        f"       scan for boat (LIKE)               {median(lambda: scanned(case)) * 1000:6.1f} ms"
    )


def scanned(case: Case) -> int:
    """What a search without an index does."""
    with case.store.reading() as connection:
        count = select(func.count()).select_from(PASSAGE).where(PASSAGE.c.text.like("%boat%"))
        return connection.scalar(count) or 0


def judged(place: Path, events: int) -> None:
    """A case of many judgements on few reports, verified: what months of review make of it."""
    with Case.new(place, author="bench") as case:
        for record in made(500):
            case.add(record)
        with case.store.writing() as connection:
            _judge(case, connection, events)
        case.rebuild()
    with Case.open(place, read_only=True) as case:
        print(f"\n500 reports, {events:,} judgements")
        verified(case)


def _judge(case: Case, connection: Connection, events: int) -> None:
    """Straight into the log: the tables follow once, not after each."""
    refs = [(row.report, row.id) for row in case.statements()]
    verdicts = list(Verdict)
    for number in range(events):
        report, statement = refs[number % len(refs)]
        append(connection, Judged(report, statement, verdicts[number % 3]), Author(case.name, "b"))


def verified(case: Case) -> None:
    """Events a second, everything checked; and what the hashing alone would take."""
    began = time.perf_counter()
    found: Verification = case.verify()
    took = time.perf_counter() - began
    assert found.is_whole, found.faults[:3]
    rate, size = found.events / took, weight(case) / took / 1e6
    print(
        f"verify: {found.events:,} events in {took:.1f} s, {rate:,.0f} a second, "
        f"{size:.1f} MB of payload a second"
    )
    print(f"        hashing the same bytes alone {hashed(case):.1f} s")


def weight(case: Case) -> int:
    """Bytes of all payloads."""
    with case.store.reading() as connection:
        return connection.scalar(select(func.sum(func.length(PAYLOAD.c.body)))) or 0


def hashed(case: Case) -> float:
    """Seconds to read and hash every payload and original, and nothing else."""
    began = time.perf_counter()
    with case.store.reading() as connection:
        for column in (PAYLOAD.c.body, ORIGINAL.c.body):
            for body in connection.execute(select(column)).scalars():
                hashlib.sha256(body).digest()
    return time.perf_counter() - began


def median(act: Callable[[], object]) -> float:
    """Seconds that something takes once it is warm."""
    act()
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def memory() -> float:
    """The most that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
