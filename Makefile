# Two commands for a stranger: `make demo` and `make test`. Each makes its own virtual environment.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
RUN := .venv/bin
DEV := .venv-dev/bin
PIP := --disable-pip-version-check --quiet

.PHONY: demo test lint types serve bench fast clean

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(RUN)/pip install $(PIP) --require-hashes -r requirements.lock
	$(RUN)/pip install $(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv-dev/ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv .venv-dev
	$(DEV)/pip install $(PIP) --require-hashes -r requirements-dev.lock
	$(DEV)/pip install $(PIP) --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv/ready
	@PATH="$(CURDIR)/$(RUN):$$PATH" sh examples/demo.sh

serve: .venv/ready
	@test -d .demo/.huishang || $(RUN)/huishang init .demo
	HUISHANG_HOME="$(CURDIR)/.demo/.huishang" $(RUN)/huishang serve

lint: .venv-dev/ready
	$(DEV)/ruff check .
	$(DEV)/ruff format --check .
	$(DEV)/lint-imports

types: .venv-dev/ready
	$(DEV)/mypy

test: lint types
	PATH="$(CURDIR)/$(DEV):$$PATH" $(DEV)/pytest -n 2

bench: .venv-dev/ready
	$(DEV)/python -m bench

# The reading compiled (needs a C compiler; some minutes), compared with the plain one, then put into .venv.
fast: .venv/ready .venv-dev/ready
	rm -rf build/compiled build/wheel .fast
	HUISHANG_COMPILE=1 $(DEV)/pip wheel $(PIP) --no-deps --no-build-isolation --wheel-dir build/wheel .
	$(DEV)/pip install $(PIP) --no-deps --target .fast build/wheel/huishang-*.whl
	$(DEV)/python -m bench.compiled .fast examples tests/golden
	$(RUN)/pip install $(PIP) --no-deps --force-reinstall build/wheel/huishang-*.whl

clean:
	rm -rf .fast build .venv .venv-dev .demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
