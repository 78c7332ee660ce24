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


class SpanError(FirsthandError):
    """A span that does not lie within its text, or is empty."""
