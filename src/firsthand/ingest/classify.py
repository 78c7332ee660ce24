"""Gives each draft block its kind: what the markup says first, then its words and neighbours.

The rules stand in the order in which they are tried; each looks at one block and the kinds
found so far. What none of them claims is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.ingest import signs
from firsthand.ingest.draft import Draft, DraftBlock, cut
from firsthand.ingest.labels import OPENS_TURN, speakers_among
from firsthand.ingest.report import BlockKind as Kind


@dataclass(frozen=True, slots=True)
class _Page:
    """All blocks of a page, and where its running text begins."""

    blocks: Sequence[DraftBlock]
    lead: int
    quotations: frozenset[str]
    author: str | None
    turns: frozenset[int]
    headline: int = -1
    """The index of the line that stands as the headline, where the markup names none."""

    def words(self, at: int) -> str:
        return self.blocks[at].words if 0 <= at < len(self.blocks) else ""


def classify(draft: Draft) -> tuple[DraftBlock, ...]:
    """The blocks, each with a kind; a line that holds two kinds is cut into two blocks."""
    lines = (line for block in draft.blocks for line in _lines(_plausible(block)))
    parts = [part for line in lines for part in _parted(line)]
    page = _Page(
        parts, _lead(parts), _quoted_paragraphs(parts), draft.metadata.byline, _turns(parts)
    )
    page = replace(page, headline=_headline(page))
    return tuple(replace(b, kind=b.kind or _kind(page, at)) for at, b in enumerate(parts))


def _kind(page: _Page, at: int) -> Kind:
    return next((kind for applies, kind in _RULES if applies(page, at)), Kind.PARAGRAPH)


def _plausible(block: DraftBlock) -> DraftBlock:
    """Without what the markup says where its words are too many for that (an author's life)."""
    brief = block.kind in (Kind.BYLINE, Kind.CREDIT, Kind.DATELINE)
    return block if not brief or signs.is_short(block.words, 40) else replace(block, kind=None)


# ---- one line, two kinds


def _lines(block: DraftBlock) -> Iterator[DraftBlock]:
    """The lines of a block that holds a byline and a date, one under the other."""
    found = list(re.finditer(r"[^\n]+", block.words)) if len(block.words) <= 200 else []
    if block.kind or len(found) < 2 or not all(_heads(line[0].strip()) for line in found):
        yield block
        return
    for line in found:
        yield cut(block, line.start(), line.end())


def _heads(line: str) -> bool:
    return bool(signs.BYLINE.fullmatch(line) or signs.DATE_LINE.fullmatch(line))


def _parted(block: DraftBlock) -> Iterator[DraftBlock]:
    """Cuts a dateline from the paragraph it opens, a credit from its caption, a bullet away."""
    dateline = signs.DATELINE.match(block.words) if block.kind in (None, Kind.PARAGRAPH) else None
    bullet = signs.BULLET.match(block.words) if block.kind is None else None
    if dateline and len(block.words) > dateline.end():
        yield replace(cut(block, 0, len(dateline[0].rstrip())), kind=Kind.DATELINE, bullet=False)
        yield cut(block, dateline.end(), len(block.words))
    elif bullet:
        yield replace(cut(block, bullet.end(), len(block.words)), bullet=True)
    elif block.kind is Kind.CAPTION or (not block.kind and _shows_picture(block.words)):
        yield from _captioned(block)
    else:
        yield block


def _shows_picture(words: str) -> bool:
    """Whether a line begins with a picture's label, or ends with a picture's credit."""
    credited = signs.is_short(words, 40) and signs.PICTURE_TAIL.search(words)
    return bool(signs.CREDIT_LABEL.match(words) or credited)


def _captioned(block: DraftBlock) -> Iterator[DraftBlock]:
    """A credit alone, or a caption with its credit behind it."""
    tail = signs.CREDIT_TAIL.search(block.words[-200:])
    if signs.is_short(block.words, 12) and signs.CREDIT.fullmatch(block.words):
        yield replace(block, kind=Kind.CREDIT)
    elif tail and tail[0].strip() != block.words:
        end = len(block.words) - len(tail[0].lstrip())
        yield replace(cut(block, 0, len(block.words[:end].rstrip())), kind=Kind.CAPTION)
        yield replace(cut(block, end, len(block.words)), kind=Kind.CREDIT)
    else:
        yield replace(block, kind=Kind.CAPTION)


# ---- what the page shows as a whole


def _lead(blocks: Sequence[DraftBlock]) -> int:
    """The index of the first block of running text: not a list's item, ends as a sentence does."""
    for at, block in enumerate(blocks):
        long = not signs.is_short(block.words, 20) or (at and _ends(block))
        if block.kind in (None, Kind.PARAGRAPH) and not block.bullet and long:
            return at
    return len(blocks)


def _ends(block: DraftBlock) -> bool:
    """Whether the words end as a sentence does, before the marks of notes that follow it."""
    end = len(block.words)
    for mark in reversed(block.marks):
        end = mark.start if not block.words[mark.end : end].strip() else end
    return bool(signs.TERMINAL.search(block.words[:end].rstrip()))


def _turns(blocks: Sequence[DraftBlock]) -> frozenset[int]:
    """The blocks that open with a speaker's label, where at least three do."""
    opened = {at: OPENS_TURN.match(b.words[:300]) for at, b in enumerate(blocks) if not b.kind}
    labels = {at: (m["label"], m["mark"]) for at, m in opened.items() if m}
    speakers = speakers_among(labels.values())
    found = frozenset(at for at, label in labels.items() if label in speakers)
    return found if len(found) >= 3 else frozenset()


def _quoted_paragraphs(blocks: Sequence[DraftBlock]) -> frozenset[str]:
    """The blocks that are nothing but a quotation, and whose words stand in another too."""
    alone = {_bare(b.words) for b in blocks if b.words[:1] in '"“‘«' and len(b.words) < 400}
    found = (
        {q for q in alone if sum(q in b.words for b in blocks) > 1} if len(alone) < 50 else set()
    )
    return frozenset(found - {""})


def _bare(words: str) -> str:
    return words.strip(' "“”‘’«».,')


# ---- one rule a kind


def _is_credit(page: _Page, at: int) -> bool:
    return signs.is_short(page.words(at), 12) and bool(signs.CREDIT.fullmatch(page.words(at)))


def _is_caption(page: _Page, at: int) -> bool:
    """A stray line right above a credit or a caption with its label."""
    bare = signs.is_short(page.words(at), 15) and not _ends(page.blocks[at])
    return bare and at > 0 and _holds_picture(page, at + 1)


def _holds_picture(page: _Page, at: int) -> bool:
    kind = page.blocks[at].kind if at < len(page.blocks) else None
    return kind in (Kind.CREDIT, Kind.CAPTION) or (kind is None and _is_credit(page, at))


def _is_dateline(page: _Page, at: int) -> bool:
    """A line with a full date above the running text, or one that says when it was published."""
    words = page.words(at)
    bare = signs.is_short(words, 16) and not _ends(page.blocks[at])
    above = (_is_titled(page, at) and at < page.lead) or signs.PUBLISHED.match(words)
    dated = bare and above and signs.DATE.search(words)
    return bool(dated) or (len(words) <= 120 and bool(signs.PLACE_LINE.fullmatch(words)))


def _is_titled(page: _Page, at: int) -> bool:
    """Whether the headline is another line: the first may be one that holds a date."""
    return at > 0 or any(block.kind is Kind.HEADLINE for block in page.blocks)


def _is_byline(page: _Page, at: int) -> bool:
    """What the document names as its author, or a line that begins as bylines do."""
    words = page.words(at)
    return words == page.author or (len(words) <= 200 and bool(signs.BYLINE.fullmatch(words)))


def _is_slug(page: _Page, at: int) -> bool:
    """An agency's line of codes: capitals and figures, mostly figures."""
    words = page.words(at).split() if len(page.words(at)) <= 120 else []
    coded = sum(any(c.isdigit() for c in word) for word in words)
    return at < page.lead and 2 * coded >= max(2, len(words)) and not any(map(_has_lower, words))


def _has_lower(word: str) -> bool:
    return any(c.islower() for c in word)


def _is_headline(page: _Page, at: int) -> bool:
    """The first line that is the report's, where it stands apart and is no list's item."""
    fit = not page.blocks[at].bullet and signs.is_short(page.words(at), 30)
    return fit and at < len(page.blocks) - 1 and at == page.headline


def _headline(page: _Page) -> int:
    if any(block.kind is Kind.HEADLINE for block in page.blocks):
        return -1
    above = (_is_slug, _is_byline, _is_dateline, _is_credit)
    of_page = (Kind.BOILERPLATE, Kind.BYLINE, Kind.DATELINE, Kind.CREDIT)
    reports = (
        at for at, block in enumerate(page.blocks[: page.lead + 1])
        if block.kind not in of_page and not any(rule(page, at) for rule in above)
    )  # fmt: skip
    return next(reports, -1)


def _is_turn(page: _Page, at: int) -> bool:
    return at in page.turns


def _is_key_point(page: _Page, at: int) -> bool:
    return page.blocks[at].bullet and at < page.lead < len(page.blocks)


def _is_pull_quote(page: _Page, at: int) -> bool:
    return _bare(page.words(at)) in page.quotations and page.words(at)[:1] in '"“‘«'


def _is_subheading(page: _Page, at: int) -> bool:
    """A short line without a sentence's end, between blocks of running text."""
    short = signs.is_short(page.words(at), 12) and not _ends(page.blocks[at])
    return short and 0 < at < len(page.blocks) - 1 and not page.blocks[at].bullet


def _matches(pattern: Callable[[str], object], most: int) -> Callable[[_Page, int], bool]:
    return lambda page, at: len(page.words(at)) <= most and bool(pattern(page.words(at)))


_RULES: tuple[tuple[Callable[[_Page, int], bool], Kind], ...] = (
    (_is_turn, Kind.PARAGRAPH),
    (_is_credit, Kind.CREDIT),
    (_is_byline, Kind.BYLINE),
    (_matches(signs.DATE_LINE.fullmatch, 80), Kind.DATELINE),
    (_is_dateline, Kind.DATELINE),
    (_is_slug, Kind.BOILERPLATE),
    (_matches(signs.CORRECTION.match, 1000), Kind.CORRECTION),
    (_matches(signs.BOILERPLATE.fullmatch, 500), Kind.BOILERPLATE),
    (_is_headline, Kind.HEADLINE),
    (_is_key_point, Kind.KEY_POINT),
    (_is_caption, Kind.CAPTION),
    (_is_pull_quote, Kind.PULL_QUOTE),
    (_is_subheading, Kind.SUBHEADING),
)
