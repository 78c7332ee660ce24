"""What those behind some statements are called, as far as that tells them apart.

Each source bears its names as its own report has them; `people` knows who is one. A pseudonym is
nobody's name, and one word of which the report says no more may be a place's or a body's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Final

from firsthand.provenance.accounts import Account, Whose
from firsthand.provenance.bearing import name_in
from firsthand.provenance.case import Case
from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.provenance.names_alike import Alike, Name, alike, name_of
from firsthand.provenance.person import Ref
from firsthand.provenance.pseudonym import may_be_pseudonym
from firsthand.sources.names import title_of
from firsthand.sources.source import ProfileField

_OF_PERSONS: Final = frozenset(
    {ProfileField.AGE, ProfileField.ROLE, ProfileField.FORMER_ROLE, ProfileField.RELATION}
)


@dataclass(frozen=True, slots=True)
class Called:
    """Answers for those who gave some accounts; `masks` are names that may not be their own."""

    case: Case
    masks: frozenset[Name]

    @classmethod
    def of(cls, case: Case, accounts: Iterable[Account]) -> Called:
        """Masks are looked for only where an informant has a name to compare with."""
        told = list(accounts)
        if not any(a.whose.informant and a.whose.fixed for a in told):
            return cls(case, frozenset())
        refs = {ref for a in told for ref in case.people.one_with(a.whose.ref)}
        return cls(case, frozenset(name for ref in refs if (name := _mask(case, ref))))

    def own(self, ref: Ref) -> list[Name]:
        """The names under which one speaks, in any report."""
        person, names = self.case.people.person(ref), self.case.names
        if person not in names:
            found = (_name(self.case, one) for one in self.case.people.one_with(ref))
            names[person] = list(dict.fromkeys(name for name in found if name))
        return names[person]

    def full(self, whose: Whose) -> list[Name]:
        """The full names that one goes by; none where any of them may not be its own."""
        heard_of = name_of(whose.informant) if whose.informant else None
        found = ([heard_of] if heard_of else []) if whose.informant else self.own(whose.ref)
        is_sure = not any(name.is_bare or name in self.masks for name in found)
        return found if is_sure else []

    def may_share_name(self, one: Ref, other: Ref) -> bool:
        """Whether a name of the one may be a name of the other."""
        pairs = product(self.own(one), self.own(other))
        return any(alike(a, b) is not Alike.DIFFERENT for a, b in pairs)

    def differ(self, one: Ref, other: Ref) -> bool:
        """Whether a name of the one is not a name of the other."""
        pairs = product(self.own(one), self.own(other))
        return any(alike(a, b) is Alike.DIFFERENT for a, b in pairs)

    def have(self, one: Whose, other: Whose, how: Alike) -> bool:
        """Whether both have full names, and each goes together with each other one in this way."""
        pairs = list(product(self.full(one), self.full(other)))
        return bool(pairs) and all(alike(a, b) is how for a, b in pairs)


def _name(case: Case, ref: Ref) -> Name | None:
    report = case.reports[ref.report]
    source = report.source(ref.source)
    raw = name_in(report, source)
    name = name_of(raw) if raw else None
    if name is None or not name.is_bare:
        return name
    return name if _is_known(source) and not _is_place(report, raw) else None


def _is_known(source: FiledSource) -> bool:
    """Whether more than one word says that it is a person: a title, an age, a role, whose kin."""
    return title_of(source.name) is not None or any(f.field in _OF_PERSONS for f in source.profile)


def _is_place(report: FiledReport, raw: str) -> bool:
    return re.search(rf"\b(?:in|at|near) {re.escape(raw)}\b(?![’'])", report.text) is not None


def _mask(case: Case, ref: Ref) -> Name | None:
    name, report = _name(case, ref), case.reports[ref.report]
    source = report.source(ref.source)
    return (
        name if name and may_be_pseudonym(report, source, name_in(report, source), name) else None
    )
