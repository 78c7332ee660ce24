"""Pronouns made by program: a name that comes again is put for "he" or "she", as WikiCREM does.

(Kocijan et al., 2019.) From sentences in which a person's name comes a second time, with another
person's name beside it. Which pronoun is drawn by lot, so that nothing is learnt of first names.

python -m training.people.silver DATA OUT.tsv
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gap import Snippet
from firsthand.sources.names import parts
from firsthand.text import Span, shifted
from training.people.news import News, texts
from training.people.snippets import write

_VERB = re.compile(
    r" (?:\w+ly )?(?:said|says|has|had|is|was|will|would|could|did|does|can|told|also|\w{3,}ed)\b"
)
_TITLE_OR_NAME = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Gen)\.?|[a-z] [A-Z]\w+)\s$"
)
_MOST_WORDS = 90
_BACK = 3  # sentences before the pronoun's


def snippets(news: News, chance: random.Random) -> Iterator[Snippet]:
    for number in news.people:
        whole = _around(news, number) if _is_plain(news, number) else None
        same, others = _near(news, number, whole) if whole else ([], [])
        if whole and same and others:
            yield _made(news, number, whole, (same, others), chance)


def _is_plain(news: News, number: int) -> bool:
    """Whether the name is one word alone, outside quotations: what a pronoun can be put for."""
    start = news.span(number).start
    before = news.text[max(0, start - 20) : start]
    quoted, words = news.mentions.seen.quoted[number], parts(news.mentions.words(number))
    return not quoted and len(words) <= 1 and not _TITLE_OR_NAME.search(before)


def _around(news: News, number: int) -> Span | None:
    """From the sentence that last named the bearer to that of the name, unless it is too long."""
    at = news.sentence(news.span(number))
    if at is None:
        return None
    last = _last_named(news, number)
    begin = None if last is None else news.sentence(news.span(last))
    low = max(at - _BACK, begin or 0)
    whole = Span(news.sentences[low].start, news.sentences[at].end)
    return whole if len(whole.of(news.text).split()) <= _MOST_WORDS else None


def _last_named(news: News, number: int) -> int | None:
    """The bearer's last name in a sentence before."""
    sentence, own = news.mentions.seen.sentence, news.bearer(number)
    before = (n for n in reversed(news.people) if n < number and sentence[n] < sentence[number])
    return next((n for n in before if news.bearer(n) == own), None)


def _near(news: News, number: int, whole: Span) -> tuple[list[int], list[int]]:
    """Within the snippet: the bearer's earlier names, and names that are surely another's."""
    near, own = news.people_in(whole), news.bearer(number)
    same = [n for n in near if n < number and news.bearer(n) == own]
    others = [n for n in near if news.bearer(n) != own and not news.naming.of[n].others]
    return same, others


def _made(
    news: News,
    number: int,
    whole: Span,
    names: tuple[list[int], list[int]],
    chance: random.Random,
) -> Snippet:
    """The snippet with the pronoun in it, one of the bearer's names and another, in either order.

    The bearer's later names give the answer away only as any coreference does.
    """
    span = news.span(number)
    pronoun, end = _pronoun(news, span, she=chance.random() < 0.5)
    a, b = (news.span(chance.choice(n)) for n in names)
    text = news.text[whole.start : span.start] + pronoun + news.text[end : whole.end]
    at, longer = span.start - whole.start, len(pronoun) - (end - span.start)
    a, b = (shifted(s, longer * (s.start > span.start) - whole.start) for s in (a, b))
    place = Span(at, at + len(pronoun))
    if chance.random() < 0.5:
        return Snippet("", text, place, (b, a), (False, True))
    return Snippet("", text, place, (a, b), (True, False))


def _pronoun(news: News, span: Span, *, she: bool) -> tuple[str, int]:
    """The pronoun in the case that the words behind the name ask for, and where it ends."""
    after = news.text[span.end : span.end + 30]
    begins = any(s.start == span.start for s in news.sentences)
    if after[:2] in ("'s", "’s"):
        pronoun, end = "her" if she else "his", span.end + 2
    elif begins or _VERB.match(after):
        pronoun, end = "she" if she else "he", span.end
    else:
        pronoun, end = "her" if she else "him", span.end
    return pronoun.capitalize() if begins else pronoun, end


def main() -> None:
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    chance = random.Random(5)  # noqa: S311
    made = (s for text in texts(data) for s in snippets(News.of(text), chance))
    print(write(out, "silver", made))


if __name__ == "__main__":
    main()
