"""What the verb of a clause says of its subject: that something befell it, that it saw or did.

Only verbs of the body count (`words/basis.toml`): a verb of office, speech, thought or feeling
makes nothing first-hand, nor does one used as a figure ("taken aback", "saw an opportunity").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from firsthand.evidence.basis.lists import any_of, follows, needs, words
from firsthand.text import Span, trimmed


class Near(IntEnum):
    """How near to the act words put the source, nearest first.

    What one did oneself comes behind what one saw: where both are told, the deed ("I was washing
    the pots") is most often the setting of what was seen.
    """

    BEFELL = 0
    SAW = 1
    DID = 2
    EXAMINED = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """What words show, and where they stand."""

    near: Near
    span: Span


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, its subject and helpers in small letters; what follows is `at` to `end` of `text`."""

    subject: str
    helpers: frozenset[str]
    word: str
    text: str
    at: int
    end: int

    @property
    def rest(self) -> Span | None:
        """The rest of the clause, as far as it bears on the verb."""
        far = min(self.end, self.at + _FAR)
        stop = _BREAK.search(self.text, self.at, far)
        return trimmed(self.text, self.at, stop.start() if stop else far)

    def before(self, phrases: frozenset[str]) -> bool:
        """Whether one of these phrases follows."""
        return follows(self.text, self.at, self.end, phrases)

    @property
    def is_figure(self) -> bool:
        """Whether what follows at once is nothing that one can do or suffer with a body."""
        near = Span(self.at, min(self.end, self.at + _NEXT)) if self.at < self.end else None
        return near is not None and any_of(self.text, near, words("figures"))

    def has(self, listed: frozenset[str]) -> bool:
        """Whether one of these words is in the rest of the clause."""
        return self.rest is not None and any_of(self.text, self.rest, listed)


_FAR = 60
"""Characters behind a verb in which its object stands."""
_NEXT = 32
"""Characters behind a verb in which a noun makes it a figure."""
_BREAK = re.compile(r"[.,;:!?—–\"“”…]")
_BE = frozenset("was were am is are been being got m re".split())
_AS = frozenset({"as"})
_SAME_FORM = frozenset("beat cut hit come run put shut".split())
"""Behind "I'd" these are "I would"."""
_PERFECT = frozenset("have has had ve d".split())
_PLACE = re.compile(
    r"\s+(?:(?:the|my|our|a|that|his|her)\s+)?(?:\w+\s+){0,2}?(?P<place>[a-z]+)\b", re.IGNORECASE
)
_THERE = re.compile(
    r"(?:(?:in|down|right|out|up)\s+)?(?:there|inside|present)\b(?!\s+(?:for|to)\b)"
)
_ABOUT = re.compile(r"(?:that|about|of|from|on)\b")
_AT_SOMETHING = re.compile(
    r"(?!\S+thing\b)(?:(?!(?:was|were|is|had|has|would|who|that)\b)[\w’'-]+\s+){1,4}?(?P<verb>[a-z]{2,12}ing)\b"
)


def shown_by(verb: Verb) -> Near | None:
    """What this verb says of its subject; None where it says nothing that counts."""
    if verb.helpers & _BE:
        return _being(verb)
    if "could" in verb.helpers:
        return _perceiving(verb, {"see": "saw", "hear": "heard"}.get(verb.word, ""))
    if verb.word in words("examined.verbs") and _looked_at_things(verb):
        return Near.EXAMINED
    if verb.word in words("underwent") and _is_harm(verb):
        return Near.BEFELL
    return _perceiving(verb, verb.word) or _doing(verb)


def _is_harm(verb: Verb) -> bool:
    """Whether what one underwent is a harm, or reached one in person; of a group only a harm."""
    return verb.subject != "we" and not verb.is_figure and verb.has(words("harms"))


def _being(verb: Verb) -> Near | None:
    """The passive, the progressive, and being somewhere."""
    listed = "suffered_bodily" if verb.subject == "we" else "suffered"
    if verb.word in words(listed):
        return None if verb.is_figure or verb.before(words("suffered_tails")) else Near.BEFELL
    somewhere = verb.subject != "we" and _is_somewhere(verb)
    figure = verb.subject in ("we", "they") and verb.word in words("doing.not_us")
    doing = verb.word in words("doing.words") and not figure
    return Near.DID if doing or somewhere else None


def _is_somewhere(verb: Verb) -> bool:
    """As in "I was in there", "she was at home"."""
    if _THERE.match(verb.text, verb.at - len(verb.word), verb.end):
        return True
    found = _PLACE.match(verb.text, verb.at, verb.end)
    known = words("places.at")
    return verb.word in known and found is not None and found["place"].lower() in words("places.of")


def _looked_at_things(verb: Verb) -> bool:
    """Whether what is looked at are records, pictures or a body rather than people at something."""
    seen = verb.word in words("seen.verbs") and verb.has(words("seen.things"))
    return verb.has(words("examined.things")) and not seen


def _perceiving(verb: Verb, word: str) -> Near | None:
    if word in words("seen.verbs"):
        return Near.SAW if _seen(verb) else None
    return Near.SAW if word == "heard" and heard_with_ears(verb) else None


def _seen(verb: Verb) -> bool:
    """Seeing with the eyes; of a group, or "have seen", only what is a person or a thing."""
    if verb.word == "watched" and verb.before(_AS):
        return not verb.is_figure
    if verb.rest is None or verb.is_figure or verb.before(words("seen.never")):
        return False
    vague = verb.subject in ("we", "they") or bool(verb.helpers & _PERFECT - {"had", "d"})
    return not vague or verb.has(words("seen.things"))


def heard_with_ears(verb: Verb) -> bool:
    """Whether a sound is heard, or somebody at something other than talk; else it is hearsay."""
    rest = verb.rest.of(verb.text) if verb.rest else ""
    if not rest or _ABOUT.match(rest):
        return False
    found = _AT_SOMETHING.match(rest)
    return verb.has(words("heard.sounds")) or (
        found is not None and found["verb"] not in words("heard.talk")
    )


def _doing(verb: Verb) -> Near | None:
    """An act of one's own; of a group only what nobody does in an office."""
    if verb.word == "to" and "had" in verb.helpers:
        return Near.BEFELL if verb.before(words("doing.had_to")) else None
    if "d" in verb.helpers and verb.word in _SAME_FORM:
        return None
    listed = words("acts_of_us" if verb.subject in ("we", "they") else "acts")
    needed = needs(verb.word)
    if verb.word not in listed or verb.is_figure or verb.before(words("idioms.tails")):
        return None
    return Near.DID if not needed or verb.before(needed) else None
