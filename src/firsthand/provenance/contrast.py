"""Who is set apart from whom by the words of one report.

- "another woman", "a second guard": from those before who would be meant by the same noun
- a cousin of Aske: from Aske; and who speaks of somebody by name: from the one named
- an answer: those who only answer, from those who only accuse
- two who take turns in a transcript
- a name that is not its bearer's own, in one sentence with another name; "none of those named"

Age, role, sex and dates set nobody apart; a new description does not either, since reports call
one person by many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from firsthand.ingest.report import ReportKind
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.introduced import brought_in
from firsthand.provenance.known import Known
from firsthand.provenance.names_alike import Alike, alike
from firsthand.provenance.person import Apart, Ref, pair
from firsthand.provenance.told import MOST, Pairs, Told, told_in
from firsthand.provenance.traits import stems
from firsthand.sources.brought_in import sets_apart
from firsthand.sources.names import TITLES

_GENERIC: Final = stems("source person witness eyewitness one individual somebody someone else")
_SEXES: Final = {"woman": "she", "girl": "she", "man": "he", "boy": "he"}
_APART: Final = re.compile(
    r"\b(?:[Aa]|[Aa]nother|[Tt]he) (?:second|third|fourth|fifth|further|different|separate|other) "
    r"(?P<noun>[a-z]+)|\b[Aa]nother (?P<other>[a-z]+)"
)
_ALIAS: Final = re.compile(r"\b(?:real name|alias|also known as|born|pseudonym of|a\.k\.a)\b")
_NONE_OF: Final = re.compile(
    r"\b(?:none|not (?:any |one )?) ?of (?:the |those )?(?:other )?"
    r"(?:(?:people|persons|women|men|witnesses|sources|others) )?(?:named|quoted|interviewed)"
)
_SENTENCE: Final = re.compile(r"[.!?\n](?:\s|$)|\n")
_LEADING: Final = frozenset("That And But When While As If Because Then".split())


def apart_in(report: FiledReport, known: Mapping[Ref, Known]) -> Iterator[Apart]:
    """The pairs of persons that this report's words set apart, each once."""
    told = told_in(report, known)
    pairs = (
        *_another(report, told),
        *_kin(told),
        *_spoken_of(report, told),
        *_answers(told),
        *_turns(report, told),
        *_masked(report, told),
        *brought_in(report, told),
    )
    found: dict[tuple[Ref, Ref], str] = {}
    for one, other, why in pairs:
        found.setdefault(pair(one.known.ref, other.known.ref), why)
    yield from (Apart(*refs, why) for refs, why in found.items())


def _another(report: FiledReport, told: Sequence[Told]) -> Pairs:
    for number, one in enumerate(told):
        nouns = _setting_apart(report, one)
        for other in told[max(0, number - MOST) : number] if nouns else ():
            if any(_may_be(other, noun) for noun in nouns):
                yield one, other, "another"


def _setting_apart(report: FiledReport, one: Told) -> list[str]:
    """The nouns of "another woman", "a second witness" in its first mention or before it."""
    if one.raw or not one.source.mentions:
        return []
    mention = min(one.source.mentions)
    before = _SENTENCE.split(report.text[max(0, mention.start - 120) : mention.start])[-1]
    led = before if re.search(r"\b(?:is|was|named|called)(?: by)? $", before) else ""
    own = report.words(mention) if sets_apart(report.words(mention)) else ""
    found = [m["noun"] or m["other"] for m in _APART.finditer(f"{led} {own}")]
    return [noun for noun in found if noun]


def _may_be(other: Told, noun: str) -> bool:
    """Whether somebody spoken of before would be meant by the noun, so that "another" is not."""
    if noun in _SEXES and other.known.traits.sex:
        return other.known.traits.sex == _SEXES[noun]
    return bool(stems(noun) <= _GENERIC or stems(noun) <= other.stems)


def _kin(told: Sequence[Told]) -> Pairs:
    for one in told:
        words = frozenset[str]().union(*(t.stems for t in one.known.traits.relations))
        for other in told if words and not one.raw else ():
            if other.raw and stems(other.raw.split()[-1]) <= words:
                yield one, other, "kin of the other"


def _spoken_of(report: FiledReport, told: Sequence[Told]) -> Pairs:
    named = [other for other in told if other.raw]
    for one in told if named else ():
        if one.raw and not one.known.is_pseudonym:
            continue
        words = " ".join(report.words(span) for s in one.said for span in s.content)
        for other in named:
            if other is not one and _names(words, other):
                yield one, other, "speaks of the other by name"


def _names(words: str, other: Told) -> bool:
    """Whether the words name the other, and not somebody else of that surname."""
    own = other.raw.split()
    if own[-1] not in words:
        return False
    found = re.finditer(rf"(?:(?P<before>[A-Z][\w’'-]+) )?\b{re.escape(own[-1])}\b", words)
    return any(m["before"] is None or m["before"] in own or _is_led(m["before"]) for m in found)


def _is_led(before: str) -> bool:
    """Whether a word with a capital only leads to a name: "Captain", "That"."""
    return before.lower() in TITLES or before in _LEADING


def _answers(told: Sequence[Told]) -> Pairs:
    answering = [t for t in told if t.said and all(s.is_response for s in t.said)]
    accusing = [t for t in told if t.said and not any(s.is_response for s in t.said)]
    for one in answering[:MOST]:
        yield from ((one, other, "answers the other") for other in accusing[:MOST])


def _turns(report: FiledReport, told: Sequence[Told]) -> Pairs:
    if report.kind is not ReportKind.TRANSCRIPT:
        return
    starts = {block.span.start for block in report.blocks}
    taking = [t for t in told if sum(m.start in starts for m in t.source.mentions) > 1][:MOST]
    for number, one in enumerate(taking):
        yield from ((one, other, "takes turns with the other") for other in taking[:number])


def _masked(report: FiledReport, told: Sequence[Told]) -> Pairs:
    """A pseudonym and another name in one sentence, unless it says that both are one."""
    named = [t for t in told if t.raw]
    for one in named:
        if not one.known.is_pseudonym:
            continue
        sentences = list(_sentences_with(report.text, one.raw))
        for other in named:
            if other is not one and _differ(one, other) and _both(sentences, other):
                yield one, other, "named beside the other"


def _differ(one: Told, other: Told) -> bool:
    here, there = one.known.name, other.known.name
    return here is not None and there is not None and alike(here, there) is Alike.DIFFERENT


def _both(sentences: Sequence[str], other: Told) -> bool:
    apart = (s for s in sentences if _names(s, other) or _NONE_OF.search(s))
    return any(not _ALIAS.search(s) for s in apart)


def _sentences_with(text: str, raw: str) -> Iterator[str]:
    for found in re.finditer(rf"\b{re.escape(raw)}\b", text):
        before = _SENTENCE.split(text[max(0, found.start() - 300) : found.start()])[-1]
        yield before + raw + _SENTENCE.split(text[found.end() : found.end() + 300])[0]
