"""The groups of statements that share words, and what stands behind each, kept by group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.provenance.alike_told import AlikeTold
from firsthand.provenance.case import Case, Key
from firsthand.provenance.closest import Retelling
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.groups import Closeness, is_grouped
from firsthand.provenance.keeping.said import Keys
from firsthand.provenance.keeping.touching import Touching
from firsthand.provenance.origins import Links
from firsthand.provenance.person import Ref
from firsthand.provenance.trace import Group, group_of, shown_in
from firsthand.provenance.voices import Voice


class Grouped:
    """Groups by their smallest statement. What stands behind one depends on its statements."""

    def __init__(self, case: Case) -> None:
        self.of: dict[Key, Group] = {}
        self._told = AlikeTold.of(case, ())
        self._ties: dict[Key, frozenset[Keys]] = {}
        self.touching = Touching()
        self._keys: dict[Key, tuple[Key, ...]] = {}
        self._root: dict[Key, Key] = {}
        self._grouped: set[Key] = set()
        self._near: dict[Key, set[Keys]] = defaultdict(set)
        self._enough: dict[Key, set[Key]] = defaultdict(set)
        self._shown: dict[Ref, set[Key]] = defaultdict(set)
        self._led: dict[str, set[Key]] = defaultdict(set)
        self._cleared: dict[str, Group] = {}

    def add(self, report: FiledReport) -> set[Key]:
        """The statements of a new report."""
        own = {(report.id, s.id) for s in report.statements if is_grouped(s)}
        self._grouped |= own
        return own

    def draw(self, keys: set[Key], pairs: Iterable[Keys], close: Mapping[Keys, Closeness]) -> None:
        """Groups anew these statements, and those that are close or no longer."""
        loose = set(keys)
        for pair in pairs:
            now = close.get(pair)
            for key in pair:
                (self._near[key].add if now else self._near[key].discard)(pair)
                self.touching.keys.add(key)
            loose |= self._bind(pair, is_enough=now is not None and now.is_enough)
        self._regroup(loose)

    def _bind(self, pair: Keys, *, is_enough: bool) -> set[Key]:
        """Whether two go in one group; both, if that is otherwise than it was."""
        one, other = sorted(pair)
        if is_enough == (other in self._enough[one]):
            return set()
        for a, b in ((one, other), (other, one)):
            (self._enough[a].add if is_enough else self._enough[a].discard)(b)
        return set(pair)

    def _regroup(self, keys: set[Key]) -> None:
        left = set(keys)
        found = list[set[Key]]()
        while left:
            found.append(self._together(left.pop()))
            left -= found[-1]
        for gone in {self._root[key] for group in found for key in group if key in self._root}:
            self._clear(gone)
            self._keys.pop(gone, None)
        for group in found:
            self._found(group)

    def _together(self, key: Key) -> set[Key]:
        found, left = set[Key](), [key]
        while left:
            if (one := left.pop()) not in found:
                found.add(one)
                left += self._enough.get(one, ())
        return found

    def _found(self, group: set[Key]) -> None:
        root, keys = min(group), tuple(sorted(group & self._grouped))
        self._root.update(dict.fromkeys(group, root))
        if keys:
            self._keys[root] = keys
            self.touching.keys.add(root)

    def read(
        self, case: Case, links: Links, voices: Mapping[Ref, Voice]
    ) -> dict[str, Group | None]:
        """Asks anew what stands behind all that was touched; the groups that are others now, by
        their ids, None where one is gone.
        """
        touched = self.touching.taken()
        roots = {self._root[key] for key in touched.keys if key in self._root}
        roots |= {root for ref in touched.voices for root in self._shown.get(ref, ())}
        roots |= {root for report in touched.led for root in self._led.get(report, ())}
        roots |= self._otherwise_related(touched.related, links) - roots
        for root in roots & self._keys.keys():
            self._clear(root)
            self._make(root, case, links, voices)
        was, self._cleared = self._cleared, {}
        now = {self.of[root].id: self.of[root] for root in roots & self._keys.keys()}
        return {id_: now.get(id_) for id_ in was | now if was.get(id_) != now.get(id_)}

    def _otherwise_related(self, keys: Iterable[Key], links: Links) -> set[Key]:
        """The groups of some statements in which others are related than were."""
        roots = {self._root[key] for key in keys if key in self._root}
        return {root for root in roots if self._ties.get(root) != self._tied(root, links)}

    def _tied(self, root: Key, links: Links) -> frozenset[Keys]:
        """Who is close in a group, and in a report that is related to the other's."""
        rule = Retelling(links.related, self._told)
        pairs = {pair for key in self._keys.get(root, ()) for pair in self._near.get(key, ())}
        return frozenset(pair for pair in pairs if rule.are_related(pair))

    def near(self, keys: Iterable[Key], links: Links) -> Links:
        """Of all links those that some statements have, which are all that is asked of them."""
        pairs = {pair for key in keys for pair in self._near.get(key, ())}
        return Links({pair: links.close[pair] for pair in pairs}, links.related)

    def _make(self, root: Key, case: Case, links: Links, voices: Mapping[Ref, Voice]) -> None:
        keys = self._keys[root]
        self._ties[root] = self._tied(root, links)
        self.of[root] = made = group_of(case, keys, self.near(keys, links), voices)
        for origin in made.behind.origins:
            for ref in shown_in(origin):
                self._shown[ref].add(root)
            for report in origin.led_to:
                self._led[report].add(root)

    def _clear(self, root: Key) -> None:
        made = self.of.pop(root, None)
        self._ties.pop(root, None)
        if made is None:
            return
        self._cleared[made.id] = made
        for origin in made.behind.origins:
            for ref in shown_in(origin):
                self._shown[ref].discard(root)
            for report in origin.led_to:
                self._led[report].discard(root)

    def with_(self, key: Key) -> Group | None:
        """The group of a statement; None where it is in none."""
        group = self.of.get(self._root.get(key, key))
        return group if key in self._grouped else None

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups, in the order in which they are told."""
        return tuple(group for _, group in sorted(self.of.items(), key=lambda at: at[0]))
