"""What a report has from another: edges, the absent, circles."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.evidence.values import RelayKind
from firsthand.ingest.report import ReportKind
from firsthand.provenance.citation import Citations, citations_of
from firsthand.provenance.citing.circles import circles_of
from firsthand.provenance.filed import FiledReport
from firsthand.sources.source import SourceKind
from tests.provenance.texts import linked, noted, report, told

MILL = "Orla Benn told the Dawn Post that dogs stood along the rim."


def cited(*reports: FiledReport) -> set[tuple[str, str | None, str]]:
    return {(e.report, e.to, e.cited) for e in citations_of(reports, ()).edges}


def citing(name: str, body: str = MILL, via: str = "Dawn Post", day: int = 5) -> FiledReport:
    return told(report(name, body, day=day), "Orla Benn", "dogs stood along the rim", via=via)


def first(name: str = "f", day: int = 1, outlet: str = "Dawn Post") -> FiledReport:
    body = "“Dogs stood along the rim of the mill pond,” said Orla Benn."
    return told(report(name, body, outlet=outlet, day=day), "Orla Benn", "Dogs stood along the rim")


def test_told_a_paper_leads_to_its_report() -> None:
    assert cited(first(), citing("c")) == {("c", "f", "Dawn Post")}


def test_a_name_in_short_leads_to_the_paper() -> None:
    body = MILL.replace("Dawn Post", "Post")
    assert cited(first(), citing("c", body, via="Post")) == {("c", "f", "Dawn Post")}


def test_a_short_name_that_two_papers_bear_leads_to_neither() -> None:
    body = MILL.replace("Dawn Post", "Post")
    found = cited(first(), first("g", outlet="Dusk Post"), citing("c", body, via="Post"))
    assert {to for _, to, _ in found} <= {None}


def test_an_acronym_leads_to_the_agency() -> None:
    agency = first(outlet="Lower River Press Agency")
    body = MILL.replace("the Dawn Post", "LRPA")
    assert cited(agency, citing("c", body, via="LRPA")) == {("c", "f", "Lower River Press Agency")}


def test_according_to_a_news_site_leads_there() -> None:
    body = "At least forty were there, according to the news site Dawn Post."
    made = told(
        report("c", body, day=5), "the news site Dawn Post", "At least forty were there",
        kind=SourceKind.ORGANISATION,
    )  # fmt: skip
    assert cited(first(), made) == {("c", "f", "Dawn Post")}


def test_no_report_cites_itself_or_one_that_came_later() -> None:
    own = told(
        report("c", MILL, outlet="Dawn Post", day=2), "Orla Benn", "dogs stood", via="Dawn Post"
    )
    assert cited(own) == set()
    assert ("c", "f", "Dawn Post") not in cited(first(day=9), citing("c", day=5))


def test_what_is_marked_as_a_copy_cites_what_was_out_when_its_words_were_written() -> None:
    copy = replace(citing("d", day=12), copy_of="c")
    found = cited(first(day=9), citing("c", day=5), copy)
    assert {report for report, to, _ in found if to == "f"} == set()
    assert ("d", "f", "Dawn Post") in cited(first(day=9), replace(copy, copy_of=None))


def test_of_several_reports_the_one_in_which_the_speaker_speaks_is_meant() -> None:
    body = "“The bread was grey,” said Ruan Dell."
    other = told(report("o", body, outlet="Dawn Post", day=2), "Ruan Dell", "The bread was grey")
    assert cited(first(), other, citing("c")) == {("c", "f", "Dawn Post")}


def test_an_address_leads_to_the_report_received_from_it() -> None:
    url = "https://dawn.example/2024/weavers"
    there = report("f", "Dogs barked.", file=url)
    assert cited(there, linked(report("c", "More is here."), "here", url)) == {("c", "f", "")}


def test_an_address_with_the_words_of_a_title_leads_to_it() -> None:
    old = report("a", "Dogs barked.", outlet="Dawn Post", title="Dogs on the rim", day=1)
    new = report("b", "Cats too.", outlet="Dawn Post", title="Cats in the mill", day=2)
    made = linked(
        report("c", "So the Dawn Post said.", day=5),
        "Dawn Post",
        "https://d.example/cats-in-the-mill",
    )
    assert cited(old, new, made) == {("c", "b", "Dawn Post")}


def test_links_of_the_page_around_cite_nothing() -> None:
    page = linked(report("c", "~ Read the Dawn Post"), "Dawn Post", "https://dawn.example/")
    assert cited(first(), page) == set()


def test_a_footnote_leads_by_its_title() -> None:
    old = report("a", "Dogs barked.", outlet="Dawn Post", title="Dogs on the rim", day=1)
    new = report("b", "Cats too.", outlet="Dawn Post", title="Cats in the mill", day=2)
    body = "^ 1 Dawn Post, “Cats in the mill”, 2 May 2024."
    made = noted(
        report("c", "So it was.1", body, day=9, kind=ReportKind.FOOTNOTED_REPORT), "1", body[2:]
    )
    assert cited(old, new, made) == {("c", "b", "Dawn Post")}


def test_a_credit_is_a_citation_and_a_photo_credit_is_none() -> None:
    with_credit = report("c", "Dogs barked.", "~ With reporting by the Dawn Post", day=5)
    photo = report("d", "Dogs barked.", "~ Photo: Dawn Post", day=5)
    assert cited(first(), with_credit, photo) == {("c", "f", "Dawn Post")}


def test_what_the_case_lacks_is_absent_with_all_that_lean_on_it() -> None:
    found = citations_of([citing("a"), citing("b"), first(outlet="Gull Times")], ())
    assert [(a.name, a.leaning) for a in found.absent] == [("Dawn Post", ("a", "b"))]
    assert all(e.to is None for e in found.edges)


def test_short_and_long_names_of_the_absent_are_one() -> None:
    short = citing("b", MILL.replace("Dawn Post", "Post"), via="Post")
    assert [(a.name, a.leaning) for a in citations_of([citing("a"), short], ()).absent] == [
        ("Dawn Post", ("a", "b"))
    ]


def test_an_inquiry_that_is_only_spoken_of_is_absent() -> None:
    made = report("c", "An inquiry by the Rivers Board had found nothing.")
    assert [a.name for a in citations_of([made], ()).absent] == ["inquiry by the Rivers Board"]


def test_a_report_by_an_outlet_of_the_case_is_that_outlet() -> None:
    made = report("c", "It rests on a report by the Dawn Post on Orla Benn and the dogs.", day=5)
    assert cited(first(), made) == {("c", "f", "Dawn Post")}


def test_authorities_that_speak_are_not_outlets() -> None:
    body = "Nothing had happened, the Rivers Authority said."
    made = told(
        report("c", body), "Rivers Authority", "Nothing had happened", kind=SourceKind.ORGANISATION
    )
    assert citations_of([made], ()) == Citations((), (), ())


def test_an_interview_by_its_code_is_no_document_to_fetch() -> None:
    body = "Orla Benn spoke in Interview NH-03 and said that dogs stood along the rim."
    made = told(
        report("c", body), "Orla Benn", "dogs stood along the rim", via="Interview NH-03",
        passed_on=RelayKind.OCCASION,
    )  # fmt: skip
    assert citations_of([made], ()).absent == ()


def test_reports_that_cite_each_other_are_a_circle() -> None:
    a = told(
        report("a", "Forty, Orla Benn told the Dusk Post.", outlet="Dawn Post", day=3),
        "Orla Benn", "Forty", via="Dusk Post",
    )  # fmt: skip
    b = told(
        report("b", "Forty, Orla Benn told the Dawn Post.", outlet="Dusk Post", day=3),
        "Orla Benn", "Forty", via="Dawn Post",
    )  # fmt: skip
    assert citations_of([a, b], ()).circles == (("a", "b"),)


def test_your_own_paper_is_an_earlier_report_of_the_same_house() -> None:
    body = "Your own paper says that dogs stood along the rim."
    made = told(
        report("c", body, outlet="Dawn Post", day=5), "Your own paper", "dogs stood along the rim",
        kind=SourceKind.ORGANISATION,
    )  # fmt: skip
    assert cited(first(), made) == {("c", "f", "Dawn Post")}


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_a_circle_holds_exactly_those_that_reach_each_other(pairs: list[tuple[int, int]]) -> None:
    edges = {(str(a), str(b)) for a, b in pairs}
    reach = {n: {n} for n in map(str, range(8))}
    for _ in range(8):
        for a, b in edges:
            for n in reach.values():
                if a in n:
                    n.add(b)
    together = {tuple(sorted(m for m in reach if m in reach[n] and n in reach[m])) for n in reach}
    assert set(circles_of(edges)) == {c for c in together if len(c) > 1}


def test_a_circle_of_thousands_is_found() -> None:
    names = [f"{i:05}" for i in range(5000)]
    assert circles_of(zip(names, names[1:] + names[:1], strict=True)) == (tuple(names),)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_reports_changes_nothing(by: random.Random) -> None:
    reports = [first(), first("g", 2, "Dusk Post"), citing("c"), citing("d", day=1), citing("e")]
    before = citations_of(reports, ())
    by.shuffle(reports)
    assert citations_of(reports, ()) == before
