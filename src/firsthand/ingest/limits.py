"""The limits that keep one document from taking the machine with it.

Each is far above what a report needs and low enough that a laptop stays usable; a document
beyond one gives `TooLarge`, which names the limit.
"""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 200_000_000
"""Bytes of one file (a scanned PDF can be large; its text is not)."""

MAX_MARKUP_BYTES: Final = 64_000_000
"""Bytes of one HTML, Markdown or text file."""

MAX_CHARACTERS: Final = 5_000_000
"""Characters of one report's text: some 800,000 words, or two and a half thousand pages."""

MAX_BLOCKS: Final = 200_000
"""Blocks of one report: paragraphs, lines, rows of tables."""

MAX_ELEMENTS: Final = 200_000
"""Elements of a page; telling the report from the rest of it costs some 0.1 ms for each."""

MAX_PATHS: Final = 100_000_000
"""Characters of the paths of all blocks of a page together: deep pages repeat long ones."""

MAX_FETCH_BYTES: Final = 64_000_000
"""Bytes read from one URL."""

FETCH_SECONDS: Final = 30.0
"""Seconds that reading one URL may take, redirects included."""

MAX_REDIRECTS: Final = 5
"""Redirects followed from one URL."""

MAX_PAGES: Final = 2000
"""Pages of one PDF."""

MAX_UNPACKED: Final = 200_000_000
"""Bytes of all parts of a DOCX together, as its directory declares them."""

MAX_PART: Final = 64_000_000
"""Bytes of one part of a DOCX that is read."""

MAX_ENTRIES: Final = 10_000
"""Parts of a DOCX."""

MAX_RATIO: Final = 300
"""How many times smaller a DOCX's part may be packed; Word's own XML stays under 100."""
