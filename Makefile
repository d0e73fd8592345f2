# make serve   a live preview of the site; the address is printed
# make test    every check and every test, the browser's among them
# make lint    the checks alone: form and types of Python, scripts and style sheets, and which module imports which
# make coverage  the tests, and which branches of the code they do not reach; takes more than twice as long
# make cluster the tests of a cluster, for which Dask is installed
# make site    the site into site/
# make dist    the package into dist/, for a site's own repository to install
# make reference  the manual's generated pages and the JSON Schema
# make bench   how long builds of an archive of 1,000 releases take, beside Hugo and MkDocs; BENCH_ARGS="--releases 5000" of a larger one
# make upgrade  the newest versions into constraints.txt
# make clean   removes all that make made
#
# A Python of your choice: make serve PYTHON=python3.13     Another address: make serve ADDRESS=127.0.0.1:9000

# The first port from 8000 on which nothing answers yet.
FREE = import socket; print(next(p for p in range(8000, 8100) if socket.socket().connect_ex(("127.0.0.1", p))))
ADDRESS ?= 127.0.0.1:$(shell $(BIN)/python -c '$(FREE)')
BIN := .venv/bin
PYTEST_ARGS ?=
BENCH_ARGS ?=
# The theme's notice about MkDocs 2.0, from which pyproject.toml keeps away.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site dist test lint coverage cluster bench reference upgrade clean

serve: .venv/site.stamp
	@address=$(ADDRESS); echo "Preview: http://$$address/ (stop it with Ctrl-C)"; $(BIN)/mkdocs serve --dev-addr $$address

site: .venv/site.stamp
	$(BIN)/mkdocs build --strict --site-dir site

dist: .venv/dev.stamp
	rm -rf dist
	$(BIN)/python -m hatchling build --directory dist

test: .venv/dev.stamp node_modules/.stamp
	@.ci/test all $(PYTEST_ARGS)

lint: .venv/dev.stamp node_modules/.stamp
	@.ci/test lint

coverage: .venv/dev.stamp
	@.ci/test coverage $(PYTEST_ARGS)

cluster: .venv/dev.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[cluster]"
	$(BIN)/python -m pytest tests/engine/test_cluster.py

reference: .venv/dev.stamp
	$(BIN)/python -m pressgen.manual

bench: .venv/dev.stamp
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

clean:
	rm -rf .venv node_modules site dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

.venv/site.stamp: pyproject.toml constraints.txt .ci/venv
	@.ci/venv
	@touch $@

.venv/dev.stamp: .venv/site.stamp
	@.ci/venv dev
	@touch $@

node_modules/.stamp: package.json package-lock.json .ci/node .venv/dev.stamp
	@.ci/node
	@touch $@

upgrade:
	rm -rf .venv/upgrade && python3 -m venv .venv/upgrade
	.venv/upgrade/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	.venv/upgrade/bin/python -m pip install --quiet --editable . --group dev
	{ sed -n 1p constraints.txt; .venv/upgrade/bin/python -m pip freeze --exclude-editable; } > .venv/constraints.txt
	mv .venv/constraints.txt constraints.txt && rm -rf .venv/upgrade
