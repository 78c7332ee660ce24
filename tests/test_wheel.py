"""The wheel: what users install, rather than the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPORTS, ROOT

DATA = ("py.typed", "read.schema.json", "case.schema.json", "report.html", "style.css", "cues.toml")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an empty environment with the wheel and the locked run-time requirements."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install"]
    locked = ["--require-hashes", "-r", str(ROOT / "requirements" / "run.txt")]
    subprocess.run([*pip, "--quiet", *locked], check=True, capture_output=True)
    subprocess.run([*pip, "--quiet", "--no-deps", str(wheel)], check=True, capture_output=True)
    return folder / "bin" / "firsthand"


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    """Templates, schema and word lists travel with the code; tests and the sample do not."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0].split("-")[0] for name in names}
    assert tops == {"firsthand"}
    for needed in (*DATA, "0001_log.py", "0002_search.py"):
        assert any(name.endswith(needed) for name in names)


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda path: path.suffix[1:])
def test_the_installed_command_reads_every_format(installed: Path, path: Path) -> None:
    """Nothing is missing from the run-time requirements, for any format."""
    done = subprocess.run(
        [installed, "read", path.name, "--json"], cwd=path.parent, capture_output=True, check=True
    )
    assert json.loads(done.stdout)["attributions"]


def test_the_package_runs_without_what_it_must_not_need(installed: Path) -> None:
    """No torch and no spaCy, not even by way of a dependency."""
    python = installed.parent / "python"
    listed = subprocess.run([python, "-m", "pip", "list"], capture_output=True, check=True)
    names = {line.split()[0].lower() for line in listed.stdout.decode().splitlines()[2:]}
    assert not {"torch", "spacy", "transformers", "textacy"} & names
