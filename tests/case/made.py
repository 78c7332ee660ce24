"""Made-up reports for tests of the case: small, many, and read by the real pipeline."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from firsthand import Options, ReaderName, Record, read_text

NAMES = ("Mara Voss", "Ivo Lenn", "Tamsin Orle", "Petr Halloway", "Nela Rist")
ROLES = ("a cook", "a nurse", "a clerk", "a former guard", "a teacher")


def text_of(number: int) -> str:
    """One report: a headline, who speaks, what nobody but the number tells from the next."""
    name, other = NAMES[number % 5], NAMES[(number + 2) % 5]
    role = ROLES[(number // 5) % 5]
    return (
        f"Crew of boat {number} held, {role} says\n\n"
        f"“They took boat {number} at night,” said {name}, {role}. “I saw the lamps.”\n\n"
        f"The harbour office denied on Friday that boat {number} had been held.\n\n"
        f"{other} said that the guards may have locked the shed. {name.split()[-1]} agreed.\n"
    )


@cache
def record(number: int) -> Record:
    """The report of that number, as the rules read it: the same each time."""
    return read_text(
        text_of(number), f"report-{number}.txt", Options(reader=ReaderName.RULES)
    ).record


def newer(number: int, *, without: int) -> Record:
    """The same report by a newer reader, which no longer proposes one statement in `without`."""
    old = record(number)
    kept = tuple(s for i, s in enumerate(old.statements) if i % without)
    return replace(old, statements=kept, reader="rules/next")
