"""The command as a whole: what it loads, and that every sub-command says what it is for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from firsthand.cli.main import app
from tests.cli.in_process import ok

HEAVY = ("sqlalchemy", "alembic", "msgspec", "pg8000")


def test_reading_never_waits_for_a_database() -> None:
    """`firsthand read` starts without the modules that only a case needs."""
    asked = f"import sys, firsthand.cli.main; print(*(set({HEAVY}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("command", app.registered_commands, ids=lambda c: c.callback.__name__)
def test_every_command_says_what_it_is_for(command: object) -> None:
    name = command.name or command.callback.__name__  # type: ignore[attr-defined]
    assert "Usage" in ok(name, "--help").out
    assert command.callback.__doc__  # type: ignore[attr-defined]
