"""The same stories as plain texts, read like any other: what the reader loses is lost here too.

The truth stays that of the story. What was read takes its marks from what is true of the words
it covers: a statement belongs to the allegation where it shares half of either's content with
one that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import firsthand
from benchmarks.origins.stories import Key, Ref, Story
from firsthand.provenance.filed import FiledReport, FiledStatement
from firsthand.provenance.filing import filed_of
from firsthand.text import Span

_SHARED = 0.5


def read_again(stories: Iterable[Story]) -> Iterator[Story]:
    """Each story with its reports as the reader reads them."""
    return map(_story, stories)


def _story(story: Story) -> Story:
    people: dict[Ref, frozenset[str]] = {}
    origins: dict[Key, frozenset[str]] = {}
    reports = []
    for true in story.reports:
        found = _marked(_read(true), true)
        reports.append(found)
        for statement, same in _matched(found, true):
            for each in same:
                _truth(story, found, statement, each, people, origins)
    return replace(story, reports=tuple(reports), people=people, origins=origins)


def _truth(
    story: Story,
    report: FiledReport,
    read: FiledStatement,
    true: FiledStatement,
    people: dict[Ref, frozenset[str]],
    origins: dict[Key, frozenset[str]],
) -> None:
    """Carries over what is true of one statement; where several are covered, all of it."""
    key, of = Key(report.id, read.id), Key(report.id, true.id)
    if of in story.origins:
        origins[key] = origins.get(key, frozenset()) | story.origins[of]
    if read.source is not None and true.source is not None:
        ref = Ref(report.id, read.source)
        who = story.people[Ref(report.id, true.source)]
        people[ref] = people.get(ref, frozenset()) | who


def _read(true: FiledReport) -> FiledReport:
    """The text, read; outlet, date and kind are what a person said when adding it."""
    options = firsthand.Options(kind=true.kind, any_language=True)
    record = firsthand.read_text(true.text, true.file, options).record
    return replace(
        filed_of(record, true.id),
        outlet=true.outlet,
        published=true.published,
        copy_of=true.copy_of,
        version_of=true.version_of,
        retracted=true.retracted,
    )


def _marked(read: FiledReport, true: FiledReport) -> FiledReport:
    """With the statements that a person has marked as taken back."""
    gone = {s.id for s, same in _matched(read, true) if any(t.recanted for t in same)}
    marked = (replace(s, recanted=s.id in gone) for s in read.statements)
    return replace(read, statements=tuple(marked))


def _matched(
    read: FiledReport, true: FiledReport
) -> Iterator[tuple[FiledStatement, list[FiledStatement]]]:
    """Each statement that was read, with those that are truly there."""
    for statement in read.statements:
        same = [t for t in true.statements if _shared(statement.content, t.content)]
        if same:
            yield statement, same


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return common >= _SHARED * min(sum(map(len, one)), sum(map(len, other)))
