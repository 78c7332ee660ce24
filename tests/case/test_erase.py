"""Erasing a report: not one of its words is left anywhere in the case, and the chain holds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from firsthand import Options, ReaderName, Record, read_text
from firsthand.case import erase, log
from firsthand.case.adding import report_id
from firsthand.case.casefile import Case
from firsthand.case.engine import is_sqlite
from firsthand.case.events import Event, ExportFormat, ReportAdded, ReportRemoved
from firsthand.case.judgements import Judged, Noted, ReportField, Verdict
from firsthand.case.log import Author, head
from firsthand.errors import CaseBusy, CaseDamaged, NotInCase
from tests.case.desk import added, corrected, judged, merged, noted, ref, somebody, spoken
from tests.case.made import record
from tests.case.provoked import line_of
from tests.conftest import ROOT

NAME = "zyxandra-quorl.txt"
WORDS = ("Zyxandra", "Quorl", "Brontillion", "vexwharf", "Somebody Named", "zyxandra-quorl")
SAID = ("quibblenote", "quibblereason", "quibbleverdict", "Quibbletitle")
PAGE = """Brontillion held at vexwharf, cook says

“They took the Brontillion at night,” said Zyxandra Quorl, a cook. “I saw the lamps.”

The harbour office denied that the Brontillion had been at vexwharf. Quorl said it was.
"""


def doomed() -> Record:
    return read_text(PAGE, NAME, Options(reader=ReaderName.RULES)).record


def reviewed(case: Case) -> tuple[str, set[str]]:
    """A report with everything that can be said of one; gives its id, and what must go."""
    report = case.add(doomed()).report
    state = case.report(report)
    traces = {report, state.original.sha256, somebody(report).id}
    traces |= {h.id for h in state.all} | {s.id for s in state.sources}
    spoken(case, report, somebody(report))
    statement = state.statements[0].id
    case.record_event(Noted(report, statement, "quibblenote"))
    case.record_event(Judged(report, statement, Verdict.REJECT, "quibbleverdict"))
    corrected(case, report, ReportField.TITLE, "Quibbletitle")
    case.undo(noted(case, report, "quibblenote"), "quibblereason")
    return report, traces | set(WORDS) | set(SAID)


def forms(traces: Iterable[str]) -> Iterator[bytes]:
    """As text, in small letters as in an index, and an id or a hash as its bytes."""
    for trace in traces:
        yield trace.encode()
        yield trace.lower().encode()
        if len(trace) in (16, 64) and set(trace) <= set("0123456789abcdef"):
            yield bytes.fromhex(trace)


def left(case: Case, place: str, traces: Iterable[str]) -> set[bytes]:
    """Of these traces, those that are still found in the files of the store."""
    with case.store.reading() as connection:
        files = _files(place) if is_sqlite(connection) else _tables(connection)
    held = b"\0".join(files)
    return {trace for trace in forms(traces) if trace in held or trace in held.lower()}


def _files(place: str) -> list[bytes]:
    path = Path(place)
    return [f.read_bytes() for f in path.parent.iterdir() if f.is_file()]


def _tables(connection: Connection) -> list[bytes]:
    """The rows of every table and of the statistics, and what lies in the database's folder."""
    connection.execute(text("COMMIT"))
    connection.execute(text("CHECKPOINT"))
    folder = connection.scalar(text("SHOW data_directory"))
    oid = connection.scalar(text("SELECT oid FROM pg_database WHERE datname = current_database()"))
    found = [f.read_bytes() for f in Path(folder, "base", str(oid)).iterdir() if f.is_file()]
    names = connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
    for name in ("pg_stats", *names.all()):
        rows = connection.execute(text(f"SELECT t::text FROM {name} t"))
        found += [str(row).encode() for row in rows]
    return found


def analysed(case: Case) -> None:
    """PostgreSQL takes samples of the words by and by; here it does so now."""
    with case.store.bare() as connection:
        if not is_sqlite(connection):
            connection.exec_driver_sql("ANALYZE")


# Nothing is left.


