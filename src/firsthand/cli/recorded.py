"""A judgement goes into the case, and one line says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.cli.console import say

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.events import Event


def record(case: Case, event: Event) -> None:
    """Writes the event down, and says under which number, so that it can be undone."""
    from firsthand.export.case_log import what

    entry = case.record_event(event)
    say(f"Event {entry.number}, {entry.header.kind.replace('_', ' ')}: {what(event)}")
