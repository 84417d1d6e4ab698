#!/usr/bin/env bash
# Packs the packages and uses them as a stranger would: in a fresh folder, from both module systems, with types; and looks at what is in them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$PWD
ops=$(node -p '!require("./ops/package.json").private')

contents() { # contents TARBALL PATTERN: every file is one of these, and the licence is among them
  local strange
  tar -tzf "$1" | grep -x package/LICENSE >/dev/null || { echo "$(basename "$1") has no LICENSE"; return 1; }
  strange=$(tar -tzf "$1" | sed 's|^package/||' | grep -vE "^($2)$" || true)
  [ -z "$strange" ] || { printf '%s has what it should not:\n%s\n' "$(basename "$1")" "$strange"; return 1; }
  echo "$(basename "$1"): $(tar -tzf "$1" | wc -l) files, $(($(stat -c %s "$1") / 1024)) KiB"
}

synthesize() { # synthesize: the commands that make manifests, in this folder, against a cluster without objects
  local command status
  for command in 'deploy --profile dev --dry-run' 'diff --profile dev' 'doctor --profile dev'; do
    status=0
    # shellcheck disable=SC2086
    node "$root/scripts/release/empty-cluster.mjs" npx rabbitmq-k8s $command >output.txt 2>&1 || status=$?
    # doctor ends with 2, as the cluster has no nodes
    case "$status $command" in '0 '* | '2 doctor '*) ;; *) echo "rabbitmq-k8s $command ended with $status:"; tail -5 output.txt; return 1 ;; esac
  done
  node -p '`rabbitmq-k8s: deploy, diff and doctor with ${["cdk8s", "constructs"].map(name => `${name} ${require(`${name}/package.json`).version}`).join(" and ")}`'
}

npm pack --silent --pack-destination "$work" >/dev/null
library=$(echo "$work"/cdk8s-rabbitmq-*.tgz)
contents "$library" 'package\.json|\.jsii|README\.md|LICENSE|CHANGELOG\.md|dist/(lib|imports)/.*\.(js|d\.ts)|erlang/(src|escript|include|eval)/[^/]*\.(erl|escript|hrl|eval)'

tools=$(node -p 'const { devDependencies: d, peerDependencies: p } = require("./package.json"); [...Object.keys(p), "typescript", "@types/node"].map(name => `${name}@${d[name]}`).join(" ")')
mkdir "$work/app"
cd "$work/app"
echo '{ "name": "app", "private": true }' >package.json
# shellcheck disable=SC2086
npm install --silent --no-audit --no-fund "$library" $tools

cat >app.ts <<'END'
import { App, Chart } from 'cdk8s';
import { RabbitMQCluster } from 'cdk8s-rabbitmq';

const app = new App();
new RabbitMQCluster(new Chart(app, 'typescript'), 'RabbitMQ', { replicas: 3 });
app.synth();
END
cat >app.mjs <<'END'
import { App, Chart } from 'cdk8s';
import { RabbitMQCluster } from 'cdk8s-rabbitmq';

const app = new App();
new RabbitMQCluster(new Chart(app, 'esm'), 'RabbitMQ', { replicas: 3 });
app.synth();
END
npx tsc --strict --module node16 --target es2022 --skipLibCheck false --types node app.ts
node app.js
node app.mjs
cmp dist/typescript.k8s.yaml dist/esm.k8s.yaml
echo "cdk8s-rabbitmq: used from TypeScript and from an ES module, $(grep -c '^kind: ' dist/esm.k8s.yaml) objects"

if [ "$ops" = true ]; then
  cd "$root"
  npm pack --silent --workspace ops --pack-destination "$work" >/dev/null
  tool=$(echo "$work"/rabbitmq-k8s-*.tgz)
  contents "$tool" 'package\.json|README\.md|LICENSE|CHANGELOG\.md|dist/.*\.(js|d\.ts|json)|dist/values\.yaml'
  cd "$work/app"
  npm install --silent --no-audit --no-fund "$tool"
  [ "$(npx rabbitmq-k8s --version)" = "$(node -p 'require("rabbitmq-k8s/package.json").version')" ]
  node --input-type=module -e 'import * as api from "rabbitmq-k8s"; if (Object.keys(api).length === 0) process.exit(1)'
  # as docs/how-to.md says
  mkdir -p dist/k8s
  cp "$root/dist/k8s/prod.k8s.yaml" dist/k8s
  npx rabbitmq-k8s diagram dist/k8s/prod.k8s.yaml --out prod.svg
  grep -q '<svg' prod.svg
  # by the chart's schema, which the package brings
  echo 'service: { type: ExternalName }' | npx rabbitmq-k8s migrate - 2>/dev/null | grep 'service.type: left out' >/dev/null
  echo "rabbitmq-k8s: $(npx rabbitmq-k8s --version)"
  synthesize

  # an app with the latest peers, and with network peers of another cdk8s-plus
  peers=$(node -p 'Object.entries(require(`${process.argv[1]}/package.json`).peerDependencies).map(([name, range]) => `${name}@${range}`).join(" ")' "$root")
  mkdir "$work/latest"
  cd "$work/latest"
  echo '{ "name": "latest", "private": true }' >package.json
  # shellcheck disable=SC2086
  npm install --silent --no-audit --no-fund "$library" "$tool" $peers cdk8s-plus-32 typescript @types/node
  cat >app.ts <<'END'
import { App, Chart } from 'cdk8s';
import { Namespaces, NetworkPolicyIpBlock, Pods } from 'cdk8s-plus-32';
import { RabbitMQCluster, RabbitMQPeer } from 'cdk8s-rabbitmq';

const app = new App();
const chart = new Chart(app, 'peers');
const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { networkPolicy: { enabled: true } });
for (const peer of [Pods.all(chart, 'Pods'), Namespaces.select(chart, 'Shop', { names: ['shop'] }), NetworkPolicyIpBlock.ipv4(chart, 'Office', '192.0.2.0/24')]) {
  cluster.connections.allowClientsFrom(RabbitMQPeer.from(peer));
}
app.synth();
END
  npx tsc --strict --module node16 --target es2022 --skipLibCheck --types node app.ts
  node app.js
  grep -q '192.0.2.0/24' dist/peers.k8s.yaml
  synthesize
fi
