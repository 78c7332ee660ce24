"""What a phrase names whose head is a common noun or a pronoun."""

from __future__ import annotations

import re
from typing import Final

from firsthand.sources.nouns import PEOPLE, Noun, is_in, meaning
from firsthand.sources.phrase import Phrase
from firsthand.sources.source import SourceKind

_AGE: Final = re.compile(r"-year-old(s?)\Z")
_KINDS: Final = {
    Noun.GROUP: SourceKind.GROUP,
    Noun.ORGANISATION: SourceKind.ORGANISATION,
    Noun.DOCUMENT: SourceKind.DOCUMENT,
}


def kind_of_noun(phrase: Phrase, is_body: bool | None) -> SourceKind:
    """What a common noun names: a person, several, a body, a paper."""
    small = phrase.head_token.small
    aged = _AGE.search(small)
    if aged:
        return SourceKind.GROUP if aged[1] else SourceKind.UNNAMED_PERSON
    return _of_pronoun(small) or _of_adjective(phrase) or _of_meaning(phrase, is_body)


def _of_pronoun(small: str) -> SourceKind | None:
    if is_in(small, "pronoun_one"):
        return SourceKind.UNNAMED_PERSON
    if is_in(small, "pronoun_many") or (is_in(small, "quantities") and not meaning(small)):
        return SourceKind.GROUP
    if small in ("it", "itself"):
        return SourceKind.ORGANISATION
    return SourceKind.DOCUMENT if is_in(small, "pronoun_thing") else None


def _of_adjective(phrase: Phrase) -> SourceKind | None:
    """An adjective for people: "the accused" is one person, "the wounded" are several."""
    small = phrase.head_token.small
    if not phrase.determiners:
        return None
    if is_in(small, "one_person"):
        return SourceKind.UNNAMED_PERSON
    return SourceKind.GROUP if is_in(small, "several_people") else None


def _of_meaning(phrase: Phrase, is_body: bool | None) -> SourceKind:
    small = phrase.head_token.small
    found = meaning(small)
    if found is None:
        plural = small.endswith("s") and not small.endswith("ss")
        if is_body:
            return SourceKind.ORGANISATION
        return SourceKind.GROUP if plural else SourceKind.UNNAMED_PERSON
    if found.noun in PEOPLE:
        return SourceKind.GROUP if found.plural else SourceKind.UNNAMED_PERSON
    if found.noun is Noun.ORGANISATION:
        return _of_bodies(phrase, found.plural)
    return _KINDS[found.noun]


def _of_bodies(phrase: Phrase, plural: bool) -> SourceKind:
    """Several bodies are a group, so are "two police"; a notice board is read."""
    before = [t.small for t in phrase.tokens[: phrase.stop - 1]]
    if before and phrase.head_token.small == "board" and is_in(before[-1], "read_boards"):
        return SourceKind.DOCUMENT
    counted = any(w.isdigit() or (is_in(w, "indefinite") and w not in _ONE) for w in before)
    return SourceKind.GROUP if plural or counted else SourceKind.ORGANISATION


_ONE: Final = frozenset({"a", "an", "another", "one", "any", "some"})
