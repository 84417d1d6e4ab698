'use strict';

/**
 * Makes imports/ from the custom resource definitions that a cluster serves (KUBECONFIG): only the kinds in use, without
 * their prose. Run by `npm run import`.
 */
const { execFileSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { ApiextensionsV1Api, KubeConfig } = require('@kubernetes/client-node');
const yaml = require('yaml');

const DEFINITIONS = [
  'backendtlspolicies.gateway.networking.k8s.io',
  'certificates.cert-manager.io',
  'externalsecrets.external-secrets.io',
  'httproutes.gateway.networking.k8s.io',
  'podmonitors.monitoring.coreos.com',
  'prometheusrules.monitoring.coreos.com',
  'scaledobjects.keda.sh',
  'servicemonitors.monitoring.coreos.com',
  'tcproutes.gateway.networking.k8s.io',
  'tlsroutes.gateway.networking.k8s.io',
  'triggerauthentications.keda.sh',
];

/** The version of each that is in use. */
const VERSION = 'v1';

function withoutProse(schema) {
  if (Array.isArray(schema)) {
    return schema.map(withoutProse);
  }
  if (schema === null || typeof schema !== 'object') {
    return schema;
  }
  const entries = Object.entries(schema).filter(([key, value]) => value !== undefined && !(key === 'description' && typeof value === 'string'));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutProse(value)]));
}

async function main() {
  const config = new KubeConfig();
  config.loadFromDefault();
  const api = config.makeApiClient(ApiextensionsV1Api);
  const byGroup = new Map();
  for (const name of DEFINITIONS) {
    const { spec } = await api.readCustomResourceDefinition({ name });
    const versions = spec.versions.filter(version => version.name === VERSION);
    if (versions.length === 0) {
      throw new Error(`${name} is there as ${spec.versions.map(version => version.name).join(', ')}, and ${VERSION} is in use: take a cluster that has it`);
    }
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name },
      spec: withoutProse(JSON.parse(JSON.stringify({ ...spec, versions }))),
    };
    byGroup.set(spec.group, [...(byGroup.get(spec.group) ?? []), yaml.stringify(definition)]);
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crds-'));
  for (const [group, definitions] of byGroup) {
    const file = path.join(folder, `${group}.yaml`);
    fs.writeFileSync(file, definitions.join('---\n'));
    execFileSync('npx', ['cdk8s', 'import', file, '--language', 'typescript', '--output', 'imports', '--no-save'], {
      stdio: 'inherit',
      env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    });
  }
  fs.rmSync(folder, { recursive: true });
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
