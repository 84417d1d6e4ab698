#!/usr/bin/env bash
# Deploys a RabbitMQ cluster to Kubernetes with the same flags as "rabbitmq-k8s deploy"; with --cleanup, deletes it again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cli=$here/ops/dist/cli/cli.js

if [ ! -f "$cli" ] || [ ! -f "$here/dist/lib/index.js" ]; then
  (cd "$here" && { [ -d node_modules ] || npm ci --no-fund --no-audit; } && npm run --silent build && npm run --silent build:ops) >&2
fi

command=deploy
for argument in "$@"; do
  if [ "$argument" = --cleanup ]; then command=cleanup; fi
done
arguments=()
while [ $# -gt 0 ]; do
  case "$command $1" in
    *" --cleanup") ;;
    # options that say what to deploy don't matter to a cleanup
    "cleanup --replicas" | "cleanup --image" | "cleanup --release" | "cleanup --storage-class" | "cleanup --storage-size" | "cleanup --ingress" | "cleanup --ingress-controller" | "cleanup --prometheus-namespace" | "cleanup --allow-namespace")
      if [ $# -gt 1 ]; then shift; fi ;;
    "cleanup --replicas="* | "cleanup --image="* | "cleanup --release="* | "cleanup --storage-class="* | "cleanup --storage-size="* | "cleanup --ingress="* | "cleanup --ingress-controller="* | "cleanup --prometheus-namespace="* | "cleanup --allow-namespace="*) ;;
    "cleanup --hpa" | "cleanup --no-hpa" | "cleanup --monitoring" | "cleanup --no-monitoring" | "cleanup --no-ingress" | "cleanup --reset") ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
exec node "$cli" "$command" ${arguments[@]+"${arguments[@]}"}
