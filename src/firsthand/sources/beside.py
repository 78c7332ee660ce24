"""Of what a name is, by the words that stand beside it: a relative, an age, a form of company.

The network sees one place at a time and knows few names. What the page says beside any mention
of a name holds of all of them: "Brackwell Custody, which runs the centre" is nobody who spoke as
"she" ten lines below.
"""

from __future__ import annotations

import re
from typing import Final

from firsthand.sources.kinds import kind_of
from firsthand.sources.name_runs import Names
from firsthand.sources.names import TITLES
from firsthand.sources.nouns import PEOPLE, Noun, meaning
from firsthand.sources.source import SourceKind
from firsthand.text import Span

_NEAR: Final = 60
_BEFORE: Final = 16
_NOUN_BEFORE: Final = re.compile(
    r"\b(?:site|website|portal|newspaper|paper|magazine|broadcaster|station|channel|agency|company"
    r"|firm|charity) \Z"
)
_FORM: Final = r"(?:Ltd|Limited|plc|PLC|Inc|LLC|LLP|Corp|GmbH|AG|SA|NV|BV|Pty|Oy|AB|ApS|KG|SpA)\b"
_BODY: Final = re.compile(
    rf",? {_FORM}|, which\b(?! (?:is|was) (?:not|her|his|their))"
    r"| spokes(?:man|woman|person|people)\b"
)
_COMPANY: Final = re.compile(rf" {_FORM}\Z")
_GOES_ON: Final = re.compile(
    r"[’'-]| (?!(?:is|was|has|had|will|would|and|or|but|when|while|as|after|before|said|says|told"
    r"|sank)\b)[^\W\d_]"
)
"""What makes the article that of a noun behind the name: "the Lem case", "the Lem family"."""
_PLURAL: Final = re.compile(r" ([a-z]{4,}s)\b")
_SEVERAL: Final = frozenset({*PEOPLE, Noun.GROUP})
_AND: Final = re.compile(rf" & [A-Z]\w+(?: {_FORM}|\b(?! [A-Z]))")
_AGE: Final = r"(?:aged )?\d{1,2}"
_WHO: Final = re.compile(rf",? who(?:se|m)?\b|,? {_AGE}(?=[,.;)]|\s*$)|,? \({_AGE}\)")
_APPOSED: Final = re.compile(r", (?P<what>(?:the|an?|his|her|its|their) [^,.;:()\n]{2,50})")
_DATELINE: Final = re.compile(r" ?\([A-Z][A-Za-z&-]+\)|, (?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+ \d")
_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Hon)\.? $")


def told_beside(text: str, span: Span) -> Names | None:
    """What the words before and behind a name say it is of; None where they say nothing."""
    before, after = (
        text[max(0, span.start - _BEFORE) : span.start],
        text[span.end : span.end + _NEAR],
    )
    if _TITLED.search(before) or _TITLED.match(f"{span.of(text).split()[0]} "):
        return Names.PERSON
    if _is_dateline(before, span.of(text), after):
        return Names.PLACE
    if _BODY.match(after) or _is_company(span.of(text), after) or _is_bodys(before, text, span):
        return Names.BODY
    if _is_of_people(after):
        return Names.PLACE
    if before.lower().endswith((" the ", "\nthe ", "“the ")) and not _GOES_ON.match(after):
        return Names.BODY
    return Names.PERSON if _WHO.match(after) else _by_apposition(after)


def _is_of_people(after: str) -> bool:
    """Whether it only says whose people are: "Kolwatan troops"."""
    plural = _PLURAL.match(after)
    found = meaning(plural[1]) if plural else None
    return found is not None and found.listed and found.plural and found.noun in _SEVERAL


def _is_company(name: str, after: str) -> bool:
    """By its form, or by what else it deals in: "Pettifer Marine & Paving"."""
    deals = " " in name and _AND.match(after) is not None
    return deals or _COMPANY.search(name) is not None


def _is_bodys(before: str, text: str, name: Span) -> bool:
    """Whether the noun before a name says so: "the business news site Ledgerline"."""
    first = name.of(text).split()[0]
    titled = first.lower() in TITLES or first.isupper()
    return not titled and _NOUN_BEFORE.search(before) is not None


def _is_dateline(before: str, name: str, after: str) -> bool:
    opens = not before or before.endswith("\n")
    return opens and name.isupper() and _DATELINE.match(after) is not None


def _by_apposition(after: str) -> Names | None:
    """By a noun between commas: "Brackwell Custody, the company that runs it"."""
    found = _APPOSED.match(after)
    if found is None:
        return None
    words = re.split(r" (?:who|which|that|where|in|at|on|for|from|with) ", found["what"])[0]
    kind = kind_of(words)
    if kind is SourceKind.ORGANISATION:
        return Names.BODY
    noun = meaning(words.split(" of ")[0].split()[-1].lower())
    person = noun is not None and noun.listed and noun.noun in PEOPLE and not noun.plural
    return Names.PERSON if person and kind is SourceKind.UNNAMED_PERSON else None
