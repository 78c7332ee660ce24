"""Who is one across reports: certainly, perhaps, or truly two."""

from __future__ import annotations

import pytest

from firsthand.ingest.report import ReportKind
from firsthand.provenance.people import Decided
from firsthand.sources.source import SourceKind
from tests.provenance.casts import Part, are_one, at, may_be_one, people, report, someone

_LONG = "“They barred the door of the shed and told nobody where the lorry had gone that night”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Part("Kim Hyung-soo", role="ferry pilot"), Part("Hyung-soo Kim", role="a ferry pilot")),
        (Part("Captain Bela Torvik", role="commander of the Guard"),
         Part("Torvik Bela", role="who commands the Guard")),
        (Part("Yusef Haddad", told="Marlow Echo"), Part("Youssef Hadad", told="Marlow Echo")),
        (Part("B. Torvik", role="docker", told="Marlow Echo"),
         Part("Torvik Bela", role="docker", told="Marlow Echo")),
        (Part("Bela Torvik", press=True), Part("Bela Torvik", press=True)),
        (Part("Bela Torvik", role="docker", age=38), Part("Bela Torvik", role="docker", age=51)),
    ],
)  # fmt: skip
def test_a_full_name_with_a_role_an_outlet_or_an_occasion_in_common_is_one(
    one: Part, other: Part
) -> None:
    found = people(report("a", one, day=3), report("b", other, day=4))
    assert are_one(found, at("a"), at("b"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Part("Bela Torvik"), Part("Bela Torvik")),
        (Part("Torvik", role="docker"), Part("Bela Torvik", role="docker")),
        (Part("B. Torvik", role="docker"), Part("Bela Torvik", role="docker")),
        (Part("John Smith", role="docker"), Part("John Smith", role="docker")),
        (Part("Bela Torvik", role="docker"), Part("Bela Torvik-Hahn", role="docker")),
        (Part("Bela Torvik", role="docker"), someone("a docker", role="docker")),
    ],
)
def test_a_bare_or_common_name_or_nothing_but_a_name_may_be_one(one: Part, other: Part) -> None:
    found = people(report("a", one), report("b", other))
    assert may_be_one(found, at("a"), at("b"))


def test_what_may_be_one_is_an_uncertain_merge_with_its_reasons() -> None:
    found = people(report("a", Part("Bela Torvik")), report("b", Part("Bela Torvik")))
    (merge,) = found.merges
    assert not merge.certain
    assert [reason.what for reason in merge.reasons] == ["same full name"]
    assert merge.score == sum(reason.weight for reason in merge.reasons)


def test_every_reason_shows_its_words() -> None:
    one = report("a", Part("Bela Torvik", role="ferry pilot", told="Marlow Echo"))
    other = report("b", Part("Bela Torvik", role="pilot of a ferry", told="Marlow Echo"))
    (merge,) = people(one, other).merges
    shown = {r.what: (one.words(r.one), other.words(r.other))
             for r in merge.reasons if r.one and r.other}  # fmt: skip
    assert shown["same full name"] == ("Bela Torvik", "Bela Torvik")
    assert shown["same role"] == ("ferry pilot", "pilot of a ferry")
    assert shown["same outlet"] == ("Marlow Echo", "Marlow Echo")


def test_two_different_full_names_are_two() -> None:
    found = people(report("a", Part("Bela Torvik")), report("b", Part("Oda Linn")))
    apart = found.separated(at("a"), at("b"))
    assert apart is not None
    assert apart.why == "different names"


@pytest.mark.parametrize(
    "masked",
    [
        Part("Nela", anonymity="who asked not to be named"),
        Part("Nela", anonymity="not her real name"),
        Part("Rosa Valdis", anonymity="a pseudonym"),
    ],
)
def test_a_name_that_may_be_a_pseudonym_separates_from_nobody(masked: Part) -> None:
    found = people(report("a", masked), report("b", Part("Oda Linn")))
    assert may_be_one(found, at("a"), at("b"))


def test_one_pseudonym_with_one_outlet_is_one() -> None:
    told = Part("Nela", anonymity="not her real name", told="Marlow Echo")
    again = Part("Nela", told="Marlow Echo")
    found = people(report("a", told), report("b", again))
    assert are_one(found, at("a"), at("b"))


def test_an_unnamed_person_all_of_whose_words_a_named_one_says_is_one_with_her() -> None:
    found = people(
        report("a", Part("Oda Linn", _LONG), day=3), report("b", someone("a defector", _LONG))
    )
    assert are_one(found, at("a"), at("b"))


def test_a_guard_quoted_within_a_quotation_is_not_the_one_who_quotes_him() -> None:
    """Same words elsewhere lead each to its like."""
    first = report("a", Part("Oda Linn", _LONG))
    second = report("b", someone("a woman", _LONG), Part("Bela Torvik", "“Nobody was ever there”"))
    found = people(first, second)
    assert not are_one(found, at("a"), at("b", 1))


def test_words_in_common_never_join_two_names() -> None:
    found = people(
        report("a", Part("Oda Linn", _LONG)),
        report("b", Part("Bela Torvik", _LONG)),
        report("c", someone("a witness", _LONG)),
    )
    assert found.separated(at("a"), at("b"))
    assert not are_one(found, at("a"), at("b"))


def test_footnotes_to_one_interview_code_are_one_person() -> None:
    coded = "Interview QX-12, 3 May."
    document = Part(coded, kind=SourceKind.DOCUMENT)
    found = people(report("a", document), report("b", document))
    assert are_one(found, at("a"), at("b"))


