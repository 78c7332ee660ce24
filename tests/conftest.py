"""What several tests need: a page, and the command as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "examples" / "harbour" / "reports"

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry crew held, widow says</title>
<meta property="og:site_name" content="The Daily Gull">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><main><article>
<h1>Ferry crew held, widow says</h1>
<p>Two sailors were taken from a ferry on Tuesday by port guards, the widow of one of them said.</p>
<p>“They came at night,” said Mara Voss, 41, a cook. “They took both of them. I heard it.”</p>
<p>The port authority denied on Friday that anyone had been held in the sheds at the quay.</p>
</article></main></body></html>
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--make-golden", action="store_true", help="write the golden files anew")


class Command(Protocol):
    """Runs `firsthand` with some arguments in an empty folder."""

    def __call__(
        self, *arguments: str, given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]: ...


@pytest.fixture
def firsthand_command(tmp_path: Path) -> Command:
    """The real command, in a process of its own."""

    def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "firsthand", *arguments],
            input=given, capture_output=True, cwd=tmp_path, timeout=120,
            env={**os.environ, "COLUMNS": "100"},
        )  # fmt: skip

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small page on disk."""
    path = tmp_path / "ferry.html"
    path.write_text(PAGE, encoding="utf-8")
    return path
