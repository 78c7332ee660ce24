"""Whatever happens to a case, its tables are what a rebuild from the log makes them."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.case.casefile import Case
from tests.case.acts import NAMES, Act, perform
from tests.case.tables import derived

ACTS = st.tuples(st.sampled_from(NAMES), st.integers(0, 40), st.integers(0, 40))
DONE: Counter[str] = Counter()


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
        DONE[act[0]] += perform(case, act)
    before = derived(case)
    assert case.verify().faults == ()
    case.rebuild()
    assert derived(case) == before


def test_every_kind_of_event_was_among_them() -> None:
    """The property is of all events only if none was always refused."""
    assert set(DONE) >= set(NAMES)
    assert min(DONE.values()) > 0
