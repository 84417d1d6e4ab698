#!/usr/bin/env bash
# check.sh: proves that Flux's postBuild substitution and `cdk8s synth --format helm` leave manifests as they are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bin=$(bash scripts/chart/get-helm.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

synth() { # synth FOLDER OPTION…
  CDK8S_CHECK_UPGRADE=false npx cdk8s synth --app 'node -r ts-node/register/transpile-only scripts/templating/app.ts' --output "$@" >/dev/null
}
synth "$work/plain"
FORMAT=helm synth "$work/chart" --format helm --chart-api-version v2 --chart-version 0.1.0

(cd scripts/templating/flux && go build -o "$work/substitute" .)
"$work/substitute" <"$work/plain/mq.k8s.yaml" | diff "$work/plain/mq.k8s.yaml" - || { echo 'Flux would change manifests' >&2; exit 1; }

for helm in helm3 helm4; do
  "$bin/$helm" template release "$work/chart" >"$work/$helm.yaml"
  node -e '
    const { isDeepStrictEqual } = require("util");
    const { readFileSync } = require("fs");
    const objects = file => require("yaml").parseAllDocuments(readFileSync(file, "utf8"), { version: "1.1" }).map(document => document.toJS()).filter(object => object);
    const key = ({ kind, metadata: { name } }) => `${kind} ${name}`;
    const [plain, chart] = process.argv.slice(1).map(file => objects(file).sort((a, b) => (key(a) < key(b) ? -1 : 1)));
    const changed = plain.filter((object, i) => !isDeepStrictEqual(object, chart[i])).map(key);
    if (changed.length > 0 || plain.length !== chart.length) {
      console.error(`${plain.length} objects, ${chart.length} of the chart; changed: ${changed.join(", ")}`);
      process.exit(1);
    }' "$work/plain/mq.k8s.yaml" "$work/$helm.yaml"
done
