"""What a report asserts with no attribution: found, and told apart from what needs no source."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.apart.acts import GRAVE, OTHER
from firsthand.evidence.apart.voice import own_voice_of
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import ReportKind
from firsthand.pipeline import Options, ReaderName, read_text
from firsthand.reading.attribution import Attribution
from firsthand.reading.page import page_of
from firsthand.text import Span
from tests.evidence.made import placed

OPENING = "The ferry to Ulm island left at noon.\n\n"


def surrounded(text: str, kind: ReportKind = ReportKind.NEWS) -> Surroundings:
    options = Options(any_language=True, reader=ReaderName.RULES, kind=kind)
    report = read_text(text, options=options).report
    return Surroundings.of(report, page_of(report))


def asserted(text: str, kind: ReportKind = ReportKind.NEWS) -> list[str]:
    return [v.span.of(text) for v in own_voice_of(surrounded(text, kind), [])]


def beside(marked: str) -> list[str]:
    """What is the report's own beside one marked attribution."""
    surroundings, attribution = placed(marked)
    return [v.span.of(surroundings.page.text) for v in own_voice_of(surroundings, [attribution])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Guards beat the prisoners every morning.",
        "The clerk was arrested on Monday at his sister's flat.",
        "Three dockers died in the cold store.",
        "Rowers are unpaid and are watched day and night.",
        "They can face prison time for any mistake.",
        "Soldiers search the women's lockers.",
        "Anyone who refuses loses a week's pay.",
        "The men hand over their passports at the gate.",
        "Trainees are not allowed to write home.",
        "Two men were carried out under a sheet.",
        "Life in the camp is hard for the children.",
        "The villagers have guards who will tackle them if they run.",
        "The mayor brought his daughter with him.",
        "The officers were jailed in May and tortured.",
        "US troops killed three farmers near the bridge.",
        "Soldiers emptied his shop at night.",
        "A rower was violently pushed off the quay in May.",
        "The clerk was dragged off by men in grey coats.",
        "The editor was slain outside her office.",
        "The militia launched attacks on the villages of the miners.",
    ],
)
def test_an_act_or_condition_that_bears_on_somebody_is_the_report_s_own(sentence: str) -> None:
    assert asserted(OPENING + sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour has two quays and a lighthouse.",
        "Ulm is a town of 4,000 people on the coast.",
        "The court sentenced the captain to ten years for murder.",
        "The clerk was convicted of torture in 2011.",
        "Parliament passed the law in June.",
        "Article 5 bars employers from paying less.",
        "The visitors suffered a 2-1 defeat in the final match.",
        "The death toll in the county rose to 40.",
        "The choir has captured the imagination of the country.",
        "Voters will hold an election in May.",
    ],
)
def test_what_is_on_record_or_hurts_nobody_needs_no_source(sentence: str) -> None:
    assert asserted(OPENING + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Were the prisoners beaten by the guards?",
        "The guards should be arrested.",
        "The prisoners may have been beaten.",
        "If the guards beat them, nobody comes.",
        "We were arrested on the bridge.",
        "The army will arrest the strikers next week.",
        "Follow us @ulmnews for more on the arrests of dockers.",
    ],
)
def test_what_is_asked_advised_guessed_or_spoken_is_not_asserted(sentence: str) -> None:
    assert asserted(OPENING + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The guards are also accused of beating the men.",
        "The men were reportedly beaten.",
        "She condemned the killing of the men.",
        "Unions called for an end to the beatings.",
        "According to the ledger, three men died.",
    ],
)
def test_a_sentence_whose_words_name_a_speaking_is_given_to_somebody(sentence: str) -> None:
    assert asserted(OPENING + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The clerk was arrested in May, accused of theft.",
        "Two dockers were detained after reporting on the quays.",
        "Three men were killed on a day dubbed Black Friday.",
        "The boys were jailed in a cell that could hold four.",
        "Guards tortured the men whom they called “our guests”.",
    ],
)
def test_what_is_told_before_words_of_claim_or_guess_stays_the_report_s_own(sentence: str) -> None:
    assert asserted(OPENING + sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dockers arrested after night raid",
        "The lighthouse keeper, pictured in 2004, was arrested in May.",
        "Torture is prohibited under the law of Ulm.",
        "The killing of dockers is one side of the trade.",
        "The captain was handed a term of nine years.",
        "The mate was charged with beating a boy.",
        "A debate about violence against women was held by the teachers.",
        "Voters shut him out in the primary.",
    ],
)
def test_headings_captions_and_what_is_only_talked_of_are_not_asserted(sentence: str) -> None:
    assert asserted(OPENING + sentence + "\n\nThe ferry came back at nine.") == []


