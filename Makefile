# Everything a person needs to run, test and check Geleit. Needs git, make and Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
# Read-only questions asked of generated files; each tool knows --check and rewrites without it.
GENERATORS := tools/catalogues.py tools/docs.py

export DJANGO_SETTINGS_MODULE := geleit.config.settings
.DEFAULT_GOAL := help
.PHONY: help demo test check lint fix docs bench clean product develop

help:  ## show these targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

demo: product  ## start everything and print address and log-ins; GELEIT_PORT, GELEIT_DATA
	@exec $(BIN)/python -m geleit.config.cli demo --end-with-parent

test: develop  ## run the tests; `make test k=plan` narrows them
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(if $(k),-k "$(k)")

check: lint  ## everything that can be checked without running the product
	@$(BIN)/python -W ignore -m django makemigrations --check --dry-run --verbosity 0
	@set -e; for tool in $(GENERATORS); do echo "$$tool --check"; $(BIN)/python $$tool --check; done

lint: develop  ## style, types, import contracts, templates
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint src --lint --quiet

fix: develop  ## repair what can repair itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: develop  ## write the generated pages and catalogues anew
	@set -e; for tool in $(GENERATORS); do echo "$$tool"; $(BIN)/python $$tool; done

bench: develop  ## measure with 3.25 million talks; writes benchmarks/results/
	@$(BIN)/python -m benchmarks

clean:  ## remove everything that was set up or generated; data in var/ stays
	rm -rf .venv node_modules static-collected .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

product develop:
	@$(PYTHON) tools/setup.py $@
