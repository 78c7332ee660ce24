"""Questions to a shelf, with what each of them means said a second time, without any store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from firsthand.case.tokens import tokens
from tests.case.shelf import Page, Said, Shelf, report_id

NAMES = ("Ilse Varnholt", "Peder Dorn", "Ilse Dorn", "a guard", "Véra O'Dorn")
OUTLETS = ("The Lantern", "Lantern Mail", "Mail’s Best", None)
DATES = (dt.date(2018, 2, 9), dt.date(2018, 2, 28), dt.date(2018, 3, 1), dt.date(2020, 2, 29), None)
WORDS = ("quay", "QUAY", "quays", "shed", "she'd", "sh", "café", "cafe\u0301", "oﬃce", "off", "no¹")


@dataclass(frozen=True, slots=True)
class Part:
    """One term of a query as typed, and which passages, pages or statements it wants."""

    typed: str
    field: str
    excluded: bool
    passage: Callable[[str], bool] | None = None
    page: Callable[[int, Page], bool] | None = None
    said: Callable[[Said, Shelf], bool] | None = None


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


def said(passages: int) -> st.SearchStrategy[Said]:
    return st.builds(
        Said,
        speaker=st.sampled_from((*NAMES, None)),
        told=st.sets(st.integers(0, passages - 1), min_size=1).map(lambda p: tuple(sorted(p))),
        kind=st.sampled_from(("direct", "indirect")),
        basis=st.sampled_from(("saw", "heard", "unstated")),
        force=st.sampled_from(("certain", "possible")),
        review=st.sampled_from(("unreviewed", "accepted", "rejected")),
        withdrawn=st.sampled_from(("", "recantation", "disowned recantation")),
    )


@st.composite
def pages(draw: st.DrawFn) -> Page:
    passages = draw(st.lists(texts(), min_size=1, max_size=3))
    return Page(
        tuple(passages),
        tuple(draw(st.lists(said(len(passages)), max_size=3))),
        draw(st.sampled_from(OUTLETS)),
        draw(st.sampled_from(DATES)),
        draw(st.sampled_from(("news", "statement"))),
    )


def shelves() -> st.SearchStrategy[Shelf]:
    pairs = st.lists(st.permutations(NAMES).map(lambda n: (n[0], n[1])), max_size=1).map(tuple)
    return st.builds(Shelf, st.lists(pages(), max_size=4).map(tuple), pairs)


def _runs(typed: str, *, prefix: bool) -> Callable[[str], bool]:
    want = tokens(typed)

    def at(there: Sequence[str]) -> bool:
        whole = len(there) == len(want) and there[:-1] == want[:-1]
        return whole and (there[-1] == want[-1] or (prefix and there[-1].startswith(want[-1])))

    def within(text: str) -> bool:
        have = tokens(text)
        return any(at(have[n : n + len(want)]) for n in range(len(have)))

    return within


def _named(name: str | None, wanted: str) -> bool:
    return bool(name) and set(tokens(wanted)) <= set(tokens(name or ""))


def _by(said: Said, shelf: Shelf, wanted: str) -> bool:
    names = {said.speaker}
    for pair in shelf.merged:
        if said.speaker in pair:
            spoken = {s.speaker for p in shelf.pages for s in p.said}
            names |= set(pair) & spoken
    return said.speaker is not None and any(_named(name, wanted) for name in names)


def _withdrawn(said: Said, wanted: str) -> bool:
    kinds = said.withdrawn.split()
    return {"yes": bool(kinds), "no": not kinds}.get(wanted, wanted in kinds)


def _within(day: dt.date | None, wanted: str) -> bool:
    """By the written forms alone: a month begins every day of it."""
    if day is None:
        return False
    first, dots, last = wanted.partition("..")
    text = day.isoformat()
    if not dots:
        return text.startswith(first)
    return text >= first and (not last or text[: len(last)] <= last)


@st.composite
def words(draw: st.DrawFn) -> Part:
    typed = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
    phrase = " ".join(typed)
    prefix = draw(st.booleans())
    excluded = draw(st.booleans())
    written = f"{typed[0]}*" if prefix else f'"{phrase}"'
    within = _runs(typed[0] if prefix else phrase, prefix=prefix)
    return Part("-" * excluded + written, "", excluded, passage=within)


def _fields() -> Iterator[tuple[str, Sequence[str], Callable[[str], dict[str, Any]]]]:
    """Each field, values for it, and what one of them asks for."""
    for name, values in {
        "kind": ("direct", "mixed"), "basis": ("saw", "heard"), "force": ("possible",),
        "review": ("unreviewed", "rejected"),
    }.items():  # fmt: skip
        yield name, values, lambda v, name=name: {"said": lambda s, _: getattr(s, name) == v}  # type: ignore[misc]
    who = ("Ilse", "Dorn Peder", "vera dorn", "nobody", "guard")
    yield "source", who, lambda v: {"said": lambda s, shelf: _by(s, shelf, v)}
    how = ("yes", "no", "recantation", "disowned")
    yield "withdrawn", how, lambda v: {"said": lambda s, _: _withdrawn(s, v)}
    where = ("lantern", "mail lantern", "mail's", "none")
    yield "outlet", where, lambda v: {"page": lambda _, p: _named(p.outlet, v)}
    when = ("2018", "2018-02", "2018-02-09", "2018-02..2018-02", "..2018-02-28", "2018-03..")
    yield "date", when, lambda v: {"page": lambda _, p: _within(p.published, v)}
    yield "document", ("news",), lambda v: {"page": lambda _, p: p.kind == v}
    ids = tuple(report_id(n)[:5] for n in range(3))
    yield "report", ids, lambda v: {"page": lambda n, _: report_id(n).startswith(v)}


@st.composite
def fields(draw: st.DrawFn) -> Part:
    name, values, meaning = draw(st.sampled_from(list(_fields())))
    value = draw(st.sampled_from(values))
    excluded = draw(st.booleans())
    return Part(f'{"-" * excluded}{name}:"{value}"', name, excluded, **meaning(value))


def questions() -> st.SearchStrategy[list[Part]]:
    return st.lists(words() | fields(), min_size=1, max_size=4)


def answer(shelf: Shelf, parts: Sequence[Part]) -> set[tuple[int, int]]:
    """Which passages of which pages are hits, by walking through all of them."""
    return {
        (n, place)
        for n, page in enumerate(shelf.pages)
        for place, text in enumerate(page.passages)
        if _hit(shelf, n, place, text, parts)
    }


def _hit(shelf: Shelf, n: int, place: int, text: str, parts: Sequence[Part]) -> bool:
    page = shelf.pages[n]
    if not all(p.passage(text) != p.excluded for p in parts if p.passage):
        return False
    if not _all_fields([p for p in parts if p.page], lambda p: bool(p.page and p.page(n, page))):
        return False
    asked = [p for p in parts if p.said]
    told = [s for s in page.said if place in s.told]
    return not asked or any(
        _all_fields(asked, lambda p, s=s: bool(p.said and p.said(s, shelf)))  # type: ignore[misc]
        for s in told
    )


def _all_fields(parts: Sequence[Part], fits: Callable[[Part], bool]) -> bool:
    """Of a field given several times, any; of what is excluded, none."""
    wanted = {p.field for p in parts if not p.excluded}
    either = all(any(fits(p) for p in parts if p.field == f and not p.excluded) for f in wanted)
    return either and not any(fits(p) for p in parts if p.excluded)
