"""What somebody answers who is accused or asked: denies, admits, explains, or does not answer.

A right of reply is shown as the report gives it. Nothing is an answer unless the words show what it
answers: a cue that is one in itself ("denied", "declined to comment"), or a plain denial or another
explanation where the sentence says that somebody was accused or asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from firsthand.evidence.force.force import force_of
from firsthand.evidence.force.head import heads
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Force, ForceLevel, Polarity, Response, ResponseKind
from firsthand.text import Span

_SILENT = (
    (phrases("response", "could_not_be_reached"), ResponseKind.COULD_NOT_BE_REACHED),
    (phrases("response", "did_not_reply"), ResponseKind.DID_NOT_REPLY),
    (phrases("response", "declined"), ResponseKind.DECLINED),
)
_SILENCE = phrases("response", "could_not_be_reached", "did_not_reply", "declined")
_BY_CUE = phrases("response", "denies", "puts_aside", "confesses", "admits", "runs_on", "replies")
"""Any of the words of a cue that are looked for below; few cues have one."""
_DENIES = phrases("response", "denies")
_PUTS_ASIDE = phrases("response", "puts_aside")
_CHARGES = phrases("response", "charges")
_ACCUSED = phrases("response", "accused")
_REPLIES = phrases("response", "replies")
_INNOCENT = phrases("response", "innocent")
_WRONGS = phrases("response", "wrongs")
_CONFESSES = phrases("response", "confesses")
_ADMITS = phrases("response", "admits")
_EXCUSES = phrases("response", "excuses")
_RUNS_ON = phrases("response", "runs_on")
_DENIED = phrases("response", "denied")
_THE_ACCUSED = phrases("response", "the_accused")
_ASKED = phrases("response", "asked")
_VERDICTS = phrases("response", "verdicts")
_SPEAKERS = (frozenset(("i", "we", "he", "she", "they")), frozenset(("i", "we")))
_COURTS = phrases("force", "courts")
_OPENING = 160
_CLOSE = 1500
_AFTER = 60
_DENIED_IT = re.compile(
    r"[\s,]+(?:(?:has|have|had|also|strongly|always|repeatedly|flatly|again|\w+ly)\s+){0,3}"
    r"(?P<mark>denie[sd]|denying|(?:is|are|was|were|been)\s+accused\s+of)\b"
)


def response_of(telling: Telling, force: Force | None = None) -> Response | None:
    """The answer that a statement is, with the words that show it; None where it is none.

    `force` is that of the statement, where the caller has it already.
    """
    found = _silence(telling)
    if found is not None:
        return found
    force = force or force_of(telling)
    cue = telling.attribution.cue if telling.first(_BY_CUE, telling.attribution.cue) else ()
    return _denial(telling, cue, force) or _admission(telling, cue) or _answer(telling, cue, force)


def _silence(telling: Telling) -> Response | None:
    """Read "declined to comment", "did not reply to letters", "could not be reached"."""
    spans = _told(telling)
    if _SILENCE.search(telling.text, spans.start, spans.end) is None:
        return None
    for pattern, kind in _SILENT:
        for match in pattern.finditer(telling.text, spans.start, spans.end):
            if any(c.start <= match.start() < c.end for c in telling.attribution.cue):
                return Response(kind, (Span(*match.span()),))
    return None


def _told(telling: Telling) -> Span:
    """The cue and the opening of the content behind it, with what stands between."""
    cue, content = telling.attribution.cue, telling.content
    if not cue:
        return content[0]
    behind = [c for c in content if c.start >= cue[0].end and c.start - cue[-1].end < _OPENING]
    end = min(behind[0].end, behind[0].start + _OPENING) if behind else cue[-1].end
    return Span(cue[0].start, max(end, cue[-1].end))


Cue = tuple[Span, ...]
"""A cue; nothing where it holds no words of an answer."""


def _denial(telling: Telling, cue: Cue, force: Force) -> Response | None:
    """Read "denied", "dismissed the allegations", "called it an invention"."""
    if force.level is ForceLevel.UNSPECIFIED:
        return None
    if (found := telling.first(_DENIES, cue)) is not None and force.polarity is Polarity.DENIED:
        return Response(ResponseKind.DENIES, (found,))
    aside = telling.first(_PUTS_ASIDE, cue)
    if aside is not None and not telling.first(_COURTS, telling.attribution.source):
        charge = telling.first(_CHARGES, (_told(telling),))
        return Response(ResponseKind.DENIES, (aside, charge)) if charge else None
    return None


def _admission(telling: Telling, cue: Cue) -> Response | None:
    """Read "confessed to", and "admitted" of a wrong or by somebody accused; and its excuse."""
    found = telling.first(_CONFESSES, cue) or _confession(telling)
    admits = telling.first(_ADMITS, cue)
    if found is None and admits is not None:
        wrong = (
            telling.first(_WRONGS, telling.content)
            or telling.first(_ACCUSED, _around(telling))
            or telling.first(_THE_ACCUSED, telling.attribution.source)
        )
        found = admits if wrong else None
    if found is None:
        return None
    excuse = telling.first(_EXCUSES, (*telling.content, telling.sentence))
    kind = ResponseKind.ACKNOWLEDGES_BUT if excuse else ResponseKind.ACKNOWLEDGES
    return Response(kind, (found, excuse) if excuse else (found,))


def _confession(telling: Telling) -> Span | None:
    """Read "he had apologised" as the main verb, said of the speaker; not of somebody else."""
    found = heads(telling.text, telling.content)
    if not found or found[0].words[found[0].start].lower not in _SPEAKERS[found[0].direct]:
        return None
    clause = found[0].behind
    return telling.first(_CONFESSES, (Span(clause[0].start, clause[-1].end),)) if clause else None


def _around(telling: Telling) -> tuple[Span, ...]:
    """The report's words of who speaks and how, in the sentence."""
    return (*telling.frame, *telling.attribution.source, *telling.attribution.cue)


