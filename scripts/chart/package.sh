#!/usr/bin/env bash
# package.sh FOLDER: packs the Helm chart in FOLDER, as `helm package` does, but with the same bytes whoever packs it, and when.
# Prints the file. SOURCE_DATE_EPOCH is the time of what is in it.
set -euo pipefail
out=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
of_chart() { sed -n "s/^$1: //p" chart/Chart.yaml; }
name=$(of_chart name)
[ "$(of_chart version)" = "$(node -p 'require("./package.json").version')" ] || { echo "chart/Chart.yaml has another version than package.json" >&2; exit 1; }
file=$out/$name-$(of_chart version).tgz
# helm wants the chart's own file first
files=$(find chart -type f ! -name Chart.yaml | LC_ALL=C sort)
# shellcheck disable=SC2086
tar --mtime="@${SOURCE_DATE_EPOCH:-0}" --owner=0 --group=0 --numeric-owner --mode=644 --transform="s|^chart/|$name/|" -c chart/Chart.yaml $files | gzip -n -9 >"$file"
echo "$file"
