"""What a person sees of a report of a case: as it stands, with the machine's answer beside it."""

from __future__ import annotations

from firsthand.case.events import Exported, ExportFormat, Undone
from firsthand.case.judgements import (
    BasisCorrected,
    Judged,
    Noted,
    ReportCorrected,
    ReportField,
    Verdict,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.payload import KINDS
from firsthand.case.state import State
from firsthand.evidence.values import Basis
from firsthand.export import case_card, case_list, case_log, case_page, case_show
from firsthand.export.terminal import plain_text
from tests.case.sheets import IDS, REPORT_ID, logged, state
from tests.export.records import ROWL

DECIDED = state(
    Judged(REPORT_ID, IDS[1], Verdict.REJECT, "a\nheadline"),
    BasisCorrected(REPORT_ID, IDS[2], Basis(), "not sure"),
    Noted(REPORT_ID, IDS[3], "ask \x1bher"),
    ReportCorrected(REPORT_ID, ReportField.OUTLET, "Tarn Courier", "seen in print"),
    Withdrawn(REPORT_ID, WithdrawalKind.RECANTATION, ROWL.id, reason="she wrote"),
    Withdrawn(REPORT_ID, WithdrawalKind.CORRECTION),
)


def _shown(of: State) -> str:
    return plain_text(case_show.picture(of), 200)


def test_what_nobody_reviewed_says_so_at_every_statement() -> None:
    shown = _shown(state())
    assert "8 statements: 8 unreviewed." in shown
    assert shown.count("unreviewed · ") == 8


def test_a_review_has_its_author_day_and_reason() -> None:
    assert "rejected by Ada, 2024-05-06: a headline" in _shown(DECIDED)


def test_what_was_rejected_is_listed_last_and_counted_nowhere_else() -> None:
    """The table of people and the shape are of what stands."""
    shown = _shown(DECIDED)
    assert (
        "8 statements: 6 unreviewed, 1 corrected, 1 rejected, those rejected are listed last"
        in shown
    )
    assert shown.index("rejected by Ada") > shown.index("who keeps the key")
    assert "3: 1–3" in shown  # of the four that Edda Rowl made


def test_the_machines_answer_stands_beside_a_correction() -> None:
    shown = _shown(DECIDED)
    assert "corrected by Ada, 2024-05-06: not sure" in shown
    assert "the machine had: basis: saw, by the source’s words “I saw”" in shown


def test_notes_and_what_was_taken_back_stand_beside_the_words() -> None:
    """And nothing that a person typed can write to the terminal."""
    shown = _shown(DECIDED)
    assert "note by Ada, 2024-05-06: ask ⟨U+001B⟩her" in shown
    assert shown.count(f"recantation of source {ROWL.id[:8]} (by Ada, 2024-05-06: she wrote") == 4
    assert "Correction" in shown
    assert "Outlet “Tarn Courier” by Ada, 2024-05-06: seen in print" in shown


def test_marks_come_before_the_words() -> None:
    """Words spoken in custody are never shown before it is said: in a list and on a card too."""
    lists = [plain_text(p, 200) for p in case_list.statements(state())]
    card = plain_text(case_card.card(state(), IDS[4], "1 of 1"), 200)
    for shown in ("\n".join(lists), card.partition("Hanno Piel, a mender")[2]):
        words = "the menders may have locked the door themselves"
        assert "IN CUSTODY" in shown
        assert shown.index("IN CUSTODY") < shown.rindex(words)


def test_a_card_shows_the_statement_in_its_paragraph() -> None:
    card = plain_text(case_card.card(DECIDED, IDS[2], "3 of 8"), 200)
    assert card.startswith("3 of 8 · ")
    assert "“I saw the padlock,” she said. “My brother told me" in card
    history = plain_text(case_card.history(DECIDED, IDS[2]))
    assert "statement " + IDS[2][:8] + ", unstated: not sure" in history
    assert "Nobody has decided" in plain_text(case_card.history(DECIDED, IDS[7]))


def test_a_page_of_a_case_has_the_reviews() -> None:
    page = case_page.fragment(DECIDED)
    assert "rejected by Ada, 2024-05-06: a headline" in page
    assert "the machine had: basis: saw" in page
    assert "note by Ada" in page
    assert "\x1b" not in page


def test_every_kind_of_event_has_words() -> None:
    """Each is one line that names what it is of; no kind is without."""
    for x in logged([Exported((3,), ExportFormat.PAGE), Undone(7, (REPORT_ID,), "a\nslip")]):
        assert "\n" not in case_log.what(x.event)
    assert case_log.what(Undone(7, (), "a\nslip")) == "event 7: a slip"
    told = {type(x.event) for held in DECIDED.all for x in held.decisions}
    assert told <= set(KINDS.values())
