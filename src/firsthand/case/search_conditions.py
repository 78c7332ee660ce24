"""What a query asks of reports and statements, as conditions on their tables."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, String, and_, exists, literal, or_, select, union

from firsthand.case.query_fields import NO, YES, Condition, Dates, Field, Names, Periods, Values
from firsthand.case.schema import PERSON, REPORT, SOURCE, TOLD_IN

Test = ColumnElement[bool]


def of_report(condition: Condition) -> Test:
    """What holds of the row of a report that fits."""
    return _either(condition, _report_test(condition))


def of_statement(condition: Condition, *, few: bool = False) -> Test:
    """What holds of the row of a statement in a passage (`TOLD_IN`) that fits.

    Where `few` rows are asked about, the source of each is looked up; else all sources of a name
    are gathered first, which goes through all that there are.
    """
    return _either(condition, _statement_test(condition, few=few))


def _either(condition: Condition, test: Test) -> Test:
    return ~test if condition.excluded else test


def _report_test(condition: Condition) -> Test:
    wanted = condition.wanted
    if isinstance(wanted, Names):
        return _named(REPORT.c.outlet_words, wanted)
    if isinstance(wanted, Periods):
        return or_(*map(_within, wanted.any_of))
    if condition.field is Field.REPORT:
        return or_(*(REPORT.c.id.like(f"{digits}%") for digits in wanted.any_of))
    return REPORT.c.kind.in_(wanted.any_of)


def _within(dates: Dates) -> Test:
    """A date that is not known is within no period; never NULL, so that it can be excluded."""
    published = REPORT.c.published
    known = [published.is_not(None)]
    first = [published >= dates.first] if dates.first else []
    last = [published <= dates.last] if dates.last else []
    return and_(*known, *first, *last)


def _named(words: ColumnElement[str], names: Names) -> Test:
    padded = literal(" ", String).concat(words).concat(" ")
    return or_(*(and_(*(_has(words, padded, t) for t in name)) for name in names.any_of))


def _has(words: ColumnElement[str], padded: ColumnElement[str], token: str) -> Test:
    """The first test is the cheaper one, and leaves little to the second."""
    return and_(words.like(f"%{token}%"), padded.like(f"% {token} %"))


def _statement_test(condition: Condition, *, few: bool) -> Test:
    wanted = condition.wanted
    if isinstance(wanted, Names):
        named = _is_named(wanted) if few else TOLD_IN.c.source.in_(_sources(wanted))
        return and_(TOLD_IN.c.source.is_not(None), named)
    assert isinstance(wanted, Values)
    if condition.field is Field.WITHDRAWN:
        return or_(*map(_withdrawn, wanted.any_of))
    return TOLD_IN.c[condition.field.value].in_(wanted.any_of)


def _is_named(names: Names) -> Test:
    """Whether the source bears the name, or people have merged it with one that does."""
    own, other = PERSON.alias(), PERSON.alias()
    named = exists().where(SOURCE.c.id == TOLD_IN.c.source, _named(SOURCE.c.words, names))
    merged = exists().where(
        own.c.source == TOLD_IN.c.source,
        other.c.person == own.c.person,
        SOURCE.c.id == other.c.source,
        _named(SOURCE.c.words, names),
    )
    return or_(named.correlate(TOLD_IN), merged.correlate(TOLD_IN))


def _sources(names: Names) -> Select[tuple[str]]:
    """Those of the name, and all whom people have merged with one of them."""
    named = select(SOURCE.c.id).where(_named(SOURCE.c.words, names)).cte()
    persons = select(PERSON.c.person).where(PERSON.c.source.in_(select(named.c.id)))
    merged = select(PERSON.c.source).where(PERSON.c.person.in_(persons))
    return select(union(select(named.c.id), merged).subquery().c.id)


def _withdrawn(value: str) -> Test:
    how = TOLD_IN.c.withdrawn
    if value in (YES, NO):
        return how != "" if value == YES else how == ""
    return (literal(" ", String).concat(how).concat(" ")).like(f"% {value} %")
