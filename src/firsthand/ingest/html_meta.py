"""What a page says of itself: title, author, outlet, date of publication, language."""

from __future__ import annotations

import datetime as dt

from lxml.html import HtmlElement

from firsthand.ingest.draft import Metadata
from firsthand.ingest.html_outlet import outlet_of


def metadata_of(root: HtmlElement) -> Metadata:
    """The metadata that stands in the page's head, JSON-LD or byline; None where it does not."""
    from trafilatura.metadata import extract_metadata  # 0.2 s, and only pages need it

    found = extract_metadata(root, extensive=False)
    return Metadata(
        title=found.title or None,
        byline=found.author or None,
        outlet=found.sitename or outlet_of(root),
        published=_date(found.date),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _date(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
