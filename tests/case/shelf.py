"""A small made-up shelf of reports for tests of searching: rows put straight into the tables."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert

from firsthand.case import index
from firsthand.case.schema import PASSAGE, PERSON, REPORT, SOURCE, STATEMENT, TOLD_IN, passage_id
from firsthand.case.tokens import normalised


def made_id(*of: object) -> str:
    return hashlib.sha256(repr(of).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `told` are the places of the passages that it stands in."""

    speaker: str | None = None
    told: tuple[int, ...] = (0,)
    kind: str = "indirect"
    basis: str = "unstated"
    force: str = "certain"
    review: str = "unreviewed"
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A report: its passages, and what is said in them."""

    passages: tuple[str, ...] = ("Nothing.",)
    said: tuple[Said, ...] = ()
    outlet: str | None = None
    published: dt.date | None = None
    kind: str = "news"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Reports, the n-th of them added by event 2n + 2; and names that are one person's."""

    pages: tuple[Page, ...]
    merged: tuple[tuple[str, str], ...] = field(default=())

    def put(self, connection: Connection) -> None:
        """Writes all of it into empty tables."""
        rows = {REPORT: self._reports(), SOURCE: self._sources(), PERSON: self._persons()}
        rows |= {STATEMENT: self._statements(), PASSAGE: self._passages(), TOLD_IN: self._told()}
        for table, made in rows.items():
            if every := list(made):
                connection.execute(insert(table), every)
        index.add(connection, [(row["id"], row["text"]) for row in self._passages()])

    def _reports(self) -> Iterator[dict[str, Any]]:
        for n, page in enumerate(self.pages):
            unasked = (
                "reader",
                "sha256",
                "media_type",
                "received_from",
                "received_at",
                "withdrawn",
            )
            yield {
                "id": report_id(n), "added": added(n), "reading": added(n) + 1, "kind": page.kind,
                "title": f"Report {n}", "outlet": page.outlet, "published": page.published,
                "outlet_words": normalised(page.outlet or ""), "statements": len(page.said),
                "unreviewed": 0, "unplaced": 0, **dict.fromkeys(unasked, ""),
            }  # fmt: skip

    def _speakers(self) -> list[tuple[int, str]]:
        return sorted(
            {(n, s.speaker) for n, p in enumerate(self.pages) for s in p.said if s.speaker}
        )

    def _sources(self) -> Iterator[dict[str, Any]]:
        for n, name in self._speakers():
            yield {
                "id": source_id(n, name), "report": report_id(n), "name": name, "kind": "person",
                "statements": 1, "words": normalised(name),
            }  # fmt: skip

    def _persons(self) -> Iterator[dict[str, Any]]:
        """All who bear one of the two names are one person, in whatever report."""
        for one, other in self.merged:
            ids = [source_id(n, name) for n, name in self._speakers() if name in (one, other)]
            yield from ({"source": source, "person": min(ids)} for source in ids)

    def _statements(self) -> Iterator[dict[str, Any]]:
        for n, page in enumerate(self.pages):
            for k, said in enumerate(page.said):
                yield {
                    "id": made_id(n, k), "position": k, "speaker": said.speaker or "", "quote": "",
                    "polarity": "affirmed", **_asked(n, said),
                }  # fmt: skip

    def _passages(self) -> Iterator[dict[str, Any]]:
        for n, page in enumerate(self.pages):
            start = 0
            for place, text in enumerate(page.passages):
                end = start + max(1, len(text))
                yield {
                    "id": passage_id(added(n), place), "report": report_id(n), "position": place,
                    "start": start, "end": end, "kind": "paragraph", "text": text,
                }  # fmt: skip
                start = end + 1

    def _told(self) -> Iterator[dict[str, Any]]:
        for n, page in enumerate(self.pages):
            for k, said in enumerate(page.said):
                for place in said.told:
                    passage = passage_id(added(n), place)
                    yield {"passage": passage, "statement": made_id(n, k), **_asked(n, said)}


def _asked(n: int, said: Said) -> dict[str, Any]:
    return {
        "report": report_id(n), "kind": said.kind, "basis": said.basis, "force": said.force,
        "source": source_id(n, said.speaker) if said.speaker else None,
        "review": said.review, "withdrawn": said.withdrawn,
    }  # fmt: skip


def report_id(n: int) -> str:
    return made_id("report", n)


def source_id(n: int, name: str) -> str:
    return made_id("source", n, name)


def added(n: int) -> int:
    """Which event added the n-th report."""
    return 2 * n + 2


def page(*passages: str, said: Sequence[Said] = (), **of_report: Any) -> Page:
    return Page(passages, tuple(said), **of_report)
