// An API server of a Kubernetes cluster without objects, for programs that are tried without one. Runs a command with KUBECONFIG set:
// node empty-cluster.mjs COMMAND…
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kinds that a deployment without custom resources has. */
const KINDS = {
  '/api/v1': ['ConfigMap', 'Namespace', 'PersistentVolumeClaim', 'Pod', 'Secret', 'Service', 'ServiceAccount'],
  '/apis/apps/v1': ['Deployment', 'StatefulSet'],
  '/apis/batch/v1': ['CronJob', 'Job'],
  '/apis/networking.k8s.io/v1': ['Ingress', 'NetworkPolicy'],
  '/apis/policy/v1': ['PodDisruptionBudget'],
  '/apis/rbac.authorization.k8s.io/v1': ['Role', 'RoleBinding'],
};

function resource(kind) {
  return { kind, name: `${kind.toLowerCase().replace(/y$/, 'ie').replace(/ss$/, 'sse')}s`, namespaced: kind !== 'Namespace', verbs: ['get', 'list', 'create', 'patch', 'delete'] };
}

function answer(method, path, body) {
  if (path === '/version') {
    return { major: '1', minor: '35', gitVersion: 'v1.35.0' };
  }
  if (path in KINDS) {
    return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: path.replace(/^\/apis?\//, ''), resources: KINDS[path].map(resource) };
  }
  if (path.endsWith('/selfsubjectaccessreviews')) {
    return { ...body, status: { allowed: true } };
  }
  if (path.endsWith('/selfsubjectrulesreviews')) {
    return { ...body, status: { resourceRules: [], nonResourceRules: [], incomplete: false } };
  }
  if (method === 'PATCH' || method === 'POST') {
    return body;
  }
  // a list has an even number of parts after the version, an object an odd one, unless it is in no namespace
  const parts = path.replace(/^\/(api\/v1|apis\/[^/]+\/[^/]+)\/?/, '').split('/').filter(part => part !== '');
  const isList = parts[0] === 'namespaces' ? parts.length % 2 === 1 : parts.length === 1;
  return isList ? { kind: 'List', apiVersion: 'v1', metadata: {}, items: [] } : undefined;
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    const { pathname } = new URL(request.url, 'http://localhost');
    const found = answer(request.method, pathname, text.startsWith('{') ? JSON.parse(text) : {});
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 404, reason: 'NotFound', message: `${pathname} not found` }));
  });
});

server.listen(0, '127.0.0.1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'empty-cluster-'));
  const kubeconfig = join(folder, 'config');
  const url = `http://127.0.0.1:${server.address().port}`;
  writeFileSync(kubeconfig, JSON.stringify({
    apiVersion: 'v1', kind: 'Config', 'current-context': 'empty',
    clusters: [{ name: 'empty', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'nobody', user: {} }],
    contexts: [{ name: 'empty', context: { cluster: 'empty', user: 'nobody', namespace: 'default' } }],
  }));
  const [command, ...args] = process.argv.slice(2);
  spawn(command, args, { stdio: 'inherit', env: { ...process.env, KUBECONFIG: kubeconfig } }).on('close', (code) => {
    rmSync(folder, { recursive: true });
    process.exit(code ?? 1);
  });
});
