"""Made-up stories: their words hold, their truth is known, and the measure means what it says."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import benchmarks.origins
from benchmarks.origins import baselines
from benchmarks.origins.losses import losses
from benchmarks.origins.making import Feature
from benchmarks.origins.measure import (
    Estimate,
    Estimator,
    figures,
    joined,
    scored,
    speaking,
    wilson,
)
from benchmarks.origins.noise import LEVELS, MIDDLE, Noise, at_each
from benchmarks.origins.people import Voice
from benchmarks.origins.sketch import Sketch
from benchmarks.origins.stories import FEWEST, MOST, Key, Ref, Story, bulk, plotted, stories, story
from benchmarks.origins.whole import read_again
from firsthand.provenance.filed import FiledReport
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import ProfileField, SourceKind

INPUT = {"firsthand.provenance.filed", "firsthand.provenance.filing"}
SEEDS = st.integers(0, 100_000)
NOISES = st.sampled_from(LEVELS)


@cache
def _many() -> tuple[Story, ...]:
    return tuple(stories(300))


KNOWING = ("__main__.py", "curve.py", "traced.py", "written.py")
"""Where what is measured is plugged in, and where stories come from that no program made."""


def _modules() -> list[Path]:
    folder = Path(benchmarks.origins.__file__).parent
    return [path for path in sorted(folder.glob("*.py")) if path.name not in KNOWING]


def _imported(path: Path) -> set[str]:
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full, so that this test can see them"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.name)
def test_what_is_measured_is_unknown_to_the_generator(path: Path) -> None:
    measured = {name for name in _imported(path) if name.startswith("firsthand.provenance")}
    assert all(name.rpartition(".")[0] in INPUT for name in measured), measured


@given(SEEDS, NOISES)
@settings(max_examples=60, deadline=None)
def test_a_story_has_two_to_forty_reports_with_ids_of_their_own(seed: int, noise: Noise) -> None:
    made = story(seed, noise)
    assert FEWEST <= len(made.reports) <= MOST
    ids = [report.id for report in made.reports]
    assert len(set(ids)) == len(ids)
    assert {key.report for key in made.statements} <= set(ids)


@given(SEEDS, NOISES)
@settings(max_examples=60, deadline=None)
def test_every_span_quotes_the_words_it_stands_for(seed: int, noise: Noise) -> None:
    for report in story(seed, noise).reports:
        _sources_quote(report)
        _statements_quote(report)
        _notes_quote(report)


def _sources_quote(report: FiledReport) -> None:
    for source in report.sources:
        assert source.name in report.words(source.mentions[0])
        assert all(report.words(fact.span) == fact.value for fact in source.profile)
        ages = [f.value for f in source.profile if f.field is ProfileField.AGE]
        assert all(age.isdecimal() for age in ages)


def _statements_quote(report: FiledReport) -> None:
    known = {source.id for source in report.sources}
    for statement in report.statements:
        assert statement.source is None or statement.source in known
        (content,) = statement.content
        assert any(block.span.contains(content) for block in report.blocks)
        words = report.words(content)
        quoted = words[0] + words[-1] == "“”"
        assert quoted == (statement.kind is AttributionKind.DIRECT)
        assert all(relay.name in report.words(relay.span) for relay in statement.via)
        assert statement.heard_from is None or content.contains(statement.heard_from)


def _notes_quote(report: FiledReport) -> None:
    for note in report.notes:
        number = report.words(note.mark)
        assert report.words(note.body).startswith(f"{number} ")
        assert report.text[note.mark.end : note.mark.end + 1] in ("", " ", "\n")


@given(SEEDS, NOISES)
@settings(max_examples=60, deadline=None)
def test_the_truth_is_who_stands_behind_the_marked_statements(seed: int, noise: Noise) -> None:
    made = story(seed, noise)
    behind = {who for origins in made.origins.values() for who in origins}
    taken_back = Feature.RETRACTED in made.features
    assert made.truth == len(behind) - taken_back
    assert set(made.people) == {Ref(r.id, s.id) for r in made.reports for s in r.sources}


@given(SEEDS, NOISES)
@settings(max_examples=60, deadline=None)
def test_what_was_taken_back_is_marked_where_it_came_first_alone(seed: int, noise: Noise) -> None:
    made = story(seed, noise)
    marked = [r for r in made.reports if r.retracted or any(s.recanted for s in r.statements)]
    assert len(marked) == (1 if Feature.RETRACTED in made.features else 0)


def test_a_story_with_a_circle_alone_has_nobody_behind_it() -> None:
    only = {Feature.CIRCLE, Feature.VERSION, Feature.ROUNDUP}
    found = [s for s in _many() if Feature.CIRCLE in s.features and s.features <= only]
    assert found
    assert all(s.truth == 0 for s in found)
    for each in found:
        kinds = [s.kind for r in each.reports for s in r.sources]
        assert SourceKind.ORGANISATION in kinds
        assert SourceKind.NAMED_PERSON not in kinds


def test_hearers_of_one_informant_share_an_origin_and_are_several_people() -> None:
    found = [s for s in _many() if s.features == {Feature.HEARSAY} and len(s.reports) > 2]
    shared = [s for s in found if s.truth == 1 and len(_people(s)) > 1]
    assert shared


def _people(of: Story) -> set[frozenset[str]]:
    return {of.people[ref] for ref in speaking(of)}


def test_every_feature_occurs() -> None:
    occurring = {feature for s in _many() for feature in s.features}
    assert occurring == set(Feature)


def _shown(sketch: Sketch) -> list[Voice]:
    told = {telling.voice for telling in sketch.tellings}
    return [v for at, v in enumerate(sketch.voices) if at in told and v.person is not None]


@given(SEEDS, NOISES)
@settings(max_examples=100, deadline=None)
def test_another_is_said_only_where_it_is_truly_another(seed: int, noise: Noise) -> None:
    """No made-up report tells a person apart from themselves: no count could survive that."""
    for sketch in plotted(seed, noise).sketches:
        for one, other in combinations(_shown(sketch), 2):
            contrasted = [v for v in (one, other) if v.other and not v.name]
            assert not contrasted or not one.people & other.people


@given(SEEDS, NOISES)
@settings(max_examples=100, deadline=None)
def test_two_people_made_one_are_apart_elsewhere_in_the_case(seed: int, noise: Noise) -> None:
    shown = [v for s in plotted(seed, noise).sketches if not s.hidden for v in _shown(s)]
    alone = {who for v in shown if len(v.people) == 1 for who in v.people}
    assert all(v.people <= alone for v in shown)


def test_the_same_number_is_the_same_story_and_another_another() -> None:
    assert story(7) == story(7)
    assert story(7).reports[0].text != story(8).reports[0].text
    assert [r.id for r in bulk(50)] == [r.id for r in bulk(50)]


def test_bulk_gives_as_many_reports_as_asked_for() -> None:
    made = list(bulk(500))
    assert len(made) == len({report.id for report in made}) == 500


@pytest.mark.parametrize("noise", LEVELS, ids=lambda noise: noise.name)
def test_over_whole_stories_as_much_is_lost_as_the_noise_says(noise: Noise) -> None:
    """Not at each report: along a chain of copies losses add up."""
    found = losses(plotted(seed, noise) for seed in range(1000, 2000))
    assert found.dropped == pytest.approx(noise.drop, abs=0.04)
    assert found.roles == pytest.approx(noise.profile, abs=0.03)
    assert found.ages == pytest.approx(noise.profile, abs=0.03)


@given(st.floats(0.01, 0.95), st.floats(0.01, 0.95))
def test_more_lost_in_all_is_more_lost_at_each_report(one: float, other: float) -> None:
    assert at_each(one) <= one
    assert (at_each(one) < at_each(other)) == (one < other) or abs(one - other) < 1e-6


def test_middle_noise_is_what_the_benchmark_asks_for() -> None:
    assert (MIDDLE.drop, MIDDLE.profile, MIDDLE.date, MIDDLE.paraphrase) == (0.3, 0.2, 0.2, 0.5)
    half, _, double = LEVELS
    assert (half.drop, double.drop, double.paraphrase) == (0.15, 0.6, 1.0)


def test_who_knows_the_truth_is_right_everywhere() -> None:
    for level in LEVELS:
        made = list(stories(60, level))
        found = figures(scored(made, _knowing(made)))
        assert found.holds.value == 1.0
        assert (found.above.value, found.width.value) == (0.0, 0.0)
        assert (found.precision.value, found.recall.value) == (1.0, 1.0)


def _knowing(made: list[Story]) -> Estimator:
    known = {_key(s.reports): s for s in made}
    return lambda reports, _: _true(known[_key(reports)])


def _key(reports: Sequence[FiledReport]) -> str:
    return reports[0].id


def _true(of: Story) -> Estimate:
    who = {ref: of.people[ref] for ref in speaking(of)}
    pairs = {frozenset(pair) for pair in combinations(who, 2) if who[pair[0]] == who[pair[1]]}
    return Estimate(of.truth, of.truth, pairs)


def test_an_open_interval_holds_and_has_no_width() -> None:
    found = figures(scored(_many()[:30], lambda _, __: Estimate(0, None, set())))
    assert (found.holds.value, found.open.value) == (1.0, 1.0)
    assert found.width.value is None
    assert found.precision.value is None
    assert found.recall.value == 0.0


def test_a_lower_bound_above_the_truth_is_told_from_an_upper_one_below() -> None:
    above = figures(scored(_many()[:30], lambda _, __: Estimate(99, None, set())))
    below = figures(scored(_many()[:30], lambda _, __: Estimate(-1, -1, set())))
    assert (above.holds.value, above.above.value) == (0.0, 1.0)
    assert (below.holds.value, below.above.value) == (0.0, 0.0)


def test_merging_everybody_finds_all_pairs_and_is_often_wrong() -> None:
    made = [s for s in _many()[:60] if len(speaking(s)) > 1]
    all_in_one = {_key(s.reports): frozenset(speaking(s)) for s in made}
    found = figures(scored(made, lambda reports, _: Estimate(0, None, {all_in_one[_key(reports)]})))
    assert found.recall.value == 1.0
    assert found.precision.value is not None
    assert found.precision.value < 0.9


def test_merges_in_a_chain_are_one_group() -> None:
    a, b, c, d, e = (Ref("r", name) for name in "abcde")
    chain = [frozenset({a, b}), frozenset({d, e}), frozenset({b, c})]
    assert sorted(map(sorted, joined(chain))) == [[a, b, c], [d, e]]


@given(st.lists(st.frozensets(st.integers(0, 9), min_size=2, max_size=3), max_size=8))
def test_joined_groups_have_nothing_in_common_and_lose_nothing(made: list[frozenset[int]]) -> None:
    merges = [frozenset(Ref("r", str(n)) for n in merge) for merge in made]
    groups = joined(merges)
    assert sum(map(len, groups)) == len(frozenset[Ref]().union(*groups))
    assert all(any(merge <= group for group in groups) for merge in merges)


def test_wilsons_interval_is_the_published_one() -> None:
    assert wilson(0, 10).high == pytest.approx(0.2775, abs=0.001)
    assert wilson(81, 263).low == pytest.approx(0.2553, abs=0.001)
    assert wilson(81, 263).high == pytest.approx(0.3662, abs=0.001)
    assert wilson(0, 0).value is None


def test_the_baselines_count_what_they_say() -> None:
    made = next(s for s in _many() if len(s.reports) > 8)
    carrying = [r for r in made.reports if r.id in {key.report for key in made.statements}]
    outlets = baselines.outlets(made.reports, made.statements)
    assert outlets.lower == outlets.upper == len({r.outlet for r in carrying})
    once = baselines.clusters(made.reports[:1], frozenset({Key(made.reports[0].id, "")}))
    assert (once.lower, once.upper) == (1, 1)


def test_a_report_and_its_copy_are_one_cluster() -> None:
    report = story(3).reports[0]
    keys = frozenset({Key(report.id, "a"), Key("copy", "a")})
    copy = FiledReport("copy", "c.txt", report.kind, None, "Undry Gull", None, None, report.text)
    assert baselines.clusters((report, copy), keys).lower == 1
    assert baselines.outlets((report, copy), keys).lower == 2


def test_a_story_read_from_its_text_keeps_text_and_truth() -> None:
    made = next(s for s in _many() if len(s.reports) == 3 and s.truth)
    (again,) = read_again([made])
    assert [r.text for r in again.reports] == [r.text for r in made.reports]
    assert again.truth == made.truth
    assert again.statements
    assert all(origins in made.origins.values() for origins in again.origins.values())
