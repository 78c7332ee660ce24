"""Who copies whom, and what tells it."""

from __future__ import annotations

from dataclasses import replace

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.wording import Copy, Direction, wording_of
from tests.provenance.texts import linked, noted, report, told

WIRE = (
    "Eleven weavers were marched out of the Tolvane mill before sunrise and kept in a drained "
    "reservoir until the evening, a foreman recounted."
)
QUOTED = "“They made us kneel on the gravel and count the lorries as they passed,” said Orla Benn."


def only(*reports: FiledReport) -> Copy:
    copies = wording_of(reports).copies
    assert len(copies) == 1, copies
    return copies[0]


def told_by(*reports: FiledReport) -> tuple[str, str, Direction, str]:
    copy = only(*reports)
    return copy.report, copy.of, copy.direction, copy.why


def test_the_later_copies_the_earlier() -> None:
    assert told_by(report("a", WIRE, day=3), report("b", WIRE, day=2)) == (
        "a", "b", Direction.DIRECTED, "date",
    )  # fmt: skip


def test_without_a_date_nothing_tells() -> None:
    assert only(report("a", WIRE, day=3), report("b", WIRE)).direction is Direction.UNDIRECTED
    assert only(report("a", WIRE), report("b", WIRE)).direction is Direction.UNDIRECTED
    assert (
        only(report("a", WIRE, day=3), report("b", WIRE, day=3)).direction is Direction.UNDIRECTED
    )


def test_a_credit_tells_more_than_a_date() -> None:
    wire = report("w", WIRE, outlet="Lower River Press Agency", day=4)
    taken = report("t", WIRE, "~ With reporting by the Lower River Press Agency (LRPA)", day=3)
    assert told_by(wire, taken) == ("t", "w", Direction.DIRECTED, "credit")


def test_an_acronym_in_a_credit_is_the_agency() -> None:
    wire = report("w", WIRE, outlet="Lower River Press Agency", day=4)
    taken = report("t", WIRE, "~ Additional reporting by LRPA", day=4)
    assert told_by(wire, taken) == ("t", "w", Direction.DIRECTED, "credit")


def test_first_appeared_in_tells() -> None:
    first = report("f", WIRE, outlet="Dawn Post")
    again = report("g", WIRE, "This story first appeared in the Dawn Post.", outlet="Gull Times")
    assert told_by(first, again) == ("g", "f", Direction.DIRECTED, "credit")


def test_who_is_told_to_another_paper_comes_from_there() -> None:
    first = report("f", WIRE, outlet="Dawn Post")
    body = "Orla Benn told the Dawn Post that the dogs barked."
    again = told(report("g", WIRE, body), "Orla Benn", "that the dogs barked", via="Dawn Post")
    assert told_by(first, again) == ("g", "f", Direction.DIRECTED, "citation")


def test_a_link_tells() -> None:
    first = report("f", WIRE, outlet="Dawn Post", file="https://dawn.example/weavers")
    again = linked(report("g", WIRE, "More is here."), "here", "https://dawn.example/weavers")
    assert told_by(first, again) == ("g", "f", Direction.DIRECTED, "link")


def test_a_footnote_tells() -> None:
    first = report("f", WIRE, outlet="Dawn Post", title="The drained reservoir")
    body = "^ 1 Dawn Post, “The drained reservoir”, 3 May 2024."
    again = noted(report("g", WIRE, "So it was told.1", body), "1", body[2:])
    assert told_by(first, again) == ("g", "f", Direction.DIRECTED, "footnote")


def test_what_a_person_set_tells_first() -> None:
    first, again = report("f", WIRE, day=1), report("g", WIRE, day=2)
    assert told_by(replace(first, copy_of="g"), again)[:2] == ("f", "g")


def test_a_photo_credit_is_no_credit_for_the_words() -> None:
    wire = report("w", WIRE, outlet="Lower River Press Agency", day=4)
    taken = report("t", WIRE, "~ Photo: Lower River Press Agency", day=3)
    assert told_by(wire, taken) == ("w", "t", Direction.DIRECTED, "date")


def test_a_corrected_version_is_later_than_its_first() -> None:
    first = report("z", WIRE, outlet="Dawn Post", day=3)
    again = report("b", "! Correction: a number was wrong.", WIRE, outlet="Dawn Post", day=3)
    assert told_by(first, again) == ("b", "z", Direction.DIRECTED, "correction")


def test_two_copies_of_a_third_are_not_said_to_copy_each_other() -> None:
    wire = report("w", WIRE, outlet="Lower River Press Agency", day=1)
    one = report("a", WIRE, "~ With reporting by the Lower River Press Agency", day=2)
    other = report("b", WIRE, "~ With reporting by the Lower River Press Agency", day=3)
    between = [c for c in wording_of([wire, one, other]).copies if c.report == "b" and c.of == "a"]
    assert [(c.direction, c.why) for c in between] == [(Direction.UNDIRECTED, "both copy w")]


def test_share_is_the_part_of_the_prose_that_is_shared() -> None:
    more = (
        "Barley prices doubled within a fortnight while beekeepers counted fewer swarms than ever."
    )
    assert only(report("a", WIRE, day=1), report("b", WIRE, day=2)).share == 1.0
    assert 0.4 < only(report("a", WIRE, day=1), report("b", WIRE, more, day=2)).share < 0.75


def test_a_date_alone_directs_no_quotation() -> None:
    found = wording_of([report("a", QUOTED, day=1), report("b", QUOTED, day=2)]).quotations
    assert [c.direction for c in found] == [Direction.UNDIRECTED]


def test_a_quotation_beside_the_name_of_the_other_paper_comes_from_there() -> None:
    first = report("a", QUOTED, outlet="Dawn Post", day=1)
    body = f"To the Dawn Post the women spoke openly. {QUOTED}"
    again = told(report("b", body, day=2), "Orla Benn", "spoke openly", via="Dawn Post")
    found = wording_of([first, again]).quotations
    assert [(c.report, c.of, c.direction) for c in found] == [("b", "a", Direction.DIRECTED)]


def test_a_credit_elsewhere_directs_no_quotation() -> None:
    first = report("a", QUOTED, outlet="Lower River Press Agency", day=1)
    again = report("b", QUOTED, "~ With reporting by the Lower River Press Agency", day=2)
    found = wording_of([first, again]).quotations
    assert [c.direction for c in found] == [Direction.UNDIRECTED]
