#!/usr/bin/env bash
# helm.sh: lints the chart and its package, and proves that helm 3 and 4 make of values what the constructs make.
# COUNT and SEED of the environment: the number of random sets, and where they start.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=$(bash scripts/chart/get-helm.sh)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/again"
package=$(bash scripts/chart/package.sh "$work")
touch chart/Chart.yaml
cmp "$package" "$(bash scripts/chart/package.sh "$work/again")"

long=$(find chart/templates -type f -exec awk 'length > 120 { print FILENAME ":" FNR }' {} +)
[ -z "$long" ] || { printf 'lines above 120 characters:\n%s\n' "$long" >&2; exit 1; }
# helm runs templates in an order of its own
without=$(grep -L '^{{- include "rabbitmq.complete" . -}}$' $(find chart/templates -type f ! -name '_*') || true)
[ -z "$without" ] || { printf 'templates that do not start with rabbitmq.complete:\n%s\n' "$without" >&2; exit 1; }
for helm in helm3 helm4; do
  for chart in chart "$package"; do "$bin/$helm" lint --strict "$chart"; done
  diff <("$bin/$helm" template release chart) <("$bin/$helm" template release "$package")
done
node -r ts-node/register/transpile-only scripts/chart/verify.ts "$bin/helm3" "$bin/helm4"
