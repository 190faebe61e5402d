# make run     the registry at http://localhost:8000, with the seed corpus
# make test    everything that must hold: format, lint, types, tests on SQLite and PostgreSQL, browser
# make bench   measure the engine and refresh docs/quality.md
# make lock    write the lock files anew
# make train   train the parser (half an hour on one core)

PYTHON := .venv/bin/python
TREEBANK ?= ../shared/treebank
MODEL ?= var/parser
# Every statement is asked here; of the API what a database may answer differently: keys, filters, streams, order.
POSTGRES_TESTS := tests/store tests/actions tests/test_seeds.py $(addprefix tests/api/test_, $(addsuffix .py, \
	edge exports filters reconcile reviews)) --ignore=tests/actions/test_lint_whole.py --ignore=tests/actions/test_signing.py

# The parts of `make test`, the longest first, so that two at a time end together; each shows what it wrote when it ends.
PARTS := test-sqlite test-pages test-postgresql types migrations format lint
TOGETHER := --jobs=2 --keep-going $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

.PHONY: run test check format lint types migrations test-postgresql test-pages test-sqlite programs bench lock train clean

run: .venv/runtime
	@$(PYTHON) -m seeds
	@$(PYTHON) -m registry serve

test: .venv/development programs
	@echo "Two at a time: $(PARTS). Each is shown when it ends; some take minutes ..."
	@$(MAKE) --no-print-directory $(TOGETHER) $(PARTS) || { echo "make test: something failed; see above." >&2; exit 1; }
	@echo "Everything holds: $(PARTS)."

check: format lint types migrations

format: .venv/development
	$(PYTHON) -m ruff format --check .

lint: .venv/development
	$(PYTHON) -m ruff check .

types: .venv/development
	$(PYTHON) -m mypy

migrations: .venv/development
	@mkdir -p var && rm -f var/check.sqlite*
	CLAIMS_DATABASE=sqlite:///var/check.sqlite $(PYTHON) -m alembic upgrade head
	CLAIMS_DATABASE=sqlite:///var/check.sqlite $(PYTHON) -m alembic check

test-postgresql: .venv/development programs
	.ci/postgres.sh $(PYTHON) -m pytest -p no:cacheprovider $(POSTGRES_TESTS)

test-pages: .venv/development programs
	$(PYTHON) -m pytest -p no:cacheprovider tests/web

test-sqlite: .venv/development
	$(PYTHON) -m pytest --ignore=tests/web

# Installed one after the other, since apt-get refuses to run twice at once.
programs:
	@command -v chromium >/dev/null || .ci/install.sh chromium
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || .ci/install.sh postgresql

bench: .venv/development
	$(PYTHON) -m tests.bench

lock:
	.ci/lock.sh

train: .venv/development
	$(PYTHON) -m registry.steps.parse.train $(TREEBANK) $(MODEL)

clean:
	rm -rf .venv var build dist *.egg-info

# Stamps: the environment is brought to a lock file again when the file has changed. `test` needs the larger one.
.venv/runtime: requirements.txt
	@.ci/venv.sh requirements.txt
	@touch $@

.venv/development: requirements-dev.txt
	@.ci/venv.sh requirements-dev.txt
	@touch $@
