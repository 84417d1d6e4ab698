#!/usr/bin/env bash
# go.sh MODULES OUTDIR: builds and runs the examples against the modules that were generated, peers included.
set -euo pipefail
module=$(mktemp -d)
trap 'rm -rf "$module"' EXIT
modules=$1 outdir=$2
cp examples/go/prod.go examples/docs/*.go "$module"
cd "$module"
export GOFLAGS=-modcacherw
go mod init example 2>/dev/null
for generated in "$modules"/*/; do
  go mod edit -replace "$(awk '$1 == "module" { print $2 }' "$generated/go.mod")=$generated"
done
go mod tidy >/dev/null 2>&1 || go mod tidy
for program in *.go; do
  name=${program%.go}
  go vet "$program"
  go build -o "$name" "$program"
  CDK8S_OUTDIR=$outdir/$name "./$name"
done
