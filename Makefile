# `make demo` and `make test` do all their own set-up, in .venv.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := install --require-hashes -r
EDITABLE := install --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.PHONY: help demo test lint types layers pytest bench bench-case bench-origins golden examples lock clean

help:
	@echo "make demo      reads the sample reports and prints what it found"
	@echo "make test      passes every check and test"
	@echo "make bench     measures accuracy and speed, with a peer (POLNEAR=folder adds PolNeAR, DATA=folder GAP and labels)"
	@echo "make bench-origins  measures how often the true number of sources lies in the interval, on made-up stories"
	@echo "make golden    makes the golden files anew"
	@echo "make examples  makes the sample case's PDF and DOCX files anew"
	@echo "make lock      makes requirements/*.txt anew (needs uv)"

demo: .venv/run
	@mkdir -p out
	$(BIN)/firsthand read examples/harbour/reports
	$(BIN)/firsthand read examples/harbour/reports --html out/harbour.html
	@echo "Open out/harbour.html to see the words marked in the sample reports (fiction)."

test: .venv/test lint types layers pytest

lint: .venv/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/test
	$(BIN)/mypy

layers: .venv/test
	$(BIN)/lint-imports

pytest: .venv/test
	$(BIN)/pytest

bench: .venv/test .venv-bench/ready
	$(BIN)/python -m benchmarks

bench-origins: .venv/test
	$(BIN)/python -m benchmarks.origins

bench-case: .venv/test
	$(BIN)/python -m benchmarks.case

golden: .venv/test
	$(BIN)/pytest tests/golden --make-golden

examples: .venv/test
	$(BIN)/python examples/harbour/make.py

lock:
	uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 \
	    --generate-hashes --no-annotate --no-header -q -o requirements/run.txt
	uv pip compile pyproject.toml requirements/build.in --extra test -c requirements/run.txt \
	    --universal --python-version 3.11 \
	    --generate-hashes --no-annotate --no-header -q -o requirements/test.txt

clean:
	rm -rf .venv .venv-bench build dist out

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Firsthand needs Python 3.11 or newer; make PYTHON=python3.11 names one")'
	$(PYTHON) -m venv .venv

.venv/run: requirements/run.txt pyproject.toml | .venv/bin/python
	$(PIP) $(INSTALL) requirements/run.txt
	$(PIP) $(EDITABLE)
	touch $@

.venv/test: requirements/test.txt pyproject.toml | .venv/bin/python
	$(PIP) $(INSTALL) requirements/test.txt
	$(PIP) $(EDITABLE)
	touch $@ .venv/run

.venv-bench/ready: benchmarks/requirements.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --disable-pip-version-check --quiet install -r $<
	touch $@
