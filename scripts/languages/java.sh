#!/usr/bin/env bash
# java.sh SOURCES OUTDIR: compiles what was generated with the example, and runs it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources=$1 outdir=$2
bash scripts/languages/java-compile.sh "$sources" "$work/classes" "$work/jars" examples/java/Prod.java
CDK8S_OUTDIR=$outdir java -cp "$work/classes:$sources/src/main/resources:$work/jars/*" Prod 2>"$work/said" || { cat "$work/said"; exit 1; }
