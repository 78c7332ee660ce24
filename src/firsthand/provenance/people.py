"""Who may be one across the reports of a case, and who is truly two.

Merges are certain (they close the upper bound) or not (they lower the lower bound alone). Two of
whom neither is said are compatible: `People.separated` answers for any two, since a list of all
who are apart would be quadratic. Nothing here is to be shown of an unnamed source unasked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from firsthand.provenance.blocks import Candidates
from firsthand.provenance.bodies_alike import Bodies
from firsthand.provenance.citation import Citations
from firsthand.provenance.contrast import apart_in
from firsthand.provenance.described import all_described
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.joining import Joined
from firsthand.provenance.known import Known, known_of
from firsthand.provenance.likeness import CERTAIN, Comparing
from firsthand.provenance.named_beside import NamedBeside
from firsthand.provenance.names_alike import Name
from firsthand.provenance.person import UNDECIDED as UNDECIDED
from firsthand.provenance.person import Apart as Apart
from firsthand.provenance.person import Decided as Decided
from firsthand.provenance.person import Likeness as Likeness
from firsthand.provenance.person import Merge as Merge
from firsthand.provenance.person import Reason as Reason
from firsthand.provenance.person import Ref as Ref
from firsthand.provenance.person import pair
from firsthand.provenance.said_alike import shares_of
from firsthand.provenance.separate import identity_of
from firsthand.provenance.wording import Wording

REVIEWER: Final = "a reviewer"
NAMELESS: Final = "not named"

Mask = Name | str | None
"""What a source goes by that is not its own name: a pseudonym, or nothing; None where it is."""


@dataclass(frozen=True, slots=True)
class People:
    """The merges that hold, and who is set apart by a reviewer or by the words of one report.

    Whom different names set apart is not listed; `separated` tells it.
    """

    merges: tuple[Merge, ...]
    apart: tuple[Apart, ...]
    _joined: Joined = field(repr=False, compare=False)
    _masks: Mapping[Ref, Mask] = field(repr=False, compare=False)
    _shown: dict[Ref, dict[Mask, Ref]] = field(repr=False, compare=False, default_factory=dict)
    _persons: dict[Ref, Ref] = field(repr=False, compare=False, default_factory=dict)

    def shown(self, ref: Ref) -> Ref:
        """The source that stands for all who may be shown as one with this: the smallest.

        Whoever is not named in a report, or not by their own name, is never shown together with
        a name, however certainly they are one, unless a reviewer merged those two.
        """
        root = self.person(ref)
        if root not in self._shown:
            found: dict[Mask, Ref] = {}
            for one in self.one_with(ref):
                found.setdefault(self._masks.get(one), one)
            self._shown[root] = found
        return self._shown[root][self._masks.get(ref)]

    def person(self, ref: Ref) -> Ref:
        """The source that stands for all who are certainly one with this: the smallest."""
        if ref not in self._persons:
            members = self._joined.group(ref).members
            self._persons.update(dict.fromkeys(members, min(members)))
        return self._persons[ref]

    def forget(self, ref: Ref) -> None:
        """Asks again, the next time, whom a source is one with: its group is another now."""
        self._persons.pop(ref, None)
        self._shown.pop(ref, None)

    def one_with(self, ref: Ref) -> tuple[Ref, ...]:
        """All sources that are certainly one with this, itself among them, in order."""
        return tuple(sorted(self._joined.group(ref).members))

    def separated(self, one: Ref, other: Ref) -> Apart | None:
        """Why the two, or those who are one with either, are truly two; None: compatible."""
        why = self._joined.why_apart(one, other)
        return Apart(*pair(one, other), why, why == REVIEWER) if why else None


def people_of(
    reports: Sequence[FiledReport],
    wording: Wording,
    citations: Citations,
    decided: Decided = UNDECIDED,
) -> People:
    """Who is one and who is two, in any order of the reports the same."""
    bodies = Bodies.of(reports)
    known = known_of(reports, citations, bodies)
    comparing = Comparing(shares_of(reports, wording), bodies, NamedBeside.of(reports))
    joined = Joined({ref: identity_of(k) for ref, k in known.items()}, bodies)
    apart, reviewed = reviewed_in(decided, joined)
    contrasts = (a for report in reports for a in apart_in(report, known))
    apart += [a for a in contrasts if joined.set_apart(a.one, a.other, a.why)]
    likenesses = {pair(x.one, x.other): x for x in Candidates(known, comparing).all()}
    merges = merged(_strongest(likenesses, all_described(reports, known)), joined)
    masks: dict[Ref, Mask] = {k.ref: m for k in known.values() if (m := mask_of(k))}
    lift(masks, reviewed)
    return People((*reviewed, *merges), tuple(sorted(set(apart), key=order)), joined, masks)


def mask_of(known: Known) -> Mask:
    """What whoever is not named, or not by their own name, goes by; None for all others."""
    is_hidden = known.is_person and (known.name is None or known.is_pseudonym)
    return (known.name or NAMELESS) if is_hidden else None


def lift(masks: dict[Ref, Mask], reviewed: Iterable[Merge]) -> None:
    """A reviewer's merge takes both as one, under one mask or none."""
    for merge in reviewed:
        if merge.one in masks and merge.other in masks:
            masks[merge.other] = masks[merge.one]
        else:
            masks.pop(merge.one, None)
            masks.pop(merge.other, None)


