"""How a statement is put: level, polarity and mood, with the words that show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.force.force import force_of
from firsthand.evidence.values import Force, ForceLevel, Mood, Polarity
from firsthand.sources.source import SourceKind
from tests.evidence.made import telling

CERTAIN, PROBABLE, POSSIBLE, UNSPECIFIED = ForceLevel


def said(content: str) -> Force:
    return force_of(telling(f"[S Ada S] [Q said Q] [C {content} C]."))


def quoted(content: str) -> Force:
    return force_of(telling(f"[C “{content}” C] [S Ada S] [Q said Q]."))


def shown(marked: str) -> list[str]:
    made = telling(marked)
    return [span.of(made.text) for span in force_of(made).spans]


def test_a_plain_assertion_is_certain_and_needs_no_words() -> None:
    assert said("the door was barred") == Force()


@pytest.mark.parametrize("content", [
    "they must have known",
    "he knew that the men were dead",
    "the port will close on Monday",
    "he would come back",
    "he planned to close the port",
])  # fmt: skip
def test_knowing_a_plan_and_must_are_certain(content: str) -> None:
    assert said(content).level is CERTAIN


@pytest.mark.parametrize("content", [
    "they may have drowned",
    "Mr Orn, a docker, might have drowned",
    "the men who fled may have drowned",
    "men locked in the store may have drowned",
    "in May they may leave",
    "perhaps they drowned",
    "the fire could have been set on purpose",
    "it is possible that they were moved",
    "there was a chance that they were alive",
])  # fmt: skip
def test_a_possibility_in_the_main_clause_is_possible(content: str) -> None:
    assert said(content).level is POSSIBLE


@pytest.mark.parametrize("content", [
    "the men who may have fled were in the store",
    "they ran because the roof might fall",
    "in May 2010 they left",
    "the guard told families that they may visit",
    "she could hear them through the wall",
    "it was possible to cross the river",
])  # fmt: skip
def test_a_may_elsewhere_the_month_and_an_ability_are_no_doubt(content: str) -> None:
    assert said(content).level is CERTAIN


@pytest.mark.parametrize("content", [
    "they were probably dead",
    "the bridge is likely to reopen",
    "she believed that he was killed",
    "the blaze appeared to have started in the kitchen",
    "it seemed to her that the numbers were wrong",
    "the road should be open by noon",
    "they were alive, she thought",
])  # fmt: skip
def test_belief_and_likelihood_are_probable(content: str) -> None:
    assert said(content).level is PROBABLE


@pytest.mark.parametrize("content", [
    "Mr Orn appeared in court on Monday",
    "likely voters were asked",
    "they believe in hard work",
    "she felt cold and was taken away",
])  # fmt: skip
def test_appearing_in_court_and_believing_in_a_thing_are_no_doubt(content: str) -> None:
    assert said(content).level is CERTAIN


def test_i_thought_in_own_words_tells_of_a_thought() -> None:
    assert quoted("I thought it was a drill,").level is CERTAIN
    assert quoted("I think it was a drill,").level is PROBABLE


@pytest.mark.parametrize(("cue", "level"), [
    ("suspects", PROBABLE), ("thinks", PROBABLE), ("believed", PROBABLE),
    ("fears", POSSIBLE), ("did not rule out", POSSIBLE),
    ("knows", CERTAIN), ("confirmed", CERTAIN),
])  # fmt: skip
def test_the_cue_can_put_it_below_certain(cue: str, level: ForceLevel) -> None:
    assert force_of(telling(f"[S Ada S] [Q {cue} Q] [C that he was killed C].")).level is level


@pytest.mark.parametrize(("marked", "mood"), [
    ("[S Ada S] [Q asked Q] [C whether the men were alive C].", Mood.QUESTION),
    ("[S Ada S] [Q wondered Q] [C why they were held C].", Mood.QUESTION),
    ("[C “Did you see it?” C] [S Ada S] [Q said Q].", Mood.QUESTION),
    ("[S Ada S] [Q urged Q] [C the guard to open the door C].", Mood.REQUEST),
    ("[S Ada S] [Q called on Q] [C the guard to open the door C].", Mood.REQUEST),
    ("[S Ada S] [Q told officers Q] [C to fire C].", Mood.REQUEST),
    ("[S Ada S] [Q wants Q] [C the men to be freed C].", Mood.REQUEST),
    ("[S Ada S] [Q said Q] [C the minister should resign C].", Mood.REQUEST),
    ("[S Ada S] [Q said Q] [C she would like to go home C].", Mood.REQUEST),
    ("[C “Release them now,” C] [S Ada S] [Q said Q].", Mood.REQUEST),
    ("[C “Thank you all,” C] [S Ada S] [Q said Q].", Mood.REQUEST),
    ("[S Ada S] [Q said Q] [C she would leave if they came back C].", Mood.CONDITION),
    ("[S Ada S] [Q said Q] [C if they came back, she would leave C].", Mood.CONDITION),
    ("[S Ada S] [Q threatened to Q] [C sue unless they paid C].", Mood.CONDITION),
    ("[S Ada S] [Q declined Q] [C to comment C].", Mood.ASSERTION),
    ("[S Ada S] [Q did not reply to Q] [C two letters C].", Mood.ASSERTION),
    ("[S Ada S] [Q would not discuss Q] [C her patients C].", Mood.ASSERTION),
    ("[S The court S] [Q rejected Q] [C a request for bail C].", Mood.ASSERTION),
    ("[S The guards S] [Q denied Q] [C him access to a lawyer C].", Mood.ASSERTION),
    ("[S Ada S] [Q did not deny Q] [C that she was there C].", Mood.ASSERTION),
])  # fmt: skip
def test_what_is_asked_wished_or_refused_commits_to_nothing(marked: str, mood: Mood) -> None:
    found = force_of(telling(marked))
    assert (found.level, found.polarity, found.mood) == (UNSPECIFIED, Polarity.AFFIRMED, mood)


def test_a_question_that_the_same_words_answer_is_no_question() -> None:
    assert quoted("Who did it? They beat him in the yard,").level is CERTAIN


def test_what_an_order_lays_down_on_paper_is_its_plain_content() -> None:
    marked = "[S The order S] [Q instructs Q] [C the night shift to hold them C]."
    assert force_of(telling(marked)).level is CERTAIN
    marked = "[S Rule 4 S] [Q directs Q] [C guards to hold them C]."
    assert force_of(telling(marked, SourceKind.DOCUMENT)).level is CERTAIN
    marked = "[S Ada S] [Q instructed Q] [C the night shift to hold them C]."
    assert force_of(telling(marked)).level is UNSPECIFIED


@pytest.mark.parametrize("content", [
    "no one was locked in",
    "none of the men was hurt",
    "not a single man was held",
    "the army did not fire",
    "the army didn’t fire",
    "he never signed it",
    "there was no such order",
    "police had found no evidence of a crime",
    "at no time was he free",
])  # fmt: skip
def test_a_negative_main_claim_is_denied(content: str) -> None:
    assert said(content).polarity is Polarity.DENIED


@pytest.mark.parametrize("content", [
    "the men who did not sign were beaten",
    "they were beaten because they did not sign",
    "there is no doubt that they were held",
    "not only the men were held",
    "he did not know who was held",
    "he was arrested for no reason",
    "no one is more careful than Orn",
    "guards barred the door and did not open it until four",
])  # fmt: skip
def test_a_negation_elsewhere_denies_nothing(content: str) -> None:
    assert said(content).polarity is Polarity.AFFIRMED


@pytest.mark.parametrize("marked", [
    "[S Orn S] [Q denied Q] [C that he was there C].",
    "[S Orn S] [Q denies Q] [C wrongdoing C].",
    "[S Orn S] [Q rejected Q] [C claims that he was there C].",
    "[S Orn S] [Q called Q] [C the story an invention C].",
    "[S Orn S] [Q dismissed Q] [C the report as baseless C].",
])  # fmt: skip
def test_a_cue_can_deny(marked: str) -> None:
    assert force_of(telling(marked)).polarity is Polarity.DENIED


def test_a_denied_denial_affirms() -> None:
    marked = "[S Orn S] [Q denied Q] [C that no one was held C]."
    assert force_of(telling(marked)).polarity is Polarity.AFFIRMED


def test_unlikely_and_i_do_not_think_are_probable_denials() -> None:
    for found in (said("it was unlikely that they fled"), quoted("I don’t think they fled,")):
        assert (found.level, found.polarity) == (PROBABLE, Polarity.DENIED)


def test_a_doubt_that_the_speaker_cannot_settle_is_the_main_claim() -> None:
    assert quoted("I saw them carried out. They may be dead, I don’t know,").level is POSSIBLE


def test_the_words_that_show_it_are_given() -> None:
    assert shown("[S Ada S] [Q said Q] [C they may not have fled C].") == ["may", "not"]
    assert shown("[S Orn S] [Q denied Q] [C that they fled C].") == ["denied"]


@given(content=st.text(min_size=1, max_size=200), cue=st.sampled_from(["said", "denied", "asked"]))
def test_any_content_has_a_force_whose_spans_are_words_of_the_text(content: str, cue: str) -> None:
    words = " ".join(content.replace("[", "").replace("]", "").split()) or "it"
    made = telling(f"[S Ada S] [Q {cue} Q] [C {words} C].")
    for span in force_of(made).spans:
        assert span.of(made.text).strip()


@pytest.mark.parametrize(("marked", "level", "polarity"), [
    ("[S Ada S] [Q asked Q] [C the harbour master whether the gate was shut C].",
     UNSPECIFIED, Polarity.AFFIRMED),
    ("[C The crew at that time C] [Q seemed Q] [C to be asleep C].", PROBABLE, Polarity.AFFIRMED),
    ("[S The guards S] [Q may still hold Q] [C his brother C].", POSSIBLE, Polarity.AFFIRMED),
    ("[S The union S] [Q does not support Q] [C the strike C].", CERTAIN, Polarity.DENIED),
    ("[S Ada S] [Q told Q] the clerk: [C “We need to mend the quay” C].",
     CERTAIN, Polarity.AFFIRMED),
    ("[S The bank S] [Q denied Q] [C the reports and no bid came C].", CERTAIN, Polarity.DENIED),
])  # fmt: skip
def test_a_cue_is_read_with_what_stands_behind_it(
    marked: str, level: ForceLevel, polarity: Polarity
) -> None:
    found = force_of(telling(marked))
    assert (found.level, found.polarity) == (level, polarity)


@pytest.mark.parametrize(("content", "level", "polarity"), [
    ("Our neighbours no longer think we can help", CERTAIN, Polarity.DENIED),
    ("The sailors think the pier is safe", CERTAIN, Polarity.AFFIRMED),
    ("I worry that we may lose the pier", POSSIBLE, Polarity.AFFIRMED),
    ("His work, his rest - I think it all helped him", PROBABLE, Polarity.AFFIRMED),
    ("No one could open the gate", CERTAIN, Polarity.DENIED),
    ("Well, of course not", CERTAIN, Polarity.DENIED),
])  # fmt: skip
def test_a_doubt_counts_where_it_is_the_speakers_own(
    content: str, level: ForceLevel, polarity: Polarity
) -> None:
    assert (quoted(content).level, quoted(content).polarity) == (level, polarity)


def test_a_claim_behind_the_hearer_and_that_is_the_main_one() -> None:
    found = force_of(telling("[S Ada S] [Q insisted Q] [C to Bo that the pier should close C]."))
    assert found.level is UNSPECIFIED


def test_what_the_speakers_call_for_in_the_reports_words_is_a_request() -> None:
    assert said("they are calling on the council to act").mood is Mood.REQUEST


def test_a_thing_called_by_name_in_somebodys_lies_is_not_denied() -> None:
    made = telling("[S The council S] [Q labelled Q] [C them thieves in its propaganda C].")
    assert force_of(made).polarity is Polarity.AFFIRMED
