"""`firsthand review`: one key each, in a real terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.in_process import ok, run, statements
from tests.cli.terminal import Terminal

ASKS = "[a r u c n z s b ? q] "


def _states(case: Path) -> list[str]:
    return [s["review"]["state"] for s in statements(case)]


def test_without_a_terminal_it_says_what_to_use_instead(boats: Path) -> None:
    done = run("review", boats)
    assert done.code == 1
    assert "review needs a terminal; in a script use `firsthand judge`" in done.error


def test_each_key_decides_and_leads_on(boats: Path) -> None:
    """Accept, reject with a reason, unsure, skip, quit; what was decided is stored."""
    first = statements(boats)[0]
    with Terminal("review", boats, "--report", "report-1.txt") as terminal:
        card = terminal.until(ASKS)
        assert f"1 of {len(statements(boats))}" in card
        assert first["id"][:8] in card
        terminal.type("a")
        terminal.until("2 of")
        terminal.until(ASKS)
        terminal.type("R")
        terminal.until("reason: ")
        terminal.type("no such words\r")
        terminal.until("3 of")
        terminal.until(ASKS)
        terminal.type("u")
        terminal.until("4 of")
        terminal.until(ASKS)
        terminal.type("q")
        terminal.until("You decided on 3 statements.")
        assert terminal.ended() == 0
    assert _states(boats)[:4] == ["accepted", "rejected", "unsure", "unreviewed"]
    assert statements(boats)[1]["review"]["reason"] == "no such words"


def test_the_last_decision_is_undone_and_shown_again(boats: Path) -> None:
    with Terminal("review", boats, "--report", "report-1.txt") as terminal:
        terminal.until(ASKS)
        terminal.type("r")
        terminal.until("2 of")
        terminal.until(ASKS)
        terminal.type("z")
        terminal.until("1 of")
        assert "unreviewed" in terminal.until(ASKS)
        terminal.type("z")
        terminal.until("done nothing yet")
        terminal.type("q")
        terminal.until("You decided on 0 statements.")
    assert set(_states(boats)) == {"unreviewed"}


def test_a_statement_is_corrected_and_shown_as_it_then_stands(boats: Path) -> None:
    """Refusals are a line, and the statement stays where it is."""
    with Terminal("review", boats, "--query", '"at night"', "--report", "report-1.txt") as terminal:
        terminal.until(ASKS)
        terminal.type("cb")
        terminal.until("basis: ")
        terminal.type("s")
        terminal.until("words that show it: ")
        terminal.type("no such words\r")
        terminal.until("reason (or nothing): ")
        terminal.type("\r")
        terminal.until("does not stand in the report")
        terminal.until(ASKS)
        terminal.type("cb")
        terminal.until("basis: ")
        terminal.type("s")
        terminal.until("words that show it: ")
        terminal.type("I saw the lampx\x7fs\r")
        terminal.until("reason (or nothing): ")
        terminal.type("it says so\r")
        assert "corrected by Bo" in terminal.until(ASKS)
        terminal.type("n")
        terminal.until("note: ")
        terminal.type("ask the cook\r")
        assert "ask the cook" in terminal.until(ASKS)
        terminal.type(" ")
        terminal.until("You decided on 1 statement.")
    told = next(s for s in statements(boats) if "at night" in " ".join(s["words"]))
    assert (told["basis"], told["review"]["reason"]) == ("saw", "it says so")


def test_one_goes_back_and_asks_for_help(boats: Path) -> None:
    """Other keys, arrows too, do nothing."""
    with Terminal("review", boats, "--report", "report-1.txt") as terminal:
        terminal.until(ASKS)
        terminal.type("s")
        terminal.until("2 of")
        terminal.until(ASKS)
        terminal.type("b")
        terminal.until("1 of")
        terminal.until(ASKS)
        terminal.type("?")
        assert "z undo my last" in terminal.until(ASKS)
        terminal.type("\x1b[A")
        terminal.type("x")
        terminal.until(ASKS)
        terminal.type("\x04")
        terminal.until("You decided on 0 statements.")
        assert terminal.ended() == 0


def test_what_another_has_reviewed_meanwhile_is_passed_over(boats: Path) -> None:
    with Terminal("review", boats, "--report", "report-1.txt") as terminal:
        terminal.until(ASKS)
        ok("judge", boats, statements(boats)[1]["id"], "accept", "--author", "Ada")
        terminal.type("a")
        assert "2 of" not in terminal.until("3 of")
        terminal.until(ASKS)
        terminal.type("q")
        terminal.until("You decided on 1 statement.")


def test_keys_typed_ahead_are_not_lost(boats: Path) -> None:
    """Whoever is quicker than the screen decides as they typed."""
    with Terminal("review", boats, "--report", "report-1.txt") as terminal:
        terminal.until(ASKS)
        terminal.type("arRno “words”\ruq")
        terminal.until("You decided on 4 statements.")
    assert _states(boats) == ["accepted", "rejected", "rejected", "unsure"]
    assert statements(boats)[2]["review"]["reason"] == "no “words”"


def test_an_empty_queue_says_so(boats: Path) -> None:
    with Terminal("review", boats, "--query", "nowhere") as terminal:
        terminal.until("Nothing to review.")
        assert terminal.ended() == 0


def test_a_report_is_erased_when_a_person_says_yes(boats: Path) -> None:
    """It is asked on a terminal, with the report's title, and no is the default."""
    for answer, left in (("\r", 2), ("y\r", 1)):
        with Terminal("remove", boats, "report-1.txt", "--reason", "consent") as terminal:
            terminal.until("name nobody in it")
            terminal.until("Crew of boat 1 held")
            terminal.type(answer)
            terminal.ended()
        assert len(ok("list", boats, "--json").json) == left
