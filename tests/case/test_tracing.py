"""A case as provenance sees it: what people decided is in it, and wins."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.casefile import Case
from firsthand.case.events import Event, PlaceholdersShown
from firsthand.case.judgements import (
    Answer,
    Checked,
    Judged,
    ReportField,
    Shared,
    SourceRef,
    SourcesJudged,
    SourcesMerged,
    SourceSplit,
    SourcesVerdict,
    Verdict,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.people import apart_among, holding, kept_apart, persons_of
from firsthand.case.tracing import decided_of, filed, filed_case, traced
from firsthand.errors import BadJudgement, CannotUndo
from firsthand.provenance.person import Ref
from tests.case.desk import added, corrected, judged, merged, ref, somebody, statement
from tests.case.sheets import IDS, REPORT_ID, logged, state
from tests.export.records import ROWL

NO = tuple(Checked(point, Answer.NO) for point in Shared)
REFS = st.builds(lambda n: SourceRef(f"r{n % 4}", f"s{n:02}"), st.integers(0, 9))
EVENTS = st.lists(
    st.one_of(
        st.builds(SourcesMerged, REFS, REFS),
        st.builds(lambda a, b: SourcesJudged(a, b, SourcesVerdict.APART), REFS, REFS),
    ),
    max_size=14,
)


def as_ref(found: SourceRef) -> Ref:
    return Ref(found.report, found.source)


def apart(case: Case, one: SourceRef, other: SourceRef) -> int:
    return case.record_event(SourcesJudged(one, other, SourcesVerdict.APART)).number


def independent(one: SourceRef, other: SourceRef, *checklist: Checked, reason: str = "") -> Event:
    return SourcesJudged(one, other, SourcesVerdict.INDEPENDENT, checklist, reason)


def pairs(found: tuple[tuple[Ref, Ref], ...]) -> set[frozenset[Ref]]:
    return {frozenset(pair) for pair in found}


def together(case: Case) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in case.sources():
        groups.setdefault(row.person, set()).add(row.id)
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def test_a_report_is_as_people_left_it(case: Case) -> None:
    report, other = added(case, 1), added(case, 2)
    corrected(case, report, ReportField.OUTLET, "Tarn Courier")
    corrected(case, report, ReportField.DATE, "2023-03-02")
    corrected(case, report, ReportField.COPY_OF, other)
    corrected(case, report, ReportField.VERSION_OF, other)
    found = filed(case.report(report))
    assert (found.outlet, str(found.published)) == ("Tarn Courier", "2023-03-02")
    assert (found.copy_of, found.version_of) == (other, other)
    assert found.file == "report-1.txt"


def test_what_was_rejected_is_left_out_and_what_is_doubted_stays(case: Case) -> None:
    report = added(case, 1)
    judged(case, report, 0, Verdict.REJECT)
    judged(case, report, 1, Verdict.UNSURE)
    gone, doubted = (statement(case, report, place) for place in (0, 1))
    found = filed_case(case)
    ids = {s.id for s in found.reports[0].statements}
    assert gone not in ids
    assert doubted in ids
    assert (report, gone) not in found.reviews
    assert found.reviews[report, doubted].value == "unsure"
    assert found.head == case.head()


@pytest.mark.parametrize("kind", WithdrawalKind)
def test_what_was_taken_back_says_so(kind: WithdrawalKind) -> None:
    """A correction says of itself what it changes, and takes back nothing else."""
    is_taken_back = kind is not WithdrawalKind.CORRECTION
    found = filed(state(Withdrawn(REPORT_ID, kind, None, (IDS[0],))))
    assert {s.id for s in found.statements if s.recanted} == ({IDS[0]} if is_taken_back else set())


def test_a_recantation_is_of_all_that_the_source_says() -> None:
    found = filed(state(Withdrawn(REPORT_ID, WithdrawalKind.RECANTATION, ROWL.id)))
    assert all(s.recanted == (s.source == ROWL.id) for s in found.statements)
    assert not found.retracted


def test_a_retraction_is_of_the_whole_report() -> None:
    found = filed(state(Withdrawn(REPORT_ID, WithdrawalKind.RETRACTION)))
    assert found.retracted
    assert not filed(state(Withdrawn(REPORT_ID, WithdrawalKind.CORRECTION))).retracted


def test_merges_and_verdicts_of_people_are_handed_on(case: Case) -> None:
    """An undone one is not."""
    one, two, three = (ref(case, added(case, n)) for n in (1, 2, 3))
    merged(case, one, two)
    undone = apart(case, two, three)
    found = filed_case(case)
    assert pairs(found.decided.merged) == {frozenset({as_ref(one), as_ref(two)})}
    assert pairs(found.decided.split) == {frozenset({as_ref(two), as_ref(three)})}
    case.undo(undone, "a slip")
    assert filed_case(case).decided.split == ()


def test_of_two_decisions_on_two_sources_the_later_holds(case: Case) -> None:
    one, two = (ref(case, added(case, n)) for n in (1, 2))
    merged(case, one, two)
    apart(case, two, one)
    assert together(case) == set()
    assert filed_case(case).decided.merged == ()
    merged(case, one, two)
    assert together(case) == {frozenset({one.source, two.source})}
    assert filed_case(case).decided.split == ()


def test_nobody_is_joined_over_those_whom_a_person_set_apart(case: Case) -> None:
    """However long the way round."""
    one, two, three = (ref(case, added(case, n)) for n in (1, 2, 3))
    apart(case, one, three)
    merged(case, one, two)
    merged(case, two, three)
    assert together(case) == {frozenset({one.source, two.source})}


@given(EVENTS)
def test_whoever_is_apart_is_never_one(events: list[Event]) -> None:
    found = holding(logged(events))
    persons = persons_of(found.merged)
    for pair in found.apart:
        one, other = pair
        assert persons.get(one, one) != persons.get(other, other)


@given(EVENTS, st.sampled_from(["r0", "r1", "r2", "r3"]))
def test_whoever_was_apart_is_so_when_a_report_between_them_is_erased(
    events: list[Event], lost: str
) -> None:
    """Nothing that is carried over names the report that is gone."""
    before = holding(logged(events))
    carried = kept_apart(before, lost)
    assert all(lost not in event.reports for event in carried)
    left = [e for e in before.events if lost not in e.reports]
    after = {frozenset(r.source for r in (e.one, e.other)) for e in carried}
    after |= holding(logged(left)).apart
    persons = persons_of(before.merged)
    sides = {
        frozenset(persons.get(source, source) for source in pair)
        for pair in before.apart
        if all(_has_another(source, before.refs, persons, lost) for source in pair)
    }
    assert sides <= {frozenset(persons.get(source, source) for source in pair) for pair in after}


def _has_another(
    source: str, refs: dict[str, SourceRef], persons: dict[str, str], lost: str
) -> bool:
    one = (s for s in refs if persons.get(s, s) == persons.get(source, source))
    return any(refs[s].report != lost for s in one)


def test_a_verdict_outlives_the_erasing_of_a_source_in_between(case: Case) -> None:
    one, two, three = (ref(case, added(case, n)) for n in (1, 2, 3))
    merged(case, one, two)
    apart(case, two, three)
    case.remove(two.report, "asked for")
    found = filed_case(case).decided
    assert pairs(found.split) == {frozenset({as_ref(one), as_ref(three)})}
    assert case.verify().is_whole


def test_a_source_from_which_statements_were_taken_is_apart_from_their_new_one(case: Case) -> None:
    report = added(case, 1)
    told = next(h for h in case.report(report).statements if h.now.speaker.source)
    whose, into = told.now.speaker.source, somebody(report)
    assert whose
    case.record_event(SourceSplit(report, whose, (told.id,), into))
    assert pairs(filed_case(case).decided.split) == {
        frozenset({Ref(report, whose), Ref(report, into.id)})
    }


def test_a_source_that_is_there_stands_in_for_one_that_a_rereading_lost() -> None:
    a, b, c, d = (SourceRef(f"r{n}", f"s{n}") for n in range(4))
    chain = holding(
        logged(
            [SourcesMerged(a, b), SourcesMerged(b, c), SourcesJudged(b, d, SourcesVerdict.APART)]
        )
    )
    there = [as_ref(found) for found in (a, c, d)]
    decided = decided_of(chain, there)
    assert pairs(decided.merged) == {frozenset({as_ref(a), as_ref(c)})}
    assert [as_ref(d) in pair for pair in decided.split] == [True]
    assert list(apart_among(chain, {"s1": b})) == []


def test_independent_is_a_word_that_needs_the_whole_list(case: Case) -> None:
    one, two = (ref(case, added(case, n)) for n in (1, 2))
    for checklist in ((), NO[1:], (*NO, NO[0])):
        with pytest.raises(BadJudgement, match="one answer to each of"):
            case.record_event(independent(one, two, *checklist))
    case.record_event(independent(one, two, *NO))
    found = filed_case(case)
    assert [said.event.one for said in found.independent] == [one]
    assert pairs(found.decided.split) == {frozenset({as_ref(one), as_ref(two)})}


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_KNOWN])
def test_what_was_not_ruled_out_needs_a_reason(case: Case, answer: Answer) -> None:
    one, two = (ref(case, added(case, n)) for n in (1, 2))
    checklist = (*NO[:-1], Checked(NO[-1].point, answer))
    with pytest.raises(BadJudgement, match="a reason is needed"):
        case.record_event(independent(one, two, *checklist))
    case.record_event(independent(one, two, *checklist, reason="both were paid, years apart"))


def test_the_word_goes_when_somebody_says_otherwise_later(case: Case) -> None:
    one, two = (ref(case, added(case, n)) for n in (1, 2))
    case.record_event(independent(one, two, *NO))
    apart(case, one, two)
    assert filed_case(case).independent == ()
    with pytest.raises(BadJudgement, match="apart from itself"):
        apart(case, one, one)


def test_a_reviewers_word_counts_in_the_trace(case: Case) -> None:
    """Two who nothing tells apart are two once a person says so; and one once they are merged."""
    reports = [added(case, n) for n in (1, 6)]
    one, two = (_named(case, report) for report in reports)
    merged(case, one, two)
    people = traced(filed_case(case)).trace.case.people
    assert people.person(as_ref(one)) == people.person(as_ref(two))
    apart(case, one, two)
    people = traced(filed_case(case)).trace.case.people
    found = people.separated(as_ref(one), as_ref(two))
    assert found is not None
    assert found.reviewed


def _named(case: Case, report: str) -> SourceRef:
    source = next(s for s in case.report(report).sources if s.name == "Ivo Lenn")
    return SourceRef(report, source.id)


def test_the_order_of_adding_changes_nothing_that_is_handed_on(case: Case) -> None:
    """Nor what progress is told: after each report, how many of how many."""
    for number in (3, 1, 2):
        added(case, number)
    told = list[tuple[int, int]]()
    found = filed_case(case, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert len({r.id for r in found.reports}) == 3
    assert all(a != b for a, b in combinations(found.reports, 2))


def test_looking_at_placeholders_is_in_the_log_for_good(case: Case) -> None:
    """It names no report, so it stays when one is erased; nothing undoes it."""
    report = added(case, 1)
    number = case.placeholders_shown([report]).number
    case.record_event(Judged(report, statement(case, report), Verdict.ACCEPT))
    with pytest.raises(CannotUndo, match="nothing undoes"):
        case.undo(number, "")
    case.remove(report, "asked for")
    events = [line.event for line in case.log()]
    assert PlaceholdersShown((2,)) in events
