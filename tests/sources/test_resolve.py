"""Who speaks: source words led to the people of a report, on the shipped network."""

from __future__ import annotations

import pytest

import firsthand
from firsthand.sources.source import How, SourceKind

STORY = """Ferry worker says crew was locked below deck

Mira Tolland, a former deckhand who left in 2015, told the Harbour Times guards locked the crew up.

“I was down there for six hours,” Tolland said.

She added that nobody brought water.

Captain Jorun Pell denied the account. “Nobody was locked in,” he said.

A spokesman for the ferry company said it would look into the matter.
"""


def _speakers(text: str) -> dict[str, str | None]:
    """The name of whom each source span is led to, by its words."""
    reading = firsthand.read_text(text)
    names = {s.id: s.name for s in reading.sources}
    return {
        " ".join(reading.words(s.attribution.source)): names.get(s.speaker.source or "")
        for s in reading.statements
    }


@pytest.fixture(scope="module")
def story() -> dict[str, str | None]:
    return _speakers(STORY)


def test_a_family_name_and_a_pronoun_lead_to_the_full_name(story: dict[str, str | None]) -> None:
    """ "Tolland" and "She" are the person introduced in the paragraph before."""
    assert story["Tolland"] == story["She"] == "Mira Tolland"


def test_he_is_the_man_named_last_and_not_the_woman(story: dict[str, str | None]) -> None:
    """What the report calls "she" is never "he"."""
    assert "Jorun Pell" in (story["he"] or "")


def test_a_headline_that_names_nobody_leads_to_who_says_so_below(
    story: dict[str, str | None],
) -> None:
    """One person told it, and the headline is no second."""
    assert story["Ferry worker"] == "Mira Tolland"


def test_a_spokesman_is_a_source_of_its_own(story: dict[str, str | None]) -> None:
    """Who speaks for a body is described, not merged with it."""
    reading = firsthand.read_text(STORY)
    spokesman = [s for s in reading.sources if "spokesman" in s.name]
    assert [s.kind for s in spokesman] == [SourceKind.UNNAMED_PERSON]


def test_two_people_of_one_family_name_stay_two() -> None:
    """Family names that come first are no reason to merge."""
    text = (
        "Pak Hyon-su, a weaver, said the mill was closed at night. Pak Dong-il, a driver, said "
        "he had seen the trucks. “They came at dawn,” Hyon-su said. “I drove one,” said Dong-il.\n"
    )
    found = _speakers(text)
    assert found["Hyon-su"] == "Pak Hyon-su"
    assert found["Dong-il"] == "Pak Dong-il"


def test_another_is_never_the_one_before() -> None:
    """Words that set a source apart are kept apart."""
    text = (
        "A nurse said the ward was full. Another nurse said the doors were locked. "
        "“Nobody could leave,” the second nurse said.\n"
    )
    reading = firsthand.read_text(text)
    assert len({s.speaker.source for s in reading.statements}) >= 2


def test_a_pronoun_within_a_quotation_is_not_filled_from_the_report() -> None:
    """Whom "he" means inside quoted words only the speaker's own words can say."""
    text = (
        "Mayor Tarn Odell visited the mill on Monday. “He told us to keep quiet,” "
        "said Ilna Brode, a weaver.\n"
    )
    reading = firsthand.read_text(text)
    inner = [s for s in reading.statements if reading.words(s.attribution.source) == ("He",)]
    names = {s.id: s.name for s in reading.sources}
    assert all("Odell" not in names.get(s.speaker.source or "", "") for s in inner)


def test_i_in_a_turn_is_the_one_whose_turn_it_is() -> None:
    """First person leads to the speaker of the words around it."""
    text = "MS. ROE: Where were you?\n\nMR. TARN: I was in the hold. I said that nobody came.\n" * 3
    reading = firsthand.read_text(text)
    first = [s for s in reading.statements if s.speaker.how is How.FIRST_PERSON]
    names = {s.id: s.name for s in reading.sources}
    assert {names[s.speaker.source or ""] for s in first} <= {"MR. TARN"}


