"""What kind of document a draft is, by its form."""

from __future__ import annotations

import pytest

from firsthand.ingest.load import Received, load
from firsthand.ingest.report import ReportKind
from tests.ingest.checks import read
from tests.ingest.pages import BODY, FOOTNOTED, PLAIN, SIDEBAR, WIKI, WORDPRESS

SHED = "They counted us every hour of the night and gave us nothing to drink."
STATEMENT = f"""\
Witness statement of Ilse Marrow

My name is Ilse Marrow and I worked at Varn Quay until 2016.

{SHED} I saw two men being taken to the fort.

I left the island in the spring. We were never told why it was done.
"""
AFFIDAVIT = f"""\
AFFIDAVIT

1. I, Ilse Marrow, of Tessel, make oath and say as follows.

2. {SHED}

3. I saw two men being taken to the fort, and I know their names.
"""
PRESS = f"""\
Statement by the Port of Varn on the shed

We have read the reports of the Tessel Courier, and we deny them in full.

{BODY[3]}

We will answer further questions in writing.
"""
TURNS = f"""\
Interview with Ilse Marrow

Q: Where were you kept?

A: In the shed. {SHED}

Q: For how long?

A: Two nights, and then they let some of us go.
"""
HEARING = f"""\
Hearing of 3 May 2018

THE CHAIR: Mr. Vane, were you at the quay that night?

MR. VANE: I was not. I read of it in the newspaper.

THE CHAIR: Who had the key?

MR. VANE: I cannot say. {SHED}
"""
PANEL = f"""\
The podcast

Runa Feld, Tessel Courier: Where were you kept?

Ilse Marrow: In the shed. {SHED}

Runa Feld, Tessel Courier: And who had the key?

Ilse Marrow: The harbour master, Osric Vane.
"""
RECORD = f"""\
Summary record of the 12th meeting

The meeting was called to order at 10.05 a.m.

{BODY[0]}

{BODY[3]}
"""
JUDGMENT = f"""\
IN THE HIGH COURT OF TESSEL

Case No. 12 of 2018

{BODY[0]}

{BODY[3]}
"""


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (PLAIN, ReportKind.NEWS),
        ("\n\n".join(BODY), ReportKind.NEWS),
        (STATEMENT, ReportKind.STATEMENT),
        (AFFIDAVIT, ReportKind.STATEMENT),
        (PRESS, ReportKind.STATEMENT),
        (TURNS, ReportKind.TRANSCRIPT),
        (HEARING, ReportKind.TRANSCRIPT),
        (PANEL, ReportKind.TRANSCRIPT),
        (RECORD, ReportKind.OFFICIAL_RECORD),
        (JUDGMENT, ReportKind.OFFICIAL_RECORD),
    ],
)
def test_the_form_of_a_text_shows_its_kind(document: str, kind: ReportKind) -> None:
    """Labels of speakers, a statement's title and first person, a record's opening words."""
    assert read(document, "document.txt").kind is kind


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (WORDPRESS, ReportKind.NEWS),
        (SIDEBAR, ReportKind.NEWS),
        (FOOTNOTED, ReportKind.FOOTNOTED_REPORT),
    ],
)
def test_the_form_of_a_page_shows_its_kind(document: str, kind: ReportKind) -> None:
    """Notes throughout make a report with footnotes."""
    assert read(document).kind is kind


def test_two_notes_are_an_accident() -> None:
    """An article with a note or two is an article."""
    assert read(WIKI).kind is ReportKind.NEWS


def test_an_article_about_a_statement_is_news() -> None:
    """A headline that speaks of a statement, without a first person, is no statement."""
    article = "\n\n".join(["Statement of crane driver shocks quay", *BODY])
    assert read(article, "a.txt").kind is ReportKind.NEWS


def test_an_article_full_of_first_person_quotations_is_news() -> None:
    """ "I" within quotation marks is the source's, not the author's."""
    quoted = "\n\n".join([
        "Testimony of driver shocks quay", BODY[0], "“I saw it,” she said. “We left.”", BODY[3],
        "“My friends are there,” she said. “I fear for them.”", BODY[4],
    ])  # fmt: skip
    assert read(quoted, "a.txt").kind is ReportKind.NEWS


def test_colons_in_an_article_make_no_transcript() -> None:
    """Labels must come back, on a third of the paragraphs at least."""
    text = "\n\n".join(
        ["Shed: what we know", *BODY, "One answer: there is none.", "Next: the fort."]
    )
    assert read(text, "a.txt").kind is ReportKind.NEWS


@pytest.mark.parametrize("kind", ReportKind)
def test_a_person_can_say_otherwise(kind: ReportKind) -> None:
    """The kind that the user gives is the kind, whatever the form."""
    assert load(Received(PLAIN.encode(), "a.txt"), kind=kind).kind is kind
