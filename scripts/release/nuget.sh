#!/usr/bin/env bash
# nuget.sh CODE FOLDER: packs the generated C# in CODE for NuGet, in FOLDER; where there is no dotnet, says that it doesn't.
set -euo pipefail
if ! command -v dotnet >/dev/null; then
  echo 'NuGet: NOT MADE, as there is no dotnet here: the generated C# is in an archive, for "dotnet pack" elsewhere'
  exit
fi
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
# the project packs automatically at each build, after which dotnet pack would build nothing
dotnet pack "$1" --configuration Release --output "$packages" -p:GeneratePackageOnBuild=false -p:ContinuousIntegrationBuild=true
cp "$packages"/*.nupkg "$2"
