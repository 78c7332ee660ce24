"""What the words of a relay are: how far its name reaches, and of what kind it is.

English names outlets and bodies by a head noun ("Times", "Radio", "Committee"), at the end or
before "of" and "for"; those whose names do not say what they are stand in a list. A name of
neither sort has no kind, and so is no relay: "told Stumpf" passes nothing on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.evidence.language.alternatives import alternatives
from firsthand.evidence.language.prose import listed, word_file
from firsthand.evidence.values import RelayKind
from firsthand.text import Span

LISTS = "relay"


@dataclass(frozen=True, slots=True)
class Kind:
    """Of what kind a name is, and whether the body is one that people speak before or to.

    `authority` is a body that speaks for itself: it passes words on only where it is said to.
    """

    kind: RelayKind
    authority: bool = False


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of single words from ``words/relay.toml``."""
    return listed(LISTS, name)


def any_of(*names: str, cased: bool = False) -> str:
    """The words of some lists as alternatives, the longest first."""
    words = frozenset[str]().union(*map(words_of, names))
    return alternatives(sorted(map(re.escape, words), key=len, reverse=True), cased=cased)


_SMALL = any_of(
    "modifiers", "outlet_words", "outlet_ends", "rights_ends", "hearing_ends", "authority_ends",
    "again_outlet", "again_rights", cased=True,
)  # fmt: skip
_JOINERS = any_of("joiners", cased=True)
_NOT_NAME = rf"(?!(?i:{any_of('dates')}|{any_of('openers')})\b)"
# What is no capital is passed over before the words are looked at that are no names.
_CAPITAL = (
    rf"(?=[^\W\d_a-z]|al-){_NOT_NAME}(?:al-[A-Z]\w*|(?:[A-Z]\.){{2,5}}"
    r"|[^\W\d_a-z][\w&-]*(?:\.(?:com|org|net|co|eu|uk)\b)?)"
)
_ARTICLE = r"(?:[Tt]he|[Tt]his|[Oo]ur|[Yy]our|[Aa]n?|[Tt]hat|[Ii]ts)"
_WORD = rf"(?:(?:{_SMALL})(?![\w-])|{_CAPITAL})"
NAME = re.compile(
    rf"(?<![\w’'-])(?:(?P<article>{_ARTICLE})\s+)?[\"“‘]?(?P<name>{_WORD}"
    rf"(?:\s+(?:{_WORD}|\d{{1,2}}\b|(?:{_JOINERS})\s+(?:the\s+)?{_CAPITAL})){{0,8}})"
)
CAPITALS = re.compile(
    rf"(?<![\w’'-])(?P<name>{_CAPITAL}"
    rf"(?: (?:{_CAPITAL}|\d{{1,2}}\b|(?:{_JOINERS}) (?:the )?{_CAPITAL})){{0,8}})"
)
_TOKEN = re.compile(r"\S+")
_OF = re.compile(r"\s+(?:of|for|de|on|to)\s+")
_AND = re.compile(r"\s+and\s+")
_NEVER = re.compile(rf"[’']?s?\s+(?:{any_of('never_before')})\b", re.IGNORECASE)


@cache
def _lines(name: str) -> frozenset[str]:
    return frozenset(line.strip() for line in word_file(LISTS)[name].splitlines() if line.strip())


@lru_cache(maxsize=4096)
def kind_of(name: str) -> Kind | None:
    """The kind of a name by its words, without its article; None where they do not say."""
    low = " ".join(name.lower().split())
    if low in words_of("too_broad") or low.split()[-1] in words_of("documents"):
        return None
    if low in _lines("rights"):
        return Kind(RelayKind.ORGANISATION)
    if low in _lines("outlets") or low.endswith(_SITES):
        return Kind(RelayKind.OUTLET)
    return _by_words(low.split()) or _by_head(low)


def _by_words(words: list[str]) -> Kind | None:
    if words[-1] in words_of("hearing_ends"):
        return Kind(RelayKind.ORGANISATION)
    if words[-1] in words_of("authority_ends") and not {"press", "news"}.intersection(words):
        return Kind(RelayKind.ORGANISATION, authority=True)
    if words_of("rights_words").intersection(words) or words[-1] in listed(LISTS, "rights_ends"):
        return Kind(RelayKind.ORGANISATION)
    if words_of("outlet_words").intersection(words):
        return Kind(RelayKind.OUTLET)
    return Kind(RelayKind.OUTLET) if words[-1] in words_of("outlet_ends") else None


def _by_head(low: str) -> Kind | None:
    """A head noun before "of" or "for": "the Court of Appeals"."""
    head = _OF.split(low, maxsplit=1)[0].split()
    return _by_words(head) if head and len(low.split()) > len(head) else None


def may_have_kind(name: str) -> bool:
    """Whether a name holds a word that gives any name its kind; cheap, and never wrongly no."""
    words = name.lower().split()
    return not _kind_words().isdisjoint(words) or any(w.endswith(_SITES) for w in words)


@cache
def _kind_words() -> frozenset[str]:
    single = frozenset[str]().union(*map(words_of, _KIND_LISTS))
    return single.union(*(line.split() for name in ("rights", "outlets") for line in _lines(name)))


_SITES = (".com", ".org", ".net")
_KIND_LISTS = (
    "hearing_ends", "authority_ends", "rights_words", "rights_ends", "outlet_words", "outlet_ends",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may name a relay: the name as written, and its article ("" for none)."""

    article: str
    name: Span

    def span(self, text: str) -> Span:
        """The name with its article."""
        start = self.name.start
        while start and (text[start - 1].isspace() or text[start - 1] in '"“‘'):
            start -= 1
        return Span(start - len(self.article) if self.article else self.name.start, self.name.end)


_SMALL_START = re.compile(r"(?:[a-z-]+\s+)+(?=[A-Z])")
_SMALL_END = re.compile(r"(?<=[\w.])(?:\s+[a-z-]+)+\Z")


def without_description(text: str, name: Span) -> Span:
    """A name without the small words that say what it is: "the news agency Yonhap"."""
    words = name.of(text)
    if not any(c.isupper() for c in words):
        return name
    head, tail = _SMALL_START.match(words), _SMALL_END.search(words)
    start = head.end() if head and kind_of(words[head.end() :]) else 0
    return Span(name.start + start, name.start + (tail.start() if tail else len(words)))


def phrase_at(text: str, start: int, end: int) -> Phrase | None:
    """The noun phrase that starts there; None where none does, or where it names an event."""
    found = NAME.match(text, start, end)
    if found is None or _NEVER.match(text, found.end("name"), min(end, found.end("name") + 40)):
        return None
    name = without_description(text, Span(*found.span("name")))
    article = found["article"] if name.start == found.start("name") else None
    return Phrase((article or "").lower(), name)


def shorter(text: str, name: Span) -> list[Span]:
    """The name and its beginnings, longest first: "CNN President Lem", "CNN President", "CNN"."""
    ends = [t.end() for t in _TOKEN.finditer(text, name.start, name.end)]
    return [Span(name.start, end) for end in reversed(ends)]


def joins_two(name: str) -> bool:
    """Whether a name is two: what stands before its "and" is an outlet or body by itself."""
    first, *more = _AND.split(name, maxsplit=1)
    return bool(more) and kind_of(first) is not None
