"""The list of cues: it loads, and forms the forms."""

from __future__ import annotations

from firsthand.reading.rules.cues import Form, cue_list
from firsthand.reading.rules.words import is_finite, word_lists


def test_a_verb_is_entered_under_all_its_forms() -> None:
    verbs = cue_list().verbs
    assert {verbs[w].lemma for w in ("say", "says", "said", "saying")} == {"say"}
    assert {verbs[w].lemma for w in ("write", "wrote", "written", "writing")} == {"write"}
    assert {verbs[w].lemma for w in ("deny", "denies", "denied", "denying")} == {"deny"}
    assert verbs["admitted"].lemma == "admit"
    assert "that" not in verbs


def test_each_irregular_form_is_one_word_of_letters_and_no_frame() -> None:
    frames = {frame for cue in cue_list().verbs.values() for frame in cue.frames}
    assert not frames & cue_list().verbs.keys() - {"quote"}


def test_forms_that_look_alike_share_an_entry() -> None:
    assert cue_list().verbs["said"].forms == {Form.PAST, Form.PARTICIPLE}


def test_verbs_of_witnesses_take_that_and_quotations() -> None:
    for verb in ("recount", "testify", "allege", "recall", "confirm"):
        assert {"that", "quote", "colon", "end"} <= cue_list().verbs[verb].frames


def test_no_word_is_in_the_list_of_verbs_and_of_no_verbs() -> None:
    assert not word_lists().finite & word_lists().not_verbs
    assert is_finite("walked")
    assert not is_finite("hundred")
