"""What is one with what: joins add up, and each group goes by its smallest member (union-find)."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Any)


class Unions(Generic[T]):
    """Groups that grow by joining two members; whoever was never joined is alone."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def root(self, member: T) -> T:
        """The smallest member of its group."""
        while (above := self._above.setdefault(member, member)) != member:
            self._above[member] = member = self._above[above]
        return member

    def join(self, one: T, other: T) -> None:
        """Both groups are one."""
        ends = self.root(one), self.root(other)
        self._above[max(ends)] = min(ends)

    def roots(self) -> dict[T, T]:
        """Every member that was asked for or joined, with its group's."""
        return {member: self.root(member) for member in list(self._above)}
