// The folder order of lib/ and ops/src: docs/contributing/architecture.md explains it.
// A folder imports only from folders below it. `npm run lint:imports` checks this, and that no imports form a cycle.

/** From top to bottom. */
const LIBRARY = [
  'deployment', 'autoscaling', 'monitoring', 'backup', 'ingress', 'external-secret', 'topology',
  'cluster', 'configuration', 'rabbitmq', 'kubernetes', 'validation',
];

/** From top to bottom. */
const OPS = [
  'cli', 'diagram', 'migrate', 'scale', 'rehearse', 'restart', 'perf-test', 'rotate', 'snapshot', 'drain', 'topology', 'backup', 'manager', 'repair', 'support-bundle',
  'doctor', 'cleanup', 'deploy', 'preflight', 'upgrade', 'expand', 'health', 'pods', 'inventory', 'chart-values', 'operation', 'management', 'broker', 'kubernetes', 'load-generator', 'core',
];

const anyOf = folders => `(${folders.join('|')})`;

/** One rule per folder: nothing below may import it. */
function downwards(root, folders) {
  return folders.slice(0, -1).map((folder, i) => ({
    name: `${root}: nothing below ${folder} imports it`,
    severity: 'error',
    from: { path: `^${root}/${anyOf(folders.slice(i + 1))}/` },
    to: { path: `^${root}/${folder}/` },
  }));
}

/** Every folder has a place in the order. */
function listed(root, folders) {
  return {
    name: `${root}: each folder is in the folder order`,
    severity: 'error',
    from: { path: `^${root}/(?!${anyOf(folders)}/)[^/]+/` },
    to: {},
  };
}

/** The parts of a cluster that constructs which serve it may import. */
const SHARED = ['interface', 'network', 'bootstrap'];

module.exports = {
  forbidden: [
    { name: 'no import cycle', severity: 'error', from: {}, to: { circular: true } },
    listed('lib', LIBRARY),
    listed('ops/src', OPS),
    ...downwards('lib', LIBRARY),
    ...downwards('ops/src', OPS),
    { name: 'the library never imports ops', severity: 'error', from: { path: '^lib/' }, to: { path: '^ops/|^rabbitmq-k8s' } },
    {
      name: 'only deployment imports RabbitMQCluster',
      severity: 'error',
      from: { path: `^lib/${anyOf(LIBRARY.slice(1, LIBRARY.indexOf('cluster')))}/` },
      to: { path: `^lib/cluster/(?!${anyOf(SHARED)}/)` },
    },
    {
      name: 'the cluster interface imports nothing of the cluster except its connections',
      severity: 'error',
      from: { path: '^lib/cluster/interface/' },
      to: { path: '^lib/cluster/(?!interface/|network/connections)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(imports|dist|ops/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require('node:path').join(__dirname, 'tsconfig.json') },
  },
};
