#!/usr/bin/env bash
# Compiles the Erlang programs with warnings as errors, runs their tests and checks their calls. ERLANG_BIN: the folder of another erl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -z "${ERLANG_BIN:-}" ] || PATH="$ERLANG_BIN:$PATH"
if ! command -v escript >/dev/null; then
  echo 'NOT CHECKED: the Erlang programs. Install Erlang (Debian: erlang-base erlang-dev erlang-eunit erlang-tools erlang-ssl erlang-inets) and run scripts/erlang.sh' >&2
  [ -z "${CI:-}" ]
  exit
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
escript scripts/erlang/check.escript "$PWD/erlang" "$out"
