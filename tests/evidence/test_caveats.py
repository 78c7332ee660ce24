"""Words of the report that limit statements, and which they limit."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.apart.caveats import caveats_of
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import Report, ReportKind
from firsthand.pipeline import Options, ReaderName, read_text
from firsthand.reading.attribution import Attribution, AttributionKind
from firsthand.reading.page import page_of
from firsthand.text import Span

Roles = tuple[str, str, str]
STORY = (
    "Ada Lem said the door was barred.\n\nBo Marr, a nurse, said two men were hurt. "
    "She said nobody came.\n\n{}"
)
LEM: Roles = ("Ada Lem", "said", "the door was barred")
MARR: Roles = ("Bo Marr, a nurse,", "said", "two men were hurt")
SHE: Roles = ("She", "said", "nobody came")
ALL = [LEM, MARR, SHE]


def made(text: str, roles: list[Roles]) -> tuple[Report, list[Attribution]]:
    """The report, and an attribution for each source, cue and content in the order of the text."""
    options = Options(any_language=True, reader=ReaderName.RULES, kind=ReportKind.NEWS)
    report, found, at = read_text(text, options=options).report, [], 0
    for number, (source, cue, content) in enumerate(roles):
        at = text.index(content, at)
        behind = text.index(source, max(at - len(source) - len(cue) - 3, 0))
        said = text.index(cue, behind)
        spans = [Span(p, p + len(w)) for p, w in ((behind, source), (said, cue), (at, content))]
        s, q, c = ((span,) for span in spans)
        found.append(Attribution(str(number), s, q, c, AttributionKind.INDIRECT, 0.9, "made"))
    return report, found


def limiting(
    text: str, roles: list[Roles], speakers: dict[str, str | None] | None = None
) -> list[tuple[str, list[str]]]:
    """The words of each caveat with the contents that it limits."""
    report, attributions = made(text, roles)
    surroundings = Surroundings.of(report, page_of(report))
    contents = {a.id: a.content[0].of(report.text) for a in attributions}
    caveats = caveats_of(surroundings, attributions, speakers or {})
    return [(c.span.of(report.text), [contents[i] for i in c.limits]) for c in caveats]


@pytest.mark.parametrize(
    "sentence",
    [
        "None of the accounts could be independently verified.",
        "The claims could not be verified.",
        "None of these allegations has been independently confirmed.",
    ],
)
def test_a_caveat_on_all_accounts_limits_all_that_was_said_before(sentence: str) -> None:
    found = limiting(STORY.format(sentence), ALL)
    assert found == [(sentence, [LEM[2], MARR[2], SHE[2]])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lem appeared to be referring to another hall rather than to this one.",
        "Lem did not specify a date.",
        "Lem did not provide any evidence.",
        "Lem was not there.",
        "The newspaper was not able to reach Lem.",
        "Reporters could not speak to Lem.",
    ],
)
def test_a_caveat_on_a_person_limits_that_person_s_statements(sentence: str) -> None:
    assert limiting(STORY.format(sentence), ALL) == [(sentence, [LEM[2]])]


def test_a_pronoun_leads_to_whoever_spoke_last() -> None:
    sentence = "She appeared to be speaking of an earlier year."
    assert limiting(STORY.format(sentence), ALL) == [(sentence, [MARR[2], SHE[2]])]


def test_the_speakers_given_decide_whose_statements_are_one_person_s() -> None:
    sentence = "She appeared to be speaking of an earlier year."
    speakers: dict[str, str | None] = {"0": "lem", "1": "marr", "2": "lem"}
    assert limiting(STORY.format(sentence), ALL, speakers) == [(sentence, [LEM[2], SHE[2]])]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was not clear whether anyone was hurt.",
        "That could not be independently verified.",
        "It remains unclear who gave the order.",
    ],
)
def test_other_doubt_limits_the_nearest_sentence_before(sentence: str) -> None:
    assert limiting(STORY.format(sentence), ALL) == [(sentence, [SHE[2]])]


@pytest.mark.parametrize(
    "clause",
    [
        "though he did not mention any guard",
        "but declined to give a number",
        "but the Authority has not published it",
        "although he offered no evidence",
    ],
)
def test_a_clause_behind_a_statement_limits_that_statement(clause: str) -> None:
    last: Roles = ("Cole Ody", "described", "the men as slaves")
    text = STORY.format(f"Cole Ody described the men as slaves, {clause}.")
    assert limiting(text, [*ALL, last]) == [(clause, [last[2]])]


def test_a_clause_of_the_report_behind_the_cue_is_its_own_even_if_read_as_said() -> None:
    text = STORY.format("An inquiry found nothing, he added, but the Board has not published it.")
    last: Roles = ("he", "added", "but the Board has not published it")
    report, attributions = made(text, ALL)
    at = text.index(last[2])
    cue = Span(text.index("added"), text.index("added") + 5)
    said = Span(at, at + len(last[2]))
    extra = Attribution("9", (), (cue,), (said,), AttributionKind.INDIRECT, 0.9, "made")
    surroundings = Surroundings.of(report, page_of(report))
    found = caveats_of(surroundings, [*attributions, extra])
    assert [(c.span, c.limits) for c in found] == [(said, ("9",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "“It was not clear whether anyone was hurt,” he added.",
        "The police could not establish the cause.",
        "He could not reach the door.",
        "The guards did not give them any water.",
        "She was not able to sleep.",
        "The bridge is not able to carry lorries.",
        "The Guard did not reply to questions.",
    ],
)
def test_what_is_quoted_or_tells_of_something_else_is_no_caveat(sentence: str) -> None:
    assert limiting(STORY.format(sentence), ALL) == []


def test_what_a_source_says_of_a_claim_is_the_source_s() -> None:
    text = STORY.format("The clerk said the claims could not be verified.")
    clerk: Roles = ("The clerk", "said", "the claims could not be verified")
    assert limiting(text, [*ALL, clerk]) == []


def test_a_refusal_to_speak_is_not_limited() -> None:
    text = "The Guard did not reply to questions. None of the accounts could be verified."
    refusal: Roles = ("The Guard", "did not reply", "to questions")
    assert limiting(text, [refusal]) == [("None of the accounts could be verified.", [])]


def test_a_caveat_read_as_a_statement_does_not_limit_itself() -> None:
    sentence = "The newspaper could not establish whether the order was read out."
    mistaken: Roles = ("The newspaper", "could not establish", "whether the order was read out")
    assert limiting(STORY.format(sentence), [*ALL, mistaken]) == [(sentence, [SHE[2]])]


def test_in_a_transcript_nothing_is_the_report_s_own() -> None:
    options = Options(any_language=True, reader=ReaderName.RULES, kind=ReportKind.TRANSCRIPT)
    report = read_text("The claims could not be verified.", options=options).report
    assert caveats_of(Surroundings.of(report, page_of(report)), []) == ()


_WORDS = (
    "he she Lem said the claims could not be verified , but has published it . “ ” none of "
    "accounts appeared to referring is unclear newspaper reach"
).split()


@given(st.lists(st.sampled_from([*_WORDS, "\n\n"]), min_size=1, max_size=40))
def test_every_caveat_lies_in_the_text_and_limits_known_statements(words: list[str]) -> None:
    text = "Lem said it rained. " + " ".join(words)
    report, attributions = made(text, [("Lem", "said", "it rained")])
    for caveat in caveats_of(Surroundings.of(report, page_of(report)), attributions):
        assert caveat.span.of(report.text).strip()
        assert set(caveat.limits) <= {a.id for a in attributions}


@pytest.mark.parametrize(
    "words", ["He was not able to ", "could not verify, but ", "It is unclear. "]
)
def test_hostile_repetition_takes_no_longer_than_its_length(words: str) -> None:
    report, attributions = made(
        "Lem said it rained. " + words * 10_000, [("Lem", "said", "it rained")]
    )
    surroundings = Surroundings.of(report, page_of(report))
    started = time.process_time()
    caveats_of(surroundings, attributions)
    assert time.process_time() - started < 5
