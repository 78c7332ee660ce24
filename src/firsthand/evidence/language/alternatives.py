"""Alternatives of a pattern, put together by their first letters.

`re` tries the alternatives of a list one after the other at every word. Those that begin with a
letter are put behind it here, so that one look at that letter passes over all of them. The pattern
matches what it matched before, and the same alternative first: only those change places of which
no two can match at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

_LETTER = re.compile(r"[A-Za-z](?![?*+{])")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_REPEATS = re.compile(r"[*+{]|\?[?+]")
_GROUP = "(?:"
# Signs that match these letters where case is ignored, besides the letter's own two cases.
_LIKE = {"i": "İı", "k": "\N{KELVIN SIGN}", "s": "ſ"}
_MOST = 7
"""Where a line would have more alternatives than these besides, its groups are left as they are."""


def alternatives(lines: Sequence[str], *, cased: bool = False) -> str:
    """One pattern of some; it is for where case is ignored, unless `cased`."""
    parts = [part for line in lines for part in _opened(line)]
    found = list[str]()
    for lettered, same in groupby(parts, key=_is_lettered):
        run = list(same)
        found += _by_letter(run, cased=cased) if lettered else run
    return "|".join(found)


def _is_lettered(part: str) -> bool:
    return _LETTER.match(part) is not None


def _by_letter(parts: Sequence[str], *, cased: bool) -> Iterator[str]:
    """Those of one letter as one, in the order of the first of each."""
    for letter, rest in _rests(part if cased else part[0].lower() + part[1:] for part in parts):
        signs = letter + letter.upper() + _LIKE.get(letter, "")
        yield (letter if cased else f"(?-i:[{signs}])") + rest


def _rests(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each first letter with what follows it."""
    rests: dict[str, list[str]] = {}
    for part in parts:
        rests.setdefault(part[0], []).append(part[1:])
    for letter, rest in rests.items():
        yield letter, f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0]


def _opened(line: str) -> list[str]:
    """The alternatives of a line, with a group that opens it written out by its letters."""
    pieces = _split(line, "|")
    found = [part for piece in pieces for part in _written_out(piece)]
    return found if len(found) <= len(pieces) + _MOST else pieces


def _written_out(part: str) -> list[str]:
    """Write "(?:ab|ac|d)? e" as "a(?:b|c) e", "d e", " e"; a group that repeats otherwise stays."""
    group, *behind = _split(part.removeprefix(_GROUP), ")")
    rest = part[len(_GROUP) + len(group) + 1 :]
    if not part.startswith(_GROUP) or not behind or _REPEATS.match(rest):
        return [part]
    choices = _opened(group)
    if not all(map(_is_lettered, choices)):
        return [part]
    end = rest.removeprefix("?")
    letters = [letter + behind + end for letter, behind in _rests(choices)]
    return [*letters, *(_opened(end) if rest != end else ())]


def _split(line: str, sign: str) -> list[str]:
    """What stands between these signs, outside of brackets."""
    depth, cuts = 0, [-1]
    for token in _TOKEN.finditer(line):
        if token[0] == sign and depth == 0:
            cuts.append(token.start())
        else:
            depth += {"(": 1, ")": -1}.get(token[0], 0)
    return [line[a + 1 : b] for a, b in pairwise([*cuts, len(line)])]
