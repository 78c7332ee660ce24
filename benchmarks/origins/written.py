"""Stories written out as pages: `python -m benchmarks.origins.written FOLDER...`.

A folder of a story holds its reports as files, and `truth.json`: who speaks, who is behind each
statement of an allegation, and who copies whom. Nothing of it is made by a program, so that what
readers and rules lose on wording that nobody planned is lost here too. Each allegation is scored
like a story that was made up; a statement that the reader did not find is lost from it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import firsthand
from benchmarks.origins.measure import Scored, figures, scored
from benchmarks.origins.stories import Key, Ref, Story
from benchmarks.origins.traced import traced
from firsthand.provenance.filed import FiledReport, FiledStatement
from firsthand.provenance.filing import filed_of
from firsthand.provenance.trace import trace_of
from firsthand.text import Span

STORIES = Path(__file__).parent.parent / "stories"
"""Where they lie; `stories/README.md` says by whom they were written."""
_COVERED = 0.5
"""Share of a statement's words that a statement as read has to cover."""


@dataclass(frozen=True, slots=True)
class Written:
    """A story as it was read: its reports, its allegations, how much of them was found."""

    name: str
    reports: tuple[FiledReport, ...]
    allegations: tuple[Story, ...]
    asked: int
    found: int
    copies: frozenset[tuple[str, str]]


def written(folder: Path) -> Written:
    """Reads a story; the reports' ids are the names of their files."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    paths = sorted(p for p in folder.iterdir() if p.name != "truth.json")
    reports = {p.name: filed_of(firsthand.read(p).record, p.name) for p in paths}
    told = [_allegation(a, reports) for a in truth["allegations"]]
    asked = [s for a in truth["allegations"] for s in a["statements"]]
    found = sum(_statement(reports[s["report"]], s["words"]) is not None for s in asked)
    copies = frozenset((c["report"], c["of"]) for c in truth.get("copies", ()))
    return Written(folder.name, tuple(reports.values()), tuple(told), len(asked), found, copies)


def _allegation(a: Mapping[str, Any], reports: Mapping[str, FiledReport]) -> Story:
    people: dict[Ref, frozenset[str]] = {}
    origins: dict[Key, frozenset[str]] = {}
    for said in a["statements"]:
        report = reports[said["report"]]
        read = _statement(report, said["words"])
        if read is None:
            continue
        key = Key(report.id, read.id)
        origins[key] = origins.get(key, frozenset()) | {said["from"]}
        if read.source is not None:
            ref = Ref(report.id, read.source)
            people[ref] = people.get(ref, frozenset()) | {said["by"]}
    there = tuple(reports[r] for r in sorted(reports))
    behind = len(frozenset[str]().union(*origins.values()))
    return Story(0, a["what"], there, people, origins, behind, frozenset())


def _statement(report: FiledReport, words: str) -> FiledStatement | None:
    """The statement that covers most of the words, and half of them at least."""
    found = _place(report.text, words)
    if found is None:
        return None
    covered = [(sum(_common(found, c) for c in s.content), s.id, s) for s in report.statements]
    best = max(covered, default=None)
    return best[2] if best and best[0] >= _COVERED * len(found) else None


def _place(text: str, words: str) -> Span | None:
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return Span(*found.span()) if found else None


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def main(folders: Sequence[str]) -> None:
    """A line for each allegation, and the figures of all."""
    stories = [written(folder) for folder in stories_in(folders)]
    results = [s for story in stories for s in _told(story)]
    read = sum(story.found for story in stories), sum(story.asked for story in stories)
    copies = sum(map(_copies, stories)), sum(len(story.copies) for story in stories)
    f = figures(results)
    print(f"\n{len(results)} allegations; statements read {read[0]} of {read[1]}; "
          f"copies told {copies[0]} of {copies[1]}")  # fmt: skip
    print(f"inside {f.holds}, lower > truth {f.above}, open {f.open}, width {f.width}, "
          f"merges right {f.precision}, found {f.recall}")  # fmt: skip


def _told(story: Written) -> list[Scored]:
    results = scored(story.allegations, traced)
    print(f"{story.name}: {story.found} of {story.asked} statements read")
    for allegation, s in zip(story.allegations, results, strict=True):
        upper, wrong = "?" if s.upper is None else s.upper, "" if s.holds else " WRONG"
        print(f"    {s.lower}..{upper}, in truth {s.truth}{wrong}: {allegation.noise}")
    return results


def stories_in(folders: Sequence[str | Path]) -> Iterator[Path]:
    """The folders of stories within some folders, in order."""
    for folder in map(Path, folders):
        yield from sorted(p.parent for p in folder.rglob("truth.json"))


def _copies(story: Written) -> int:
    """How many true copies are found as such, or as a citation, in the right direction."""
    trace = trace_of(story.reports)
    told = {(c.report, c.of) for c in trace.wording.copies if c.direction.value == "directed"}
    told |= {(c.report, c.to) for c in trace.citations.edges if c.to}
    return len(told & story.copies)


if __name__ == "__main__":
    main(sys.argv[1:] or [str(STORIES)])
