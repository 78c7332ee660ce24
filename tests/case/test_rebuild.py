"""Whatever happens to a case, its tables are what a rebuild from the log makes them."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.case.casefile import Case
from tests.case.acts import NAMES, Act, perform
from tests.case.tables import derived

ACTS = st.tuples(st.sampled_from(NAMES), st.integers(0, 40), st.integers(0, 40))


def _rebuilt_equals_live(case: Case) -> bool:
    before = derived(case)
    assert case.verify().faults == ()
    case.rebuild()
    return derived(case) == before


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, min_size=5, max_size=30))
def test_a_rebuild_gives_the_tables_as_they_are_after_any_events(
    case: Case, acts: list[Act]
) -> None:
    """And the case verifies. The case goes on from example to example, and only grows stranger."""
    for act in acts:
        perform(case, act)
    assert _rebuilt_equals_live(case)


def test_a_rebuild_gives_the_same_tables_after_every_kind_of_event(case: Case) -> None:
    """The same walk each time, in which no deed is always refused."""
    chance, done = Random(1412), Counter[str]()
    for _ in range(20):
        for name in NAMES:
            done[name] += perform(case, (name, chance.randrange(41), chance.randrange(41)))
        assert _rebuilt_equals_live(case)
    assert [name for name in NAMES if not done[name]] == []
