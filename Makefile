# The words a newcomer types. Everything is set up on first use: in .venv, for demo in .venv-demo.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := .venv-demo
SECONDS ?= 60
unexport PYTHONDONTWRITEBYTECODE # each of the many processes of the tests would compile every module anew

# Tests make and remove many small files, which memory does in half the time of a disk: where /dev/shm has room for them.
MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$6 == "/dev/shm" && $$4 > 4000000 {print $$6}')
PYTEST := $(if $(MEMORY),PYTEST_DEBUG_TEMPROOT=$(MEMORY)) $(BIN)/python -m pytest $(if $(MEMORY),-o tmp_path_retention_policy=failed)

.PHONY: demo check test soak matrix generate docs axe golden bench constraints floors fuzz clean

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[test]'
	@touch $@

$(DEMO)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 ...")'
	@echo "Installing the program and the packages that it needs into $(DEMO) ..."
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/python -m pip install --disable-pip-version-check --editable .
	@touch $@

demo: $(DEMO)/.installed  ## the main job without an account: a streamed answer, a table, the same as JSON
	$(DEMO)/bin/cometapi --sandbox chat "Hello"
	$(DEMO)/bin/cometapi --sandbox models --type text
	$(DEMO)/bin/cometapi --sandbox models --type text --limit 1 --json

check: $(STAMP)  ## all checks for one command, in seconds: make check COMMAND="model info"
	@PYTHONPATH=.:tests $(BIN)/python -m check $(COMMAND)

test: $(STAMP)  ## lint, then every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m codegen --check
	$(BIN)/python -m codegen --diff
	$(PYTEST) -n auto --dist worksteal

soak: $(STAMP)  ## what takes long: KILLS=300 kills of a paid call, and of a batch, at random moments drawn by SEED=13; all pages of the site in a browser
	KILLS=$${KILLS:-300} $(BIN)/python -m pytest -q -s tests/journal/test_kills.py tests/batch/test_batch_kills.py
	PAGES=all $(BIN)/python -m pytest -q tests/site/test_browser.py

matrix: $(STAMP)  ## the fault matrix: every command that sends requests, with every failure
	PYTHONPATH=.:tests $(BIN)/python tests/faults/matrix.py

generate: $(STAMP)  ## generate cometapi/generated and cometapi/share from spec/
	$(BIN)/python -m codegen

docs: $(STAMP)  ## build the reference site in build/site
	$(BIN)/python -m codegen --site build/site

axe: build/npm/node_modules/axe-core/axe.min.js  ## what the tests of the site judge pages with, beside chromium
build/npm/node_modules/axe-core/axe.min.js:
	mkdir -p build/npm
	npm install --silent --no-save --no-audit --no-fund --no-package-lock --prefix build/npm axe-core@4

golden: $(STAMP)  ## update what examples print, and the expected help texts and tables
	@PYTHONPATH=.:tests $(BIN)/python -m check --pressed
	$(BIN)/python -m codegen --examples
	GOLDEN=write $(BIN)/python -m pytest tests/laws/test_golden.py tests/laws/test_tables.py tests/faults/test_printed.py

bench: $(STAMP)  ## speed beside other programs, kept in docs/benchmarks.md; QUICK=1 for fewer rounds
	$(BIN)/python -m benchmarks

constraints:  ## update constraints.txt: the newest versions of all packages, with hashes
	$(PYTHON) -m venv .venv-uv
	.venv-uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv-uv/bin/uv pip compile --quiet --universal --upgrade --generate-hashes --extra keyring \
		--custom-compile-command 'make constraints' --output-file constraints.txt pyproject.toml

FLOORS := tests/mcp tests/output tests/http tests/answers tests/cli tests/commands tests/completion tests/press
floors:  ## run the relevant tests with the lowest supported versions of all packages
	$(PYTHON) -m venv .venv-uv .venv-floors
	.venv-uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	mkdir -p build
	.venv-uv/bin/uv pip compile --quiet --resolution lowest-direct --extra keyring --extra mcp --extra press --python .venv-floors \
		--output-file build/floors.txt pyproject.toml
	.venv-uv/bin/uv pip install --quiet --python .venv-floors --constraint build/floors.txt --editable '.[test]'
	.venv-floors/bin/python -m pytest -n auto $(FLOORS)

fuzz:  ## coverage-guided fuzzing of the stream readers; SECONDS=600 says how long
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --editable . 'atheris>=2.3'
	mkdir -p build/fuzz
	.venv-fuzz/bin/python tests/fuzz/streams.py build/fuzz -max_total_time=$(SECONDS)

clean:
	rm -rf $(VENV) $(DEMO) .venv-fuzz .venv-floors .venv-uv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
