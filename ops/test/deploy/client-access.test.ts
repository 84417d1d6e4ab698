import { clientAccessChange, allowedPeers } from '../../src/deploy/client-access';
import type { Manifest } from '../../src/kubernetes/objects';
import { synthesize } from '../../src/inventory/synth';

const BROKERS = { matchLabels: { app: 'rabbitmq' } };
const LABELLED = { namespaceSelector: { matchLabels: { 'rabbitmq-client': 'true' } } };
const OWN = { podSelector: {} };

function policy(...rules: { from?: object[]; ports: number[] }[]): Manifest {
  const ingress = [
    { from: [{ podSelector: BROKERS }], ports: [{ port: 25672 }] },
    ...rules.map(({ from, ports }) => ({ from, ports: ports.map(port => ({ port })) })),
  ];
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'orders', namespace: 'shop' }, spec: { podSelector: BROKERS, ingress } };
}

describe('a change of client access', () => {
  test('blocks everyone else where a NetworkPolicy appears', () => {
    expect(clientAccessChange(undefined, policy({ from: [LABELLED, OWN], ports: [5672] }))).toEqual({
      blocks: ['every other pod'], allows: [], allowed: ['pods in namespaces labelled rabbitmq-client=true', 'pods in namespace shop'],
    });
  });

  test('allows everyone where the NetworkPolicy goes', () => {
    expect(clientAccessChange(policy({ from: [LABELLED], ports: [5672] }), undefined)).toMatchObject({ blocks: [], allows: ['every pod in this Kubernetes cluster'] });
  });

  test('names peers and ports that close and open', () => {
    const before = policy({ from: [LABELLED, OWN], ports: [5672, 5671] });
    const after = policy({ from: [LABELLED], ports: [5671] }, { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [15672] });
    expect(clientAccessChange(before, after)).toMatchObject({
      blocks: ['pods in namespaces labelled rabbitmq-client=true (port 5672)', 'pods in namespace shop (ports 5672, 5671)'],
      allows: ['addresses in 192.0.2.0/24 (port 15672)'],
    });
  });

  test('is none if peers and ports stay the same in another order', () => {
    expect(clientAccessChange(
      policy({ from: [LABELLED, OWN], ports: [5671, 5672] }),
      policy({ from: [OWN, LABELLED], ports: [5672, 5671] }),
    )).toBeUndefined();
    expect(clientAccessChange(undefined, undefined)).toBeUndefined();
  });
});

describe('the clients that a deploy allows', () => {
  const allowed = (config: Parameters<typeof synthesize>[0]): string[] =>
    allowedPeers(synthesize({ namespace: 'shop', clusterName: 'orders', ...config }).manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'orders'));
  const LABELLED_WORDS = 'pods in namespaces labelled rabbitmq-client=true';

  test('are everyone with one broker, which has no NetworkPolicy', () => {
    expect(allowed({ profile: 'dev' })).toEqual(['every pod in this Kubernetes cluster']);
  });

  test.each([[{}], [{ profile: 'test' }], [{ profile: 'dev', replicas: 3 }]] as const)('include the own namespace with %j', (config) => {
    expect(allowed({ ...config })).toEqual([LABELLED_WORDS, 'pods in namespace shop']);
  });

  test('don\'t include the own namespace in production', () => {
    expect(allowed({ profile: 'prod' })).toEqual([LABELLED_WORDS]);
  });

  test('include namespaces that are named', () => {
    expect(allowed({ profile: 'prod', allowNamespaces: ['billing', 'web'] })).toEqual([LABELLED_WORDS, 'pods in namespace billing, web']);
  });
});
