#!/usr/bin/env bash
# Builds docs/ and the reference that is generated from the code as a static site in dist/site; a dead link fails. Its generator is
# installed in site/ of its own, so that nobody who builds or tests the library waits for it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -f .jsii ] || npm run --silent build
node -r ts-node/register/transpile-only scripts/reference/main.ts
npm ci --silent --prefix site
npm run --silent build --prefix site 2>&1 | tail -n 20
node scripts/site-links.js dist/site
[ -f dist/site/index.html ] && ! grep -rlE '(src|href)="https?://[^"]*\.(js|css|woff2?)"' dist/site --include='*.html'
echo "site: $(find dist/site -name '*.html' | wc -l) pages in dist/site"