def test_every_resolution_shows_the_words_it_rests_on() -> None:
    """A source without its words is not shown."""
    reading = firsthand.read_text(STORY)
    for statement in reading.statements:
        if statement.speaker.source:
            assert all(reading.report.words(span) for span in statement.speaker.evidence)
    for source in reading.sources:
        assert source.mentions == tuple(sorted(source.mentions))


def test_the_order_and_ids_of_sources_are_the_same_each_time() -> None:
    """Same input, same findings."""
    one, other = firsthand.read_text(STORY), firsthand.read_text(STORY)
    assert one.sources == other.sources


def test_an_age_leads_to_the_one_who_was_introduced_with_it() -> None:
    """The words "the 42-year-old" describe the person by what the report said before."""
    found = _speakers(
        "Pak Hyon-su, a 42-year-old weaver, said the mill was shut. Ada Lem, 51, denied it.\n\n"
        "The 42-year-old said she had seen the trucks. The 51-year-old said there were none.\n"
    )
    assert found["The 42-year-old"] == "Pak Hyon-su"
    assert found["The 51-year-old"] == "Ada Lem"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pyongyang said the men were well.", SourceKind.ORGANISATION),
        ("Five men were freed on Monday, according to Yonhap.", SourceKind.ORGANISATION),
        ("Nela (not her real name) said she was held there.", SourceKind.UNNAMED_PERSON),
        ("Oma Reeve said the men were well.", SourceKind.NAMED_PERSON),
    ],
)
def test_a_source_is_of_the_kind_that_its_words_say(text: str, kind: SourceKind) -> None:
    """A seat of government and an agency speak as bodies; a pseudonym names nobody."""
    assert [s.kind for s in firsthand.read_text(f"Mill report\n\n{text}\n").sources] == [kind]


@pytest.mark.parametrize(
    "answer",
    [
        "A spokesman for the Harrow Port Company, Ilan Voss, said it would look into the matter.",
        "Ilan Voss denied that any hatch had been locked while water could be heard.",
    ],
)
def test_who_answers_an_accusation_is_not_the_one_who_makes_it(answer: str) -> None:
    """However soon a spokesman is named, "one of them" above is none of his company's."""
    story = _speakers(
        "Crewmen locked in\n\nCrewmen said they had been locked in. “They locked the hatch and we "
        f"could hear the water,” one of them said.\n\n{answer}\n"
    )
    assert "Voss" not in (story["one of them"] or "")


def test_who_opens_a_paragraph_is_he_below_it() -> None:
    """However often another was "he" before, the one whom the paragraph is about speaks."""
    story = _speakers(
        "Two men tell of the fire\n\nJosef Tenke, 52, who has been head of the school for years, "
        "hid in the cistern. He stayed there until dark, he said. “I know two of them. I taught "
        "them to read,” Mr Tenke said.\n\nAdaro Pell, a 19-year-old welder, went the other way, "
        "towards the river, with forty others.\n\n“They were on the other bank. They fired at us,” "
        "he said.\n"
    )
    assert story["he"] == "Adaro Pell"


@pytest.mark.parametrize(
    ("unnamed", "named"),
    [
        (
            "“I saw them fire on the bus,” said a survivor, speaking on condition of anonymity.",
            "Colonel Radu Imre, who is accused of giving the order, said he was not in Velt.",
        ),
        (
            "A former inmate told Norrwire that guards beat prisoners every night.",
            "Warden Milan Dost said the prison had been inspected in May.",
        ),
        (
            "An employee of the mine told Norrwire that reports had been burned.",
            "Pavel Grun, an employee of the mine, was dismissed. Grun said he had no comment.",
        ),
    ],
)
def test_nobody_is_unmasked_by_standing_near(unnamed: str, named: str) -> None:
    """Whom a report leaves unnamed is not the accused, nor whoever is named next."""
    story = _speakers(f"Shots at the crossing\n\n{unnamed}\n\n{named}\n")
    masked = [who for words, who in story.items() if words.split()[0] in ("a", "A", "An")]
    assert masked
    assert not any("Imre" in str(w) or "Dost" in str(w) or "Grun" in str(w) for w in masked)
