"""What the words of a block alone show of its kind: credits, bylines, datelines, notices.

Used where the markup is silent (all of plain text) and to cut what stands in one line.
"""

from __future__ import annotations

import re

_AGENCIES = (
    r"(?:getty(?: images)?|reuters|ap(?: photo)?|afp|epa|shutterstock|pa(?: wire)?|alamy|flickr"
    r"|wikimedia|imago|dpa|xinhua|yonhap|kcna)"
)
_LABEL = (
    r"(?:fotos?|photos?|photographs?|photography|images?|pictures?|pics?|credits?|courtesy"
    r"|illustrations?|graphics?|videos?|source)"
)

_NO_VERB = r"(?!.{0,120}\b(?:says?|said|shows?|showed|is|are|was|were|has|have|had)\b)"
"""What holds a verb is a caption or a sentence: "Photos by a witness show the shed"."""
_NEXT_NAME = r" (?:(?-i:[A-Z])(?:\.|[\w'’-]*)|al|bin|da|de|el|van|von)"
_PERSON = rf"(?-i:[A-Z])[\w'’-]*(?:{_NEXT_NAME}){{0,3}}"

CREDIT = re.compile(
    rf"{_NO_VERB}(?:{_LABEL}\s*(?:credits?\s*)?(?:(?::|/|—|-|©)\s*|by\s+|source\s+)+"
    rf"(?:source\s+)?[^.!?]{{0,80}}\.?|(?:{_LABEL}\s+)?courtesy\s+of\s+[^.!?]{{0,80}}\.?)"
    rf"|(?:©|\(c\)|{_NO_VERB}source(?=\s+(?-i:[A-Z])))\s*[^.!?]{{0,60}}"
    rf"|[^.!?]{{0,60}}/\s*{_AGENCIES}[^.!?]{{0,30}}|{_AGENCIES}\s*/\s*{_PERSON}\.?"
    rf"|{_AGENCIES}\.?|\({_AGENCIES}\)|\[{_AGENCIES}\]"
    r"|\(?(?:with |additional )?(?:reporting|editing|writing) by\b[^.!?]{0,120}[.)]*"
    r"|.{1,80} contributed to this (?:report|story|article)\.?",
    re.I,
)
"""A whole block that says who made or owns a picture, or helped with the report."""

CREDIT_LABEL = re.compile(rf"(?:{_LABEL}|caption)\s*:\s*", re.I)
"""What stands before a caption: "Photo: "."""

CREDIT_TAIL = re.compile(
    rf"\s*(?:{_NO_VERB}\(?\b(?:source(?=\s+(?-i:[A-Z]))|{_LABEL}\s*(?::|by))\s+"
    r"[^.!?]{1,60}\)?\.?"
    rf"|[(\[]?\b{_PERSON}\s*/\s*{_AGENCIES}\b[^.!?]{{0,30}}[)\]]?\.?"
    rf"|[(\[]?\b{_AGENCIES}\s*/\s*{_PERSON}[)\]]?\.?"
    r"|©[^.!?]{1,60})\s*$",
    re.I,
)
"""What stands after a caption: "source Reuters", "Ann Ito/AFP"."""

PICTURE_TAIL = re.compile(r"[.!?]\s+(?:photo(?:graph)?|picture|image|foto)s?\s*(?::|by\s)", re.I)
"""A picture's credit on the line of its caption, behind a sentence."""

