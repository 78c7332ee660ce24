"""Word lists that lie beside the code, as TOML: read in one place, once a process."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_lists_in(package: str, path: str) -> dict[str, Any]:
    """What a TOML file of a package holds; whoever reads it gives its parts their types."""
    return tomllib.loads(files(package).joinpath(path).read_text(encoding="utf-8"))
