"""How surely two sources are one: reasons with weights, and the one number that they add up to.

The weights make design section 6 a sum: a full name (0.6) and a role (0.25), an outlet or an
occasion (0.3) in common pass `CERTAIN`; a bare name, or none, never does, whatever else is in
common (`_CEILING`), but for words, an interview code or a document that are the same. Ages and
sexes that differ say little, since outlets change them to protect people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from firsthand.provenance.bodies_alike import Bodies, Body, is_generic
from firsthand.provenance.known import Known
from firsthand.provenance.named_beside import NamedBeside
from firsthand.provenance.names_alike import Alike, alike
from firsthand.provenance.person import Likeness, Reason, Ref, pair
from firsthand.provenance.said_alike import Shares
from firsthand.provenance.traits import Trait
from firsthand.sources.source import SourceKind
from firsthand.text import Span

CERTAIN: Final = 0.8
UNCERTAIN: Final = 0.3
_CEILING: Final = 0.75
_NAMES: Final = {
    Alike.SAME: 0.6,
    Alike.COMMON: 0.45,
    Alike.LONGER: 0.45,
    Alike.HEARD: 0.45,
    Alike.INITIALS: 0.45,
    Alike.NEAR: 0.3,
    Alike.BARE: 0.3,
}
_WEAK: Final = frozenset({Alike.NEAR, Alike.BARE})
_PSEUDONYM: Final = 0.5
_SURE: Final = 0.9
_FITS: Final = 0.05
"""The weight of an age that fits, which says little."""
_CODE: Final = "same interview code"


@dataclass(frozen=True, slots=True)
class Comparing:
    """What two sources are compared by, beside what is known of each."""

    shares: Mapping[tuple[Ref, Ref], Shares]
    bodies: Bodies
    beside: NamedBeside

    def likeness(self, a: Known, b: Known) -> Likeness | None:
        """The one number for the two, with its reasons; None where nothing speaks for it."""
        one, other = (a, b) if a.ref <= b.ref else (b, a)
        reasons, open_end = self._reasons(one, other)
        if not any(r.weight > 0 for r in reasons):
            return None
        total = sum(r.weight for r in reasons)
        score = round(max(0.0, min(total, 1.0 if open_end else _CEILING)), 3)
        return Likeness(one.ref, other.ref, score, tuple(reasons))

    def _reasons(self, one: Known, other: Known) -> tuple[list[Reason], bool]:
        """The reasons, and whether they may add up to certainty."""
        name, by_name = _named(one, other)
        same = [*self._words(one, other), *_codes(one, other), *_papers(one, other)]
        if SourceKind.ORGANISATION in (one.kind, other.kind):
            body = [*self._same_body(one, other), *same]
            return body, _one_kind(one, other)
        common = [*_traits(one, other), *_channels(one, other), *_occasions(one, other)]
        if not any(r.weight > _FITS for r in common):
            common += self._beside(one, other)
        told = by_name or any(r.weight >= _SURE for r in same)
        sure = told and (_one_kind(one, other) or _coded(same))
        return [*name, *same, *common], sure

    def _words(self, one: Known, other: Known) -> Iterator[Reason]:
        found = self.shares.get(pair(one.ref, other.ref))
        if found is None:
            return
        what, weight = _of_words(found, one, other)
        yield Reason(what, weight, found.one, found.other)

    def _beside(self, one: Known, other: Known) -> Iterator[Reason]:
        """A third person whom both reports name: as much in common as a role."""
        if one.ref.report == other.ref.report or not one.name or not other.name:
            return
        places = self.beside.both(one.ref.report, other.ref.report, one.name)
        if places and alike(one.name, other.name) is Alike.SAME:
            yield Reason("both reports name a third person", 0.25, *places)

    def _same_body(self, one: Known, other: Known) -> Iterator[Reason]:
        if one.body and other.body and (weight := self._body_weight(one.body, other.body)):
            yield Reason("same organisation", weight, one.at, other.at)

    def _body_weight(self, one: Body, other: Body) -> float:
        if one == other:
            return 0.5 if is_generic(one) else _SURE
        if self.bodies.full(one) != self.bodies.full(other):
            return 0.0
        return _SURE if self.bodies.is_said(one) or self.bodies.is_said(other) else 0.5


def _of_words(found: Shares, one: Known, other: Known) -> tuple[str, float]:
    """Of a named source and one that is not, all words of the unnamed one have to be the other's:
    what a report gives to one person may be two people's.
    """
    masked = [k.name is None or k.is_pseudonym for k in (one, other)]
    asked = masked if any(masked) else [True, True]
    if found.is_all(of_one=asked[0], of_other=asked[1]):
        return "all words of one are the other's", _SURE
    if any(found.exact):
        return "the same words, among others", 0.5
    return ("all words of one are like the other's" if found.is_like else "like words"), 0.15


def _one_kind(one: Known, other: Known) -> bool:
    """Whether both are persons, or of one kind: the words of a body may be anyone's."""
    return one.kind is other.kind or (one.is_person and other.is_person)


