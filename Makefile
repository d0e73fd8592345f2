# make serve   a live preview of the site; the address is printed
# make test    every check and every test, the browser's among them
# make site    the site into site/
# make reference  the manual's generated pages and the JSON Schema
# make bench   how long an archive of 2,000 editions takes to build
# make upgrade  the newest versions into constraints.txt
# make clean   removes all that make made
#
# A Python of your choice: make serve PYTHON=python3.13     Another address: make serve ADDRESS=127.0.0.1:9000

ADDRESS ?= 127.0.0.1:8000
BIN := .venv/bin
PYTEST_ARGS ?=

.PHONY: serve site test lint bench reference upgrade clean

serve: .venv/site.stamp
	@echo "Preview: http://$(ADDRESS)/ (stop it with Ctrl-C)"
	@$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

site: .venv/site.stamp
	$(BIN)/mkdocs build --strict --site-dir site

test: lint
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile $(PYTEST_ARGS)

lint: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

reference: .venv/dev.stamp
	$(BIN)/python -m pressgen.manual

bench: .venv/dev.stamp
	$(BIN)/python benchmarks/build.py

clean:
	rm -rf .venv site dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

.venv/site.stamp: pyproject.toml constraints.txt .ci/venv
	@.ci/venv
	@touch $@

.venv/dev.stamp: .venv/site.stamp
	@.ci/venv dev
	@touch $@

upgrade:
	rm -rf .venv/upgrade && python3 -m venv .venv/upgrade
	.venv/upgrade/bin/python -m pip install --quiet --editable '.[dev]'
	{ sed -n 1p constraints.txt; .venv/upgrade/bin/python -m pip freeze --exclude-editable; } > .venv/constraints.txt
	mv .venv/constraints.txt constraints.txt && rm -rf .venv/upgrade
