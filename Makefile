# Each target needs nothing run before it; `make check` is what must hold before a change goes in.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

.PHONY: install demo test browser lint check bench scores screenshots clean

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

demo: $(STAMP)
	$(BIN)/dragoman demo

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

browser: $(STAMP)
	$(BIN)/python -m pytest -m browser -rs

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m dragoman.knowledge.build --check
	$(BIN)/python tools/docs.py --check

check: lint test

bench: $(STAMP)
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/times.py
	$(BIN)/python bench/names.py
	$(BIN)/python bench/ledger.py
	$(BIN)/python bench/serving.py --articles 20000 --seconds 20

scores: $(STAMP)
	$(BIN)/python tools/measure.py
	$(BIN)/python tools/scoreboard.py

screenshots: $(STAMP)
	$(BIN)/python tools/screenshots.py

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dragoman-demo.db*