def _coded(reasons: list[Reason]) -> bool:
    return any(r.what == _CODE for r in reasons)


def _named(one: Known, other: Known) -> tuple[list[Reason], bool]:
    """What the names say, and whether something beside them can make it certain."""
    if one.name is None or other.name is None:
        return [], False
    how = alike(one.name, other.name)
    if how is Alike.DIFFERENT:
        return [], False
    if one.is_pseudonym and other.is_pseudonym and one.name.keys & other.name.keys:
        return [Reason("same pseudonym", _PSEUDONYM, one.at, other.at)], True
    return [Reason(how.value, _NAMES[how], one.at, other.at)], how not in _WEAK


def _codes(one: Known, other: Known) -> Iterator[Reason]:
    for code in one.codes:
        for same in other.codes:
            if code.key == same.key:
                yield Reason(_CODE, _SURE, code.span, same.span)
                return


def _papers(one: Known, other: Known) -> Iterator[Reason]:
    if one.paper and other.paper and one.paper.fits(other.paper):
        yield Reason("same number and date", _SURE, one.paper.span, other.paper.span)


def _traits(one: Known, other: Known) -> Iterator[Reason]:
    yield from _first("same role", 0.25, one.traits.roles, other.traits.roles)
    yield from _first("same relation", 0.25, one.traits.relations, other.traits.relations)
    age, others = one.traits.age, other.traits.age
    if age and others:
        fits = age.fits(others)
        what = "ages that fit" if fits else "ages that differ"
        yield Reason(what, 0.05 if fits else -0.05, age.span, others.span)
    if one.traits.left and one.traits.left == other.traits.left:
        yield Reason("left at the same time", 0.1)
    if {one.traits.sex, other.traits.sex} == {"he", "she"}:
        yield Reason("he and she", -0.1)


def _first(
    what: str, weight: float, ones: tuple[Trait, ...], others: tuple[Trait, ...]
) -> Iterator[Reason]:
    for one in ones:
        for other in others:
            if one.fits(other):
                yield Reason(what, weight, one.span, other.span)
                return


def _channels(one: Known, other: Known) -> Iterator[Reason]:
    """An outlet in common, or that one's report cites the other's; within one report neither."""
    if one.ref.report == other.ref.report:
        if one.name and other.name:
            yield Reason("one report", 0.3)
        return
    shared = [(a, b) for a in one.channels for b in other.channels if a.body == b.body]
    if shared:
        first = min(shared, key=lambda ab: (ab[0].span is None) + (ab[1].span is None))
        yield Reason("same outlet", 0.3, first[0].span, first[1].span)
    elif cited := _cited(one, other) or _cited(other, one):
        here = cited if _cited(one, other) else None
        yield Reason("one report cites the other", 0.3, here, None if here else cited)


def _cited(one: Known, other: Known) -> Span | None:
    return next((span for to, span in one.cites if to == other.ref.report), None)


def _occasions(one: Known, other: Known) -> Iterator[Reason]:
    if one.traits.press and other.traits.press and _same_days(one, other):
        yield Reason("at a press conference at one time", 0.3)


def _same_days(one: Known, other: Known) -> bool:
    days = (one.day, other.day)
    return None not in days and abs((days[0] or 0) - (days[1] or 0)) <= 3
