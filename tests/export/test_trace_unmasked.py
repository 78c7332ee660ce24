"""Nobody is unmasked: who is counted as one with a name is not shown under it."""

from __future__ import annotations

from itertools import product

import pytest

from firsthand.export import trace_json, trace_page, trace_terminal
from firsthand.export.terminal import plain_text
from firsthand.export.trace_view import View, everything
from firsthand.provenance.person import Decided, Ref
from firsthand.sources.source import SourceKind
from tests.export.traces import traced_of
from tests.provenance.casts import Part, report, someone

WORDS = "“They drove us to the quarry at dawn and counted us twice before the gate was opened.”"
NAMED = report("b" * 16, Part("Yusuf Darwish", WORDS, role="a cook", told="the Dorn Post"))
CHANGED = Part("Karim", WORDS, told="the Dorn Post", anonymity="whose name has been changed")
NAMELESS = someone("a man of the quarry", WORDS, told="the Dorn Post")


def view(part: Part, decided: Decided | None = None) -> View:
    reports = (report("a" * 16, part), NAMED)
    return everything(traced_of(reports, decided or Decided()))


@pytest.mark.parametrize("part", [CHANGED, NAMELESS], ids=["changed", "nameless"])
def test_they_are_counted_as_one_and_shown_as_each_report_has_them(part: Part) -> None:
    found = view(part)
    (group,) = found.carried
    assert str(group.behind.interval) == "1..1"
    assert {(v.name, v.reports) for v in found.voices} == {
        (part.name, ("a" * 16,)),
        ("Yusuf Darwish", ("b" * 16,)),
    }
    made = trace_json.members(found)
    assert made["merges"] == []
    assert all(part.name in shown for shown in _shown(found))


@pytest.mark.parametrize("part", [CHANGED, NAMELESS], ids=["changed", "nameless"])
def test_no_line_of_a_picture_or_page_leads_from_one_to_the_other(part: Part) -> None:
    """A line that names both would say it."""
    for shown in _shown(view(part)):
        assert not [x for x in shown.split("\n") if part.name in x and "Yusuf Darwish" in x]


@pytest.mark.parametrize("part", [CHANGED, NAMELESS], ids=["changed", "nameless"])
def test_what_a_reviewer_has_merged_is_shown_as_one(part: Part) -> None:
    plain = view(part)
    refs = [v.person for v in plain.voices]
    (voice,) = view(part, Decided(merged=((refs[0], refs[1]),))).voices
    assert (voice.name, len(voice.reports)) == ("Yusuf Darwish", 2)
    assert voice.kind is SourceKind.NAMED_PERSON


def test_nobody_who_is_not_named_stands_with_a_name_in_any_order_of_reports() -> None:
    """In a case of three, however they are led to each other."""
    other = report("c" * 16, someone("a witness", WORDS, told="the Dorn Post"))
    reports = [report("a" * 16, CHANGED), NAMED, other]
    kinds = {Ref(r.id, s.id): s.kind for r in reports for s in r.sources}
    for first, second in product(reports, repeat=2):
        rest = [r for r in reports if r not in (first, second)]
        found = everything(traced_of(tuple(dict.fromkeys([first, second, *rest]))))
        for voice in found.voices:
            assert len({kinds[ref] for ref in voice.refs}) == 1


def _shown(found: View) -> tuple[str, str]:
    return plain_text(trace_terminal.picture(found), 200), trace_page.page(found.trace)
