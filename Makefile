# Two commands for a fresh machine: `make demo` and `make test`. Everything they need is set up in .venv and in the user's cache.
PORT ?= 8000
HOST ?= 127.0.0.1
EVALUATION ?= ../shared/evaluation
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: help demo serve test lint format bench models screenshots accuracy lock clean

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: .venv/.runtime ## Set up, read the examples into Neo4j, serve the pages (PORT=8000)
	@$(BIN)/whoheld serve --load examples --host $(HOST) --port $(PORT)

serve: .venv/.runtime ## Serve what is in the graph (PORT=8000)
	@$(BIN)/whoheld serve --host $(HOST) --port $(PORT)

test: .venv/.dev browser ## Set up and run every test: real Neo4j, real HTTP, real browser
	@$(BIN)/pytest

lint: .venv/.dev ## Check style, types and the arrows between the rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: .venv/.dev ## Put the code into shape
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

models: .venv/.dev ## Make the models of extraction again from the annotated documents (minutes)
	@$(BIN)/python -m training

bench: .venv/.dev ## Measure speed as ratios against named peers
	@$(BIN)/python -m benchmarks

screenshots: .venv/.dev browser ## Take pictures of every page, into docs/screenshots
	@$(BIN)/python -m tests.screenshots

accuracy: .venv/.dev ## Measure how often it is right, into docs/accuracy.md
	@$(BIN)/python -m training.corpus | $(BIN)/whoheld evaluate $(EVALUATION)/gold $(EVALUATION)/documents \
		--set-aside /dev/stdin --into docs/accuracy.md

lock: .venv/.dev ## Pin the newest fitting dependencies again, with hashes and without naming an index
	@$(PIP) uv
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --upgrade --quiet --output-file requirements-dev.lock
	@$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --constraints requirements-dev.lock --output-file requirements.lock

clean: ## Remove the virtual environment and the caches (never the graph)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: browser
browser:
	@sh tests/install_browser.sh

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "whoheld needs Python 3.11 or newer on the PATH (or: make PYTHON=/path/to/python3.12 …)"; exit 1; }
	@echo "Making a virtual environment in .venv …"
	@$(PYTHON) -m venv .venv

.venv/.runtime: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing the locked dependencies (about a minute, once) …"
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	@echo "Installing the locked dependencies and the tools for testing (about a minute, once) …"
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
