"""Speakers in GUM: each mention that governs a verb of reporting, led to a name of the document.

Only mentions whose entity the document names are counted; right is a source whose name stands for
that entity in the gold. Baseline in the same run: the nearest name before the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.gum import GumDocument, Mention
from firsthand import Options, Report, read_text
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.reading.model.sight import Sight
from firsthand.reading.page import Page, page_of
from firsthand.sources.features import Form
from firsthand.sources.mentions import mentions_of
from firsthand.sources.pairs import Pairs
from firsthand.sources.resolve import Resolver
from firsthand.sources.source import How
from firsthand.text import Span

VERBS = frozenset(
    "add admit allege announce argue ask claim comment confirm declare deny describe explain "
    "insist note remark reply report respond say state suggest tell testify warn write".split()
)
"""The verbs of reporting; with "according to", the list of what makes a mention a source."""
_TELLING = frozenset({Form.NAME, Form.NOUN, Form.NOUNS})
_EDGES = frozenset("punct case fixed mark cc advmod".split())
_FIRST = frozenset("i me we us you".split())


@dataclass(frozen=True, slots=True)
class Case:
    """A source of a document: its words, its verb, and the names of its entity."""

    source: Span
    cue: Span
    content: Span
    names: tuple[Span, ...]
    mentions: tuple[Span, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was answered for a case, by Firsthand and by the baseline."""

    document: str
    case: Case
    right: bool
    baseline: bool


def cases(document: GumDocument) -> Iterator[Case]:
    """The sources of a document whose entity it names."""
    heads = [_head(document, m) for m in document.mentions]
    names: dict[int, list[Span]] = {}
    for mention, head in zip(document.mentions, heads, strict=True):
        if document.tokens[head].tag.startswith("NNP"):
            names.setdefault(mention.entity, []).append(_span(document, mention))
    by_head: dict[int, Mention] = {}
    for mention, head in zip(document.mentions, heads, strict=True):
        by_head.setdefault(head, mention)
    for at, token in enumerate(document.tokens):
        cue = _cue(document, at)
        known = by_head.get(at)
        if cue is None or known is None or known.entity not in names:
            continue
        word = document.text[token.start : token.end].lower()
        form = "name" if token.tag.startswith("NNP") else "noun" if token.tag[:2] != "PR" else word
        yield Case(
            _phrase(document, at),
            cue,
            _content(document, cue),
            tuple(names[known.entity]),
            tuple(_span(document, m) for m in document.mentions if m.entity == known.entity),
            form,
        )


def _cue(document: GumDocument, at: int) -> Span | None:
    """The verb of reporting that this token is the subject of, or its "according to"."""
    token = document.tokens[at]
    if token.head < 0:
        return None
    if token.relation == "nsubj" and document.tokens[token.head].lemma in VERBS:
        return Span(document.tokens[token.head].start, document.tokens[token.head].end)
    before = [t for t in range(max(0, at - 8), at) if document.tokens[t].head == at]
    led = [t for t in before if document.tokens[t].lemma == "accord"]
    return Span(document.tokens[led[0]].start, document.tokens[led[0]].end) if led else None


def _head(document: GumDocument, mention: Mention) -> int:
    inside = range(mention.first, mention.last + 1)
    return next((t for t in inside if document.tokens[t].head not in inside), mention.last)


def _phrase(document: GumDocument, head: int) -> Span:
    """The head with all that hangs on it, as a reader marks a source: "His father, Ada Lem"."""
    inside = {head}
    for at in range(max(0, head - 40), min(len(document.tokens), head + 40)):
        step, seen = at, 0
        while step >= 0 and step not in inside and seen < 40:
            step, seen = document.tokens[step].head, seen + 1
        if step in inside:
            inside.add(at)
    kept = sorted(inside)
    while kept and document.tokens[kept[0]].relation in _EDGES:
        kept.pop(0)
    tokens = [document.tokens[at] for at in kept if document.tokens[at].relation != "punct"]
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))


def _span(document: GumDocument, mention: Mention) -> Span:
    return Span(document.tokens[mention.first].start, document.tokens[mention.last].end)


def _content(document: GumDocument, cue: Span) -> Span:
    """A character behind the cue: the case is about who speaks, not about what is said."""
    return Span(min(cue.end, len(document.text) - 1), min(cue.end + 1, len(document.text)))


def verdicts(document: GumDocument, page: Page, sight: Sight, pairs: Pairs) -> Iterator[Verdict]:
    """Each case of a document, as the sources stage answers it."""
    report = read_text(document.text, document.name, Options(any_language=True)).report
    known = list(cases(document))
    attributions = [_attribution(report, case) for case in known]
    mentions = mentions_of(page, sight)
    resolver = Resolver(report, page, mentions, pairs, attributions)
    for case, led in zip(known, resolver.all(attributions), strict=True):
        spans = [case.source] if led.how is How.ALONE else []
        if led.entity is not None:
            numbers = resolver.entities.all[led.entity].mentions
            told = [mentions.all[n] for n in numbers if mentions.all[n].form in _TELLING]
            spans = [m.span for m in told] or spans
        all_names = [m.span for m in mentions.all if m.name is not None]
        before = [s for s in all_names if s.start < case.cue.start][-1:]
        yield Verdict(document.name, case, _is_right(case, spans), _is_right(case, before))


def _attribution(report: Report, case: Case) -> Attribution:
    source, cue, content = (case.source,), (case.cue,), (case.content,)
    name = attribution_id(report, source, cue, content)
    return Attribution(name, source, cue, content, AttributionKind.INDIRECT, 0.9, "gold")


def _is_right(case: Case, spans: Sequence[Span]) -> bool:
    """Whether a place found is a name of the case's entity, and most places are mentions of it."""
    held = sum(any(_same(n, s) for n in case.mentions) for s in spans)
    return any(_same(n, s) for n in case.names for s in spans) and 2 * held >= len(spans)


def _same(gold: Span, found: Span) -> bool:
    """Whether the two end alike (heads stand last in a name), or one begins the other."""
    return gold.end == found.end or gold.start == found.start or found.contains(gold)


def is_third(case: Case) -> bool:
    """Whether the source is neither "I" nor "you", whom a page without turns does not tell."""
    return case.form not in _FIRST


def page_for(document: GumDocument) -> Page:
    """The document as a page."""
    return page_of(read_text(document.text, document.name, Options(any_language=True)).report)
