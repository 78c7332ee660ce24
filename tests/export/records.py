"""A full record, made by hand, of an invented report: every value of the evidence has its words."""

from __future__ import annotations

import dataclasses

from firsthand.evidence.statement import Asserted, Caveat, OwnVoice, Record, Statement
from firsthand.evidence.values import (
    Basis,
    BasisKind,
    By,
    Circumstance,
    CircumstanceKind,
    Connected,
    Connection,
    Force,
    ForceLevel,
    Marked,
    Mood,
    Polarity,
    Presence,
    Relay,
    RelayKind,
    Response,
    ResponseKind,
    Stance,
    StanceKind,
)
from firsthand.ingest.load import Received, load
from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.sources.source import (
    UNRESOLVED,
    How,
    ProfileFact,
    ProfileField,
    Resolution,
    Source,
    SourceKind,
    source_id,
)
from firsthand.text import Span

TEXT = """# Net menders kept in a shed at Tarn Quay, cook says

Forty net menders sleep in a locked shed at Tarn Quay, according to a cook who left the \
town in 2016.

Edda Rowl, 47, a former cook of the Merrow line, told the Tarn Courier in an interview \
last week that the door is barred every night in the 2019 season.

“I saw the padlock,” she said. “My brother told me that two of them were beaten.”

Nobody in the shed has been paid since the spring.

Hanno Piel, a mender held at Tarn jail, claimed on state television that the menders may \
have locked the door themselves, while a guard stood by.

The Merrow line denied that anyone is kept there, the Gull Wire reported on Friday from \
Oll, quoting a written statement.

“The harbour is a disgrace,” said the mayor, who was asked about the shed. They would not \
say who keeps the key.

Miss Rowl seemed to speak of years before the Merrow line took over the quay. Other \
accounts tell of the same shed.
"""


def report_of(text: str = TEXT, name: str = "quay.md") -> Report:
    """The report of a text in Markdown."""
    return load(Received(text.encode(), name), any_language=True)


REPORT = report_of()


def at(words: str, report: Report = REPORT) -> Span:
    """Where these words first stand in the text."""
    start = report.text.index(words)
    return Span(start, start + len(words))


SHE = Span(at("she said").start, at("she said").start + 3)


def _near(content: str, cue: str) -> Span:
    """The cue nearest to the beginning of the content, on either side."""
    start = at(content).start
    places = [n for n in range(len(REPORT.text)) if REPORT.text.startswith(cue, n)]
    nearest = min(places, key=lambda n: abs(n - start))
    return Span(nearest, nearest + len(cue))


def _said(source: str, cue: str, content: str, kind: str = "indirect") -> Attribution:
    who = SHE if source == "she" else at(source)
    roles = ((who,), (_near(content, cue),), (at(content),))
    name = attribution_id(REPORT, *roles)
    return Attribution(name, *roles, AttributionKind(kind), 0.87, "made")


def plain(a: Attribution, speaker: Resolution = UNRESOLVED) -> Statement:
    """A statement of which the words show nothing."""
    return Statement(
        a, speaker, (), (), Basis(), None, Marked(), Marked(), Connected(), Force(), Stance(), None
    )


def _source(name: str, kind: SourceKind, *mentions: Span, **facts: tuple[str, str]) -> Source:
    profile = tuple(
        ProfileFact(ProfileField(field), value, at(words))
        for field, (value, words) in facts.items()
    )
    return Source(source_id(REPORT, mentions), name, kind, mentions, profile)


ROWL = _source(
    "Edda Rowl", SourceKind.NAMED_PERSON, at("a cook"), at("Edda Rowl"), SHE,
    former_role=("cook of the Merrow line", "former cook of the Merrow line"), age=("47", "47"),
    left=("2016", "left the town in 2016"),
)  # fmt: skip
PIEL = _source("Hanno Piel", SourceKind.NAMED_PERSON, at("Hanno Piel"), role=("mender", "mender"))
LINE = _source("Merrow line", SourceKind.ORGANISATION, at("The Merrow line"))
MAYOR = _source("the mayor", SourceKind.UNNAMED_PERSON, at("the mayor"))


def led(source: Source, how: How, score: float, *evidence: Span) -> Resolution:
    """That the words lead to this source."""
    return Resolution(source.id, how, score, evidence)


