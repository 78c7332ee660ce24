"""What a reviewer wants to set right, asked in one or two keys and a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer

from firsthand.case.judging import Correction, StatementField, corrected
from firsthand.case.quoting import Sheet
from firsthand.evidence.values import BasisKind, ForceLevel, Polarity
from firsthand.export.case_words import short
from firsthand.export.visible import on_one_line

if TYPE_CHECKING:
    from firsthand.case.events import Event
    from firsthand.cli.keys import Keys

_FIELDS: Final = {
    "p": StatementField.SPEAKER, "b": StatementField.BASIS, "f": StatementField.FORCE,
    "k": StatementField.KIND, "v": StatementField.VIA, "s": StatementField.SOURCE,
    "c": StatementField.CUE, "w": StatementField.CONTENT,
}  # fmt: skip
_LABELS: Final = {
    StatementField.SPEAKER: "speaker (a name, an id, or nobody)",
    StatementField.VIA: "via, nearest the report first (A; B=person; or none)",
    StatementField.SOURCE: "words for who speaks (or none)",
    StatementField.CUE: "words that say so (or none)",
    StatementField.CONTENT: "words that are said",
}
_CHOICES: Final = {
    StatementField.BASIS: {"e": "experienced", "s": "saw", "x": "examined", "h": "heard",
                           "i": "inferred", "u": "unstated"},
    StatementField.FORCE: {"c": "certain", "p": "probable", "o": "possible", "u": "unspecified",
                           "a": "affirmed", "d": "denied"},
    StatementField.KIND: {"d": "direct", "i": "indirect", "m": "mixed"},
}  # fmt: skip
_DEFAULTS: Final = frozenset({BasisKind.UNSTATED, ForceLevel.CERTAIN, Polarity.AFFIRMED})
_SHOWN: Final = (StatementField.BASIS, StatementField.FORCE)
"""What needs words of the report that show it."""


def asked(keys: Keys, sheet: Sheet, statement: str) -> Event | None:
    """The correction; None where another key is pressed, or nothing is typed."""
    name = keys.one_of("correct", {key: field.value for key, field in _FIELDS.items()})
    value = _value(keys, sheet, StatementField(name)) if name else ""
    if not value:
        return None
    field = StatementField(name)
    words = keys.line("words that show it") if field in _SHOWN and value not in _DEFAULTS else ""
    heard = keys.line("heard from (or nothing)") if value == BasisKind.HEARD else ""
    said = Correction(field, value, words, keys.line("reason (or nothing)"), heard)
    return corrected(sheet, statement, said)


def _value(keys: Keys, sheet: Sheet, field: StatementField) -> str:
    if field in _CHOICES:
        return keys.one_of(field.value, _CHOICES[field])
    if field is StatementField.SPEAKER:
        for source in sheet.state.sources:
            typer.echo(f"   {short(source.id)}  {on_one_line(source.name)}")
    return keys.line(_LABELS[field])
