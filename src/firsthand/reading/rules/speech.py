"""Whether the words that follow a quotation say who spoke, told from the text alone.

It is asked before there are sentences: to know where a sentence or an unclosed quotation ends.
"""

from __future__ import annotations

import re

from firsthand.reading.rules.cues import Form, cue_list

_WORD = re.compile(r"[\w'\u2019.-]*\w|[^\w\s]")
_ENDS_SPEECH = frozenset(". , : in on at of to during after before as when".split())
_FURTHEST = 120
_MOST_WORDS = 9


def says_soon(text: str, start: int, end: int) -> bool:
    """Whether a verb of speaking follows within a few words, and its clause ends there."""
    words = _WORD.findall(text[start : min(end, start + _FURTHEST)])[:_MOST_WORDS]
    for at, word in enumerate(words[1:], 1):
        cue = cue_list().verbs.get(word)
        if cue and "end" in cue.frames and not cue.forms & {Form.BASE, Form.ING}:
            return at < 3 or at + 1 >= len(words) or words[at + 1] in _ENDS_SPEECH
        if word in ".,;:":
            return False
    return False
