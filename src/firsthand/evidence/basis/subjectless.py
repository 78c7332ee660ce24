"""Participles whose subject is the source: "described being beaten", "recalled seeing"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.evidence.basis.lists import ADVERBS, words
from firsthand.evidence.basis.verbs import Near, Shown, Verb, heard_with_ears
from firsthand.evidence.telling import Telling
from firsthand.text import Span

_OPENS = re.compile(
    r"\s*(?:(?:of|to|about|that)\s+)?(?P<all>(?P<aux>(?:being|having\s+been|to\s+have\s+been|having|to\s+have)\s+)?"
    rf"(?:(?:{ADVERBS})\s+)?(?P<verb>[a-z]+)\b)"
)
_RECALLS = re.compile(
    r"(?i)\b(?:describ|recall|remember|recount|report|tell|told|spoke|speak|testif|claim|admit|confess|say|relat)"
)
_CONFESSES = re.compile(r"(?i)\b(?:admit|confess|acknowledg)")
_SAW = frozenset({"seeing", "watching", "witnessing", "seen", "watched", "witnessed"})


def without_subject(telling: Telling, span: Span) -> Iterator[Shown]:
    """What the participle that opens the content shows, behind a verb of telling what one lived."""
    cue = telling.words(telling.attribution.cue)
    found = _OPENS.match(telling.text, span.start, span.end)
    if found is None or span.start != telling.content[0].start or not _RECALLS.search(cue):
        return
    verb = Verb("", frozenset(), found["verb"], telling.text, found.end(), span.end)
    near = _befell(verb) if "be" in (found["aux"] or "") else _did(verb, cue, found["aux"])
    if near is not None:
        yield Shown(near, Span(*found.span("all")))


def _befell(verb: Verb) -> Near | None:
    counts = (
        verb.word in words("suffered")
        and not verb.is_figure
        and not verb.before(words("suffered_tails"))
    )
    return Near.BEFELL if counts else None


def _did(verb: Verb, cue: str, aux: str | None) -> Near | None:
    """Seeing, hearing, and what one owns up to; a bare "seen" has another subject."""
    if verb.word.endswith("ing") or aux:
        if verb.word in _SAW and not verb.before(words("seen.never")):
            return Near.SAW
        if verb.word in ("hearing", "heard"):
            return Near.SAW if heard_with_ears(verb) else None
    owns_up = verb.word.endswith("ing") and verb.word not in words("doing.never")
    return Near.DID if owns_up and _CONFESSES.search(cue) else None
