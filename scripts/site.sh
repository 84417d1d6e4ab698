#!/usr/bin/env bash
# Builds docs/ and the generated reference as a static site in dist/site. A dead link fails, as does a search that does not find the right
# page, an invisible picture, or a serious accessibility problem. The generator is installed in site/, so that builds and tests of the library do not need it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -f .jsii ] || npm run --silent build
node -r ts-node/register/transpile-only scripts/reference/main.ts
[ site/node_modules/.package-lock.json -nt site/package-lock.json ] || npm ci --silent --prefix site
npm run --silent build --prefix site 2>&1 | tail -n 20
node scripts/site-links.js dist/site
node site/search-test.mjs dist/site
node site/browser-test.mjs dist/site
if grep -rlE '(src|href)="https?://[^"]*\.(js|css|woff2?)"' dist/site --include='*.html'; then
  echo 'site: these pages load scripts, styles or fonts from elsewhere' >&2
  exit 1
fi
echo "site: $(find dist/site -name '*.html' | wc -l) pages in dist/site"
