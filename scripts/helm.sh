#!/usr/bin/env bash
# helm.sh: lints the chart and its package, and proves that helm 3 and 4 make of values what the constructs make, of both.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=$(bash scripts/chart/get-helm.sh)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/again"
package=$(bash scripts/chart/package.sh "$work")
touch chart/Chart.yaml
cmp "$package" "$(bash scripts/chart/package.sh "$work/again")"

for helm in helm3 helm4; do
  for chart in chart "$package"; do "$bin/$helm" lint --strict "$chart"; done
  diff <("$bin/$helm" template release chart) <("$bin/$helm" template release "$package")
done
node -r ts-node/register/transpile-only scripts/chart/prove.ts "$bin/helm3" "$bin/helm4"