def test_a_code_given_to_a_name_is_hers_alone() -> None:
    end = "1 Interview QX-12 with Oda Linn, 3 May."
    note = Part("Interview QX-12", kind=SourceKind.DOCUMENT)
    found = people(report("a", Part("Oda Linn"), Part("Bela Torvik"), note, end=end))
    assert are_one(found, at("a"), at("a", 2))
    assert not are_one(found, at("a", 1), at("a", 2))


def test_one_document_has_one_number_and_date() -> None:
    def order(words: str) -> Part:
        return Part(words, "“hold them”", kind=SourceKind.DOCUMENT)

    found = people(
        report("a", order("Order 17 of the Guard, dated 10 March 2023")),
        report("b", order("An order numbered 17 and dated 10 March")),
        report("c", order("Order 18, dated 10 March")),
    )
    assert are_one(found, at("a"), at("b"))
    assert found.separated(at("a"), at("c"))


def test_an_organisation_is_one_under_its_name_and_its_letters() -> None:
    body = SourceKind.ORGANISATION
    end = "This was first told by the Marlow Press Service (MPS) in May."
    found = people(
        report("a", Part("The Marlow Press Service", kind=body), end=end),
        report("b", Part("MPS", kind=body)),
        report("c", Part("the news agency Marlow Press Service", kind=body)),
    )
    assert are_one(found, at("a"), at("b"), at("c"))


def test_two_organisations_are_not_one_but_may_have_it_from_one() -> None:
    body = SourceKind.ORGANISATION
    found = people(
        report("a", Part("Marlow Echo", kind=body)), report("b", Part("Tarn Gazette", kind=body))
    )
    assert may_be_one(found, at("a"), at("b"))


def test_the_commander_is_the_one_commander_of_the_report() -> None:
    cast = (
        Part("Bela Torvik", role="commander of the Harbour Guard"),
        someone("the Guard commander"),
        someone("a commander"),
    )
    found = people(report("a", *cast))
    assert are_one(found, at("a"), at("a", 1))
    assert not are_one(found, at("a"), at("a", 2))


def test_age_role_and_sex_never_separate() -> None:
    found = people(
        report("a", someone("a docker", role="docker", age=20)),
        report("b", someone("a nurse", role="nurse", age=60)),
        report("c", Part("Mrs Oda Linn", role="teacher")),
    )
    assert may_be_one(found, at("a"), at("b"))
    assert may_be_one(found, at("a"), at("c"))


@pytest.mark.parametrize(
    ("before", "other"),
    [
        (someone("a woman"), someone("another woman")),
        (Part("Bela Torvik", role="docker"), someone("a second docker")),
        (Part("Oda Linn"), someone("Another source")),
        (Part("Oda Linn"), someone("a cousin", relation="cousin of Linn")),
        (Part("Oda Linn"), someone("a neighbour", "that Linn was taken away")),
        (someone("a docker"), someone("an officer", "that it was false", answers=True)),
    ],
)
def test_one_text_sets_two_apart(before: Part, other: Part) -> None:
    found = people(report("a", before, other))
    assert found.separated(at("a"), at("a", 1))
    assert found.apart


def test_who_speaks_of_a_namesake_is_not_set_apart() -> None:
    found = people(report("a", Part("Oda Linn"), someone("a nurse", "that Juma Linn told her")))
    assert may_be_one(found, at("a"), at("a", 1))


def test_another_guard_may_be_any_woman_named_before() -> None:
    found = people(report("a", Part("Oda Linn", role="nurse"), someone("another guard")))
    assert may_be_one(found, at("a"), at("a", 1))


def test_a_pseudonym_beside_another_name_in_one_sentence_is_another() -> None:
    masked = Part("Nela", anonymity="not her real name")
    apart = report("a", Part("Oda Linn"), masked, end="Nela met Linn only once.")
    same = report("b", Part("Oda Linn"), masked, end="Nela is an alias of Linn.")
    assert people(apart).separated(at("a"), at("a", 1))
    assert not people(same).separated(at("b"), at("b", 1))


def test_two_who_take_turns_are_two() -> None:
    cast = (someone("MAN", "yes"), someone("VOICE", "no"))
    made = report("a", *cast, kind=ReportKind.TRANSCRIPT)
    assert not people(made).separated(at("a"), at("a", 1))


def test_what_one_text_sets_apart_stays_apart_through_others() -> None:
    """The cousin of one report is apart from Linn of every other."""
    found = people(
        report("a", Part("Oda Linn", role="nurse"), someone("a cousin", relation="cousin of Linn")),
        report("b", Part("Oda Linn", role="nurse")),
    )
    assert found.separated(at("b"), at("a", 1))


def test_a_reviewers_split_wins() -> None:
    named = Part("Oda Linn", role="nurse")
    reports = [report(name, named) for name in "abc"]
    found = people(*reports, decided=Decided(split=((at("a"), at("b")),)))
    apart = found.separated(at("a"), at("b"))
    assert apart is not None
    assert apart.reviewed
    assert not are_one(found, at("a"), at("b"))


def test_a_reviewers_merge_wins_over_names_and_contrasts() -> None:
    decided = Decided(merged=((at("a"), at("b")), (at("a", 1), at("a"))))
    reports = (
        report("a", Part("Oda Linn"), someone("a cousin", relation="cousin of Linn")),
        report("b", Part("Rosa Valdis")),
    )
    found = people(*reports, decided=decided)
    assert are_one(found, at("a"), at("b"), at("a", 1))
    assert not found.apart


def test_a_split_wins_over_a_merge() -> None:
    both = ((at("a"), at("b")),)
    found = people(
        report("a", Part("Oda Linn")),
        report("b", Part("Oda Linn")),
        decided=Decided(merged=both, split=both),
    )
    assert not are_one(found, at("a"), at("b"))
