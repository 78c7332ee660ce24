"""The package of a Word document: a zip file, looked at before anything is unpacked.

A zip file can declare little and hold much, or hold ten thousand files; so its own directory is
judged first, and each part is read up to a limit. XML is parsed without entities and without a
network.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from lxml import etree

from firsthand.errors import EmptyReport, EncryptedReport, MalformedReport, TooLarge, UnknownFormat
from firsthand.ingest.limits import MAX_ENTRIES, MAX_PART, MAX_RATIO, MAX_UNPACKED

RATIO_FROM = 5_000_000  # bytes: smaller parts may be as repetitive as they like

OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"
DAMAGED = "the Word document is damaged; get it again, or open and save it in Word"
NOT_WORD = "this is not a Word document; save it as .docx, PDF or text"

Element = Any
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Package:
    """An open package; `main` is the name of the part that holds the text."""

    name: str
    archive: zipfile.ZipFile
    parts: frozenset[str]
    main: str

    def xml(self, part: str) -> Element | None:
        """The root of a part, None where the package has no such part."""
        return _xml(self.archive, part, self.name) if part in self.parts else None

    def near(self, kind: str) -> str:
        """The part that the main part names as its `kind` (footnotes, styles, ...), or nothing."""
        found = (target for what, target, inside in self.relations() if inside and what == kind)
        return next(found, "")

    def relations(self) -> list[tuple[str, str, bool]]:
        """Kind, target and whether the target lies inside, for each relation of the main part."""
        return [(kind, target, inside) for _, kind, target, inside in _relations(self, self.main)]

    def addresses(self, part: str) -> dict[str, str]:
        """The addresses outside that a part's links lead to, by relation id."""
        return {key: target for key, _, target, inside in _relations(self, part) if not inside}


def opened(content: bytes, name: str) -> Package:
    """The package, judged safe to read; raises the error that says why it is not."""
    _check_signature(content, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise MalformedReport(name, DAMAGED) from error
    _check_size(archive, name)
    parts = frozenset(archive.namelist())
    package = Package(name, archive, parts, "")
    return Package(name, archive, parts, _main(package))


def _check_signature(content: bytes, name: str) -> None:
    if not content:
        raise EmptyReport(name, "the file has 0 bytes; get it again from where it came")
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise EncryptedReport(name, "it asks for a password; save a copy without one")
        raise UnknownFormat(name, "this is an old Word document (.doc); save it as .docx")
    if not content.startswith(ZIP):
        raise UnknownFormat(name, NOT_WORD)


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise TooLarge(name, f"it holds {len(entries)} files; a Word document has a few dozen")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise TooLarge(name, "it unpacks to more than 200 MB; save it without its pictures")
    for entry in entries:
        packed = max(entry.compress_size, 1)
        if entry.file_size > RATIO_FROM and entry.file_size / packed > MAX_RATIO:
            raise TooLarge(name, "it unpacks to many hundred times its size; it may be a zip bomb")


def _main(package: Package) -> str:
    found = (
        target
        for _, kind, target, inside in _relations(package, "")
        if inside and kind == "officeDocument"
    )
    main = next(found, "word/document.xml")
    if main in package.parts:
        return main
    broken = main.startswith("word/")
    raise (MalformedReport if broken and _says_word(package) else UnknownFormat)(
        package.name, DAMAGED if broken and _says_word(package) else NOT_WORD
    )


def _says_word(package: Package) -> bool:
    return any(part.startswith("word/") for part in package.parts)


def _relations(package: Package, part: str) -> list[tuple[str, str, str, bool]]:
    """Id, kind, target and whether the target is inside, for each relation of a part."""
    folder, file = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    if root is None:
        return []
    return [_relation(item, folder) for item in root if isinstance(item.tag, str)]


def _relation(item: Element, folder: str) -> tuple[str, str, str, bool]:
    target = item.get("Target", "")
    inside = item.get("TargetMode", "Internal") != "External"
    if inside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return item.get("Id", ""), item.get("Type", "").rsplit("/", 1)[-1], target, inside


def _xml(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    content = _part(archive, part, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedReport(name, DAMAGED, place=part) from error


def _part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    try:
        with archive.open(part) as file:
            content = file.read(MAX_PART + 1)
    except RuntimeError as error:
        if isinstance(error, NotImplementedError):
            raise MalformedReport(name, DAMAGED, place=part) from error
        raise EncryptedReport(name, "it asks for a password; save a copy without one") from error
    except _BROKEN as error:
        raise MalformedReport(name, DAMAGED, place=part) from error
    if len(content) > MAX_PART:
        raise TooLarge(name, f"more than {MAX_PART // 1_000_000} MB of text; split it", place=part)
    return content
