"""Cutting a text where spans begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.export.marking import edges, pieces
from firsthand.reading.attribution import Attribution, AttributionKind
from firsthand.text import Span


def _attribution(source: Span, content: Span) -> Attribution:
    return Attribution("0" * 16, (source,), (), (content,), AttributionKind.INDIRECT, 0.5, "test")


SPANS = st.tuples(st.integers(0, 39), st.integers(1, 40)).filter(lambda p: p[0] < p[1])


@given(st.lists(st.tuples(SPANS, SPANS), max_size=6))
def test_pieces_cover_the_stretch_once_and_carry_exactly_the_roles_there(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    """However spans overlap, each character is shown once, with the roles that cover it."""
    made = [_attribution(Span(*source), Span(*content)) for source, content in pairs]
    cut = list(pieces(Span(0, 40), edges(made)))
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
    opened = [n for piece in pieces(Span(0, 40), edges(made)) for n in piece.opens]
    assert sorted(opened) == list(range(1, len(made) + 1))
