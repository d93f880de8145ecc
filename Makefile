# One word each. `make run` and `make test` do all their own set-up.
.PHONY: run test check bench prove seed setup
.DEFAULT_GOAL := run

DATA ?= ./data
SVITOK := $(or $(CARGO_TARGET_DIR),target)/debug/svitok

# Build the client where Node is, then the program; carry one signed document through, print its proof, seed a small town in $(DATA), say how to sign in, serve on
# 127.0.0.1:8080, with the simulator of the tax service beside it, a process of its own on 127.0.0.1:8090.
run:
	@dev/setup run
	@dev/ui
	cargo build --locked -p svitok
	rm -rf $(DATA)/demo
	$(SVITOK) demo --out $(DATA)/demo
	$(SVITOK) seed --data $(DATA)
	@$(SVITOK) regulator --data $(DATA)/regulator & state=$$!; trap 'kill $$state 2>/dev/null' EXIT; \
	$(SVITOK) serve --data $(DATA) --regulator http://127.0.0.1:8090

# Every test, on SQLite and on a private PostgreSQL.
test:
	@dev/setup test
	@dev/test

# Format, lints, docs, dependencies, edges and sizes, generated files.
check:
	@dev/setup check
	@dev/check

# What this program does on this machine, in figures: target/bench.json. About four minutes.
bench:
	@dev/setup run
	@dev/ui
	cargo build --locked --release -p svitok
	target/release/svitok bench all --json >target/bench.json.part
	mv target/bench.json.part target/bench.json
	@cat target/bench.json

# All tests, those of `gost` in the full size that `make test` runs in short form; then whether times tell of keys: a million
# signatures and agreed keys of four curves, about a quarter of an hour (quiet machine).
prove:
	@dev/setup test
	SVITOK_PROVE=full dev/test
	cargo run --locked --release -p gost --example timing

# The small town alone.
seed:
	@dev/setup run
	cargo run -q --locked -p svitok -- seed --data $(DATA)

# Everything that any target needs.
setup:
	@dev/setup all
