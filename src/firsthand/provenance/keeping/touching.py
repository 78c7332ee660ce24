"""Which statements may have other things behind them, since something was touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from firsthand.provenance.case import Key, name_words
from firsthand.provenance.filed import FiledReport, FiledStatement
from firsthand.provenance.person import Ref


class Touching:
    """What was touched since it was last asked: statements, voices, and reports of an outlet.

    A statement is touched with its report, with the sources that may be meant by it, and with the
    outlet that its channel names, where that had no report yet.
    """

    def __init__(self) -> None:
        self.keys: set[Key] = set()
        self.voices: set[Ref] = set()
        self.led: set[str] = set()
        self.related: set[Key] = set()
        self._by_report: dict[str, list[Key]] = {}
        self._by_ref: dict[Ref, set[Key]] = defaultdict(set)
        self._by_channel: dict[frozenset[str], set[Key]] = defaultdict(set)

    def taken(self) -> Touching:
        """What was touched, which is then forgotten."""
        taken = Touching()
        taken.keys, taken.voices, taken.led = self.keys, self.voices, self.led
        taken.related, self.related = self.related, set()
        self.keys, self.voices, self.led = set(), set(), set()
        return taken

    def add(self, report: FiledReport) -> None:
        """The statements of a report, which are touched."""
        self._by_report[report.id] = [(report.id, s.id) for s in report.statements]
        for s in report.statements:
            for source in _meant(report, s):
                self._by_ref[Ref(report.id, source)].add((report.id, s.id))
            for relay in s.via:
                self._by_channel[name_words(relay.name)].add((report.id, s.id))
        self.reports([report.id])

    def reports(self, reports: Iterable[str]) -> None:
        """Reports cite otherwise than they did."""
        self.keys.update(key for report in reports for key in self._by_report[report])

    def relate(self, reports: Iterable[str]) -> None:
        """Reports are related to others than they were."""
        self.related.update(key for report in reports for key in self._by_report[report])

    def people(self, refs: Iterable[Ref]) -> None:
        """Sources are of other persons than they were."""
        self.keys.update(key for ref in refs for key in self._by_ref.get(ref, ()))

    def outlet(self, name: frozenset[str], known: Iterable[str]) -> None:
        """An outlet has a report more than those that are known; whoever leads to these does to it.

        Where it had none, a channel that led nowhere leads to a report.
        """
        self.led.update(known)
        if not known:
            self.keys |= self._by_channel.get(name, set())


def _meant(report: FiledReport, s: FiledStatement) -> list[str]:
    """The sources whose account a statement may be; of hearsay it may be any."""
    own = [s.source] if s.source else []
    return own if s.heard_from is None else [*own, *(source.id for source in report.sources)]
