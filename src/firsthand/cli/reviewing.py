"""The session of a reviewer: shows a statement, waits for a key, does what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from firsthand.case.judgements import Judged, Noted, Verdict
from firsthand.case.quoting import Sheet
from firsthand.case.state import Review
from firsthand.cli.console import OUT
from firsthand.cli.keys import Keys
from firsthand.cli.review_corrections import asked
from firsthand.errors import CaseError, NotInCase
from firsthand.export import case_card
from firsthand.export.visible import on_one_line

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.events import Event
    from firsthand.case.listing import StatementRef

HELP: Final = (
    "a accept   r reject   u unsure   (A R U: with a reason)\n"
    "c correct   n note   z undo my last   s or space skip   b back   ? help   q quit"
)


class Reviewing:
    """One reviewer going through a queue; `decided` are the statements they decided on.

    The case is looked at anew for every statement, since others may work on it: what they have
    reviewed meanwhile is passed over.
    """

    def __init__(self, case: Case, queue: Sequence[StatementRef], keys: Keys) -> None:
        self.case = case
        self.queue = queue
        self.keys = keys
        self.at = 0
        self.decided: set[str] = set()
        self.mine: list[tuple[int, int]] = []
        self.seen: set[int] = set()

    def run(self) -> None:
        """Until the queue or the reviewer ends it."""
        if not self.queue:
            OUT.print("Nothing to review.")
            return
        OUT.print(Text(HELP, style="dim"))
        try:
            while self.at < len(self.queue):
                self._one()
        except EOFError:
            OUT.print()

    def _one(self) -> None:
        """One statement, until a key leads on from it."""
        at = self.at
        sheet = self._sheet()
        if sheet is None:
            self.at += 1
            return
        self.seen.add(at)
        place = f"{at + 1} of {len(self.queue)}"
        OUT.print(case_card.card(sheet.state, self._ref.statement, place))
        while self.at == at and self._press(sheet):
            pass

    @property
    def _ref(self) -> StatementRef:
        return self.queue[self.at]

    def _sheet(self) -> Sheet | None:
        """The report as it is now; None where the statement is gone, or another reviewed it."""
        try:
            sheet = Sheet(self.case.name, self.case.report(self._ref.report))
            held = sheet.held(self._ref.statement)
        except NotInCase:
            return None
        fresh = self.at in self.seen or held.review is Review.UNREVIEWED
        return sheet if fresh else None

    def _press(self, sheet: Sheet) -> bool:
        """Does what the next key means; False where the statement is to be shown anew."""
        OUT.print(Text("[a r u c n z s b ? q] ", style="dim"), end="")
        key = self.keys.next()
        OUT.print(on_one_line(key) if key.isprintable() else "")
        try:
            return _KEYS[key](self, sheet) if key in _KEYS else True
        except CaseError as error:
            OUT.print(Text(on_one_line(str(error)), style="red"))
            return True

    def _judge(self, verdict: Verdict, *, why: bool = False) -> bool:
        reason = self.keys.line("reason") if why else ""
        self._record(Judged(self._ref.report, self._ref.statement, verdict, reason))
        self.at += 1
        return True

    def _record(self, event: Event) -> None:
        entry = self.case.record_event(event)
        self.mine.append((entry.number, self.at))
        if not isinstance(event, Noted):
            self.decided.add(self._ref.statement)

    def correct(self, sheet: Sheet) -> bool:
        """Asks what is wrong, and shows the statement as it then stands."""
        event = asked(self.keys, sheet, self._ref.statement)
        if event is None:
            return True
        self._record(event)
        return False

    def note(self, _: Sheet) -> bool:
        """A note beside the statement."""
        text = self.keys.line("note")
        if text:
            self._record(Noted(self._ref.report, self._ref.statement, text))
        return not text

    def undo(self, _: Sheet) -> bool:
        """Undoes the last event of this session, and goes back to where it was made."""
        if not self.mine:
            OUT.print("You have done nothing yet that could be undone.")
            return True
        number, at = self.mine[-1]
        self.case.undo(number, "undone in review")
        self.mine.pop()
        if all(place != at for _, place in self.mine):
            self.decided.discard(self.queue[at].statement)
        self.at = at
        return False

    def skip(self, _: Sheet) -> bool:
        """Leaves it as it is."""
        self.at += 1
        return True

    def back(self, _: Sheet) -> bool:
        """To the one that was shown before."""
        before = [at for at in self.seen if at < self.at]
        self.at = max(before) if before else self.at
        return not before

    def help(self, _: Sheet) -> bool:
        """The keys."""
        OUT.print(Text(HELP, style="dim"))
        return True

    def quit(self, _: Sheet) -> bool:
        """Ends the session; what was decided is stored already."""
        self.at = len(self.queue)
        return True


_Press = Callable[[Reviewing, Sheet], bool]


def _verdict(verdict: Verdict, *, why: bool) -> _Press:
    return lambda session, _: session._judge(verdict, why=why)


_KEYS: Final[dict[str, _Press]] = {
    **{v.value[0]: _verdict(v, why=False) for v in Verdict},
    **{v.value[0].upper(): _verdict(v, why=True) for v in Verdict},
    "c": Reviewing.correct,
    "n": Reviewing.note,
    "z": Reviewing.undo,
    "s": Reviewing.skip,
    " ": Reviewing.skip,
    "b": Reviewing.back,
    "?": Reviewing.help,
    "q": Reviewing.quit,
}
