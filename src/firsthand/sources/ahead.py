"""Whom a headline or a first line means that names nobody: "a docker says", then "Ada Lem told".

The report itself tells, by what both say: the words of the unnamed source's statement come again in
statements of one named person, who is introduced soon after or described alike. Where two fit
alike, they are candidates and no more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from firsthand.ingest.report import BlockKind
from firsthand.reading.attribution import Attribution
from firsthand.reading.page import Page
from firsthand.sources.entities import Entities
from firsthand.sources.kinds import head_of, is_indefinite, sets_apart
from firsthand.sources.led import Led
from firsthand.sources.name_runs import Names
from firsthand.sources.source import How, SourceKind
from firsthand.text import Span

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "that this with from they them their there have been were what when where which while would "
    "could should about after before into than then very some most more also said says like just "
    "over".split()
)
_STEM = 5
_LEAST, _MARGIN = 0.55, 0.12
_SHARED, _ALIKE, _FIRST, _ONLY = 0.45, 0.45, 0.35, 0.55
_SOON = 3  # blocks
_DESCRIBES = 140  # characters behind a name within which it is described
_TOPS = frozenset(
    {BlockKind.HEADLINE, BlockKind.KEY_POINT, BlockKind.CAPTION, BlockKind.SUBHEADING}
)
_DENIALS = frozenset("denied denies denying rejected rejects dismissed dismisses".split())
_NEGATED = re.compile(
    r"(?:[“\"]\s*)?(?:that\s+)?(?:(?:he|she|they|it|I|we)\s+(?:\w+\s+)?(?:never|(?:was|were|had|did|has|is)"
    r"(?:\s+not|n[’']t)|not|knew\s+nothing)\b|(?:\w+\s+){0,2}no\s+comment|(?:the\s+)?\w+\s+(?:was|were)\s+(?:untrue|false))",
    re.IGNORECASE,
)
_OPENING = 60
_WITHHELD = re.compile(
    r"\b(?:anonym\w*|(?:not|nor) (?:to )?be (?:named|identified)|not (?:naming|to be named)|unnamed"
    r"|withh[eo]ld\w*|(?:refused|declined) to (?:give|be)|name (?:has|was|is) )",
    re.IGNORECASE,
)
"""That a report keeps a name to itself."""
_BESIDE = 200
_IN_AUTHORITY = re.compile(
    r"\b(?:Colonel|Col\.|General|Gen\.|Major|Captain|Capt\.|Commander|Lieutenant|Lt\.|Sergeant|Sgt\.|Warden"
    r"|Minister|President|Governor|Mayor|Commissioner|Inspector|Superintendent|Judge|Prosecutor)\s+[A-Z]"
)
_OFFICE = re.compile(
    r"\b(?:commander|captain|colonel|general|minister|chief|officials?|president|governor|mayor|director"
    r"|judge|spokes\w+|chairman|secretary|commissioner)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)


class Ahead:
    """The named people of a page, with what they say and how they are described."""

    def __init__(self, entities: Entities, page: Page, read: Sequence[Attribution]) -> None:
        self.entities, self.text, self.blocks = entities, page.text, page.blocks
        self._starts = [block.span.start for block in page.blocks]
        self._lead = next(
            (n for n, b in enumerate(page.blocks) if b.kind is BlockKind.PARAGRAPH), 0
        )
        self.people = self._people(read)
        self._described: dict[int, frozenset[str]] = {}
        self._said: dict[str, frozenset[str]] = {}

    def found(self, a: Attribution, words: str, kind: SourceKind) -> Led | None:
        """The named person whom an unnamed one in a top line is, or candidates; else None."""
        if kind is not SourceKind.UNNAMED_PERSON or not self._may_be_named(a, words):
            return None
        scored = sorted(((self._score(a, words, e), e) for e in self.people), reverse=True)
        if not scored or scored[0][0] < _LEAST:
            return None
        others = tuple(e for s, e in scored[1:3] if s > scored[0][0] - _MARGIN)
        if others:
            return Led(None, None, 0.0, (), (scored[0][1], *others))
        score, entity = scored[0]
        evidence = self.entities.mentions.all[self.entities.all[entity].mentions[0]].span
        return Led(entity, How.NOUN, min(score, 0.9), (*a.source, evidence))

    def _may_be_named(self, a: Attribution, words: str) -> bool:
        if sets_apart(words) or self._is_quoted(a) or self._is_withheld(a):
            return False
        bare = words[:1].islower() and " " not in words
        return bare or is_indefinite(words) or self._is_top(a.source[0])

    def _is_withheld(self, a: Attribution) -> bool:
        """Whether the report says beside the words that it does not name whom they mean."""
        span = a.source[0]
        block = self.blocks[self._block(span)].span if self.blocks else span
        start, end = max(block.start, span.start - _BESIDE), min(block.end, span.end + _BESIDE)
        return _WITHHELD.search(self.text, start, max(start, end)) is not None

    def is_top(self, a: Attribution) -> bool:
        """Whether the source stands in a headline, key point, caption or the first paragraph."""
        return self._is_top(a.source[0])

    def _is_quoted(self, a: Attribution) -> bool:
        numbers = self.entities.mentions.within(a.source[0])
        return any(self.entities.mentions.seen.quoted[n] for n in numbers)

    def _is_top(self, span: Span) -> bool:
        at = self._block(span)
        return bool(self.blocks) and (self.blocks[at].kind in _TOPS or at <= self._lead)

    def _block(self, span: Span) -> int:
        return max(0, bisect_right(self._starts, span.start) - 1)

    def _people(self, read: Sequence[Attribution]) -> dict[int, list[Attribution]]:
        """The named people who speak, each with their statements."""
        found: dict[int, list[Attribution]] = {}
        for a in read:
            for number in (n for s in a.source for n in self.entities.mentions.within(s)):
                entity = self.entities.of.get(number)
                if entity is None or self.entities.all[entity].kind is not Names.PERSON:
                    continue
                if self.entities.all[entity].bearer is not None:
                    found.setdefault(entity, []).append(a)
                    break
        return found

    def _score(self, a: Attribution, words: str, entity: int) -> float:
        """How much of the statement the person says too, how alike described, how soon named.

        Below the headlines a person is not named by standing near, nor is who answers: whom a
        report leaves unnamed it may mean to protect, and an accused is not their accuser.
        """
        said = self._stems(a)
        others = (self._stems(b) for b in self.people[entity] if b.id != a.id)
        common = len(said & frozenset[str]().union(*others))
        shared = common / max(4, len(said)) if common > 1 else 0.0
        alike = bool(_stems(words) & self._description(entity))
        is_led = self._heads(a) or bool(common) or alike
        if not is_led or (self._answers(entity) and not self._is_office(words, entity)):
            return 0.0
        return min(shared, _SHARED) + _ALIKE * alike + self._soon(a, entity)

    def _is_office(self, words: str, entity: int) -> bool:
        """Whether the words name an office that the person is said to hold: "the commander"."""
        noun = words[: head_of(words)[1]]
        return bool(_OFFICE.search(noun)) and bool(_stems(noun) & self._description(entity))

    def _heads(self, a: Attribution) -> bool:
        """Whether the words stand in a headline, a key point or a caption."""
        return self.blocks[self._block(a.source[0])].kind in _TOPS

    def _answers(self, entity: int) -> bool:
        """Whether the person speaks for somebody, has authority or denies: no accuser means them.

        Where they are described alike ("an official says") they still may be.
        """
        cues = (span.of(self.text).lower() for a in self.people[entity] for span in a.cue)
        said = (span.of(self.text)[:_OPENING] for a in self.people[entity] for span in a.content)
        denies = any(word in _DENIALS for cue in cues for word in cue.split())
        denies = denies or any(map(_NEGATED.match, said))
        named = (span.of(self.text) for a in self.people[entity] for span in a.source)
        every = (*named, *self._near(entity))
        return denies or any(_SPEAKS_FOR.search(w) or _IN_AUTHORITY.search(w) for w in every)

    def _soon(self, a: Attribution, entity: int) -> float:
        """Whether the person is the first who speaks by name behind a top line, or the only one."""
        if not self._is_top(a.source[0]):
            return 0.0
        here = self._block(a.source[0])
        after = sorted((b.source[0], e) for e, said in self.people.items() for b in said)
        behind = [(s, e) for s, e in after if s.start > a.source[-1].end]
        if not behind or behind[0][1] != entity or self._block(behind[0][0]) - here > _SOON:
            return 0.0
        near = {e for s, e in behind if self._block(s) - here <= 2 * _SOON}
        return _FIRST if len(near) > 1 else _ONLY

    def _description(self, entity: int) -> frozenset[str]:
        if entity not in self._described:
            self._described[entity] = frozenset(w for x in self._near(entity) for w in _stems(x))
        return self._described[entity]

    def _near(self, entity: int) -> Iterator[str]:
        """The words around the mentions of a person, where a report describes it."""
        for number in self.entities.all[entity].mentions[:12]:
            span = self.entities.mentions.all[number].span
            block = self.blocks[self._block(Span(span.end - 1, span.end))].span
            start, end = max(span.start - 30, block.start), min(span.end + _DESCRIBES, block.end)
            yield self.text[start:end] if start < end else ""

    def _stems(self, a: Attribution) -> frozenset[str]:
        """The stems of what is said, read once for all who may have said it."""
        if a.id not in self._said:
            found = (w for span in a.content for w in _stems(span.of(self.text)))
            self._said[a.id] = frozenset(found)
        return self._said[a.id]


def _stems(words: str) -> frozenset[str]:
    """The beginnings of a text's longer words."""
    found = (w.lower() for w in _WORD.findall(words))
    return frozenset(w[:_STEM] for w in found if w not in _COMMON)
