"""Which part of a page is the report: trafilatura votes, the DOM decides.

trafilatura (Barbaresi, ACL 2021) finds most of a report's paragraphs but rewrites and drops
some, so its text cannot carry offsets. Here the element that holds most of what it found is
taken whole, save for the frames in it (navigation, related stories); the rest is boilerplate.
"""

from __future__ import annotations

import copy
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from firsthand.ingest.draft import DraftBlock
from firsthand.ingest.html_walk import Seen
from firsthand.ingest.report import BlockKind as Kind

_SHARE = 0.8
"""The share of what was found that the report's element must hold."""
_KEPT_OUTSIDE = (Kind.HEADLINE, Kind.BYLINE, Kind.DATELINE, Kind.FOOTNOTE, Kind.CORRECTION)
_PARTS = frozenset(
    "p ul ol li dl dt dd blockquote pre figure table tbody tr h1 h2 h3 h4 h5 h6".split()
)
_WIDEST = 2000
"""Cells of a row beyond which trafilatura, counting them for each, takes minutes."""
_MOST_ELEMENTS = 15_000
"""Tags of a page beyond which trafilatura, looking back for each, takes more than some seconds."""
_LOOKED_AT = 160
"""Characters by which a paragraph is known again."""
_RECURSION = "its main part could not be told from the rest of the page; all of it is read"


def all_of_it(seen: Iterable[Seen]) -> tuple[DraftBlock, ...]:
    """The blocks of a page that is nothing but the report."""
    return tuple(_numbered(_as_report(s.block for s in seen)))


def only_the_report(
    root: HtmlElement, seen: Sequence[Seen]
) -> tuple[tuple[DraftBlock, ...], tuple[str, ...]]:
    """The blocks with those outside the report marked as boilerplate; and warnings."""
    found = _found(root)
    body = _body(seen, found) if found else ""
    kept = (_judged(s, body, _key(s.block.words) in found) for s in seen)
    blocks = tuple(_numbered(_as_report(kept)))
    return blocks, () if found or len(seen) < 3 else (_RECURSION,)


def _is_too_much(root: HtmlElement) -> bool:
    many = sum(1 for _ in root.iter("*")) > _MOST_ELEMENTS
    return many or any(len(row) > _WIDEST for row in root.iter("tr"))


def _found(root: HtmlElement) -> frozenset[str]:
    """The beginnings of the paragraphs that trafilatura takes for the report."""
    from trafilatura import bare_extraction  # 0.2 s, and only pages need it

    if _is_too_much(root):
        return frozenset()
    try:
        document = bare_extraction(copy.deepcopy(root), include_comments=False, favor_recall=True)
    except RecursionError:
        return frozenset()
    body = getattr(document, "body", None)
    return frozenset(_key(_opening(e)) for e in body.iter("*")) if body is not None else frozenset()


def _opening(element: HtmlElement) -> str:
    """As many of an element's words as `_key` looks at; all of them cost a pass at each depth."""
    words = ""
    for piece in element.itertext():
        words += piece
        if len(words) >= _LOOKED_AT:
            break
    return words


def _key(words: str) -> str:
    return "".join(c for c in words[:_LOOKED_AT] if c.isalnum())[:60]


def _body(seen: Sequence[Seen], found: frozenset[str]) -> str:
    """The path of the deepest element that holds most of the words that were found."""
    weights: Counter[str] = Counter()
    for s in seen:
        if _key(s.block.words) in found:
            weights[s.path] += len(s.block.words)
    weights = Counter({path: weight for path, weight in _summed(weights) if _holds(path)})
    whole = max(weights.values(), default=0)
    return max((p for p, w in weights.items() if w >= _SHARE * whole), key=len, default="")


def _summed(weights: Counter[str]) -> Iterator[tuple[str, int]]:
    """Each path with all that is under it; from the deepest up, so each is added to one other."""
    levels: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for path, weight in weights.items():
        levels[path.count("/")][path] += weight
    for depth in range(max(levels, default=0), -1, -1):
        for path, weight in levels.pop(depth, Counter()).items():
            yield path, weight
            if depth:
                levels[depth - 1][path.rpartition("/")[0]] += weight


def _holds(path: str) -> bool:
    """Whether a whole report can stand in an element: not in one paragraph or list of it."""
    return path.rpartition("/")[2].partition("[")[0] not in _PARTS


def _judged(s: Seen, body: str, was_found: bool) -> DraftBlock:
    within = not body or s.path == body or s.path.startswith(f"{body}/")
    framed = s.frame is not None and not f"{body}/".startswith(f"{s.frame}/")
    kept = s.block.kind in _KEPT_OUTSIDE and not framed
    inside = within and (not framed or (was_found and bool(body)))
    beside = was_found and not framed and not _is_mostly_links(s.block)
    is_report = inside or beside or kept or s.block.note
    return s.block if is_report else replace(s.block, kind=Kind.BOILERPLATE)


def _is_mostly_links(block: DraftBlock) -> bool:
    return 2 * sum(a.end - a.start for a in block.anchors) > len(block.words)


def _as_report(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    """One headline, before which nothing is a dateline's or byline's but the page's."""
    titled = False
    for block in blocks:
        if block.kind is Kind.HEADLINE:
            yield replace(block, kind=Kind.SUBHEADING) if titled else block
            titled = True
        elif block.note is not None:
            yield replace(block, kind=Kind.FOOTNOTE)
        else:
            yield block


def _numbered(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    for number, block in enumerate(blocks, 1):
        places = tuple(replace(p, place=replace(p.place, paragraph=number)) for p in block.places)
        yield replace(block, places=places)
