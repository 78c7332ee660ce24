"""What truly separates two: different names where neither is a pseudonym; different documents.

Age, role, sex and dates never do by themselves: outlets change them to protect people. Nor do two
organisations: each may pass on what the same person told it. But they are not one either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.provenance.bodies_alike import Bodies, Body
from firsthand.provenance.known import Known
from firsthand.provenance.names_alike import Alike, Name, alike
from firsthand.provenance.papers import Paper

DIFFERENT_NAMES = "different names"
DIFFERENT_PAPERS = "different documents"
PAPER_AND_PERSON = "a document and a person"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a source is called, as far as that separates: a name, a body, a document, or nothing."""

    name: Name | None = None
    body: Body = ()
    paper: Paper | None = None

    @property
    def is_blank(self) -> bool:
        return not (self.name or self.body or self.paper)


BLANK = Identity()


def identity_of(known: Known) -> Identity:
    """A pseudonym is no identity."""
    if known.is_pseudonym or not (known.name or known.body or known.paper):
        return BLANK
    return Identity(known.name, known.body, known.paper)


def separates(one: Identity, other: Identity) -> str:
    """Why the two are apart; "" where nothing separates them."""
    return next(_reasons(one, other), "")


def are_two_bodies(one: Identity, other: Identity, bodies: Bodies) -> bool:
    """Whether the two are organisations that cannot be one: that keeps them from being merged."""
    return bool(one.body and other.body) and _are_two(one.body, other.body, bodies)


def _reasons(one: Identity, other: Identity) -> Iterator[str]:
    if one.name and other.name and alike(one.name, other.name) is Alike.DIFFERENT:
        yield DIFFERENT_NAMES
    if one.paper and other.paper and not one.paper.fits(other.paper):
        yield DIFFERENT_PAPERS
    if (one.paper and other.name) or (other.paper and one.name):
        yield PAPER_AND_PERSON


def _are_two(one: Body, other: Body, bodies: Bodies) -> bool:
    """Whether neither is a part of the other or its letters, as far as the case knows."""
    ones, others = set(bodies.full(one)), set(bodies.full(other))
    if ones <= others or others <= ones:
        return False
    return not any(_letters(a, b) for a, b in ((one, other), (other, one)))


def _letters(short: Body, full: Body) -> bool:
    return len(short) == 1 and short[0] == "".join(w[0] for w in full)
