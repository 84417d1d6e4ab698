#!/usr/bin/env bash
# java.sh SOURCES OUTDIR: compiles what was generated with the examples, and runs them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources=$1 outdir=$2
programs=(examples/java/Prod.java examples/docs/*.java)
bash scripts/languages/java-compile.sh "$sources" "$work/classes" "$work/jars" "${programs[@]}"
for program in "${programs[@]}"; do
  class=$(basename "$program" .java)
  CDK8S_OUTDIR=$outdir/${class,,} java -cp "$work/classes:$sources/src/main/resources:$work/jars/*" "$class" 2>"$work/said" || { cat "$work/said"; exit 1; }
done
