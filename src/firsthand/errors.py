"""Everything that can go wrong, as one tree.

    FirsthandError
    +-- ReportError             a document, the place in it, and what is wrong
    |   +-- NotFound            no such file or folder, or it may not be opened
    |   +-- EmptyReport           it holds no text
    |   +-- UnknownFormat         its bytes are of no format that is read
    |   +-- MalformedReport       its bytes are not what their format asks for
    |   +-- EncryptedReport       it asks for a password
    |   +-- NoTextLayer           a scan: pictures of pages, no text
    |   +-- TooLarge              it goes beyond a limit of `firsthand.ingest.limits`
    |   +-- NotEnglish            its words are of a language that is not read
    |   +-- FetchError            a URL that could not be read
    |       +-- RefusedAddress      a URL that may not be read (scheme, private address)
    +-- OutputError             what was found could not be written down
    +-- CaseError               a case file, the place in it, and what is wrong
    |   +-- CaseNotFound          no case there, or it may not be opened
    |   +-- NotACase              what is there is no case file
    |   +-- CaseExists            something is there already; nothing is written over
    |   +-- NewerCase             a newer Firsthand made it
    |   +-- CaseBusy              another program is writing to it
    |   +-- CaseReadOnly          it may be read, not written
    |   +-- CaseFull              no room left where it lies
    |   +-- CaseDamaged           a damaged page, or an event that does not parse
    |   +-- CaseRefused           the server cannot be reached, or does not let in
    |   +-- NotInCase             no such report, statement, source or event, or several
    |   +-- CannotUndo            later events rest on it, or it can never be undone
    |   +-- BadJudgement          a correction that says nothing that could be so
    |   +-- QueryError            a search that cannot be understood
    +-- SpanError               a span that does not lie within its text

Each prints as one line that names the document and what to do.
"""

from __future__ import annotations


class FirsthandError(Exception):
    """The root: catch this to catch whatever Firsthand raises on purpose."""


class ReportError(FirsthandError):
    """A document that could not be read: which, where in it, and why.

    `document` is the name the user gave, `place` is empty or words such as ``page 3``.
    """

    def __init__(self, document: str, reason: str, *, place: str = "") -> None:
        self.document = document
        self.reason = reason
        self.place = place
        where = f"{document}, {place}" if place else document
        super().__init__(" ".join(f"{where}: {reason}".split()))


class NotFound(ReportError):
    """No such file or folder, or it may not be opened."""


class EmptyReport(ReportError):
    """The document holds no text at all."""


class UnknownFormat(ReportError):
    """The bytes are of no format that is read."""


class MalformedReport(ReportError):
    """The bytes are not what their format asks for."""


class EncryptedReport(ReportError):
    """The document asks for a password."""


class NoTextLayer(ReportError):
    """The document is pictures of pages, without text."""


class TooLarge(ReportError):
    """The document goes beyond a limit of `firsthand.ingest.limits`."""


class NotEnglish(ReportError):
    """The words are of a language that is not read."""


class FetchError(ReportError):
    """A URL that could not be read."""


class RefusedAddress(FetchError):
    """A URL that may not be read: another scheme than http and https, or a private address."""


class OutputError(FirsthandError):
    """What was found could not be written where the user asked."""


class CaseError(FirsthandError):
    """Something about a case file: which, where in it, and what to do."""

    def __init__(self, case: str, reason: str, *, place: str = "") -> None:
        self.case = case
        self.reason = reason
        self.place = place
        where = f"{case}, {place}" if place else case
        super().__init__(" ".join(f"{where}: {reason}".split()))

    def __reduce__(self) -> tuple[object, ...]:
        """As it was, so that it goes from one process to another."""
        return (_made_again, (type(self), self.case, self.reason, self.place))


def _made_again(kind: type[CaseError], case: str, reason: str, place: str) -> CaseError:
    return kind(case, reason, place=place)


class CaseNotFound(CaseError):
    """There is no case there, or it may not be opened."""


class NotACase(CaseError):
    """What is there is no case file."""


class CaseExists(CaseError):
    """Something is there already, and nothing is written over."""


class NewerCase(CaseError):
    """A newer Firsthand made the case."""


class CaseBusy(CaseError):
    """Another program is writing to the case."""


class CaseReadOnly(CaseError):
    """The case may be read, not written."""


class CaseFull(CaseError):
    """There is no room left where the case lies."""


class CaseDamaged(CaseError):
    """A page of the file is damaged, or an event in it does not parse."""


class CaseRefused(CaseError):
    """The server cannot be reached, or does not let this user in."""


class NotInCase(CaseError):
    """No report, statement, source or event of that name, or more than one."""


class CannotUndo(CaseError):
    """Later events rest on the event, or it is of a kind that nothing undoes."""


class BadJudgement(CaseError):
    """A judgement that says nothing that could be so of what it is about."""


class QueryError(CaseError):
    """A search that cannot be understood."""


class SpanError(FirsthandError):
    """A span that does not lie within its text, or is empty."""
