# Everything there is to do here; `make` alone lists it. Works on a fresh clone.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# Another Python: make test PYTHON=python3.13
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install -qq
# Reading or writing text without naming its encoding is an error in the tests.
PYTEST := PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest

.PHONY: help
help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: $(VENV)/.site-stamp ## build the site of specs/ into _site/
	@$(BIN)/disc build
	@echo "The site is in _site/: open _site/index.html in a browser."

.PHONY: test
test: $(VENV)/.dev-stamp browser lint types ## run everything that CI runs, in its order
	@$(PYTEST)

.PHONY: unit
unit: $(VENV)/.dev-stamp ## run the tests that need no browser
	@$(PYTEST) -m "not browser"

.PHONY: golden
golden: $(VENV)/.dev-stamp ## write the golden pages anew; read the difference before you commit it
	@$(BIN)/python -m tests.golden_files

.PHONY: bench
bench: $(VENV)/.dev-stamp ## measure how long disc takes, on sites of up to N=1000; tests/bench/ says more
	@$(BIN)/python -m tests.bench $(if $(N),--number $(N))

.PHONY: lint
lint: $(VENV)/.dev-stamp ## check the code's style and its formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

.PHONY: types
types: $(VENV)/.dev-stamp ## check the types
	@$(BIN)/mypy

.PHONY: format
format: $(VENV)/.dev-stamp ## repair style and formatting where a tool can
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

.PHONY: clean
clean: ## remove the environment, the site and every cache
	rm -rf $(VENV) _site ._site.disc _preview ._preview.disc build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find compiler tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A browser for the tests, a font for Chinese, and Java for the HTML checker. $CHROME names another browser.
.PHONY: browser
browser:
	@set -eu; packages=(); \
	if [ -n "$${CHROME:-}" ]; then \
	  command -v "$$CHROME" > /dev/null || { echo "CHROME=$$CHROME is not a program." >&2; exit 1; }; \
	elif ! command -v chromium chromium-browser google-chrome > /dev/null; then \
	  packages+=(chromium); \
	fi; \
	java -version > /dev/null 2>&1 || packages+=(default-jre-headless); \
	if [ "$$(uname)" != Darwin ]; then \
	  command -v fc-list > /dev/null || packages+=(fontconfig); \
	  [ -n "$$(fc-list :lang=zh 2> /dev/null)" ] || packages+=(fonts-noto-cjk); \
	fi; \
	[ $${#packages[@]} -gt 0 ] || exit 0; \
	if [ ! -e /etc/debian_version ] || ! command -v apt-get > /dev/null; then \
	  echo "The tests need: $${packages[*]} (Debian's names)." >&2; \
	  echo "Install what your system calls these; set CHROME to a Chromium or Chrome that is not on PATH." >&2; \
	  exit 1; \
	fi; \
	root=(env); [ "$$(id -u)" = 0 ] || root=(sudo env); \
	apt=("$${root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300); \
	echo "Installing $${packages[*]} with apt-get, for the tests of pages."; \
	"$${apt[@]}" update < /dev/null > /dev/null; \
	"$${apt[@]}" install --yes --no-install-recommends "$${packages[@]}" < /dev/null > /dev/null

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || { \
	  echo "disc needs Python 3.11 or newer. Found: $$($(PYTHON) --version 2>&1 || true)." >&2; \
	  echo "Name another one like this: make PYTHON=python3.13 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
	  echo "Python could not make a virtual environment; on Debian, install python3-venv." >&2; exit 1; }
	@touch $@

# `disc` runs from compiler/ as it stands, so only pyproject.toml asks for a new install.
$(VENV)/.site-stamp: $(VENV)/.made pyproject.toml
	@echo "Installing disc into $(VENV)."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.dev-stamp: $(VENV)/.made pyproject.toml
	@echo "Installing disc and its development tools into $(VENV)."
	@$(PIP) --editable '.[dev]'
	@touch $(VENV)/.site-stamp $@
