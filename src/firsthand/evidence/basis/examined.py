"""Whether the report says that the source looked at records, pictures, a body, a place or data.

"Documents seen by the paper" are not the paper speaking, and an inquiry or a study alone does not
say what was looked at: an analysis, an autopsy, or one who "reviewed the footage" does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.evidence.basis.lists import any_of, words
from firsthand.evidence.basis.verbs import Near, Shown
from firsthand.evidence.telling import Telling
from firsthand.text import Span

_LOOKED = re.compile(
    r"(?i)\b(?:who|which|having|has|had|after|by|on|from|upon)\s+(?:(?:also|has|have|had|later|independently)\s+)?"
    r"(?P<mark>(?:reviewed|examined|analy[sz]ed|inspected|studied|viewed|scrutini[sz]ed|verified|autopsied|watched|read"
    r"|reviewing|examining|analy[sz]ing|inspecting|studying|viewing|watching|reading)\s+(?P<what>[^.,;“\"]{1,60}))"
)
_TREATED = re.compile(
    r"(?i)\bwho\s+(?:has\s+|had\s+)?(?P<mark>treated\s+(?:him|her|them|patients|victims|the\s+(?:wounded|injured|victims?)))\b"
)
_OF_ITSELF = re.compile(
    r"(?i)\b(?:analys[ie]s\s+(?:of|by)|forensic\s+(?:analysis|examination|report|tests?|evidence)|autops(?:y|ies)"
    r"|post-?mortems?|necropsy|exhumation|audit\s+(?:of|by)"
    r"|(?:dna|ballistics?|blood|lab(?:oratory)?|toxicology)\s+(?:tests?|analysis|results|reports?))\b"
)
_LOOK_AT = re.compile(
    r"(?i)\b(?:examinations?|reviews?|inspections?|stud(?:y|ies)|assessment)\s+(?:of|by)\b(?P<what>[^.;“\"]{1,80})"
)


def examined_by(telling: Telling, places: Sequence[Span]) -> Iterator[Shown]:
    """What says so in the source's words, the cue, and the frame that the source is in."""
    source = telling.attribution.source
    beside = [f for f in telling.frame if any(f.overlaps(s) for s in source)]
    for found in telling.found(_LOOKED, (*places, *telling.attribution.cue, *beside)):
        if _names_things(telling, found):
            yield Shown(Near.EXAMINED, Span(*found.span("mark")))
    for found in telling.found(_TREATED, places):
        yield Shown(Near.EXAMINED, Span(*found.span("mark")))
    for found in (*telling.found(_OF_ITSELF, source), *telling.found(_LOOK_AT, source)):
        if found.re is _OF_ITSELF or _names_things(telling, found):
            yield Shown(Near.EXAMINED, Span(*found.span()))


def _names_things(telling: Telling, found: re.Match[str]) -> bool:
    """Whether what was looked at are things that can be looked at."""
    return any_of(telling.text, Span(*found.span("what")), words("examined.things"))
