import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Chart, Yaml } from 'cdk8s';
import { k8s, Secret } from 'cdk8s-plus-28';
import { parseAllDocuments } from 'yaml';
import { ipv6Sidecar, startForwarder } from './forwarder';
import { runs, serves, wholeCluster } from './whole-cluster';
import { RabbitMQCertificate, type RabbitMQClusterProps } from '../../../lib';
import { Authority } from '../support/authority';
import { kubectl } from '../support/kubectl';
import { apply, type Manifest } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

const TAINT = 'dedicated=messaging:NoSchedule';
const API_PORT = 16_443;
const FLUX = join(__dirname, '../../../scripts/templating/flux');

const suite = useNamespace('platform-', undefined, { each: true });

/** The pod specs of all workloads. */
function podSpecs(manifests: readonly Manifest[]): k8s.PodSpec[] {
  return manifests.map(({ spec }) => spec?.jobTemplate?.spec.template.spec ?? spec?.template?.spec).filter(Boolean);
}

async function works(props: (chart: Chart) => RabbitMQClusterProps): Promise<void> {
  const { namespace } = suite();
  await serves(await runs(wholeCluster(namespace, props), namespace));
}

test('OpenShift: each pod runs as a user and group that the platform assigns', async () => {
  const { namespace } = suite();
  const manifests = wholeCluster(namespace, () => ({ platformAssignedIds: true }));
  // as the admission of the constraint restricted-v2 does
  const assigned = structuredClone(manifests);
  for (const spec of podSpecs(assigned)) {
    expect(spec.securityContext).not.toHaveProperty('runAsUser');
    Object.assign(spec.securityContext!, { fsGroup: 1_000_680_000 });
    for (const container of [...spec.initContainers ?? [], ...spec.containers]) {
      Object.assign(container.securityContext!, { runAsUser: 1_000_680_000 });
    }
  }
  const whole = await runs(assigned, namespace);
  expect((await whole.deployment.broker(0).run(['id', '-u'])).trim()).toBe('1000680000');
  await serves(whole);
});

test('a LimitRange and a quota that also limits ephemeral storage admit each pod', async () => {
  const { namespace } = suite();
  await apply([
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'house' },
      spec: { limits: [{ type: 'Container', min: { memory: '64Mi', cpu: '50m' }, max: { memory: '8Gi', cpu: '8' }, maxLimitRequestRatio: { cpu: '10' } }] },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'house' },
      spec: { hard: { 'requests.cpu': '4', 'limits.cpu': '8', 'requests.memory': '4Gi', 'limits.memory': '8Gi', 'requests.ephemeral-storage': '10Gi', 'limits.ephemeral-storage': '20Gi' } },
    },
  ], namespace);
  await works(() => ({
    resources: { memoryLimit: '512Mi', cpuLimit: '1', ephemeralStorage: '1Gi' },
    auxiliaryPods: { ephemeralStorage: '256Mi' },
  }));
});

test('nodes with a taint take each pod', async () => {
  await kubectl(['taint', 'nodes', '--all', TAINT]);
  try {
    await works(() => ({
      scheduling: { tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'messaging', effect: 'NoSchedule' }] },
    }));
  } finally {
    await kubectl(['taint', 'nodes', '--all', `${TAINT}-`]);
  }
});

test('a default virtual host of another name is that of each Secret, permission and Job', async () => {
  const { namespace } = suite();
  const whole = await runs(wholeCluster(namespace, () => ({ configuration: { raw: { default_vhost: 'billing' } } })), namespace);
  expect(new URL(whole.secret.uri).pathname).toBe('/billing');
  await serves(whole);
});

test('a certificate for one public host serves clients, Jobs, exporter and backup', async () => {
  const { namespace } = suite();
  const authority = Authority.create('Public');
  const host = 'amqp.example.com';
  await apply([authority.secret('public', authority.issue({ commonName: host, dnsNames: [host] }))], namespace);
  const whole = await runs(wholeCluster(namespace, chart => ({
    tls: {
      certificate: RabbitMQCertificate.fromSecret(Secret.fromSecretName(chart, 'Tls', 'public')),
      serverName: host,
      disablePlainListeners: true,
    },
  })), namespace);
  expect(new URL(whole.secret.uri)).toMatchObject({ protocol: 'amqps:', hostname: host });
  await serves(whole, authority.certificate);
});

test('the substitution of Flux leaves each program as it is', async () => {
  const { namespace } = suite();
  const text = Yaml.stringify(...wholeCluster(namespace, () => ({})));
  const substituted = execFileSync('go', ['run', '.'], { cwd: FLUX, input: text, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const manifests = parseAllDocuments(substituted).map(document => document.toJS() as Manifest);
  await serves(await runs(manifests, namespace));
});

/** Makes pods resolve the API server's name to an address, as a DNS server with other answers would. */
function apiServerAt(ip: string): Pick<RabbitMQClusterProps, 'pod' | 'auxiliaryPods'> {
  const hostAliases = [{ ip, hostnames: ['kubernetes.default.svc'] }];
  return { pod: { hostAliases }, auxiliaryPods: { hostAliases } };
}

test('an API server on another port is reached by the policies that name it', async () => {
  const { namespace } = suite();
  const ip = await startForwarder(namespace, API_PORT);
  await works(() => ({ networkPolicy: { enabled: true, apiServerPorts: [API_PORT] }, ...apiServerAt(ip) }));
});

test('an IPv6 address as the only answer for the API server is used', async () => {
  const { namespace } = suite();
  const manifests = wholeCluster(namespace, () => apiServerAt('::1'));
  for (const spec of podSpecs(manifests)) {
    Object.assign(spec, { initContainers: [ipv6Sidecar(), ...spec.initContainers ?? []] });
    // the sidecar listens on 443, as no other port is in the address of the API server
    Object.assign(spec.securityContext!, { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] });
  }
  await serves(await runs(manifests, namespace));
});
