"""Nothing leaves the machine, and nothing is written but what was asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPORTS

LOOKED_UP = """
import socket, sys, time
sys.addaudithook(lambda name, _: name.startswith("socket.connect") and sys.exit(7))
import firsthand
firsthand.read(sys.argv[1])
"""


def test_reading_writes_nothing_below_the_users_home(tmp_path: Path) -> None:
    """The library that runs the network would write a device's id there."""
    report = str(REPORTS / "02-lps-wire.txt")
    home = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    home.pop("ORT_DISABLE_TELEMETRY", None)
    command = [sys.executable, "-B", "-c", LOOKED_UP, report]
    subprocess.run(command, env=home, check=True, capture_output=True, timeout=120)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
