"""How certain the main clause puts it: adverbs, modals, and verbs of believing and seeming.

The levels are FactBank's (Saurí and Pustejovsky, 2009). "could" is an ability before "see" and its
like, "should" a demand unless it tells of a state to be expected, "appeared in court" no doubt at
all; "I thought" in somebody's own words tells of a thought, not of a fact in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.evidence.force.clause import Word, is_adverb
from firsthand.evidence.force.head import Head
from firsthand.evidence.language.inflection import verbs, word_set
from firsthand.evidence.values import ForceLevel
from firsthand.text import Span

_AFTER = 4


@dataclass(frozen=True, slots=True)
class Hedge:
    """A level below certain, with its words; `denies` for "unlikely" and "doubt"."""

    level: ForceLevel
    spans: tuple[Span, ...]
    denies: bool = False


def hedge_of(head: Head) -> Hedge | None:
    """The doubt of the main clause, or the demand in its "should"; None for a plain claim."""
    for rule in (_believed, _by_adverb, _unlikely, _it_is_possible, _seems, _by_modal):
        if (found := rule(head)) is not None:
            return found
    return None


def lexical(head: Head) -> int:
    """The place of the verb that tells what is done, behind auxiliaries and adverbs."""
    at = head.verb
    while at < head.end - 1 and _is_support(head.words[at].lower):
        at += 1
    return at


def _is_support(word: str) -> bool:
    return word in _list("supports") or word.endswith("n't") or word == "not" or is_adverb(word)


def _list(name: str) -> frozenset[str]:
    return word_set("force", name)


def _believed(head: Head) -> Hedge | None:
    """Read "I think that ...", "he doubted it was", "..., I believe"."""
    at = lexical(head)
    if at >= head.end:
        return None
    word = head.words[at]
    if word.lower not in _minds() or not _is_own(head, at):
        return _in_passing(head)
    if word.lower in verbs("force", "fear") and takes_clause(head.words[at + 1 :]):
        return Hedge(ForceLevel.POSSIBLE, (word.span,))
    if word.lower in verbs("force", "doubt") and not _negated(head, at):
        return Hedge(ForceLevel.PROBABLE, (word.span,), denies=True)
    if word.lower not in verbs("force", "believe") or _is_recalled(head, word):
        return _in_passing(head)
    if word.lower in verbs("force", "expect") or takes_clause(head.words[at + 1 :]):
        return Hedge(ForceLevel.PROBABLE, (word.span,))
    return None


def _minds() -> frozenset[str]:
    return verbs("force", "believe", "doubt", "fear")


def _is_own(head: Head, at: int) -> bool:
    """Whether the mind is the speaker's: "I think", "she said she thinks"; "it is thought".

    That voters think so is a claim about voters, not a doubt of the one who says it.
    """
    first = head.words[head.start].lower
    subject = {"i", "we"} if head.direct else {"i", "we", "he", "she", "they", "it", "who"}
    nearest = head.before[-1].lower if head.before else "i"
    passive = any(w.among("to_be") for w in head.words[head.verb : at])
    return passive or first.startswith("i'") or not subject.isdisjoint((first, nearest))


def _is_recalled(head: Head, word: Word) -> bool:
    return head.direct and word.among("recalled")


def _negated(head: Head, at: int) -> bool:
    return any(
        w.lower.endswith("n't") or w.lower in {"not", "never"} for w in head.words[head.verb : at]
    )


def takes_clause(behind: Sequence[Word]) -> bool:
    """Whether a claim follows a verb of believing: a clause, not a thing or a feeling."""
    if not behind or behind[0].is_mark or behind[0].among("not_claims"):
        return False
    near = behind[: 3 * _AFTER]
    ends = (i for i, w in enumerate(near) if w.is_mark or w.among("coordinators"))
    cut = next(ends, len(near))
    return near[0].among("clause_openers") or any(
        w.among("auxiliaries", "finite") for w in near[:cut]
    )


def _in_passing(head: Head) -> Hedge | None:
    """Read ", I think," behind or within a clause that is put plainly else."""
    for at, word in enumerate(head.words):
        if word.lower in verbs("force", "believe") and _stands_apart(head.words, at):
            return Hedge(ForceLevel.PROBABLE, (word.span,))
    return None


def _stands_apart(words: Sequence[Word], at: int) -> bool:
    """Whether a verb with a subject of its own stands between commas, or ends the sentence."""
    closed = at + 1 == len(words) or words[at + 1].is_mark
    before = [w.lower for w in words[max(at - _AFTER, 0) : at]]
    return closed and "," in before and before[-1] not in {",", "to"}


def _by_adverb(head: Head) -> Hedge | None:
    """Read "probably" and "perhaps" before the verb, or close behind it."""
    for word, following in _near(head):
        if word.among("possible_adverbs"):
            return Hedge(ForceLevel.POSSIBLE, (word.span,))
        if word.among("probable_adverbs") and _modifies(head, word, following):
            return Hedge(ForceLevel.PROBABLE, (word.span,))
    return None


def _near(head: Head) -> Iterator[tuple[Word, Word | None]]:
    last = min(head.verb + _AFTER, head.end)
    for at in range(head.start, last):
        yield head.words[at], head.words[at + 1] if at + 1 < len(head.words) else None


def _modifies(head: Head, word: Word, following: Word | None) -> bool:
    """Whether "likely" is said of the claim, not of a noun ("likely voters")."""
    if word.lower != "likely":
        return True
    behind = word.start > head.words[head.verb].start if head.verb < head.end else False
    follows = following is not None and (
        following.among("auxiliaries") or following.lower in {"a", "an", "the", "to"}
    )
    return behind or follows


def _unlikely(head: Head) -> Hedge | None:
    """Read "it is unlikely that", and "not likely" for the same."""
    for word in head.behind[: _AFTER + 1]:
        if word.lower in {"unlikely", "improbable", "doubtful"}:
            return Hedge(ForceLevel.PROBABLE, (word.span,), denies=True)
    return None


def _it_is_possible(head: Head) -> Hedge | None:
    """Read "it is possible that" and "there is a chance that"."""
    for at, word in enumerate(head.behind[:_AFTER]):
        if at and word.lower in {"possible", "conceivable", "plausible"} and _is_it(head):
            return Hedge(ForceLevel.POSSIBLE, (word.span,))
        if at and word.lower in {"possibility", "chance", "risk"} and _is_there(head):
            return Hedge(ForceLevel.POSSIBLE, (word.span,))
    return None


def _is_it(head: Head) -> bool:
    """Whether the clause is "it is ..." and what is possible follows: a clause, no infinitive."""
    it = head.words[head.start].lower in {"it", "it's"}
    return it and not _negated(head, min(head.verb + _AFTER, head.end)) and _then_clause(head)


def _then_clause(head: Head) -> bool:
    return any(w.among("clause_openers") for w in head.words[head.verb + 1 : head.verb + 5])


def _is_there(head: Head) -> bool:
    there = head.words[head.start].lower in {"there", "there's"}
    return there and not any(w.lower == "no" for w in head.behind[:_AFTER])


def _seems(head: Head) -> Hedge | None:
    """Read "appears to be", "seemed tired", "it looks as if"; not "appeared in court"."""
    at = lexical(head)
    following = head.words[at + 1].lower if at + 1 < len(head.words) else ","
    if at >= head.end:
        return None
    word = head.words[at]
    looks = word.lower in {"look", "looks", "looked", "sound", "sounds", "sounded"}
    if looks and following in {"like", "as"}:
        return Hedge(ForceLevel.PROBABLE, (word.span,))
    if word.among("seem") and following.isalpha() and following not in _list("in_public"):
        return Hedge(ForceLevel.PROBABLE, (word.span,))
    return None


def _by_modal(head: Head) -> Hedge | None:
    """Read the modal that is the clause's verb."""
    if head.verb >= head.end:
        return None
    modal, behind = head.words[head.verb], head.behind[1:]
    following = [w.lower for w in behind[:3]] + ["", "", ""]
    if modal.among("possible_modals"):
        return Hedge(ForceLevel.POSSIBLE, (modal.span,))
    if modal.lower == "could" and _is_possibility(head, following):
        return Hedge(ForceLevel.POSSIBLE, (modal.span,))
    if modal.lower in {"should", "shouldn't", "ought"}:
        return _should(modal, following)
    return None


def _is_possibility(head: Head, following: Sequence[str]) -> bool:
    """Whether "could" tells what may be so: of a person, only before "be" and "have"."""
    if following[0] in _list("abilities") or head.words[head.start].among("negative_subjects"):
        return False
    person = any(w.lower in {"i", "we", "you", "who"} for w in head.before)
    return not person or following[0] in {"be", "have"}


def _should(modal: Word, following: Sequence[str]) -> Hedge | None:
    """Read "should be ready" as likely, "should resign" as a demand, "should have" as a claim."""
    rest = following[1:] if following[0] in {"not", "to", "also", "now"} else following
    if rest[0] == "have":
        return None
    if rest[0] in _list("outcomes"):
        return Hedge(ForceLevel.PROBABLE, (modal.span,))
    if rest[0] == "be" and rest[1] in _list("expected_states"):
        return Hedge(ForceLevel.PROBABLE, (modal.span,))
    return Hedge(ForceLevel.UNSPECIFIED, (modal.span,))
