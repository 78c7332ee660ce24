"""The record of a report: statements, remarks, and what stands apart."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import firsthand
from firsthand.evidence.values import Standing

REMARKS = """Mira Tolland said the crew was locked in at night.

She appeared to be referring to the winter of 2015 rather than to this year.

Other accounts have also suggested that crews were locked in.
"""


def test_a_caveat_and_a_claim_that_accounts_agree_are_nobodys_statement() -> None:
    """They keep their place among the attributions, and have no speaker."""
    record = firsthand.read_text(REMARKS).record
    standings = {s.standing for s in record.remarks}
    assert standings == {Standing.CAVEAT, Standing.ASSERTED}
    assert all(s.speaker.source is None for s in record.remarks)
    assert len(record.statements) == 1
    assert len(record.attributions) == 3
    assert [s.name for s in record.sources] == ["Mira Tolland"]


def test_a_caveat_names_the_statements_that_it_limits() -> None:
    """What is limited is limited by id."""
    record = firsthand.read_text(REMARKS).record
    assert record.caveats[0].limits == (record.statements[0].attribution.id,)


def test_only_words_that_put_the_source_there_are_first_hand() -> None:
    """A former guard who left is none for that."""
    text = (
        "Toro Vask, a former guard who fled the port in 2009, said the crews are beaten every "
        "winter. “I saw them carried out,” said Ilna Brode, a cook.\n"
    )
    reading = firsthand.read_text(text)
    bases = {reading.words(s.attribution.source)[0][:4]: s.basis.kind for s in reading.statements}
    assert bases["Toro"] == "unstated"
    assert bases["Ilna"] == "saw"


_PARTS = st.sampled_from(
    ["Mira Tolland", "she", "said", "told the Lantern", "“I saw it”", "denied", "in custody", ",",
     ".", "\n\n", "that", "guards beat the crew", "could not be verified", "who left in 2009"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(_PARTS, max_size=30))
def test_for_any_mixture_of_words_every_finding_quotes_the_text(parts: list[str]) -> None:
    """No conclusion without its words."""
    options = firsthand.Options(any_language=True, reader=firsthand.ReaderName.RULES)
    record = firsthand.read_text("It was so. " + " ".join(parts), options=options).record
    text = record.report.text
    for s in record.all:
        relays = [r.span for r in s.via]
        circumstances = [c.span for c in s.circumstances]
        shown = (*s.basis.spans, *s.force.spans, *s.stance.spans, *s.connection.spans)
        for span in (*shown, *relays, *circumstances, *s.speaker.evidence):
            assert text[span.start : span.end].strip()