ROWL_LEFT = Presence(at("left the town in 2016"), 2016, at("the 2019 season"), 2019)
COURIER = Relay("Tarn Courier", RelayKind.OUTLET, at("the Tarn Courier"), date=at("last week"))
WIRE = Relay("Gull Wire", RelayKind.OUTLET, at("the Gull Wire"), at("on Friday"), at("from Oll"))
PAPER = Relay("written statement", RelayKind.DOCUMENT, at("a written statement"))
INTERVIEW = Circumstance(CircumstanceKind.INTERVIEW, at("in an interview"))
TELEVISION = Circumstance(CircumstanceKind.STATE_TELEVISION, at("on state television"))
CUSTODY = Circumstance(CircumstanceKind.CUSTODY, at("held at Tarn jail"))

STATEMENTS = (
    dataclasses.replace(
        plain(
            _said("a cook who left the town in 2016", "according to",
                  "Forty net menders sleep in a locked shed at Tarn Quay"),
            led(ROWL, How.NOUN, 0.81, at("Edda Rowl")),
        ),
        presence=ROWL_LEFT,
    ),
    dataclasses.replace(
        plain(
            _said("Edda Rowl, 47, a former cook of the Merrow line", "told",
                  "the door is barred every night in the 2019 season"),
            led(ROWL, How.NAME, 1.0, at("Edda Rowl")),
        ),
        via=(COURIER,), circumstances=(INTERVIEW,), presence=ROWL_LEFT,
    ),
    dataclasses.replace(
        plain(
            _said("she", "said", "“I saw the padlock,”", "direct"),
            led(ROWL, How.PRONOUN, 0.93, at("Edda Rowl")),
        ),
        basis=Basis(BasisKind.SAW, By.SOURCE, (at("I saw"),)),
        connection=Connected(Connection.WITNESS, (at("I saw"),)),
    ),
    dataclasses.replace(
        plain(
            _said("she", "said", "“My brother told me that two of them were beaten.”", "direct"),
            led(ROWL, How.PRONOUN, 0.93, at("Edda Rowl")),
        ),
        basis=Basis(BasisKind.HEARD, By.SOURCE, (at("told me"),), at("My brother")),
    ),
    dataclasses.replace(
        plain(
            _said("Hanno Piel, a mender held at Tarn jail", "claimed",
                  "the menders may have locked the door themselves"),
            led(PIEL, How.NAME, 1.0, at("Hanno Piel")),
        ),
        circumstances=(
            TELEVISION, CUSTODY,
            Circumstance(CircumstanceKind.MINDER_PRESENT, at("while a guard stood by")),
        ),
        force=Force(ForceLevel.POSSIBLE, spans=(at("may"),)),
        stance=Stance(StanceKind.DISTANCING, (at("claimed"),)),
    ),
    dataclasses.replace(
        plain(
            _said("The Merrow line", "denied", "anyone is kept there"),
            led(LINE, How.NAME, 1.0, at("The Merrow line")),
        ),
        via=(WIRE, PAPER),
        circumstances=(
            Circumstance(CircumstanceKind.PREPARED_STATEMENT, at("a written statement")),
        ),
        capacity=Marked(True, (at("The Merrow line"),)),
        connection=Connected(Connection.PERPETRATOR, (at("denied"),)),
        force=Force(polarity=Polarity.DENIED, spans=(at("denied"),)),
        response=Response(ResponseKind.DENIES, (at("denied"),)),
    ),
    dataclasses.replace(
        plain(
            _said("the mayor", "said", "“The harbour is a disgrace,”", "direct"),
            led(MAYOR, How.ALONE, 1.0, at("the mayor")),
        ),
        opinion=Marked(True, (at("disgrace"),)),
    ),
    dataclasses.replace(
        plain(
            _said("They", "would not say", "who keeps the key"),
            Resolution(None, None, 0.0, (), (LINE.id, MAYOR.id)),
        ),
        force=Force(ForceLevel.UNSPECIFIED, mood=Mood.QUESTION, spans=(at("who keeps"),)),
        response=Response(ResponseKind.DECLINED, (at("would not say"),)),
    ),
)  # fmt: skip

RECORD = Record(
    REPORT,
    STATEMENTS,
    (ROWL, PIEL, LINE, MAYOR),
    (OwnVoice(at("Nobody in the shed has been paid since the spring."), 0.74),),
    (
        Caveat(
            at("Miss Rowl seemed to speak of years before the Merrow line took over the quay."),
            tuple(s.attribution.id for s in STATEMENTS[:4]),
        ),
    ),
    (Asserted(at("Other accounts tell of the same shed.")),),
)


def only(statement: Statement, **changed: object) -> Record:
    """The record with this one statement, and other parts changed."""
    return dataclasses.replace(RECORD, statements=(statement,), **changed)  # type: ignore[arg-type]
