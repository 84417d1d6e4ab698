#!/usr/bin/env bash
# helm.sh CHART: lints a chart, and proves that helm 3 and 4 make of values what the constructs make.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=$(bash scripts/chart/get-helm.sh)

for helm in helm3 helm4; do "$bin/$helm" lint --strict "$1"; done
node -r ts-node/register/transpile-only scripts/chart/prove.ts "$bin/helm3" "$bin/helm4"
