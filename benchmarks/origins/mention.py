"""How a report mentions a speaker: at length the first time, briefly after that."""

from __future__ import annotations

import random

from benchmarks.origins.people import Voice
from benchmarks.origins.vocabulary import words
from benchmarks.origins.wording import Mark, Words, article, filled
from firsthand.sources.source import SourceKind


def introduced(voice: Voice, town: str, chance: random.Random) -> Words:
    """The first mention in a report, with marks for name, role, age, left and anonymity."""
    if voice.person is None:
        return Words(voice.full or voice.name or "", ())
    frame = chance.choice(words("people", "other")) if _is_told_apart(voice) else voice.frame
    return _filled(frame, voice, town, chance)


def _is_told_apart(voice: Voice) -> bool:
    return voice.other and not voice.name


def _filled(frame: str, voice: Voice, town: str, chance: random.Random) -> Words:
    if voice.name and voice.anonymity is None and "{anonymity}" in frame:
        frame = "{name}, {a} {role}"
    if voice.left is None:
        frame = frame.replace(" {gone}", "")
    gone = filled(chance.choice(words("people", "gone")), {"left": str(voice.left or "")})
    role = Words(f"former {voice.role}", ()) if voice.former else Words(voice.role)
    first = str(voice.age) if "{a} {age}" in frame else role.text
    parts: dict[str, str | Words] = {
        "name": voice.name or "",
        "age": str(voice.age),
        "role": _marked_role(role, voice),
        "a": article("x" if "{a} {woman}" in frame else first),
        "gone": gone,
        "woman": "woman" if voice.woman else "man",
        "town": town,
        "anonymity": voice.anonymity or "",
    }
    if voice.anonymity and not voice.name:
        frame += ", {anonymity}"
    return filled(frame, parts)


def _marked_role(role: Words, voice: Voice) -> Words:
    return Words(role.text, (Mark("post", len(role.text) - len(voice.role), len(role.text)),))


def again(voice: Voice, chance: random.Random, *, is_subject: bool) -> str:
    """A later mention: surname, description, or, where a verb follows, a pronoun."""
    if voice.person is None:
        return f"the {voice.name}" if voice.kind is SourceKind.DOCUMENT else voice.name or ""
    he = "she" if voice.woman else "he"
    if voice.name:
        return chance.choice((_surname(voice), _surname(voice), he if is_subject else voice.name))
    kinds = {"role": voice.role, "woman": "woman" if voice.woman else "man", "he": he}
    late = words("people", "late")
    return chance.choice(late if is_subject else late[:-1]).format_map(kinds)


def _surname(voice: Voice) -> str:
    """The family name as this report spells it; a pseudonym of one word as it stands."""
    if voice.name is None or voice.person is None or voice.name == voice.person.pseudonym:
        return voice.name or ""
    found = [f for f in voice.person.family if f in voice.name]
    return max(found, key=len, default=voice.name)