def test_not_one_word_of_an_erased_report_is_left(case: Case, place: str) -> None:
    other = added(case, 1)
    judged(case, other)
    report, traces = reviewed(case)
    added(case, 2)
    merged(case, ref(case, report, -1), ref(case, other))
    analysed(case)
    assert len(left(case, place, traces)) > len(traces) / 2
    case.remove(report, "consent withdrawn")
    assert left(case, place, traces) == set()
    assert case.verify().faults == ()


def test_nothing_is_left_of_what_was_read_twice(case: Case, place: str) -> None:
    """Words of an older text of the report, which the newer reading does not have."""
    report, traces = reviewed(case)
    again = doomed()
    shorter = replace(again, statements=again.statements[:1], reader="rules/next")
    case.reread(shorter)
    case.remove(report, "consent withdrawn")
    assert left(case, place, traces) == set()
    assert case.verify().faults == ()


def test_nothing_is_left_of_a_report_that_was_undone_before(case: Case, place: str) -> None:
    """Its bytes and its text had stayed, so that the undoing could be undone."""
    report = case.add(doomed()).report
    case.undo(3, "a slip")
    case.undo(2, "a slip")
    assert case.reports() == []
    assert left(case, place, WORDS) != set()
    removal = case.remove(report[:8], "consent withdrawn")
    assert removal.erased == (2, 3, 4, 5)
    assert left(case, place, {report, *WORDS}) == set()
    assert case.verify().faults == ()


def test_nothing_is_left_of_one_that_came_back_and_went_again(case: Case, place: str) -> None:
    report, traces = reviewed(case)
    case.remove(report, "consent withdrawn")
    again = case.add(doomed())
    assert again.new
    assert case.report(report).statements[0].decisions == ()
    assert case.verify().faults == ()
    case.remove(report, "once more")
    assert left(case, place, traces) == set()
    assert case.verify().faults == ()


def test_nothing_is_left_in_the_tables_after_a_rebuild(case: Case, place: str) -> None:
    added(case, 1)
    report, traces = reviewed(case)
    case.remove(report, "consent withdrawn")
    case.rebuild()
    assert left(case, place, traces) == set()


# What stays.


def test_a_tombstone_says_when_by_whom_and_why_and_how_much(case: Case) -> None:
    report, _ = reviewed(case)
    removal = case.remove(report, "consent withdrawn")
    lines = {line.entry.number: line for line in case.log()}
    tombstone = lines[removal.entry.number]
    assert tombstone.event == ReportRemoved(2, removal.erased, "consent withdrawn")
    assert tombstone.entry.header.author == "Ada"
    assert {n for n, line in lines.items() if line.event is None} == set(removal.erased)
    assert {lines[n].erased_by for n in removal.erased} == {removal.entry.number}


def _unreadable(case: Case, event: Event, monkeypatch: pytest.MonkeyPatch) -> int:
    """An event written by a program that knew another form of it."""
    with monkeypatch.context() as patched, case.store.writing() as connection:
        patched.setattr(log, "encoded", lambda _: b'{"quibblefield": 1}')
        return log.append(connection, event, Author(case.name, "Ada")).number


