"""Measure how often each rule is right, and write `src/firsthand/reading/scores.toml`.

    python training/score_patterns.py POLNEAR/train

POLNEAR/train holds ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann`` (brat standoff). A
proposal is right where an annotator marked an attribution whose content shares at least half of
all characters with it (Jaccard), and so does its source, if the annotator marked one: the same
measure as the benchmark's linked score. Patterns seen fewer than `FEWEST` times are left to
"other", whose precision is that of all of them together.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from firsthand.ingest.report import Block, BlockKind, Original, Report, ReportKind
from firsthand.reading.attribution import Attribution
from firsthand.reading.rules import RulesReader
from firsthand.text import Span

FEWEST = 10
BY_HAND = {"turn": 0.95, "statement": 0.9, "note": 0.7, "relay": 0.6}
SCORES = Path(__file__).parents[1] / "src/firsthand/reading/scores.toml"
_ENTITY = re.compile(r"(T\d+)\t(?:Source|Cue|Content) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT = re.compile(r"E\d+\t(.+)")
_ROLE = re.compile(r"([A-Za-z]+)\d*:(T\d+)")
_HEAD = """\
# The share of each rule's proposals that annotators of PolNeAR (train part) made too, and of how
# many. Written by training/score_patterns.py; the values under [by_hand] are set there by hand,
# for patterns that news has none of or that PolNeAR's guidelines leave out.
"""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution, as sets of character offsets."""

    source: frozenset[int]
    content: frozenset[int]


def gold_of(annotations: str) -> Iterator[Gold]:
    """The attributions of one brat file; malformed lines are skipped."""
    spans: dict[str, frozenset[int]] = {}
    for line in annotations.split("\n"):
        if entity := _ENTITY.match(line):
            pairs = [tuple(map(int, pair.split())) for pair in entity[2].split(";")]
            spans[entity[1]] = frozenset(i for start, end in pairs for i in range(start, end))
        elif event := _EVENT.match(line):
            roles: dict[str, frozenset[int]] = {"Source": frozenset(), "Content": frozenset()}
            for role, name in _ROLE.findall(event[1]):
                roles[role] = roles.get(role, frozenset()) | spans.get(name, frozenset())
            yield Gold(roles["Source"], roles["Content"])


def report_of(text: str) -> Report:
    """A news report of one block a line, the first the headline."""
    blocks: list[Block] = []
    for line in re.finditer(r"[^\n]+", text):
        kind = BlockKind.PARAGRAPH if blocks else BlockKind.HEADLINE
        blocks.append(Block(kind, Span(line.start(), line.end()), ()))
    data = text.encode()
    when = dt.datetime(2016, 1, 1, tzinfo=dt.UTC)
    original = Original(data, hashlib.sha256(data).hexdigest(), "text/plain", "-", when)
    return Report(original, ReportKind.NEWS, text, tuple(blocks))


def shares_half(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sets of offsets have a Jaccard index of at least a half."""
    return 2 * len(one & other) >= len(one | other)


def is_right(proposed: Attribution, gold: list[Gold]) -> bool:
    """Whether an annotator made this attribution."""
    content = frozenset(i for s in proposed.content for i in range(s.start, s.end))
    source = frozenset(i for s in proposed.source for i in range(s.start, s.end))
    return any(
        shares_half(content, g.content) and (not g.source or shares_half(source, g.source))
        for g in gold
        if g.content & content
    )


def measure(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each pattern proposed something, and how often it was right."""
    proposed: Counter[str] = Counter()
    right: Counter[str] = Counter()
    reader = RulesReader()
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        with path.open(encoding="utf-8", newline="") as file:
            report = report_of(file.read())
        gold = list(gold_of(files[0].read_text(encoding="utf-8")))
        for attribution in reader.read(report):
            proposed[attribution.pattern] += 1
            right[attribution.pattern] += is_right(attribution, gold)
    return proposed, right


def as_toml(proposed: Counter[str], right: Counter[str]) -> str:
    """The file's text: what was measured, and what is set by hand."""
    lines = [_HEAD, "[measured]"]
    rare = [p for p in proposed if proposed[p] < FEWEST]
    for pattern, count in sorted(proposed.items()):
        if count >= FEWEST and not pattern.startswith(("nested.", "inner.", "relay")):
            precision = right[pattern] / count
            lines.append(f'"{pattern}" = {{ precision = {precision:.3f}, count = {count} }}')
    few = sum(proposed[p] for p in rare)
    other = sum(right[p] for p in rare) / max(1, few)
    lines.append(f'"other" = {{ precision = {other:.3f}, count = {few} }}')
    return "\n".join([*lines, "", "[by_hand]", *(f"{k} = {v}" for k, v in BY_HAND.items()), ""])


def main() -> None:
    """Measure on the folder given, print and write the scores."""
    text = as_toml(*measure(Path(sys.argv[1])))
    SCORES.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
