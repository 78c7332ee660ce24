"""One statement put down in its sentence, with its spans and what they are marked as."""

from __future__ import annotations

from benchmarks.origins.mention import again, introduced
from benchmarks.origins.people import Voice
from benchmarks.origins.sayings import Worded, worded
from benchmarks.origins.sketch import Telling
from benchmarks.origins.wording import Mark, Words, filled, opened
from benchmarks.origins.writing import Writing
from firsthand.evidence.values import BasisKind, Relay
from firsthand.provenance.filed import FiledStatement
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import ProfileFact, ProfileField, SourceKind
from firsthand.text import Span

_FACTS = {"age": ProfileField.AGE, "left": ProfileField.LEFT, "anonymity": ProfileField.ANONYMITY}


def stated(writing: Writing, telling: Telling) -> None:
    """One statement in its sentence, with its spans."""
    who, is_first = _speaker(writing, telling)
    said = _said(writing, telling)
    comma = "," if "," in who.text and not who.text.endswith(",") else ""
    channel = telling.channel
    parts: dict[str, str | Words] = {
        "src": who,
        "said": said.text if said else "",
        "c": comma,
        "outlet": channel.printed if channel else "reporters",
        "town": writing.town,
    }
    sentence = opened(filled(telling.frame, parts))
    start = writing.put(sentence.text).start
    _marked(writing, telling, sentence, start, is_first)
    key = _filed(writing, telling, sentence, start, said)
    if telling.note and key:
        writing.notes.append((writing.put(str(len(writing.notes) + 1)), telling.note, key))


def _said(writing: Writing, telling: Telling) -> Worded | None:
    if telling.saying is None:
        return None
    voices, voice = writing.sketch.voices, telling.voice
    woman = voice is not None and voices[voice].woman
    return worded(telling.saying, woman=woman, direct=telling.direct)


def _speaker(writing: Writing, telling: Telling) -> tuple[Words, bool]:
    """How the sentence names its speaker: at length the first time, briefly after it."""
    if telling.voice is None:
        return Words(""), False
    voice = writing.sketch.voices[telling.voice]
    if telling.voice in writing.mentions:
        return Words(again(voice, writing.chance, is_subject="{src}{c}" in telling.frame)), False
    found = introduced(voice, writing.town, writing.chance)
    if voice.kind is SourceKind.DOCUMENT:
        found = Words(found.text if voice.full else f"an internal {voice.name}")
    return found, True


def _marked(
    writing: Writing, telling: Telling, sentence: Words, start: int, is_first: bool
) -> None:
    """Notes where the speaker is mentioned, and what the report says of them there."""
    if telling.voice is None:
        return
    at, voice = telling.voice, writing.sketch.voices[telling.voice]
    spoken = [_span(m, start) for m in sentence.all("src")]
    writing.mentions.setdefault(at, []).extend(spoken)
    if is_first and spoken:
        named = sentence.all("name")
        shown = named[0] if named else sentence.all("src")[0]
        writing.names[at] = sentence.text[shown.start : shown.end]
        writing.facts[at] = _facts(voice, sentence, start)


def _facts(voice: Voice, sentence: Words, start: int) -> list[ProfileFact]:
    """Each with the words that say it."""
    post = ProfileField.FORMER_ROLE if voice.former else ProfileField.ROLE
    found = []
    for mark in sentence.marks:
        fact = post if mark.name == "post" else _FACTS.get(mark.name)
        if fact is not None:
            value = sentence.text[mark.start : mark.end]
            found.append(ProfileFact(fact, value, _span(mark, start)))
    return found


def _span(mark: Mark, start: int) -> Span:
    return Span(mark.start + start, mark.end + start)


def _filed(
    writing: Writing, telling: Telling, sentence: Words, start: int, said: Worded | None
) -> str:
    """Files the statement; returns its id. One with no content of its own is the whole line."""
    name = f"{writing.chance.getrandbits(64):016x}"
    held = sentence.all("said")
    content = _span(held[0], start) if held else Span(start, start + len(sentence.text))
    heard = said.informant if said else None
    quoted = telling.direct and bool(held)
    at = telling.voice
    writing.statements.append(
        FiledStatement(
            id=name,
            source=None if at is None else writing.ids[at],
            content=(_with_quotes(content, sentence, start) if quoted else content,),
            kind=AttributionKind.DIRECT if quoted else AttributionKind.INDIRECT,
            via=_via(telling, sentence, start),
            circumstances=telling.circumstances,
            basis=telling.saying.basis if telling.saying else BasisKind.UNSTATED,
            heard_from=Span(content.start + heard[0], content.start + heard[1]) if heard else None,
            standing=telling.standing,
            is_response=telling.is_response,
            recanted=telling.recanted,
        )
    )
    if telling.is_allegation:
        writing.truth[name] = telling.origins
    return name


def _with_quotes(content: Span, sentence: Words, start: int) -> Span:
    """From the mark that opens to the one that closes, after a full stop maybe."""
    closing = sentence.text.index("”", content.end - start)
    return Span(content.start - 1, start + closing + 1)


def _via(telling: Telling, sentence: Words, start: int) -> tuple[Relay, ...]:
    marks = sentence.all("outlet")
    if telling.channel is None or not marks:
        return ()
    return (Relay(telling.channel.name, telling.channel.kind, _span(marks[0], start)),)
