#!/usr/bin/env bash
# Checks the rules of every alert with promtool, and runs their tests. Gets promtool, where it is missing, from Debian's
# package or with Go.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=v0.316.0
bin=$PWD/node_modules/.cache/bin
export PATH=$bin:$PATH
command -v promtool >/dev/null || {
  mkdir -p "$bin"
  package=$(mktemp -d)
  if (cd "$package" && apt-get download prometheus && dpkg -x prometheus_*.deb .) >/dev/null 2>&1; then
    cp "$package/usr/bin/promtool" "$bin"
  elif command -v go >/dev/null; then
    GOBIN=$bin go install -tags remove_all_sd "github.com/prometheus/prometheus/cmd/promtool@$version"
  else
    echo 'promtool was not found, nor Go to build it: install Prometheus, https://prometheus.io/download' >&2
    exit 1
  fi
}
folder=$(mktemp -d)
node -r ts-node/register/transpile-only test/monitoring/alerts/promtool.ts "$folder"
promtool check rules "$folder"/*.rules.yaml >"$folder/check.log" || { cat "$folder/check.log"; exit 1; }
promtool test rules "$folder"/*.test.yaml >"$folder/test.log" 2>&1 || { grep -v SUCCESS "$folder/test.log"; exit 1; }
echo "promtool: $(ls "$folder"/*.test.yaml | wc -l) alerts fire when they should and don't when they shouldn't"
