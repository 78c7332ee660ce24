"""What the shorter of two quotations left out."""

from __future__ import annotations

from firsthand.provenance.wording import Cut, wording_of
from tests.provenance.texts import report

FULL = (
    "“The night shift from the lower dam, they were made to sleep in their boots,” Orla Benn said."
)


def cuts(*blocks: str) -> list[tuple[str, str, list[str]]]:
    reports = [report(chr(97 + i), block) for i, block in enumerate(blocks)]
    texts = {r.id: r for r in reports}

    def shown(cut: Cut) -> tuple[str, str, list[str]]:
        fuller = texts[cut.fuller.report]
        return cut.shorter.report, cut.fuller.report, [fuller.words(gap) for gap in cut.missing]

    return [shown(cut) for cut in wording_of(reports).cuts]


def test_a_subject_that_was_cut_is_shown() -> None:
    short = "“They were made to sleep in their boots,” a weaver said."
    assert cuts(FULL, short) == [("b", "a", ["The night shift from the lower dam"])]


def test_words_cut_from_the_middle_and_the_end_are_shown() -> None:
    full = (
        "“We carried the wet grain sacks, all of them torn, down to the white lorry, "
        "and nobody thanked us.”"
    )
    short = "“We carried the wet grain sacks down to the white lorry,” she said."
    assert cuts(full, short) == [("b", "a", ["all of them torn", "and nobody thanked us"])]


def test_a_quotation_in_full_in_both_has_no_cut() -> None:
    assert cuts(FULL, FULL) == []


def test_a_report_that_gives_the_full_quotation_too_cut_nothing() -> None:
    both = f"“They were made to sleep in their boots.” In full: {FULL}"
    assert cuts(FULL, both) == []


def test_prose_that_was_shortened_is_no_cut_quotation() -> None:
    prose = "The night shift from the lower dam was made to sleep in wet boots beside the turbines."
    assert cuts(prose, prose.replace("from the lower dam ", "")) == []


def test_words_that_stand_right_outside_the_marks_are_not_cut() -> None:
    """Who is spoken of may be named by the report instead: nothing is left out."""
    full = (
        "“The chief officer stood at the rail with a torch and counted barrels as they went over.”"
    )
    told = (
        "The chief officer “stood at the rail with a torch and counted barrels as they went over,”"
    )
    told += " he said."
    found = wording_of([report("a", full, day=1), report("b", told, day=2)])
    assert found.shared
    assert not found.cuts