def _answer(telling: Telling, cue: Cue, force: Force) -> Response | None:
    """Read a plain denial, or another account, where the words say that it answers something."""
    if force.level is ForceLevel.UNSPECIFIED:
        return None
    claim = telling.first(_INNOCENT, telling.content[:1])
    if claim is not None and not telling.first(_VERDICTS, telling.attribution.cue):
        return Response(ResponseKind.DENIES, (claim,))
    sign, explains = _sign(telling, cue)
    if sign is None:
        return None
    if force.polarity is Polarity.DENIED:
        return Response(ResponseKind.DENIES, tuple(sorted({sign, *force.spans})))
    return Response(ResponseKind.OTHER_EXPLANATION, (sign,)) if explains else None


def _sign(telling: Telling, cue: Cue) -> tuple[Span | None, bool]:
    """What shows that somebody is asked or accused; and whether a denial runs on: ", saying"."""
    runs_on = telling.first(_RUNS_ON, cue) is not None
    before = [f for f in telling.frame if f.start < cue[0].start] if runs_on else []
    denial = telling.first(_DENIED, before)
    if denial is not None:
        return denial, True
    replies = telling.first(_REPLIES, cue)
    accused = telling.first(_THE_ACCUSED, telling.attribution.source) or _denied_near(telling)
    return replies or accused or telling.first(_ASKED, telling.frame), False


def _denied_near(telling: Telling) -> Span | None:
    """Read "Orn denied", "Orn is accused" of the same source close by: it answers here too."""
    here = telling.sentence.start
    known = telling.source.mentions if telling.source else ()
    first = bisect_left(known, here - _CLOSE, key=lambda m: m.start)
    last = bisect_left(known, here + _CLOSE, key=lambda m: m.start)
    for mention in known[first:last]:
        found = _DENIED_IT.match(telling.text, mention.end, mention.end + _AFTER)
        if found is not None:
            return Span(*found.span("mark"))
    return None
