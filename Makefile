# Every task of the project. `make` alone lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# Two compile jobs fit into 4 GB of memory; raise it with `make test JOBS=8`.
JOBS ?= 2
# How many inputs each fuzz target gets.
FUZZ_RUNS ?= 200000

swift_build := swift build -j $(JOBS)
# Swift's runtime inside, so that the command starts sooner (decision 0040).
release_build := $(swift_build) -c release --static-swift-stdlib
swift_test := swift test -j $(JOBS)
release_tool := .build/release/tradewind
debug_tool := .build/debug/tradewind
notebooks = $(wildcard Notebooks-md/*.md)
sources = $(wildcard Package.swift Sources Tests Fuzz Benchmarks/Package.swift Benchmarks/Sources)

.PHONY: help setup build build-debug report reports test test-release sanitize notebooks docs \
  format lint check bench-report bench-panel bench-aggregate bench-validation bench-prose fuzz \
  bench-import bench-reconcile bench-m3 bench-ets clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## Install the system libraries that are missing.
	@Scripts/setup

# What a build says goes to standard error: standard output belongs to results.
build: setup ## Build the command, optimized.
	@[[ -x $(release_tool) ]] \
	  || echo 'make: building tradewind; the first time takes some minutes' >&2
	@$(release_build) --product tradewind >&2

build-debug: setup
	@$(swift_build) --product tradewind >&2

report: build ## Write the report of 2009-Q3 to Reports/ and print it.
	@Scripts/reports $(release_tool) china-partners-2009-Q3
	@cat Reports/china-partners-2009-Q3/report.txt

reports: build ## Write every committed report again.
	@Scripts/reports $(release_tool)

test: setup ## Build, run every test and check the notebooks.
	@echo 'make: building the tests; the first time takes some minutes' >&2
	@$(swift_test)
	@$(debug_tool) notebook check $(notebooks)

test-release: setup ## Run every test on optimized code.
	@$(swift_test) -c release

# Leak detection is off: the test runner itself leaves blocks behind when it ends.
sanitize: setup ## Run every test under the address sanitizer.
	@ASAN_OPTIONS=detect_leaks=0 $(swift_test) --sanitize=address --scratch-path .build-asan

notebooks: build-debug ## Run the notebooks and write their outputs.
	@$(debug_tool) notebook run $(notebooks)

docs: build-debug ## Write Documentation/CommandLine.md from the help texts.
	@Scripts/docs $(debug_tool)

format: ## Format the Swift sources.
	@swift format format --in-place --recursive --parallel $(sources)

lint: ## Check the format of the Swift sources.
	@swift format lint --strict --recursive --parallel $(sources)

check: ## Check the rules of the repository.
	@Scripts/check

fuzz: ## Run the fuzz targets for a fixed number of inputs (FUZZ_RUNS).
	@Scripts/fuzz $(FUZZ_RUNS)

bench-report: build ## Measure time and memory of one whole report.
	@Scripts/bench-report $(release_tool)

bench-panel: setup ## Measure panel operations, beside NumPy where it is installed.
	@swift run -j $(JOBS) --package-path Benchmarks -c release panel
	@if python3 -c 'import numpy' 2>/dev/null; then \
	  python3 Benchmarks/peers/panel_numpy.py; \
	else \
	  echo 'make: no python3 with NumPy here, so nothing to compare with' >&2; \
	fi

bench-aggregate: build ## Measure the aggregation, beside DuckDB and polars where installed.
	@mkdir -p output
	@Benchmarks/peers/aggregate $(release_tool) output/trade-5m.csv

bench-prose: build ## Measure the reading of running text.
	@Scripts/bench-prose $(release_tool)

bench-reconcile: setup ## Measure reconciliation, beside hierarchicalforecast where it is installed.
	@if python3 -c 'import hierarchicalforecast' 2>/dev/null; then \
	  Benchmarks/peers/reconcile_hierarchicalforecast.py output/reconcile \
	    && swift run -j $(JOBS) --package-path Benchmarks -c release reconcile output/reconcile; \
	else \
	  echo 'make: no python3 with hierarchicalforecast, so nothing to compare with' >&2; \
	  swift run -j $(JOBS) --package-path Benchmarks -c release reconcile; \
	fi

bench-import: build ## Measure reading into typed columns and import, beside polars and pandas.
	@mkdir -p output
	@$(swift_build) --package-path Benchmarks -c release --product columns >&2
	@Benchmarks/peers/import $(release_tool) Benchmarks/.build/release/columns output/trade-5m.csv

bench-m3: setup ## Score forecasts on the M3 series of TRADEWIND_SHARED_DATA.
	@mkdir -p output
	@swift run -j $(JOBS) --package-path Benchmarks -c release m3 \
	  "$${TRADEWIND_SHARED_DATA:?names no folder}/forecasting/m3" output

bench-ets: setup ## Time automatic exponential smoothing, beside statsforecast where installed.
	@mkdir -p output
	@swift run -j $(JOBS) --package-path Benchmarks -c release ets output
	@if python3 -c 'import statsforecast' 2>/dev/null; then \
	  python3 Benchmarks/peers/ets_statsforecast.py output/panel-500.csv; \
	else \
	  echo 'make: no python3 with statsforecast here, so nothing to compare with' >&2; \
	fi

bench-validation: setup ## Measure the checks: alarms, power, localisation, speed.
	@swift run -j $(JOBS) --package-path Benchmarks -c release validation

clean: ## Remove what was built.
	@rm -rf .build .build-asan Benchmarks/.build output
