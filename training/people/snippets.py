"""Snippets in the form of GAP (a pronoun, two names) as samples, and as files."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.gap import Snippet
from firsthand.sources.features import form_of
from firsthand.text import Span
from training.people.data import Cut, Cutter, Mention, Question, Sample
from training.people.seen import places_of

PRONOUN = -1
UNLABELLED = "unlabelled"  # begins the names of snippets whose truth nobody has told
_COLUMNS = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL".split()
_ONE_LINE = str.maketrans("\n\r\t", "   ")


def sample_of(snippet: Snippet, cutter: Cutter) -> Sample:
    """The pronoun asked among all places of the two names; no word has a label."""
    cut, places = cutter.cut(snippet.text), occurrences(snippet)
    mentions = tuple(_mention(snippet, cut, who, span) for who, span in places)
    asked = next(n for n, (who, _) in enumerate(places) if who == PRONOUN)
    among = tuple(n for n, (who, _) in enumerate(places) if who != PRONOUN)
    none = np.full(len(cut.words), -1, dtype=np.int64)
    seen, question = places_of(cut, mentions), Question(asked, among)
    return Sample(snippet.name, cut, none, none, none, mentions, seen, (question,))


def _mention(snippet: Snippet, cut: Cut, who: int, span: Span) -> Mention:
    """The pronoun is entity 1, as is a name that it means; other names are entities apart."""
    is_pronoun = who == PRONOUN
    first, last = cut.words_at(span.start, span.end)
    form = form_of(span.of(snippet.text), "PRP" if is_pronoun else "NNP")
    entity = 1 if is_pronoun or snippet.meant[who] else 2 + who
    return Mention(first, last, last - 1, form, entity)


def occurrences(snippet: Snippet) -> list[tuple[int, Span]]:
    """In order: `PRONOUN` and its place, and the number of either name with each of its places."""
    found = [(PRONOUN, snippet.pronoun), *enumerate(snippet.names)]
    words = [span.of(snippet.text) for span in snippet.names]
    for who, name in enumerate(words):
        if name in words[1 - who]:
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b", snippet.text):
            span = Span(*match.span())
            if not any(span.overlaps(s) for _, s in found):
                found.append((who, span))
    return sorted(found, key=lambda f: (f[1].start, f[1].end))


def write(path: Path, kind: str, snippets: Iterable[Snippet], most: int | None = None) -> int:
    """A file of snippets named by kind and number; how many there are."""
    kept = islice((s for s in snippets if not _is_broken(s)), most)
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)
        out.writerow(_COLUMNS)
        for count, snippet in enumerate(kept, 1):
            out.writerow([f"{kind}-{count}", *_cells(snippet), ""])
    return count


def _is_broken(snippet: Snippet) -> bool:
    """Whether a name runs over a line's end, which a row cannot hold."""
    return any(c in "\n\t" for span in snippet.names for c in span.of(snippet.text))


def _cells(snippet: Snippet) -> list[str]:
    cells = [snippet.text.translate(_ONE_LINE)]
    cells += [snippet.pronoun.of(snippet.text), str(snippet.pronoun.start)]
    for span, meant in zip(snippet.names, snippet.meant, strict=True):
        cells += [span.of(snippet.text), str(span.start), str(meant).upper()]
    return cells
