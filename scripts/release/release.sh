#!/usr/bin/env bash
# release.sh [--try] TAG [FOLDER]: makes all that is released of a tag, from a fresh checkout of it, and says what a person with
# credentials runs to publish it. The same tag makes the same bytes. With --try any commit does for a tag.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
try=false
if [ "${1:-}" = --try ]; then try=true; shift; fi
tag=${1:?'usage: release.sh [--try] TAG [FOLDER]'}
commit=$(git -C "$root" rev-parse --verify "$tag^{commit}")
checkout=$(mktemp -d)
trap 'rm -rf "$checkout"' EXIT
git -C "$root" archive "$commit" | tar -x -C "$checkout"
cd "$checkout"

version=$(node -p 'require("./package.json").version')
[ "$(node -p 'require("./ops/package.json").version')" = "$version" ] || { echo "ops/package.json has another version than package.json, $version" >&2; exit 1; }
grep -qx "## $version" CHANGELOG.md || { echo "CHANGELOG.md has no \"## $version\"" >&2; exit 1; }
[ "$tag" = "v$version" ] || [ "$try" = true ] || { echo "the tag is $tag, and the version v$version: tag it so, or use --try" >&2; exit 1; }
out=$(realpath -m "${2:-$root/dist/release/$version}")
rm -rf "$out"
mkdir -p "$out"

SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct "$commit")
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20
umask 022

step() { printf '== %s\n' "$*"; }
archive() { # archive FILE FOLDER: the same bytes whoever makes it, and when
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$2" -c . | gzip -n -9 >"$1"
}

step 'install and build'
npm ci --silent
npm run --silent build
npm run --silent --if-present build --workspaces
npm run --silent rosetta

step 'npm'
npm pack --silent --pack-destination "$out" >/dev/null
[ "$(node -p '!!require("./ops/package.json").private')" = true ] || npm pack --silent --workspace ops --pack-destination "$out" >/dev/null

step 'Python'
pacmak() { npx jsii-pacmak --no-npmignore --rosetta-tablet .jsii.tabl.json --rosetta-unknown-snippets verbatim --outdir packages "$@"; }
pacmak --targets python
cp packages/python/*.whl "$out"

step 'Java, Go, C#'
pacmak --targets java go --code-only --recurse
java=packages/java/src/main
date=$(date -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
# when it was generated is no part of a release
find packages/java -name '*.java' -exec sed -i -E "s/^(@javax.annotation.Generated\(.*date = \")[^\"]*/\1$date/" {} +
bash scripts/languages/java-compile.sh packages/java packages/classes packages/jars
jar_of() { # jar_of FILE FOLDER…: what of the folders is this package's own
  local file=$1 folder
  shift
  for folder in "$@"; do
    (cd "$folder" && find io -type f | sort | sed "s|.*|-C $folder &|")
  done >packages/list
  jar --create --date="$date" --file "$file" @packages/list
}
jar_of "$out/cdk8s-rabbitmq-$version.jar" "$PWD/packages/classes" "$PWD/$java/resources"
jar_of "$out/cdk8s-rabbitmq-$version-sources.jar" "$PWD/$java/java"
pacmak --targets java dotnet --code-only
cp packages/java/pom.xml "$out/cdk8s-rabbitmq-$version.pom"
archive "$out/cdk8s-rabbitmq-go-$version.tar.gz" packages/go/cdk8srabbitmq
archive "$out/cdk8s-rabbitmq-dotnet-$version.tar.gz" packages/dotnet

step 'Helm chart'
bash scripts/chart/package.sh "$out" >/dev/null

step 'SBOM, licences, API'
node scripts/release/sbom.js >"$out/cdk8s-rabbitmq-$version.cdx.json"
node scripts/release/sbom.js ops >"$out/rabbitmq-k8s-$version.cdx.json"
node scripts/release/licences.js
node scripts/release/licences.js --list >"$out/licences.tsv"
gzip -n -9 <.jsii >"$out/released.jsii.gz"

(cd "$out" && sha256sum -- * >SHA256SUMS && cat SHA256SUMS)
VERSION=$version OUT=$out bash scripts/release/publish.sh
