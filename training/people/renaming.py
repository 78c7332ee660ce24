"""Other names for those of a snippet: nothing is learnt of first names, least of all a gender."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from benchmarks.gap import Snippet
from firsthand.text import Span


def pool_of(snippets: Iterable[Snippet]) -> list[str]:
    """The words of all names, for other bearers."""
    words = {w for s in snippets for span in s.names for w in span.of(s.text).split()}
    return sorted(w for w in words if w[:1].isupper() and len(w) > 2 and w.isalpha())


def renamed(snippet: Snippet, pool: Sequence[str], chance: random.Random) -> Snippet:
    """The snippet with both names' words put for others wherever they stand."""
    swaps = _swaps(snippet, pool, chance)
    if not swaps:
        return snippet
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, swaps)) + r")\b")
    spans = (snippet.pronoun, *snippet.names)
    edges = sorted({edge for s in spans for edge in (s.start, s.end)})
    moved, text, at = dict[int, int](), "", 0
    for edge in [*edges, len(snippet.text)]:
        text += pattern.sub(lambda m: swaps[m[0]], snippet.text[at:edge])
        moved[edge], at = len(text), edge
    pronoun, a, b = (Span(moved[s.start], moved[s.end]) for s in spans)
    return Snippet(snippet.name, text, pronoun, (a, b), snippet.meant)


def _swaps(snippet: Snippet, pool: Sequence[str], chance: random.Random) -> dict[str, str]:
    swaps: dict[str, str] = {}
    for span in snippet.names:
        for word in span.of(snippet.text).split():
            if word[:1].isupper() and len(word) > 2:
                swaps.setdefault(word, chance.choice(pool))
    return swaps
