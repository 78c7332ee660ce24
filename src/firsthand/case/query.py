"""The query language of a search: one line of words and fields, the same everywhere.

    harbour shed            both words, in one passage
    "port guards"           these words in a row
    harb*                   words that begin so
    -ferry                  not this word; before a phrase, a beginning or a field as well
    source:"Ilse Varnholt"  all words of the name, in any order, and of whom it was merged with
    outlet:lantern          likewise; date:2018-02..2018-05, document:news, report:3fa9
    basis:saw,heard         any of them; so does the same field given twice
    kind: force: review: withdrawn:yes

A hit is a passage whose words fit, of a report that fits, and in which, where anything is asked
of statements (source, basis, kind, force, review, withdrawn), one statement is told that fits
all of it. What is excluded there is of that one statement too: ``basis:saw -review:rejected``
asks for a statement of something seen that nobody has rejected. What is unknown fits no field,
and does fit an excluded one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from firsthand.case.query_fields import OF_REPORTS, Condition, Field, condition
from firsthand.case.tokens import tokens
from firsthand.errors import QueryError

MOST_TERMS: Final = 100
"""Terms of a query (SQLite's index of words has a limit of its own)."""
MOST_WORDS: Final = 1000
"""Words of all terms together: a quoted page or so."""

_QUOTES: Final = str.maketrans("“”„", '"""')
_ITEM: Final = re.compile(
    r"""(?P<excluded>-?)(?:
        (?P<field>[A-Za-z_]+):(?P<values>(?:"[^"]*"|[^\s"])*)
      | "(?P<phrase>[^"]*)"
      | (?P<bare>[^\s"]+) )""",
    re.VERBOSE,
)
_VALUE: Final = re.compile(r'(?:"[^"]*"|[^,"])+')


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row; of the last, only the beginning where `prefix`."""

    tokens: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words that a passage has and has not, and what else is to fit."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    of_report: tuple[Condition, ...] = ()
    of_statement: tuple[Condition, ...] = ()

    @property
    def names_source(self) -> bool:
        """Whether it asks for the statements of somebody."""
        return any(c.field is Field.SOURCE and not c.excluded for c in self.of_statement)


def parse(text: str, case: str) -> Query:
    """The query that a line means; raises `QueryError`, which names the case and what is wrong."""
    line = text.translate(_QUOTES)
    try:
        return _query(_items(line))
    except ValueError as error:
        raise QueryError(case, str(error)) from error


def _items(line: str) -> list[re.Match[str]]:
    if line.count('"') % 2:
        raise ValueError(
            'a quotation mark is not closed; a phrase stands between two: "port guards"'
        )
    items = list(_ITEM.finditer(line))
    if not items:
        raise ValueError('nothing to search for; give words, a "phrase" or a field (source:Quay)')
    return items


def _query(items: list[re.Match[str]]) -> Query:
    terms = [(bool(item["excluded"]), _term(item)) for item in items if item["field"] is None]
    conditions = _conditions([item for item in items if item["field"] is not None])
    if len(terms) > MOST_TERMS or sum(len(term.tokens) for _, term in terms) > MOST_WORDS:
        raise ValueError(
            f"at most {MOST_TERMS} terms of {MOST_WORDS} words together; leave some out"
        )
    return Query(
        tuple(term for excluded, term in terms if not excluded),
        tuple(term for excluded, term in terms if excluded),
        tuple(c for c in conditions if c.field in OF_REPORTS),
        tuple(c for c in conditions if c.field not in OF_REPORTS),
    )


def _term(item: re.Match[str]) -> Term:
    bare = item["bare"] or ""
    given = bare or item["phrase"]
    if "*" in bare[:-1] or bare == "*":
        raise ValueError("* stands at the end of a word, as in harb*")
    found = tuple(tokens(given))
    if not found:
        raise ValueError(f"{item[0]!r} has no letter or digit to search for")
    return Term(found, prefix=bare.endswith("*"))


def _conditions(items: list[re.Match[str]]) -> list[Condition]:
    """One condition of all that is given for a field, and one of all that is excluded."""
    given: dict[tuple[Field, bool], list[str]] = {}
    for item in items:
        field = _field(item["field"])
        values = [value.replace('"', "") for value in _VALUE.findall(item["values"])]
        if not values:
            raise ValueError(f"{field}: needs a value right after the colon")
        given.setdefault((field, bool(item["excluded"])), []).extend(values)
    return [condition(f, values, excluded=excluded) for (f, excluded), values in given.items()]


def _field(name: str) -> Field:
    try:
        return Field(name.lower())
    except ValueError as error:
        raise ValueError(
            f"there is no field {name!r}, only {', '.join(Field)}; "
            "words with a colon stand in quotation marks"
        ) from error
