"""Which pronouns can be the source, and whether it speaks for itself or for others.

In reported speech a pronoun is the source only where nothing else can be meant: a lawyer, a
father or a rights group who says "he was beaten" speaks of somebody else, and what an office
says of "we" or "they" is the office's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.evidence.basis.roles import WORD, has_role, role_words
from firsthand.evidence.telling import Telling
from firsthand.sources.source import ProfileField, SourceKind
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class Who:
    """`pronouns` that agree with the source, and whether it speaks for itself alone.

    An office is a body or speaks for one; who speaks of others may be an office, or is known by
    somebody else (a lawyer, a sister).
    """

    pronouns: frozenset[str]
    is_office: bool
    speaks_of_others: bool


_HEAD_ENDS = re.compile(
    r"[,(]|\b(?:who|whom|which|that|of|from|in|at|near|with|for|on|by|to|interviewed|arrested|detained|held"
    r"|living|beaten|wounded)\b"
)
_TAIL = re.compile(
    r"\b(?:who|whom|whose|which|near|outside|inside|in|at|by|from|with|interviewed|arrested|detained|held"
    r"|accused|beaten|living)\b"
)
_OWNED = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s|['’]s\s|s['’]\s")
_OF = re.compile(r"\b(?:of|for|to)\s+(?:[A-Z]|h(?:im|er|is)\b)")
_ACRONYM = re.compile(r"\b[A-Z]{2,}s?\b")
_AND = re.compile(r"\band\b")
_DESCRIBED = re.compile(
    r"\A(?:[A-Z][\w’'.-]+\s+){0,3}[A-Z][\w’'.-]+,\s+(?:an?\s+(?:\w+\s+)?)?[1-9]\d\b"
)
"""A name with an age, "Lem, a 20-year-old student": what it says itself is enough."""
_PLACE_OR_TIME = re.compile(
    r"\b(?:in|at|near|from|on|since|until|last|early|late|mid|around)[\s-]+(?:the\s+)?(?:[A-Z][\w-]+[\s,]+)+(?:of\s+(?:[A-Z][\w-]+[\s,]*)+)?"
)
"""A capital that names a place or a month and nobody."""
_BEFORE_WHO = 80
_ALL = frozenset({"he", "she", "they"})
_NOBODY_ELSE = frozenset({"it", "which", "that", "i", "we", "you", ""})
_ROLES = (ProfileField.ROLE, ProfileField.RELATION, ProfileField.ORGANISATION)
_BODIES = (SourceKind.ORGANISATION, SourceKind.DOCUMENT)


def described(telling: Telling) -> list[str]:
    """All that is known of who speaks: its words here, its name, its roles."""
    source, words = telling.source, _spoken(telling)
    if source is None or _DESCRIBED.search(words):
        return [words]
    roles = [f.value for f in source.profile if f.field in _ROLES]
    return [words, *([source.name] if source.name != words else []), *roles]


def _spoken(telling: Telling) -> str:
    """The source's words, and for "who" what it stands behind."""
    words = telling.words(telling.attribution.source)
    if words.lower() != "who":
        return words
    at = telling.attribution.source[0].start
    return telling.text[max(telling.sentence.start, at - _BEFORE_WHO) : at].rstrip(" ,")


def who_of(telling: Telling) -> Who:
    """What the source's words show of its person, number and office."""
    core = " ; ".join(_TAIL.split(part, maxsplit=1)[0] for part in described(telling))
    office = _is_body(telling, core) or any(
        has_role(core, n) for n in ("official", "ngo", "reporter")
    )
    here = _TAIL.split(_spoken(telling), maxsplit=1)[0]
    owned = bool(_OWNED.search(core) or _OF.search(here))
    others = (
        office
        or owned
        or any(has_role(core, n) for n in ("lawyer", "medical", "relative", "titles"))
    )
    return Who(_pronouns(telling), office, others)


def _is_body(telling: Telling, words: str) -> bool:
    """Whether no person speaks: an organisation, a document, an outlet, an acronym."""
    if telling.source is not None and telling.source.kind in _BODIES:
        return True
    capitals = [w for w in WORD.findall(words) if w[0].isupper()]
    named = any(not role_words(name).isdisjoint(capitals) for name in ("outlets", "bodies"))
    return named or bool(_ACRONYM.search(words))


def _pronouns(telling: Telling) -> frozenset[str]:
    """The pronouns that agree with the source's own words."""
    words = telling.words(telling.attribution.source).strip(" ,")
    small = words.lower()
    if small in _ALL:
        return frozenset({small})
    if small in _NOBODY_ELSE or small == "who":
        return _ALL if small == "who" else frozenset()
    head = _HEAD_ENDS.split(words, maxsplit=1)[0] or words
    found = WORD.findall(head)
    is_group = not found or bool(_AND.search(head)) or _is_plural(telling, found)
    return frozenset({"they"}) if is_group else _agreeing({w.lower() for w in found})


def _is_plural(telling: Telling, head: list[str]) -> bool:
    """Whether these words name more than one; "Villagers" that opens a sentence may be no name."""
    last, many = head[-1], role_words("many")
    if telling.source is not None and telling.source.kind is SourceKind.GROUP:
        return True
    opens = len(head) == 1 and telling.attribution.source[0].start == telling.sentence.start
    ends = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return (ends and (last.islower() or opens)) or last.lower() in many or head[0].lower() in many


def _agreeing(head: set[str]) -> frozenset[str]:
    if head & role_words("she"):
        return frozenset({"she"})
    return frozenset({"he"}) if head & role_words("he") else frozenset({"he", "she"})


def another_person(text: str, before: Span | None) -> bool:
    """Whether words name somebody else whom a pronoun behind them could be."""
    found = [w[0] for w in WORD.finditer(text, before.start, before.end)] if before else []
    near = _PLACE_OR_TIME.sub(" ", before.of(text)) if before else ""
    names = [w[0] for w in WORD.finditer(near)]
    named = any(w[0].isupper() and w not in ("I", "That") for w in names[1:])
    return named or any(w.lower() in role_words("persons") for w in found)
