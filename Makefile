# SPDX-License-Identifier: Apache-2.0
# Short names for the steps of CMake (see CMakePresets.json). PRESET=debug, asan+ubsan or tsan for another kind of build.
PRESET ?= release
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 600
KILLS ?= 100
# The store that make load asks, and for how many seconds.
STORE ?= build/example.db
LOAD_SECONDS ?= 30
# Where the texts and trees lie that models are trained and measured with.
DATA ?= ../shared
MAKEFLAGS += --no-print-directory

.PHONY: help run test bench fuzz lint install train evaluate scores judge kills load build setup setup-test clean

help:
	@echo "make run       build masudi, code the example dispatch, and offer it on a map"
	@echo "make test      build everything and run all tests"
	@echo "make bench     measure the speed"
	@echo "make fuzz      run every fuzzer for ten minutes (needs scripts/fuzz-packages.txt)"
	@echo "make lint      check format, layers, licence lines, and with clang-tidy"
	@echo "make install   install build/masudi below PREFIX ($(PREFIX))"
	@echo "make train     train the language model from DATA ($(DATA))"
	@echo "make evaluate  code the stories under DATA and score them against their gold events"
	@echo "make scores    measure everything with DATA and write docs/scores.md"
	@echo "make judge     learn the weights of the judge from the training half of the gold stories under DATA"
	@echo "make kills     kill ingestions at random, KILLS times (100), and check that nothing is lost or doubled"
	@echo "make load      ask a server over STORE ($(STORE)) as fast as wrk can, LOAD_SECONDS ($(LOAD_SECONDS))"
	@echo "make clean     remove what was built"

run: build
	@echo
	@build/masudi code examples/dispatch.txt --format table
	@scripts/example.sh build/masudi build/example.db

test: setup-test build
	@ctest --preset $(PRESET) -j$$(nproc)

bench: setup
	@cmake --preset bench
	@cmake --build --preset bench
	@scripts/bench.sh build-bench

fuzz: setup
	@cmake --preset fuzz
	@cmake --build --preset fuzz
	@scripts/fuzz.sh build-fuzz $(FUZZ_SECONDS)

lint: build
	@scripts/lint.sh

install: build
	@cmake --install build --prefix $(PREFIX)

train: build
	@scripts/train.sh $(DATA)

evaluate: build
	@scripts/evaluate.sh $(DATA)

scores: build
	@scripts/scores.sh $(DATA)

judge: build
	@scripts/judge.sh $(DATA)

kills: build
	@scripts/kills.sh build/masudi $(KILLS)

load: build
	@scripts/example.sh build/masudi build/example.db >/dev/null
	@scripts/load.sh build/masudi $(STORE) $(LOAD_SECONDS)

build: setup
	@scripts/build.sh $(PRESET)

setup:
	@scripts/setup.sh

# Without a browser the tests that need one are skipped.
setup-test: setup
	@scripts/setup.sh scripts/test-packages.txt || echo "setup: the tests that need a browser will be skipped"

clean:
	rm -rf build build-debug build-asan build-tsan build-fuzz build-bench
