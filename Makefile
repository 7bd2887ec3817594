# What one does here, by name. `make` alone lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The data folder of `make run`.
DATA ?= data

.PHONY: help setup assets run build test check bench audit

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## Install what the machine lacks: a browser, PostgreSQL, fonts, cargo's tools
	scripts/setup

node_modules/.package-lock.json: package-lock.json package.json
	npm ci --no-audit --no-fund
	@touch $@

assets: node_modules/.package-lock.json ## Build the front end into assets/dist
	node assets/build.mjs

run: assets ## Build all, fill an empty shop with the demo, and open it on SQLite, with a gateway's stand-in to pay at
	cargo build -p app -p chargily-double
	@exec scripts/run "$(DATA)"

build: assets ## Build the release binary at target/release/warraq
	cargo build --release -p app --target-dir target

check: assets ## Formatting, lints as errors, types, licences, message files
	scripts/check

test: setup assets ## Everything, on both databases and in a browser
	scripts/test

bench: assets ## Speed, side by side (see benches/README.md)
	scripts/bench

audit: setup assets ## What takes long: timing of sign-ins, every book of the test data in the browser, golden pictures, the table of speeds and weights
	WARRAQ_TIMING_TRIES=200 scripts/with-postgres cargo nextest run -p accounts -E 'test(/^timing::/)'
	cargo build --workspace --bins
	node e2e/run.mjs --all
	node e2e/golden.mjs
	cargo build --release -p app -p chargily-double
	node e2e/audit.mjs
