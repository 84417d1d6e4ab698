#!/usr/bin/env bash
# Makes the packages of the other languages with jsii-pacmak and compares them with TypeScript: the prod profile and the
# programs of the docs, written in each language in examples/, have to synthesize the same bytes. A language whose
# compiler isn't here is generated only, and the last line says which.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20 JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1
here=scripts/languages
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
same=(typescript) generated=()

# the README's snippets, compiled; packages show them in their own language
npm run --silent rosetta
pacmak() { npx jsii-pacmak --no-npmignore --rosetta-tablet .jsii.tabl.json --rosetta-unknown-snippets verbatim --outdir "$work" "$@"; }

pacmak --targets python
# the registries of Go and Java don't have all peers: they are generated too, from the versions that TypeScript uses
pacmak --targets go java --code-only --recurse
pacmak --targets dotnet --code-only

node "$here/typescript.js" "$work/synth/typescript"
mkdir "$work/synth/typescript/prod" && cp dist/k8s/prod.k8s.yaml "$work/synth/typescript/prod"

like_typescript() { # like_typescript LANGUAGE: runs LANGUAGE.sh with the folder of its package
  local begun=$SECONDS
  bash "$here/$1.sh" "$work/$1" "$work/synth/$1"
  diff -rq "$work/synth/typescript" "$work/synth/$1"
  same+=("$1")
  echo "$1: $(ls "$work/synth/$1" | wc -l) programs synthesize what TypeScript does, byte for byte ($((SECONDS - begun)) s)"
}

like_typescript python
if command -v go >/dev/null; then like_typescript go; else generated+=(go); fi
if command -v javac >/dev/null && command -v mvn >/dev/null; then like_typescript java; else generated+=(java); fi
generated+=(dotnet)

node "$here/readme.js" "$work"
echo "languages: ${same[*]} synthesize the same bytes; generated, neither compiled nor run: ${generated[*]}"