def reviewed_in(decided: Decided, joined: Joined) -> tuple[list[Apart], list[Merge]]:
    """What people decided comes first; a merge that would undo a split is none."""
    apart = [Apart(*pair(*refs), REVIEWER, reviewed=True) for refs in decided.split]
    for split in apart:
        joined.set_apart(split.one, split.other, REVIEWER)
    reason = (Reason(REVIEWER, 1.0),)
    merged = sorted({pair(*refs) for refs in decided.merged})
    merges = [Merge(*refs, certain=True, reasons=reason) for refs in merged]
    return apart, [m for m in merges if joined.join(m.one, m.other, reviewed=True)]


def _strongest(
    found: dict[tuple[Ref, Ref], Likeness], more: dict[tuple[Ref, Ref], Likeness]
) -> list[Likeness]:
    """One likeness for each two, the strongest first."""
    every = {**found, **{r: x for r, x in more.items() if stronger(found.get(r), x) is x}}
    return sorted(every.values(), key=strength)


def stronger(one: Likeness | None, other: Likeness | None) -> Likeness | None:
    """The stronger of two likenesses, the first where they are alike."""
    if one is None or other is None:
        return one or other
    return other if one.score < other.score else one


def strength(like: Likeness) -> tuple[float, Ref, Ref]:
    """Puts likenesses in order, the strongest first."""
    return -like.score, like.one, like.other


def merged(likenesses: Iterable[Likeness], joined: Joined) -> list[Merge]:
    """Certain merges first; what they have joined needs no other, what is apart has none."""
    merges, maybe = list[Merge](), list[Likeness]()
    for like in likenesses:
        if like.score < CERTAIN:
            maybe.append(like)
        elif not joined.are_one(like.one, like.other) and joined.join(like.one, like.other):
            merges.append(Merge(like.one, like.other, True, like.reasons, like.score))
    free = (x for x in maybe if is_open(x, joined))
    return [*merges, *(Merge(x.one, x.other, False, x.reasons, x.score) for x in free)]


def is_open(like: Likeness, joined: Joined) -> bool:
    """Whether the two are neither one nor apart."""
    return not (joined.are_one(like.one, like.other) or joined.why_apart(like.one, like.other))


def order(apart: Apart) -> tuple[Ref, Ref, str]:
    """Puts those who are apart in order."""
    return apart.one, apart.other, apart.why
