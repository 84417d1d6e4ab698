#!/usr/bin/env bash
# central-bundle.sh FOLDER: signs what Maven Central gets of the release in FOLDER by gpg, and packs it with checksums in
# FOLDER/central-bundle.zip, as https://central.sonatype.org/publish/publish-portal-upload/ wants it.
set -euo pipefail
out=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
read -r group artifact version < <(node -p 'const { version, jsii } = require("./package.json"), { groupId, artifactId } = jsii.targets.java.maven; [groupId, artifactId, version].join(" ")')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/${group//.//}/$artifact/$version
mkdir -p "$folder"
for file in .pom .jar -sources.jar -javadoc.jar; do
  cp "$out/$artifact-$version$file" "$folder"
done
cd "$folder"
for file in *; do
  gpg --armor --detach-sign "$file"
  md5sum "$file" | cut -d' ' -f1 >"$file.md5"
  sha1sum "$file" | cut -d' ' -f1 >"$file.sha1"
done
jar --create --no-manifest --file "$out/central-bundle.zip" -C "$work" "${group%%.*}"
echo "$out/central-bundle.zip"
