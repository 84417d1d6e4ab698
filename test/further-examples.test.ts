import { External } from './support/closed/inventory';
import { madeByHand } from './support/made-by-hand';
import { chartsOf, EXAMPLES } from './support/examples';
import { Manifest } from './support/manifest';
import { expectClosed } from './support/manifests';
import { find, quietly } from './support/synth';

const PROFILES = ['dev', 'test', 'prod'];

/** What somebody else makes, as each example's comment says. */
const ELSEWHERE: Readonly<Record<string, External>> = {
  adopted: { Secret: ['mq-default-user'] },
  'existing-secrets': { Secret: ['rabbitmq-tls', 'rabbitmq-admin', 'rabbitmq-cookie'] },
  gateway: { ConfigMap: ['brokers-authority'] },
  oauth2: { ConfigMap: ['federated-ca'] },
};

const further = Object.keys(EXAMPLES).filter(name => !PROFILES.includes(name));

test('there is an example for each thing that users ask for', () => {
  expect(further.sort()).toEqual(['adopted', 'argo-cd', 'existing-secrets', 'flux', 'gateway', 'mqtt-and-streams', 'oauth2', 'tenants', 'topology']);
});

describe.each(further)('the example %s', (name) => {
  test('is closed, and has nothing to warn of', () => {
    const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const charts = chartsOf(name);
    expect(printed.mock.calls.map(([text]) => text)).toEqual([]);
    printed.mockRestore();
    for (const manifests of charts) {
      expectClosed(name === 'adopted' ? [...madeByHand('legacy'), ...manifests] : manifests, { external: ELSEWHERE[name] });
    }
  });
});

const only = (name: string): Manifest[] => quietly(() => chartsOf(name)[0]);

test('tenants don\'t reach each other\'s brokers', () => {
  const clients = quietly(() => chartsOf('tenants')).map(manifests => find(manifests, 'StatefulSet').metadata.namespace).sort();
  expect(clients).toEqual(['tenant-billing', 'tenant-shipping']);
  for (const manifests of chartsOf('tenants')) {
    const { metadata, spec } = find(manifests, 'NetworkPolicy', find(manifests, 'StatefulSet').metadata.name);
    expect(spec.ingress[1].from).toEqual([{ podSelector: {}, namespaceSelector: { matchExpressions: [
      { key: 'kubernetes.io/metadata.name', operator: 'In', values: [metadata.namespace] },
    ] } }]);
  }
});

test('Argo CD has the Job that makes Secrets, and all it needs, healthy before it makes brokers', () => {
  const kindsIn = (wave: string): string[] =>
    only('argo-cd').filter(({ metadata }) => metadata.annotations!['argocd.argoproj.io/sync-wave'] === wave).map(({ kind }) => kind).sort();
  expect(kindsIn('-1')).toEqual(['ConfigMap', 'ConfigMap', 'Job', 'NetworkPolicy', 'Role', 'RoleBinding', 'ServiceAccount']);
  expect(kindsIn('0')).toContain('StatefulSet');
  expect(kindsIn('1')).toEqual(['ServiceMonitor']);
});

test('Flux leaves the number of brokers and the brokers alone', () => {
  const { metadata, spec } = find(only('flux'), 'StatefulSet');
  expect(metadata.annotations).toEqual({ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' });
  expect(spec).not.toHaveProperty('replicas');
});
