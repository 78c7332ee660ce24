"""Errors as a user sees them, and a user who may do less than the one who runs the tests."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from os import PathLike

import pytest

from firsthand.case.casefile import Case
from firsthand.case.events import ExportFormat
from firsthand.errors import CaseError

Where = str | PathLike[str]


def line_of(kind: type[CaseError], act: Callable[[], object]) -> str:
    """The one line that it ends with."""
    with pytest.raises(CaseError) as caught:
        act()
    line = str(caught.value)
    assert type(caught.value) is kind, line
    assert line.isprintable()
    return line


def made(where: Where) -> None:
    """A new case, with one event in it."""
    Case.new(where, author="Ada").close()


def looked(where: Where) -> int:
    """The number of events that someone sees who only looks."""
    with Case.open(where, read_only=True) as case:
        return case.head().number


def written(where: Where, *, wait: float = 10) -> int:
    """One event more; gives its number."""
    with Case.open(where, author="Ben", wait=wait) as case:
        return case.export([], ExportFormat.JSON).number


@contextmanager
def ordinary_user() -> Iterator[None]:
    """What root may, everybody else may not: inside, files are opened as nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
