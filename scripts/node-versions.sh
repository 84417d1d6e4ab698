#!/usr/bin/env bash
# node-versions.sh [TESTS…]: runs unit tests with each supported Node.js, which npm packages bring. Without TESTS those that cover most of the code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tests=("$@")
[ ${#tests[@]} -gt 0 ] || tests=(test/deployment test/backup ops/test/backup ops/test/cli)
package=$(node -p '`node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`')
for version in 20 22 24; do
  folder=node_modules/.cache/node/$version
  [ -d "$folder/node_modules/$package" ] || npm install --silent --no-save --prefix "$folder" "$package@$version"
  binary=$folder/node_modules/$package/bin
  printf '== Node.js %s\n' "$("$binary/node" --version)"
  PATH="$PWD/$binary:$PATH" node node_modules/jest/bin/jest.js --silent --maxWorkers=2 "${tests[@]}"
done