_NAME = r"(?-i:[A-Z])[\w.'’-]+"
BYLINE = re.compile(
    rf"(?:(?:reported |written |story |text )?by:?\s+{_NAME}"
    r"(?:[\s,&|]+(?:and\s+)?(?-i:[A-Z])[\w.'’-]*){0,9}"
    r"|(?:by|from) (?:our|a|the) [\w ]{0,30}(?:correspondent|reporter|staff|desk)[\w ]{0,30})\W*"
    r"(?:[|,–—-]\s*.{0,60})?",
    re.I,
)
"""A whole block that says who wrote the report."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|last updated|first published|date|dated|filed)"
    r"\s*(?:on|at)?\s*:?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"{_DATE}[\s,|·•–—-]*(?:(?:at\s+)?\d{{1,2}}[:.]\d\d[\w .:()+-]{{0,20}})?",
    re.I,
)
"""A whole block that is a date."""

DATE = re.compile(_DATE, re.I)
"""A full date anywhere."""

PUBLISHED = re.compile(r"(?:first |last )?(?:published|posted|updated|recorded|issued)\b", re.I)
"""How a line begins that says when a report appeared."""

_AGENCY_IN_BRACKETS = r"\s*\([A-Z][\w .&'’-]{1,30}\)"
_PLACE = (
    r"[A-Z][A-Z'’.-]{1,30}(?:[ -][A-Z][A-Z'’.-]{0,30}){0,3}"
    r"(?:,\s*[A-Z][\w.'’]{0,30}(?:[ .][A-Z][\w.'’]{0,30}){0,3}){0,2}"
)
_DAY = (
    r"(?:,?\s*(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
    r"(?:,\s*\d{4})?)"
)
_NAMED_PLACE = r"[A-Z][\w.'’-]{1,30}(?:[ ,]+[A-Z][\w.'’-]{1,30}){0,3}"
DATELINE = re.compile(
    rf"(?:{_PLACE}{_DAY}?(?:{_AGENCY_IN_BRACKETS})?|{_NAMED_PLACE}{_AGENCY_IN_BRACKETS})"
    r"\s*(?:—|–|--|-)\s+(?=\S)"
)
"""The place and agency that open a report's first paragraph: "HARWICK (Wire) — "."""

PLACE_LINE = re.compile(rf"{_PLACE}(?:{_DAY}(?:{_AGENCY_IN_BRACKETS})?|{_AGENCY_IN_BRACKETS})")
"""A dateline that stands alone: "HARWICK, March 13 (Wire)"."""

BULLET = re.compile(r"[\s\ufeff]*[•‣◦▪●·*–-][ \t\u00a0]+(?=\S)")
"""The sign that opens an item of a list."""

CORRECTION = re.compile(
    r"(?:corrections?|clarification|editor['’]?s['’]? note|erratum|updated?|retraction)\b"
    r"(?:\s*\([^)]{0,40}\))?(?:\s*,?\s*[\w ,.]{0,30})?\s*[:—–]"
    r"|(?:this|(?P<older>an earlier version of this|a previous version of this"
    r"|the original version of this)) (?:article|story|report|piece|page)\b[\w ,’']{0,40}\b"
    r"(?:(?:corrected|updated|amended|changed|revised|edited|clarified|retracted|removed)\b"
    r"|incorrectly\b|mis-?(?:stated|spelled|spelt|identified|named)\b|wrongly\b"
    r"|(?(older)(?:said|stated|gave|named|was|were)\b|(?!)))",
    re.I,
)
"""How a notice of correction or update opens."""

BOILERPLATE = re.compile(
    r"(?:<[^>]{0,400}>\s*)+\.?"
    r"|(?:©|\(c\)|copyright\b).{0,200}|.{0,80}\ball rights reserved\b.{0,200}"
    r"|(?:read (?:more|the rest|also|next)|see also|related(?: articles?| stories)?|sign up"
    r"|subscribe|follow (?:us|@?\w+(?: \w+){0,5} on)|share this|click here|advertisement"
    r"|skip to|watch:|listen:|download(?: the)? (?:app|pdf)|print this|most read|tags?:"
    r"|topics?:|filed under|more on|loading|h/t)\b.{0,160}",
    re.I,
)
"""A whole block that belongs to the page, not to the report."""

NOTE = re.compile(r"[\[(]?(\d{1,3})[\])]?(?:\.|:|\s)\s*(?=\S)")
"""The number at the start of a note."""

TERMINAL = re.compile(r"""[.!?…:;,]["'”’»)\]]*$|["”’»]$""")
"""Words that end as sentences and their parts do."""


def is_short(words: str, most: int) -> bool:
    """Whether there are at most this many words; looks no further than it must."""
    return len(words) <= most * 12 and len(words.split()) <= most