def test_a_report_can_be_erased_though_an_event_of_it_cannot_be_read(
    case: Case, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, traces = reviewed(case)
    number = _unreadable(case, Noted(report, None, ""), monkeypatch)
    assert case.verify().faults[0].number == number
    assert number in case.remove(report, "consent withdrawn").erased
    assert case.verify().is_whole
    assert left(case, place, traces | {"quibblefield"}) == set()


def test_what_cannot_be_read_is_named_where_nothing_says_what_to_erase(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = record(1).report.original
    said = (original.sha256, original.media_type, "report-1.txt", original.received_at)
    report = report_id(original.sha256)
    number = _unreadable(case, ReportAdded(report, *said), monkeypatch)
    with pytest.raises(CaseDamaged, match=f"event {number}"):
        case.remove(report, "consent withdrawn")


def test_other_reports_keep_everything(case: Case) -> None:
    other = added(case, 1)
    judged(case, other)
    noted(case, other)
    before, found = case.report(other), case.search("boat")
    rows = (case.reports(), case.statements(other), case.sources())
    report, _ = reviewed(case)
    case.remove(report, "consent withdrawn")
    assert case.report(other) == before
    assert (case.reports(), case.statements(other), case.sources()) == rows
    assert case.search("boat") == found
    assert case.search("vexwharf").hits == ()
    assert case.original(other) == record(1).report.original.content


def test_who_was_its_copy_is_a_copy_of_none_that_is_known(case: Case) -> None:
    """And the older word, which a person had set right, does not come back into force."""
    one, other = added(case, 1), added(case, 2)
    corrected(case, other, ReportField.COPY_OF, one)
    report, _ = reviewed(case)
    corrected(case, other, ReportField.COPY_OF, report)
    case.remove(report, "consent withdrawn")
    assert case.report(other).copy_of is None
    assert case.verify().faults == ()


def test_the_exports_by_which_it_left_are_named(case: Case) -> None:
    other = added(case, 1)
    report, _ = reviewed(case)
    numbers = tuple(
        case.export(reports, ExportFormat.JSON).number
        for reports in ([report], [other], [other, report])
    )
    assert case.remove(report, "consent withdrawn").exported == (numbers[0], numbers[2])


def test_a_backup_that_still_holds_it_is_named(case: Case, place: str) -> None:
    report, _ = reviewed(case)
    with case.store.writing() as connection:
        if is_sqlite(connection):
            beside = Path(f"{place}.backup-0001")
            beside.write_bytes(b"as it was")
            name = str(beside)
        else:
            connection.exec_driver_sql("CREATE SCHEMA firsthand_backup_0001")
            name = "schema firsthand_backup_0001"
    assert case.remove(report, "consent withdrawn").backups == (name,)


@pytest.mark.parametrize("name", ["0000", "no-such.txt", ""])
def test_what_is_not_there_is_not_erased(case: Case, name: str) -> None:
    added(case, 1)
    before = case.head()
    line_of(NotInCase, lambda: case.remove(name, "asked for"))
    assert case.head() == before


def test_nothing_is_erased_twice(case: Case) -> None:
    report, _ = reviewed(case)
    case.remove(report, "consent withdrawn")
    line_of(NotInCase, lambda: case.remove(report, "once more"))


# Others at the case meanwhile, and a cut in the middle.

_LOOKS = """
import sys
from firsthand.case.casefile import Case
with Case.open(sys.argv[1], read_only=True) as case:
    print(len(case.reports()), flush=True)
    sys.stdin.readline()
    print(len(case.reports()), case.verify().is_whole, flush=True)
"""


def test_another_program_that_has_the_case_open_hinders_nothing(case: Case, place: str) -> None:
    report, traces = reviewed(case)
    added(case, 1)
    with subprocess.Popen(
        [sys.executable, "-c", _LOOKS, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        cwd=ROOT, text=True,
    ) as looker:  # fmt: skip
        assert looker.stdout is not None
        assert looker.stdout.readline() == "2\n"
        case.remove(report, "consent withdrawn")
        assert left(case, place, traces) == set()
        said, _ = looker.communicate("go on\n")
    assert said == "1 True\n"


def test_one_in_the_middle_of_a_look_delays_it_until_the_case_is_opened_again(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.case.vacuum._WAIT", "200ms")
    Case.new(place, author="Ada").close()
    with Case.open(place, author="Ada", wait=0.2) as case, Case.open(place) as looking:
        report, traces = reviewed(case)
        with looking.store.reading() as connection:
            assert head(connection) == looking.head()
            line = line_of(CaseBusy, lambda: case.remove(report, "consent withdrawn"))
            assert case.reports() == []
        assert "open the case again" in line
    with Case.open(place) as case:
        assert left(case, place, traces) == set()
        assert case.verify().faults == ()


def test_what_a_crash_left_is_scrubbed_when_the_case_is_next_opened_to_be_written(
    case: Case, place: str
) -> None:
    report, traces = reviewed(case)
    with case.store.writing() as connection:
        erase.remove(connection, report, "consent withdrawn", case._by)
    case.close()
    with Case.open(place, read_only=True) as looking, looking.store.reading() as connection:
        assert erase.is_unscrubbed(connection)
    with Case.open(place) as again:
        assert left(again, place, traces) == set()
        with again.store.reading() as connection:
            assert not erase.is_unscrubbed(connection)
        assert again.verify().faults == ()
