import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { kubectl } from '../support/kubectl';
import { apps } from '../support/kubernetes';
import { CHART, Release } from './helm';
import { deploymentFor, differences, podsOf } from './installed';
import { useNamespace } from '../support/use-cluster';

const ONE = { cluster: { replicaCount: 1 }, resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '1Gi' } } };
const named = (name: string): object => ({ ...ONE, cluster: { ...ONE.cluster, name } });

const suite = useNamespace('helm-', undefined, { each: true });

test('two releases in one namespace are two clusters', async () => {
  const { namespace } = suite();
  for (const name of ['orders', 'billing']) {
    await new Release('helm4', namespace, name).install(named(name));
  }
  for (const name of ['orders', 'billing']) {
    expect(await differences(named(name), namespace)).toEqual([]);
    expect(await deploymentFor(named(name), namespace).broker(0).run(['rabbitmqctl', '--silent', 'eval', 'rabbit_nodes:cluster_name().'])).toContain(name);
  }
});

test('a dependency with an alias takes the globals of its parent chart', async () => {
  const { namespace } = suite();
  const folder = mkdtempSync(join(tmpdir(), 'umbrella-'));
  const { version } = parse(readFileSync(join(CHART, 'Chart.yaml'), 'utf8')) as { version: string };
  writeFileSync(join(folder, 'Chart.yaml'), JSON.stringify({
    apiVersion: 'v2', name: 'shop', version: '0.1.0', dependencies: [{ name: 'rabbitmq', alias: 'mq', version, repository: `file://${CHART}`, condition: 'mq.enabled' }],
  }));
  const release = new Release('helm4', namespace, 'shop', folder);
  try {
    await release.fetchDependencies();
    await release.install({ global: { storageClass: 'standard', imagePullSecrets: ['registry'] }, mq: { enabled: true, ...named('shop-mq') } });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { spec } = await apps.readNamespacedStatefulSet({ namespace, name: 'shop-mq' });
  expect(spec?.volumeClaimTemplates?.[0].spec?.storageClassName).toBe('standard');
  expect(spec?.template.spec?.imagePullSecrets).toEqual([{ name: 'registry' }]);
  expect(await deploymentFor(named('shop-mq'), namespace).broker(0).run(['rabbitmqctl', '--silent', 'version'])).toMatch(/4\.3/);
});

test('as Argo CD and Flux apply it, rendered manifests start a cluster, and the same ones again restart nothing', async () => {
  const { namespace } = suite();
  const manifests = await new Release('helm4', namespace).rendered(ONE);
  const apply = async (): Promise<string> => kubectl(['-n', namespace, 'apply', '--server-side', '-f', '-'], { stdin: manifests });
  await apply();
  const deployment = deploymentFor(ONE, namespace);
  await deployment.ready();
  const pods = await podsOf(deployment);
  await apply();
  await deployment.ready();
  expect(await podsOf(deployment)).toEqual(pods);
  expect(await differences(ONE, namespace)).toEqual([]);
});
