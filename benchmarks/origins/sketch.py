"""A report before it is written: who speaks in it, and which lines it has."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.origins.people import Voice
from benchmarks.origins.sayings import Saying
from firsthand.evidence.values import CircumstanceKind, RelayKind, Standing


@dataclass(frozen=True, slots=True)
class Channel:
    """Through whom it came: `printed` with its article or form, `name` without."""

    name: str
    printed: str
    kind: RelayKind


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of one report. `voice` counts the report's voices; None is nobody.

    `origins` is the truth: at whom the statement first entered the record. `frame` is the
    sentence that it stands in. Side statements and answers are no part of the `allegation`.
    """

    voice: int | None
    saying: Saying | None
    frame: str
    direct: bool
    origins: frozenset[str]
    channel: Channel | None = None
    circumstances: tuple[CircumstanceKind, ...] = ()
    standing: Standing = Standing.STATEMENT
    is_allegation: bool = True
    is_response: bool = False
    recanted: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One report. `day` counts from the act; `parents` are the sketches that it was made from.

    `hidden` is not in the case: what is known of it are its retellings.
    """

    number: int
    outlet: str
    day: int
    title: str
    voices: tuple[Voice, ...]
    body: tuple[tuple[str | Telling, ...], ...]
    author: str | None = None
    credit: str | None = None
    closing: str | None = None
    is_agency: bool = False
    is_footnoted: bool = False
    hidden: bool = False
    retracted: bool = False
    copy_of: int | None = None
    version_of: int | None = None

    @property
    def tellings(self) -> list[Telling]:
        """Its statements, in order."""
        return [line for part in self.body for line in part if isinstance(line, Telling)]
