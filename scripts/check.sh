#!/usr/bin/env bash
# All that CI runs but the end-to-end suite, which needs a cluster: each step is counted, and one that changes a committed file fails.
# check.sh [--tested]: with --tested the unit tests have run already.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
passed=0 failed=0

step() { # step NAME COMMAND…
  local name=$1; shift
  printf '\n== %s\n' "$name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED: %s\n' "$name"; fi
}

unchanged() { # unchanged COMMAND…: the command succeeds and leaves every committed file as it is
  "$@" || return 1
  local changes
  changes=$(git status --porcelain -- api dist/k8s chart docs imports package-lock.json)
  [ -z "$changes" ] && return 0
  printf 'changed, and not committed:\n%s\n' "$changes"
  git --no-pager diff -- api dist/k8s chart docs imports package-lock.json | head -50
  return 1
}

[ "${1:-}" = --tested ] || step 'build and unit tests' npm test --silent
# after the build, as ops is compiled against what it makes
step lint npm run --silent lint
step 'Erlang programs compile and pass their tests' bash scripts/erlang.sh
step 'synth leaves dist/k8s as it is committed' unchanged npm run --silent synth
step 'docs leave api/public.txt and the CLI pages as they are committed' unchanged npm run --silent docs
step 'dashboards and lists of alerts leave docs as they are committed' unchanged npm run --silent docs:monitoring
step 'alerts fire when they should: promtool' bash scripts/promtool.sh
step 'files, schema and README of the chart are as they are committed' unchanged npm run --silent chart
step 'the chart makes what the constructs make, with helm 3 and 4' bash scripts/helm.sh
step 'Flux and cdk8s synth --format helm leave manifests as they are' bash scripts/templating/check.sh
step 'README snippets compile' npm run --silent rosetta
step 'other languages synthesize as TypeScript does' bash scripts/languages/check.sh
step 'dependencies have no advisory of high severity' bash scripts/advisories.sh
step 'licences of dependencies are allowed' node scripts/release/licences.js
step 'packages install and work in a fresh folder' bash scripts/release/try-packages.sh
step 'the API breaks nothing that was released' node scripts/release/api-break.js --self-test
step 'snippets of docs compile' node scripts/docs-snippets.js
step 'docs as a site, without dead links' npm run --silent site
step 'kube-score finds nothing critical in the prod profile' bash scripts/kube-score.sh dist/k8s/prod.k8s.yaml

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
