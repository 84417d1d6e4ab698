#!/usr/bin/env bash
# python.sh PACKAGES OUTDIR: installs the wheel in a fresh environment, with the newest peers that it takes, and runs the examples.
set -euo pipefail
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check "$1"/*.whl
"$environment/bin/pip" list --disable-pip-version-check --format freeze | grep -E '^(cdk8s|constructs|jsii)' | paste -sd' '
for program in examples/python/prod.py examples/docs/*.py; do
  CDK8S_OUTDIR=$2/$(basename "$program" .py) "$environment/bin/python" "$program"
done
