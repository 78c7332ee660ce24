"""Cutting a text where spans begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.export.marking import Mark, edges, mark_of, pieces
from firsthand.reading.attribution import Attribution, AttributionKind
from firsthand.text import Span


def _attribution(source: Span, content: Span) -> Attribution:
    return Attribution("0" * 16, (source,), (), (content,), AttributionKind.INDIRECT, 0.5, "test")


def _marks(made: list[Attribution]) -> list[Mark]:
    return [mark_of(str(number), a) for number, a in enumerate(made, 1)]


SPANS = st.tuples(st.integers(0, 39), st.integers(1, 40)).filter(lambda p: p[0] < p[1])


@given(st.lists(st.tuples(SPANS, SPANS), max_size=6))
def test_pieces_cover_the_stretch_once_and_carry_exactly_the_roles_there(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    """However spans overlap, each character is shown once, with the roles that cover it."""
    made = [_attribution(Span(*source), Span(*content)) for source, content in pairs]
    cut = list(pieces(Span(0, 40), edges(_marks(made))))
    assert [i for piece in cut for i in range(piece.span.start, piece.span.end)] == list(range(40))
    for piece in cut:
        for role, spans in (
            ("source", [a.source[0] for a in made]),
            ("content", [a.content[0] for a in made]),
        ):
            assert (role in piece.roles) == any(span.contains(piece.span) for span in spans)


@given(st.lists(st.tuples(SPANS, SPANS), max_size=6))
def test_each_attribution_opens_exactly_one_piece(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    """Every listed statement has one number in the text."""
    made = [_attribution(Span(*source), Span(*content)) for source, content in pairs]
    opened = [n for piece in pieces(Span(0, 40), edges(_marks(made))) for n in piece.opens]
    assert sorted(opened) == sorted(str(n) for n in range(1, len(made) + 1))


def test_what_begins_at_one_place_is_numbered_in_the_order_of_the_list() -> None:
    """Statement 2 comes before statement 10 where both begin with the same word."""
    made = [_attribution(Span(n, n + 1), Span(20, 30)) for n in (1, 0, 2, 3, 4, 5, 6, 7, 8, 0)]
    first = next(pieces(Span(0, 40), edges(_marks(made))))
    assert first.opens == ("2", "10")


def test_a_passage_that_stands_apart_can_overlap_a_statement() -> None:
    """A caveat within a statement has both marks."""
    said = mark_of("1", _attribution(Span(0, 5), Span(5, 20)))
    caveat = Mark("C1", (("caveat", Span(10, 30)),))
    roles = [piece.roles for piece in pieces(Span(0, 40), edges([said, caveat]))]
    assert roles == [("source",), ("content",), ("content", "caveat"), ("caveat",), ()]