def test_a_document_that_argues_asserts_only_what_is_surest() -> None:
    deed = "The mayor brought his daughter with him."
    argued = " We must act. I ask for help. Our town should wake."
    assert asserted(OPENING + deed + argued) == []
    assert asserted(OPENING + deed) == [deed]


def test_an_account_goes_on_over_several_sentences() -> None:
    told = "[S Lem S] [Q said Q] [C the yard was dark C]. "
    assert beside(told + "They beat the men. Then they tortured the clerk.") == []


def test_a_quotation_is_not_the_report_s_own() -> None:
    assert asserted(OPENING + "“The guards beat the men. Three men died.”") == []


def test_a_few_quoted_words_do_not_make_it_a_quotation() -> None:
    sentence = "Guards beat the men for “idleness” every morning."
    assert asserted(OPENING + sentence) == [sentence]


def test_what_an_attribution_covers_is_not_the_report_s_own() -> None:
    assert beside("[S Lem S] [Q said Q] [C guards beat the men every morning C].") == []


def test_an_account_goes_on_behind_its_attribution_with_a_pronoun_or_a_shifted_tense() -> None:
    told = "[S Lem S] [Q said Q] [C the yard was dark C]. "
    assert beside(told + "They beat the men.") == []
    assert beside(told + "The men had been beaten twice.") == []
    assert beside(told + "Guards beat the men on Friday.") == ["Guards beat the men on Friday."]


def test_an_account_does_not_go_on_into_the_next_paragraph() -> None:
    told = "[S Lem S] [Q said Q] [C the yard was dark C].\n\n"
    assert beside(told + "They beat the men.") == ["They beat the men."]


def test_a_sentence_that_leads_to_what_he_said_is_his() -> None:
    text = "A miner was arrested in May. [S He S] [Q said Q] [C the yard was dark C]."
    assert beside(text) == []


def test_what_a_colon_announces_is_somebody_s() -> None:
    assert asserted(OPENING + "The union wrote on its page:\n\nGuards beat the men.") == []


def test_a_clause_that_the_report_adds_to_a_source_is_its_own() -> None:
    text = "[S Solm S], who runs the quays like a prison, [Q denied Q] [C the story C]."
    assert beside(text) == ["who runs the quays like a prison"]


def test_what_happened_to_the_one_who_speaks_is_theirs() -> None:
    assert beside("[S Lem S], who was beaten, [Q denied Q] [C the story C].") == []


def test_a_headline_that_sums_up_what_sources_say_is_not_the_report_s_own() -> None:
    text = (
        "Guards beat men in dark yard\n\n[S Lem S] [Q said Q] [C guards beat men in a dark yard C]."
    )
    assert beside(text) == []


@pytest.mark.parametrize("kind", [ReportKind.TRANSCRIPT, ReportKind.STATEMENT])
def test_where_somebody_speaks_throughout_the_report_asserts_nothing(kind: ReportKind) -> None:
    text = OPENING + "Guards beat the prisoners every morning."
    assert asserted(text, kind) == []


def test_caveats_and_claims_of_agreement_are_left_out() -> None:
    text = OPENING + "Guards beat the prisoners every morning."
    apart = [Span(text.index("every"), len(text))]
    assert own_voice_of(surrounded(text), [], apart) == ()


def test_grave_acts_are_surer_than_others() -> None:
    text = OPENING + "Guards tortured the men. Soldiers search the women."
    assert [v.score for v in own_voice_of(surrounded(text), [])] == [GRAVE, OTHER]


@given(
    st.lists(
        st.sampled_from(
            "guards beat the men , who were arrested . “ ” \n\n sentenced He said had been".split(
                " "
            )
        ),
        min_size=1,
        max_size=40,
    )
)
def test_every_span_lies_in_the_text_with_a_score_up_to_one(words: list[str]) -> None:
    surroundings, attribution = placed("[S Lem S] [Q said Q] [C it rained C]. " + " ".join(words))
    none: list[Attribution] = []
    for voice in own_voice_of(surroundings, [attribution]) + own_voice_of(surroundings, none):
        assert voice.span.of(surroundings.page.text).strip()
        assert 0 < voice.score <= 1


@pytest.mark.parametrize("words", ["sentenced ", "had , who ", "taken the ", "“ beat ", "law of "])
def test_hostile_repetition_takes_no_longer_than_its_length(words: str) -> None:
    surroundings = surrounded("x " + words * 20_000)
    started = time.process_time()
    own_voice_of(surroundings, [])
    assert time.process_time() - started < 5


def test_to_be_denied_something_is_an_act_and_to_deny_is_a_speaking() -> None:
    """The passive does something to somebody; only the active gives words to somebody."""
    assert asserted("Prisoners at the mill are denied water.")
    assert not asserted("The company denied that prisoners had been beaten at the mill.")
