"""The picture of a trace: the words it uses, and what it never leaves out."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

import pytest

from firsthand.export import trace_terminal
from firsthand.export.terminal import plain_text
from firsthand.export.trace_placeholders import pictures, reports, unnamed
from firsthand.export.trace_view import FOUND, GROUPED, View, everything, of_source, only_false
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.person import Ref
from tests.export.traces import filed_sample, judged, report_id, source_of, traced_of, untouched


def seen(view: View, width: int = 400) -> str:
    return plain_text(trace_terminal.picture(view), width)


def one(view: View, file: str, name: str) -> View:
    ref = source_of(file, name)
    return of_source(view, [Ref(ref.report, ref.source)])


def changed(name: str, /, **fields: object) -> View:
    """The sample, one report of it changed."""
    made = [_with(r, fields) if r.id == report_id(name) else r for r in filed_sample()]
    return everything(traced_of(tuple(made)))


def _with(report: FiledReport, fields: dict[str, object]) -> FiledReport:
    return replace(report, **fields)  # type: ignore[arg-type]


def test_it_says_once_how_statements_are_grouped_and_how_much_nobody_reviewed() -> None:
    assert seen(untouched()).count(GROUPED) == 1
    count = len(untouched().traced.filed.reviews)
    assert f"{count} statements, {count} unreviewed" in seen(untouched())


@pytest.mark.parametrize("word", ["independent", "true", "false", "lie", "credible", "confirmed"])
def test_it_never_says_what_only_a_person_may(word: str) -> None:
    ours = seen(untouched()).replace(_all_words(untouched()), "")
    assert f" {word} " not in ours.lower()


def _all_words(view: View) -> str:
    return "\n".join(r.text for r in view.trace.reports.values())


def test_every_group_that_several_reports_carry_has_its_interval() -> None:
    view = untouched()
    assert view.carried
    assert seen(view).count(FOUND) == len(view.carried)


def test_a_reviewers_word_stands_under_the_reviewers_name() -> None:
    """With the list that was checked, on one line."""
    told = [line for line in seen(judged()).splitlines() if "independent" in line]
    assert told
    assert all(line.strip(" ├└─").startswith("Ada, 2024-05-06, a reviewer, calls") for line in told)
    assert "payment: not known; nobody was paid" in told[0]


def test_a_source_stands_with_its_occasions_and_how_each_report_has_its_words() -> None:
    told = seen(one(untouched(), "01-quellmouth-lantern.html", "Dorrin Aske"))
    assert "through Quellmouth Lantern · interview" in told
    assert "01-quellmouth-lantern.html" in told
    assert "has it from 02-lps-wire.txt" in told
    assert "cites 01-quellmouth-lantern.html" in told


def test_custody_is_marked_before_the_words_that_were_said_there() -> None:
    lines = seen(untouched()).splitlines()
    words = [line for line in lines if "nobody has laid a hand on me" in line]
    assert words
    for line in words:
        assert line.index("IN CUSTODY") < line.index("nobody has laid a hand")


def test_why_a_bound_is_open_is_said_under_it() -> None:
    for group in untouched().carried:
        if group.behind.interval.upper is None:
            assert any(f"open: {o.why}" in seen(untouched()) for o in group.behind.openings)


def test_what_was_cut_is_marked_in_the_fuller_quotation() -> None:
    assert "[−The contract crews on the ore quay−], they have to hand in" in seen(untouched())


def test_what_is_cited_and_absent_is_what_to_fetch_next() -> None:
    assert "fetch next: Radio Corran · 2 reports lean on it" in seen(untouched())


def test_circles_are_named() -> None:
    (line,) = [x for x in seen(untouched()).splitlines() if "in a circle" in x and "open" not in x]
    assert "06-vantry-mail.html" in line
    assert "07-seven-bells.txt" in line


def test_a_report_that_its_outlet_took_back_is_loud_and_its_account_too() -> None:
    told = seen(changed("01-quellmouth-lantern.html", retracted=True))
    assert "01-quellmouth-lantern.html   RETRACTED" in told
    assert "TAKEN BACK" in told


def test_where_a_date_alone_tells_it_says_later_and_not_from_whom() -> None:
    """A date may be wrong, and two may have copied a third."""
    copies = untouched().trace.wording.copies
    assert {c.is_by_date for c in copies} == {True, False}
    for line in (x for x in seen(untouched()).splitlines() if "· by " in x):
        assert ("· by date alone" in line) == (", later, shares with " in line)
        assert ("· by date alone" in line) != (" has it from " in line)


def test_it_says_of_how_many_reports_the_outlet_is_not_known() -> None:
    """Nobody can be seen to cite them, so that circles stay hidden."""
    assert not untouched().trace.without_outlet
    nameless = [
        replace(r, outlet=None, author=None, blocks=(), file=f"{n}.txt", sources=(), statements=())
        for n, r in enumerate(filed_sample()[:2])
    ]
    view = everything(traced_of((*nameless, *filed_sample()[2:])))
    assert "The outlet of 2 of " in seen(view)
    assert "`firsthand correct CASE REPORT outlet NAME`" in seen(view)


def test_a_version_that_a_person_set_is_listed() -> None:
    file, other = "08-ostrel-standard-corrected.html", "03-ostrel-standard.html"
    assert f"{file} is a version of {other}" in seen(changed(file, version_of=report_id(other)))


def test_one_source_shows_what_one_report_alone_carries_too() -> None:
    view = one(untouched(), "09-dockside-rights-monitor.pdf", "Nela")
    assert any(len(group.reports) == 1 for group in view.carried)
    assert "Copies" not in seen(view)


def test_what_looks_corroborated_is_listed_with_what_most_reports_carry_first() -> None:
    view = only_false(untouched())
    counts = [len(group.reports) for group in view.carried]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 1
    assert "may rest on one originating source" in seen(view)
    assert "Sources\n" not in seen(view)


def test_a_hostile_name_does_not_break_the_lines() -> None:
    told = seen(
        changed("02-lps-wire.txt", outlet="LPS\x1b[31m\n├── [bold]forged", file="/a/b\n.txt")
    )
    assert "\x1b" not in told
    assert "\n├── [bold]forged" not in told
    assert "[bold]forged" in told
    assert "/a/" not in told


def test_placeholders_are_shown_only_where_they_are_asked_for() -> None:
    """Whoever is set apart by the words of a report is not among them."""
    view = untouched()
    assert unnamed(view)
    assert set(reports(view)) <= set(view.trace.reports)
    told = "\n".join(plain_text(picture, 200) for picture in pictures(view))
    below = told.partition("another woman")[2].splitlines()[1:]
    names = {line.strip("├└─ ") for line in takewhile(lambda x: x[:1] in "├└", below)}
    assert "Nela" in names
    assert "Ilse Varnholt" not in names
    assert "no finding that they are one" in told
    assert "may be one with them" not in seen(view)


def test_without_unnamed_sources_there_is_nothing_to_show() -> None:
    view = one(untouched(), "09-dockside-rights-monitor.pdf", "Nela")
    assert reports(view) == ()
    assert "No source is unnamed" in "".join(plain_text(p, 100) for p in pictures(view))
