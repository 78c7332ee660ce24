"""How the source would know: first-hand only where words put this source at this act."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.evidence.basis.basis import basis_of
from firsthand.evidence.values import FIRST_HAND, Basis, By
from firsthand.sources.source import SourceKind
from firsthand.text import Span
from tests.evidence.made import telling

EXPERIENCED = (
    "[S A woman of 30 S] [Q said Q] [C soldiers had dragged her from her bed C].",
    "[C “They put a bag over my head. One of them kicked me,” C] [S Karo Brandt S] [Q said Q].",
    "[C “We were locked in the school for two days without water,” C] [Q said Q] [S a villager S].",
    "[C “They beat me with cables,” C] [S he S] [Q said Q].",
    "[C “They don’t let us sleep. Last night one kicked me,” C] [S the inmate S] [Q wrote Q].",
    "[S Two former prisoners S] [Q said Q] [C they were beaten every night C].",
    "[S The boy S] [Q described Q] [C being kicked by officers C].",
    "[S He S] [Q admitted Q] [C stabbing the guard C].",
    "[C “I worked in the mine for nine years,” C] [S he S] [Q said Q].",
    "[C “I’ve been detained four times,” C] [S she S] [Q said Q].",
    "[C “I had to sell my cow,” C] [S she S] [Q said Q].",
    "[C “I was in there until four,” C] [S she S] [Q said Q].",
    "[C “They broke my arm,” C] [S she S] [Q said Q].",
    "[S Ada Lem, 31, S] [Q told Q] a court [C that she was held in a cellar C].",
    "[S Ole Brandt S] [Q said Q] [C guards kicked him and broke his arm C].",
    "[S He S] [Q told Q] reporters [C he had been “beaten like a dog” C].",
    "[S Kora Lem S], who [Q says Q] [C she was raped in the barracks C], lives abroad.",
    "[C “We hid in the ditch until morning,” C] [S she S] [Q said Q].",
    "[S The docker S] [Q says Q] [C he and some thirty other men were locked in a barge C].",
    "[S He S] [Q said Q] [C the guards came and that he was inside the store all night C].",
    "[S Lem, a 20-year-old, S] [Q said Q] [C that in May 2018, at 15, he was held C].",
    "[S Ada Lem S] [Q said Q] [C it was the third time she had been arrested C].",
    "[S One student S] [Q said Q] [C he was subjected to a search C].",
    "[S One student S] [Q said Q] [C she suffered repeated beatings in the cell C].",
    "[C “I received daily threats,” C] [S she S] [Q said Q].",
    "[C “The guards came in and started beating me,” C] [S he S] [Q said Q].",
    "[S One worker S] [Q said Q] [C that at the port his company confiscated his passport C].",
    "[C Lem was beaten in the yard C], [S Ada Lem S] [Q said Q].",
)
SAW = (
    "[C “I saw the officers throw him in the van,” C] [S a shopkeeper S] [Q said Q].",
    "[C “I heard women screaming upstairs,” C] [S she S] [Q said Q].",
    "[C “We could hear children crying behind the wall,” C] [S the mechanic S] [Q said Q].",
    "[C “My brother was shot in front of me,” C] [S she S] [Q said Q].",
    "[S Three fishermen S] [Q said Q] [C they saw bodies in the river C].",
    "[S The driver S] [Q testified Q] [C that he saw the rifle raised C].",
    "[S A nurse at the clinic S] [Q said Q] [C she saw soldiers drag a man out of bed C].",
    "[S Villagers S] [Q recalled Q] [C seeing smoke over the river C].",
    "[S She S] [Q recalled Q] [C hearing shots in the night C].",
    "[C “I heard them knocking when I washed the pots,” C] [S she S] [Q said Q].",
    "[S She S] [Q said Q] [C she watched as soldiers burned the boats C].",
)
SAYS_NOTHING_OF_IT = (
    "[C “They would have beaten me if I had stayed,” C] [S he S] [Q said Q].",
    "[C “If they beat me, I will go,” C] [S he S] [Q said Q].",
    "[C “I was never beaten,” C] [S he S] [Q said Q].",
    "[C “I did not sign that,” C] [S he S] [Q said Q].",
    "[C “I was shocked and angry,” C] [S she S] [Q said Q].",
    "[C “I know they kill people there,” C] [S he S] [Q said Q].",
    "[C “I understand that the house was burned,” C] [S he S] [Q said Q].",
    "[C “I am going to fight for you,” C] [S he S] [Q said Q].",
    "[C “I told them it was wrong,” C] [S she S] [Q said Q].",
    "[C “I have instructed the police to find them,” C] [S the governor S] [Q said Q].",
    "[C “My brother was shot in March,” C] [S she S] [Q said Q].",
    "[C “They kill people like me,” C] [S he S] [Q said Q].",
    "[C “You see people beaten every day,” C] [S he S] [Q said Q].",
    "[C “He said I was a thief,” C] [S he S] [Q said Q].",
    "[C “I lived there for ten years and they starve people,” C] [S the defector S] [Q said Q].",
    "[C “I’ve been a nurse for twenty years,” C] [S she S] [Q said Q].",
    "[S He S] [Q denied Q] [C that he was held there C].",
    "[S He S] [Q believes Q] [C he was targeted for his views C].",
)
FIGURES = (
    "[C “I took the view that this was wrong,” C] [S he S] [Q said Q].",
    "[C “I got the impression he was ill,” C] [S he S] [Q said Q].",
    "[C “We lost the election,” C] [S he S] [Q said Q].",
    "[C “I lost faith in them,” C] [S he S] [Q said Q].",
    "[C “I went into politics to help people,” C] [S he S] [Q said Q].",
    "[C “I was taken aback,” C] [S he S] [Q said Q].",
    "[C “I was pulled into this debate,” C] [S he S] [Q said Q].",
    "[C “It gave me hope,” C] [S he S] [Q said Q].",
    "[C “We buried the hatchet,” C] [S he S] [Q said Q].",
    "[C “I tried to be fair,” C] [S he S] [Q said Q].",
    "[S He S] [Q said Q] [C he was held in high regard C].",
    "[S Lem S] [Q said Q] [C he was attacked by critics of his plan C].",
    "[C “I saw an opportunity to invest,” C] [S he S] [Q said Q].",
    "[C “I saw my chance,” C] [S he S] [Q said Q].",
    "[C “I saw him as a father,” C] [S he S] [Q said Q].",
    "[C “I saw on television that they had died,” C] [S he S] [Q said Q].",
    "[C “I have seen no evidence of that,” C] [S she S] [Q said Q].",
    "[C “We are running a bold campaign,” C] [S he S] [Q said Q].",
    "[C “I found the tone of the letter hurtful,” C] [S she S] [Q said Q].",
    "[C “I’d beat him,” C] [S the candidate S] [Q said Q].",
    "[C “We have seen a rise in attacks,” C] [S she S] [Q said Q].",
    "[S Merchants S] [Q said Q] [C they saw sales fall by half C].",
)
OFFICES = (
    "[C “We were hit hard by the crisis,” C] [S the minister S] [Q said Q].",
    "[C “We arrested five men,” C] [S a police spokesman S] [Q said Q].",
    "[C “We as a people were held in chains,” C] [S the president S] [Q said Q].",
    "[C “They locked us out of the market,” C] [S the company S] [Q said Q].",
    "[S The army S] [Q admitted Q] [C killing the men C].",
    "[S Police S] [Q said Q] [C they heard shots and went in C].",
)
OF_OTHERS = (
    "[S His lawyer S] [Q said Q] [C he had been tortured C].",
    "[C He was told not to call Lem and was threatened C], [S Ole Lem S] [Q said Q].",
    "[C He was threatened so that he left Lem alone C], [S Ole Lem S] [Q said Q].",
    "[S Rights groups S] [Q say Q] [C they were tortured C].",
    "[S The father of Ole Brandt S] [Q said Q] [C he was beaten in the cell C].",
    "[S The prosecutor S] [Q said Q] [C he was arrested at the border C].",
    "[S Human Help International S] [Q said Q] [C she was held for a year C].",
    "[S Officials S] [Q said Q] [C they were shot while fleeing C].",
    "[S Neighbours S] [Q said Q] [C soldiers beat him C].",
    "[S She S] [Q said Q] [C that he saw them C].",
    "[S Ada Lem S] [Q said Q] [C that Karo Brandt was arrested and that she was held there C].",
    "[S Ada Lem S] [Q said Q] [C that her sister was arrested and that she was held there C].",
    "[S Ole Brandt S] [Q said Q] [C the driver was stopped and police beat him C].",
    "[S He S] [Q said Q] [C the van was gone when he was shot C].",
    "[C “I think he saw it coming,” C] [S he S] [Q said Q].",
    "[S He S] [Q said Q] [C they never mention what I saw in the yard C].",
)
REPORT_SAYS = {
    "experienced": (
        "[C Some thirty men were beaten in the yard C], [S two of them S] [Q said Q].",
        "[C The cells were flooded C], [Q according to Q] [S a cook who was inside S].",
        "[S A student who was among those detained S] [Q said Q] [C the cells were flooded C].",
    ),
    "saw": (
        "[C The van left at six C], [Q according to Q] [S a woman who watched from her window S].",
        "[S An eyewitness S] [Q said Q] [C the van left at six C].",
        "[S A student S], who was at the scene, [Q said Q] [C the shots came from the roof C].",
    ),
    "examined": (
        "[S The newspaper S], which reviewed the footage, [Q said Q] [C two men can be seen C].",
        "After examining the wounds, [S Dr Ada Lem S] [Q said Q] [C he had been whipped C].",
        "[S A forensic doctor who examined the body S] [Q said Q] [C the wounds were old C].",
        "[C Forty houses were burned C], [Q according to Q] [S an analysis of satellite images S].",
        "[C The man had drowned C], [Q according to Q] [S a post-mortem S].",
    ),
    "inferred": ("[S She S] [Q concluded Q] [C that he was dragged C].",),
    "heard": (
        "[S Relatives S] [Q were told Q] [C that the men had been moved C].",
        "[S The agency S], citing two officials, [Q said Q] [C the bridge was closed C].",
    ),
}
ROLES_ONLY = (
    "[S A survivor of the camps S] [Q said Q] [C the camps still hold thousands C].",
    "[S A soldier who fled the country in 2009 S] [Q said Q] [C the guards are starved C].",
    "[S A man who served in the unit S] [Q said Q] [C the unit killed villagers C].",
    "[S A student who was among the organisers S] [Q said Q] [C the march was legal C].",
    "[S An expert witness S] [Q said Q] [C the brakes were old C].",
    "[S The witness’s lawyer S] [Q said Q] [C the trial was unfair C].",
    "[C They would come out when they had learned C], [S one of them S] [Q said Q].",
    "[S Documents seen by the paper S] [Q show Q] [C payments to the guards C].",
    "[S An inquiry S] [Q found Q] [C nothing out of order C].",
    "[S A survey of 900 people S] [Q found Q] [C that most are poor C].",
    "[S He S] [Q defended Q] [C the closure C] by citing a poll conducted by Harbour Aid.",
    "[S The court S] [Q heard Q] [C that letters were sent C].",
    "[S He S] [Q was told Q] [C to leave the port C].",
    "[C “Our faith tells us that we must help,” C] [S she S] [Q said Q].",
    "[S Viewers who watched the Monday debate S] [Q said Q] [C it was dull C].",
    "[S The company S], citing safety concerns, [Q said Q] [C the bridge was closed C].",
)
HEARD = (
    (
        "[C “Hanna found me by the lift and told me he had done it,” C] [S she S] [Q said Q].",
        "Hanna",
    ),
    (
        "[C “My aunt called me on Sunday, the soldiers took it all,” C] [S he S] [Q said Q].",
        "My aunt",
    ),
    ("[S She S] [Q said Q] [C she had learnt from a friend that it was shut C].", "a friend"),
    ("[C “A nurse told me that four had died,” C] [S she S] [Q said Q].", "A nurse"),
    ("[S She S] [Q said Q] [C a nurse had told her that four had died C].", "a nurse"),
    (
        "[S He S] [Q said Q] [C he was told by a guard that it was full C].",
        "a guard",
    ),
    ("[C “I read that as you did,” C] [S she S] [Q said Q].", None),
    ("[C “I heard that he had been shot,” C] [S she S] [Q said Q].", None),
    ("[S He S] [Q said Q] [C he stayed away since he had heard stories of ghosts C].", None),
    ("[S She S] [Q said Q] [C a nurse had informed her that four had died C].", "a nurse"),
    ("[C “Based on my conversations with them, it is full,” C] [S he S] [Q said Q].", None),
    ("[S She S] [Q heard Q] [C that the bridge was closed C].", None),
    ("[S The agency S], citing two guards, [Q said Q] [C it was closed C].", "two guards"),
    ("[C The guards have said it was closed C], [Q according to Q] [S Lem S].", "The guards"),
    (
        "[S The paper S] [Q wrote Q] [C that, according to two guards, it was closed C].",
        "two guards",
    ),
)
INFERRED = (
    "[C The door must have been locked from outside C], [S he S] [Q said Q].",
    "[C “Judging by the marks, he fell,” C] [S she S] [Q said Q].",
    "[C “The burns were deep. The wounds clearly indicate a lamp,” C] [S she S] [Q said Q].",
)


def answered(text: str) -> str:
    return basis_of(telling(text)).kind.value


@pytest.mark.parametrize("text", EXPERIENCED)
def test_what_befell_the_source_or_what_it_did_is_experienced(text: str) -> None:
    found = basis_of(telling(text))
    assert (found.kind.value, found.by) == ("experienced", By.SOURCE)


@pytest.mark.parametrize("text", SAW)
def test_what_the_source_saw_or_heard_happen_is_saw(text: str) -> None:
    found = basis_of(telling(text))
    assert (found.kind.value, found.by) == ("saw", By.SOURCE)


@pytest.mark.parametrize("text", SAYS_NOTHING_OF_IT)
def test_denials_conditions_thoughts_feelings_speech_and_offices_are_unstated(text: str) -> None:
    assert basis_of(telling(text)) == Basis()


@pytest.mark.parametrize("text", FIGURES)
def test_a_verb_of_the_body_that_is_a_figure_is_unstated(text: str) -> None:
    assert basis_of(telling(text)) == Basis()


@pytest.mark.parametrize("text", OFFICES)
def test_we_and_they_of_an_office_or_a_people_are_unstated(text: str) -> None:
    assert basis_of(telling(text)) == Basis()


@pytest.mark.parametrize("text", OF_OTHERS)
def test_a_pronoun_that_can_be_somebody_else_is_not_the_source(text: str) -> None:
    assert basis_of(telling(text)) == Basis()


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in REPORT_SAYS.items() for t in ts])
def test_what_the_report_says_of_the_source_counts_and_is_by_the_report(
    kind: str, text: str
) -> None:
    found = basis_of(telling(text))
    assert (found.kind.value, found.by) == (kind, By.REPORT)


@pytest.mark.parametrize("text", ROLES_ONLY)
def test_roles_former_roles_and_papers_put_nobody_at_an_act(text: str) -> None:
    assert basis_of(telling(text)) == Basis()


@pytest.mark.parametrize(("text", "whom"), HEARD)
def test_hearsay_is_heard_and_says_from_whom_where_the_words_do(
    text: str, whom: str | None
) -> None:
    made = telling(text)
    found = basis_of(made)
    assert found.kind.value == "heard"
    assert (found.heard_from.of(made.text) if found.heard_from else None) == whom


def test_what_is_seen_and_heard_shows_both() -> None:
    """A statement of what was seen that holds what another told says so too."""
    made = telling("[C “I saw the van. Beko told me they beat him,” C] [S he S] [Q said Q].")
    found = basis_of(made)
    assert found.kind.value == "saw"
    assert found.heard_from is not None
    assert found.heard_from.of(made.text) == "Beko"


@pytest.mark.parametrize(
    "text",
    [
        "[C “They called me a liar,” C] [S he S] [Q said Q].",
        "[C “I learnt from my mistakes,” C] [S he S] [Q said Q].",
    ],
)
def test_being_called_names_is_no_hearsay(text: str) -> None:
    assert basis_of(telling(text)).kind.value != "heard"


def test_an_order_is_no_hearsay() -> None:
    assert answered("[C “They told me to sit down,” C] [S she S] [Q said Q].") == "unstated"


@pytest.mark.parametrize("text", INFERRED)
def test_only_a_worded_inference_is_inferred(text: str) -> None:
    assert answered(text) == "inferred"
    assert answered("[C “They must have more money,” C] [S he S] [Q said Q].") == "unstated"


def test_what_somebody_else_says_within_a_quotation_is_not_the_source() -> None:
    text = "[C “He shouted: ‘They beat me as a child,’ again and again,” C] [S she S] [Q said Q]."
    assert answered(text) == "unstated"


def test_i_in_reported_speech_is_the_author_and_in_a_turn_the_speaker() -> None:
    assert answered("[S He S] [Q said Q] [C the show I watched from the stairs C] was long.") == (
        "unstated"
    )
    assert answered("[S LEM S][Q : Q] [C I watched them from the stairs. C]") == "saw"
    assert (
        answered("[S A woman S] [Q said Q]:\n\n[C They took me away at dawn. C]") == "experienced"
    )


def test_the_pronoun_of_an_organisation_is_never_the_source() -> None:
    text = "[S Harbour Aid S] [Q said Q] [C she was held for a year C]."
    assert basis_of(telling(text, SourceKind.ORGANISATION)) == Basis()


def test_the_words_that_show_it_are_given_exactly() -> None:
    made = telling("[C “Then I was locked in the shed,” C] [S she S] [Q said Q].")
    assert [s.of(made.text) for s in basis_of(made).spans] == ["I was locked"]


def test_a_deed_is_the_setting_of_what_was_seen() -> None:
    text = "[C “I carried the bread across and I saw them walk in,” C] [S she S] [Q said Q]."
    assert answered(text) == "saw"


WORDS = st.lists(
    st.sampled_from(
        "I we he she they was were had been beat me told him saw heard that and if “ ” ‘ ’"
        " ' , . : by said the guards held in there quoting Ada who".split()
    ),
    min_size=1,
    max_size=60,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_any_words_have_an_answer_whose_spans_lie_in_the_text(words: str) -> None:
    made = telling(f"[S Ada Lem S] [Q said Q] [C x {words} x C].")
    found = basis_of(made)
    assert all(span.of(made.text).strip() for span in found.spans)
    assert bool(found.spans) == (found.by is not None)
    assert found.kind not in FIRST_HAND or found.spans


PIECES = (
    "I was really ",
    "' 'a ",
    "told the ",
    "that the evidence ",
    "“I ",
    "quoting the ",
    "him her ",
)


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_words_take_time_that_grows_with_them(piece: str) -> None:
    made = telling("[S Ada Lem S] [Q said Q] [C x C]")
    start, text = made.content[0].start, made.text + piece * 4000
    content = (Span(start, len(text) - 1),)
    long = replace(
        made,
        text=text,
        attribution=replace(made.attribution, content=content),
        sentence=Span(0, len(text)),
    )
    begun = time.process_time()
    basis_of(long)
    assert time.process_time() - begun < 1
