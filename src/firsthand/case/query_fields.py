"""The fields of a search, and what may be asked of each.

Some are asked of the report that a passage stands in, the others of a statement told in it.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firsthand.case.judgements import WithdrawalKind
from firsthand.case.state import Review
from firsthand.case.tokens import tokens
from firsthand.evidence.values import BasisKind, ForceLevel
from firsthand.ingest.report import ReportKind
from firsthand.reading.attribution import AttributionKind


class Field(StrEnum):
    """What can be asked for by name. `kind` is the attribution's, `document` the report's."""

    SOURCE = "source"
    OUTLET = "outlet"
    DATE = "date"
    BASIS = "basis"
    KIND = "kind"
    DOCUMENT = "document"
    FORCE = "force"
    REVIEW = "review"
    WITHDRAWN = "withdrawn"
    REPORT = "report"


OF_REPORTS: Final = frozenset({Field.OUTLET, Field.DATE, Field.DOCUMENT, Field.REPORT})
"""Asked of the report; every other field is asked of a statement."""

YES: Final = "yes"
NO: Final = "no"


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(str(value) for value in kind)


VALUES: Final[dict[Field, tuple[str, ...]]] = {
    Field.BASIS: _values(BasisKind),
    Field.KIND: _values(AttributionKind),
    Field.DOCUMENT: _values(ReportKind),
    Field.FORCE: _values(ForceLevel),
    Field.REVIEW: _values(Review),
    Field.WITHDRAWN: (YES, NO, *_values(WithdrawalKind)),
}
"""The values of those fields that have no others."""


@dataclass(frozen=True, slots=True)
class Names:
    """Any of some names; one fits where all its tokens occur in the name that stands there."""

    any_of: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """From `first` to `last`, both included; None is open."""

    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Periods:
    """Any of some periods."""

    any_of: tuple[Dates, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """Any of some values; of a report's id, any of some beginnings."""

    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a field is to be, or, where `excluded`, not to be."""

    field: Field
    wanted: Names | Periods | Values
    excluded: bool = False


def condition(field: Field, given: Sequence[str], *, excluded: bool) -> Condition:
    """The condition that some words make; raises `ValueError` that says what would be right."""
    return Condition(field, _wanted(field, given), excluded)


def _wanted(field: Field, given: Sequence[str]) -> Names | Periods | Values:
    if field in (Field.SOURCE, Field.OUTLET):
        return Names(tuple(_name(field, one) for one in given))
    if field is Field.DATE:
        return Periods(tuple(map(_period, given)))
    if field is Field.REPORT:
        return Values(tuple(map(_id, given)))
    return Values(tuple(_value(field, one) for one in given))


def _name(field: Field, given: str) -> tuple[str, ...]:
    found = tuple(tokens(given))
    if not found:
        raise ValueError(f'{field}: needs a name, as in {field}:Quay or {field}:"Quay Guard"')
    return found


def _value(field: Field, given: str) -> str:
    value = given.casefold()
    if value not in VALUES[field]:
        raise ValueError(f"{field}: is one of {', '.join(VALUES[field])}, not {given!r}")
    return value


def _id(given: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{4,16}", given):
        raise ValueError(f"report: takes 4 to 16 digits of a report's id (0-9, a-f), not {given!r}")
    return given.lower()


_WRONG_DATE: Final = (
    "date: takes 2018, 2018-02, 2018-02-09, or two of them with .. between (one may be left out), "
    "not {!r}"
)
_DAY: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _period(given: str) -> Dates:
    first, dots, last = given.partition("..")
    try:
        dates = Dates(_first_day(first), _last_day(last if dots else first))
    except ValueError as error:
        raise ValueError(_WRONG_DATE.format(given)) from error
    if dates.first is None and dates.last is None:
        raise ValueError(_WRONG_DATE.format(given))
    if dates.first and dates.last and dates.first > dates.last:
        raise ValueError(f"date: {given} ends before it begins; put the earlier date first")
    return dates


def _first_day(given: str) -> dt.date | None:
    if not given:
        return None
    year, month, day = _parts(given)
    return dt.date(year, month or 1, day or 1)


def _last_day(given: str) -> dt.date | None:
    if not given:
        return None
    year, month, day = _parts(given)
    month = month or 12
    return dt.date(year, month, day or monthrange(year, month)[1])


def _parts(given: str) -> tuple[int, int | None, int | None]:
    found = _DAY.fullmatch(given)
    if found is None:
        raise ValueError(given)
    year, month, day = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    if month == 0 or day == 0:
        raise ValueError(given)
    return year, month, day
