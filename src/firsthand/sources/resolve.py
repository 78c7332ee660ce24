"""The sources stage: to whom the source words of each attribution lead.

In the order of the text, by the first that applies: the form (a turn's label, the author), first
person (who speaks the words around it), a name, a pronoun, a noun. What leads nowhere is a source
of its own where it describes somebody, and stays unresolved where it only points ("they").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution
from firsthand.reading.page import Page
from firsthand.sources.descriptions import Descriptions
from firsthand.sources.dialogue import answers
from firsthand.sources.entities import Entities
from firsthand.sources.features import PRONOUNS, Form, form_of
from firsthand.sources.led import NOWHERE, Led
from firsthand.sources.mentions import Mentions
from firsthand.sources.naming import Naming
from firsthand.sources.pairs import Pairs
from firsthand.sources.pronouns import ONE, Choice, ranked
from firsthand.sources.source import How
from firsthand.sources.spoken import Spoken
from firsthand.text import Span

LEAST = 0.4
"""The share from which a pronoun is resolved; below it, candidates are shown."""
SURE = 0.6
"""The share from which a noun ("the docker") is: it may well be somebody not yet spoken of."""
_MOST = 3
_OWNING = frozenset("his their its your our".split())
_RELATIVE = frozenset("who whom that which".split())


class Resolver:
    """Resolves the source words of a report's attributions, one after the other."""

    def __init__(
        self,
        report: Report,
        page: Page,
        mentions: Mentions,
        pairs: Pairs,
        read: Sequence[Attribution],
    ) -> None:
        self.report, self.page, self.mentions, self.pairs = report, page, mentions, pairs
        self.entities = Entities(mentions, Naming(mentions))
        self.spoken = Spoken(read)
        self.described = Descriptions(self.entities, page, read)
        self._pronouns()
        spoken = [span for a in read if a.source for span in a.content]
        self.answers = answers(page, mentions, self.entities.naming, spoken)

    def all(self, read: Sequence[Attribution]) -> Iterator[Led]:
        """Where each attribution's source leads, in order."""
        found: dict[str, Led] = {}
        for attribution in read:
            found[attribution.id] = self._led(attribution, found)
            yield found[attribution.id]

    def _pronouns(self) -> None:
        """Every "he", "she" and "the docker" of the report's own words, where it is sure enough."""
        for number, mention in enumerate(self.mentions.all):
            if self.mentions.seen.quoted[number]:
                continue
            if mention.form in ONE:
                best = ranked(self.entities, self.pairs, number)
                if best and best[0].share >= LEAST:
                    self.entities.lead(number, best[0].entity)
            elif mention.form is Form.NOUN and self._points(number):
                best = ranked(self.entities, self.pairs, number)
                if best and best[0].share >= SURE and self._is_named(best[0].entity):
                    self.entities.move(number, best[0].entity)

    def _points(self, number: int) -> bool:
        """Whether a noun speaks of somebody before, and it is not known yet of whom."""
        words = self.mentions.words(number).lower()
        entity = self.entities.all[self.entities.of[number]]
        first = entity.bearer is None and entity.mentions[:1] == [number]
        return first and words.startswith(("the ", "this ")) and not self.mentions.all[number].body

    def _is_named(self, entity: int) -> bool:
        return self.entities.all[entity].bearer is not None

    def _led(self, a: Attribution, before: dict[str, Led]) -> Led:
        if not a.source:
            return self._unlabelled(a)
        words = " ".join(span.of(self.page.text) for span in a.source)
        form = form_of(words) if words.lower() in PRONOUNS else None
        if words.lower() in _OWNING:
            return NOWHERE  # "His family ...": a reader's slip, whoever "his" is does not speak
        if form in (Form.I, Form.WE, Form.YOU):
            return self._first_person(a, form, before)
        if words.lower() in _RELATIVE and not words.isupper():
            return self._relative(a.source[0])
        if form is not None:
            return self._pronoun(a.source[0])
        return self.described.led(a, words)

    def _first_person(self, a: Attribution, form: Form, before: dict[str, Led]) -> Led:
        """The word "I" is whoever speaks the words around it; "we" holds more than the speaker."""
        around = self.spoken.around(a)
        speaker = before.get(around.id) if around else None
        if around is None and form is not Form.WE:
            return self._in_conversation(a.source[0], form)
        if around is None or speaker is None or speaker.entity is None or form is Form.YOU:
            return NOWHERE
        if form is Form.WE:
            return Led(None, None, 0.0, (), (speaker.entity,))
        return Led(speaker.entity, How.FIRST_PERSON, speaker.score, around.source)

    def _unlabelled(self, a: Attribution) -> Led:
        """An answer of a conversation without labels."""
        asks = (
            self.page.text[a.content[-1].start : a.content[-1].end].rstrip("”\"’' ").endswith("?")
        )
        return NOWHERE if a.cue or asks or a.pattern != "turn" else self._answering()

    def _in_conversation(self, span: Span, form: Form) -> Led:
        """The word "I" in an answer, "you" in a question, of a conversation without labels."""
        end = min((e for c in ".!\n" if (e := self.page.text.find(c, span.end)) >= 0), default=-1)
        asks = "?" in self.page.text[span.end : end]
        return self._answering() if asks == (form is Form.YOU) else NOWHERE

    def _answering(self) -> Led:
        if self.answers is None:
            return NOWHERE
        first = self.entities.naming.bearers[self.answers].mentions[0]
        return Led(self.answers, How.FORM, 0.5, (self.mentions.all[first].span,))

    def _relative(self, span: Span) -> Led:
        """The word "who" stands for the mention right before it."""
        before = self.mentions.within(Span(max(0, span.start - 80), span.start))
        for number in reversed(before):
            gap = self.page.text[self.mentions.all[number].span.end : span.start]
            if number in self.entities.of and len(gap) <= 40 and "." not in gap:
                evidence = (self.mentions.all[number].span,)
                return Led(self.entities.of[number], How.PRONOUN, 0.7, evidence)
        return NOWHERE

    def _pronoun(self, span: Span) -> Led:
        numbers = self.mentions.within(span)
        if not numbers:
            return NOWHERE
        number = numbers[0]
        quoted = bool(self.mentions.seen.quoted[number])
        best = ranked(
            self.entities, self.pairs, number, self.spoken.words_at(span) if quoted else None
        )
        taken = best[0] if best and best[0].share >= LEAST else None
        if taken is None:
            return Led(None, None, 0.0, (), tuple(c.entity for c in best[:_MOST] if c.share > 0.1))
        if number not in self.entities.of:
            self.entities.lead(number, taken.entity)
        return self._chosen(taken, best)

    def _chosen(self, taken: Choice, best: Sequence[Choice]) -> Led:
        others = tuple(c.entity for c in best[1:_MOST] if c.share > 0.1)
        evidence = (self.mentions.all[taken.mention].span,)
        return Led(taken.entity, How.PRONOUN, taken.share, evidence, others)
