#!/usr/bin/env bash
# Deploys a RabbitMQ cluster to Kubernetes with the same flags as "rabbitmq-k8s deploy"; with --cleanup, deletes it again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cli=$here/ops/dist/cli.js

if [ ! -f "$cli" ] || [ ! -f "$here/dist/lib/index.js" ]; then
  (cd "$here" && { [ -d node_modules ] || npm ci --no-fund --no-audit; } && npm run --silent build && npm run --silent build:ops) >&2
fi

command=deploy
arguments=()
for argument in "$@"; do
  if [ "$argument" = --cleanup ]; then command=cleanup; else arguments+=("$argument"); fi
done
exec node "$cli" "$command" ${arguments[@]+"${arguments[@]}"}
