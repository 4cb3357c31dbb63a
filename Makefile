# Everything runs in .venv, made here; no root, no network beyond the package registries.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo ui test check bench bench-retrieval wheel clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 18

# One command installs everything, so that torch and torchvision are chosen together (no CUDA build on a CPU machine).
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] < (3, 14))' \
	  || { echo "ShapeSeek needs Python 3.10 to 3.13; choose one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,check]'
	@touch $@

setup: $(VENV)/.installed  ## make .venv with shapeseek, its tests and checks

demo: setup  ## get a real library, index it, search it, open the page (ARGS=--no-ui stops before the page)
	$(BIN)/shapeseek demo --folder .demo $(ARGS)

ui: setup  ## open the page on your library
	$(BIN)/shapeseek ui $(ARGS)

# Two files of tests side by side: most wait for processes of their own, and no more than two encoders are in memory.
test: setup  ## run the tests (PYTEST_ARGS=... passes on)
	$(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST_ARGS)

check: setup  ## style, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layers.py

bench: setup  ## speed of rendering, indexing and searching, as ratios (minutes)
	$(BIN)/python -m tests.bench.speed $(ARGS)

bench-retrieval: setup  ## retrieval quality of the bundled encoder on the shared data (SHAPESEEK_DATA=folder)
	$(BIN)/python -m tests.bench.retrieval $(ARGS)

wheel: setup  ## build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:  ## remove .venv and what was built
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache
