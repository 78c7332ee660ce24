"""That a source is not named, or not by its own name, and the reason that the report states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from firsthand.sources.source import ProfileFact, ProfileField
from firsthand.text import Span

_HIS: Final = r"(?:his|her|their|its)"
_GIVEN: Final = r"(?:(?:full|last|first|real|sur|own) ?){0,2}names?"
_UNNAMED: Final = (
    r"(?:not to be (?:fully |further )?(?:named|identified|quoted by name)|(?:for )?anonymity"
    r"|to (?:remain|stay|be|speak) (?:anonymous(?:ly)?|unnamed|unidentified)"
    rf"|that {_HIS} names? not be (?:used|published|printed|given|disclosed|revealed))"
)
_SAYS: Final = re.compile(
    r"(?:asked|asking|asks|wanted|wished|wishing|requested|requesting|preferred|insisted|chose)"
    rf" {_UNNAMED}"
    r"|(?:would|did|does|do|could|can) not (?:want to |wish to )?"
    rf"(?:be (?:named|identified)|give {_HIS} {_GIVEN})"
    rf"|(?:declined|refused|declining|refusing) to (?:be (?:named|identified)|give {_HIS} {_GIVEN})"
    r"|(?:(?:spoke|speaking|speaks|talked|talking) )?on (?:the )?condition of (?:strict )?anonymity"
    rf"|on (?:the )?condition that {_HIS} names? not be (?:used|published|printed|given)"
    rf"|(?:spoke|speaking) anonymously|not {_HIS} real names?"
    rf"|gave only (?:a|an|{_HIS}) (?:first|last|given|sur)? ?(?:names?|initials?)"
    r"|(?:(?:(?:asked|asking|wished) to be )?identified only|would only be identified) (?:as|by)"
    rf"(?: {_HIS} [^\W\d_]+ [^\W\d_]+| [^\s,;]+)"
    rf"|(?:whose|{_HIS}) (?:real )?names? (?:has|have|is|are|was|were) (?:been )?"
    r"(?:changed|withheld|not being used)"
    r"|(?:(?:was|is|are|were) )?not authori[sz]ed to (?:speak|discuss|talk|comment|brief)"
    r"[^,;:.“”\"()]{0,60}"
    r"|(?:(?:speaking|spoke|using|identified) )?under (?:a )?"
    r"(?:codes?(?: ?names?)?|pseudonyms?|false names?)\b"
    r"|using a (?:pseudonym|false name)|a pseudonym\b"
)
_REASON: Final = re.compile(
    r",? (?:because|for fear|out of fear|fearing|citing|lest|due to|in order to|so as|so that"
    rf"|to (?:protect|avoid|speak|discuss|prevent|shield)|for (?:{_HIS}|safety|security|reasons?)"
    r"|as (?:he|she|they) (?:was|were|is|are|fears?|feared|had|did))\b[^,;:.“”\"()]{0,160}"
    r"|, which (?:the )?[^,;:.“”\"()]{1,40} (?:is|are) withholding"
)
_SPOKEN: Final = re.compile(
    r"(?:said|told|spoke|says|recalled|added|explained|described)\b[^,;:“”\"()]{0,60}? "
    r"(?=on (?:the )?condition of (?:strict )?anonymity)"
)
_ADJECTIVE: Final = re.compile(r"\b(?:anonymous|unnamed|unidentified)\b(?= [a-z])")


def unnamed(text: str, span: Span, limit: int) -> Iterator[ProfileFact]:
    """The words within `span` that keep the name back; their reason may go on up to `limit`."""
    for found in _SAYS.finditer(text, span.start, span.end):
        reason = _REASON.match(text, found.end(), limit)
        end = len(text[: reason.end() if reason else found.end()].rstrip())
        value = text[found.start() : end].strip()
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        yield ProfileFact(ProfileField.ANONYMITY, value, Span(start, end))


def spoke_unnamed(text: str, span: Span, limit: int) -> Iterator[ProfileFact]:
    """What the predicate of a mention says at once: "said on condition of anonymity that"."""
    spoken = _SPOKEN.match(text, span.start, span.end)
    starts = (span.start, spoken.end()) if spoken else (span.start,)
    tries = (_SAYS.match(text, at, span.end) for at in starts)
    found = next((t for t in tries if t), None)
    if found:
        start = found.start()
        yield from unnamed(text, Span(start, found.end()), limit)


def called_unnamed(text: str, span: Span) -> Iterator[ProfileFact]:
    """An adjective that says so: "an anonymous official"."""
    found = _ADJECTIVE.search(text, span.start, span.end)
    if found:
        yield ProfileFact(ProfileField.ANONYMITY, found[0], Span(*found.span()))
