"""Where a main clause starts, which of its words is the verb, and where it ends.

There is no parser: closed classes tell where a subject cannot go on, and what a relative clause or
an apposition holds is passed over. What no list knows is no verb, so a clause in doubt is plain.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from firsthand.evidence.language.inflection import word_set
from firsthand.text import Span

_NEAR = 4
_APPOSITION = 16
_HEARER = 8


class Word(NamedTuple):
    """A word or a mark of a clause, in small letters and with straight apostrophes.

    `is_mark` says whether it is punctuation, `lists` which lists of `words/force.toml` hold it.
    """

    lower: str
    start: int
    end: int
    is_mark: bool
    lists: frozenset[str]

    @property
    def span(self) -> Span:
        """Where it stands; made when asked for, as few words are shown."""
        return Span(self.start, self.end)

    def among(self, *names: str) -> bool:
        """Whether it is in one of these lists of `words/force.toml`."""
        return not self.lists.isdisjoint(names)


Words = Sequence[Word]


def start_of(words: Words) -> tuple[int, Span | None]:
    """Where the main clause starts, behind openers and a leading clause; and the "if" of that."""
    at = _behind_hearer(words)
    while at < len(words) - 1 and (words[at].is_mark or _opens(words[at], words[at + 1])):
        at += 1
    if not words[at].among("subordinators"):
        return at, None
    condition = words[at].span if words[at].among("conditions") else None
    main = _behind_comma(words, at + 2)
    while main is not None and words[main].among("subordinators"):
        main = _behind_comma(words, main + 2)
    return (at, condition) if main is None else (main, condition)


def _behind_comma(words: Words, start: int) -> int | None:
    """The first word behind the next comma, past "then", "and" and adverbs ("and certainly if")."""
    comma = next((i for i in range(start, len(words) - 1) if words[i].lower == ","), None)
    if comma is None:
        return None
    main = comma + 1
    while main < len(words) - 1 and _leads_on(words, main):
        main += 1
    return main


def _leads_on(words: Words, at: int) -> bool:
    adverb = is_adverb(words[at].lower) and words[at + 1].among("subordinators")
    return adverb or words[at].lower in {"then", "and", "that"}


def _behind_hearer(words: Words) -> int:
    """Behind the person who is told, where a content opens "to the clerk that ..."."""
    if words[0].lower not in {"to", "with"}:
        return 0
    near = range(2, min(_HEARER, len(words) - 1))
    that = next((i for i in near if words[i].lower == "that"), 0)
    return 0 if any(w.among("auxiliaries", "finite") for w in words[:that]) else that


def _opens(word: Word, following: Word) -> bool:
    """Whether a word only leads in; "no" and "look" do before a comma alone."""
    return word.among("openers") or (word.among("calls_out") and following.is_mark)


def verb_of(words: Words, start: int) -> int:
    """The place of the clause's verb outside relative clauses; behind all words if it has none."""
    if words[start].among("nominative"):
        return behind_adverbs(words, start + 1)
    at, past = start, None
    while at < len(words) and not words[at].among("hard_boundaries"):
        word = words[at]
        if word.among("auxiliaries") and not (at and words[at - 1].lower == "to"):
            joined = words[at - 1].among("coordinators") if at else False
            return past if past is not None and joined else at
        if past is not None and (word.is_mark or _opens_clause(words, at, start)):
            return past
        if word.among("finite"):
            return at
        if _opens_clause(words, at, start):
            return _verb_at_pronoun(words, start, at)
        past = at if past is None and _is_past(word.lower) else past
        at = _onward(words, at, past)
    return past if past is not None else len(words)


def _onward(words: Words, at: int, past: int | None) -> int:
    """The next place to look for the verb, past what belongs to the subject."""
    if words[at].among("relatives"):
        return _past_relative(words, at)
    if words[at].lower == "," and past is None:
        return _past_apposition(words, at)
    return at + 1


def _verb_at_pronoun(words: Words, start: int, at: int) -> int:
    """A pronoun within: behind it, if it is the subject; else the unlisted verb before it."""
    return behind_adverbs(words, at + 1) if _fronted(words, start, at) else max(at - 1, start)


def _fronted(words: Words, start: int, at: int) -> bool:
    """Whether what stands before a pronoun is no subject but an adverb, a date, "in March"."""
    leads = words[start].among("prepositions", "adverbs")
    return leads or words[at - 1].is_mark or is_adverb(words[at - 1].lower)


def behind_adverbs(words: Words, at: int) -> int:
    """The first place from here that holds no adverb."""
    while at < len(words) - 1 and is_adverb(words[at].lower):
        at += 1
    return min(at, len(words))


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in word_set("force", "adverbs") or (len(word) > 4 and word.endswith("ly"))


def _is_past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and word not in word_set("force", "not_past")


def _opens_clause(words: Words, at: int, start: int) -> bool:
    """Whether a pronoun opens a clause here, behind the subject of another."""
    return at > start and words[at].among("subjects")


def _past_relative(words: Words, at: int) -> int:
    """Behind the verb of a relative clause, if it stands near the clause's opening."""
    near = range(at + 1, min(at + 1 + _NEAR, len(words)))
    verb = next((i for i in near if words[i].among("auxiliaries", "finite")), None)
    if verb is None:
        return at + 1
    if words[verb].among("finite"):
        return verb + 1
    while verb + 1 < len(words) and words[verb].among("auxiliaries"):
        verb += 1
    return verb


def _past_apposition(words: Words, at: int) -> int:
    """Behind the second comma of an apposition if the verb follows it, else behind this one."""
    for i in range(at + 1, min(at + _APPOSITION, len(words) - 1)):
        if words[i].lower == "," and words[behind_adverbs(words, i + 1)].among("auxiliaries"):
            return i + 1
    return at + 1


def end_of(words: Words, verb: int) -> int:
    """One past the last word of the main clause."""
    for at, (word, following) in enumerate(pairwise(words[verb:]), verb):
        ends = word.is_mark or word.among("boundaries", "relatives")
        if at > verb and (ends or _new_clause(word, following)):
            return at
    return len(words)


def _new_clause(word: Word, following: Word) -> bool:
    """Whether "and" opens a clause or the next verb rather than the next noun."""
    return word.among("coordinators") and following.among("subjects", "auxiliaries", "finite")
