import { RabbitMQImage, RabbitMQVersion } from 'cdk8s-rabbitmq';
import { isConnectingPlugin } from '../../src/backup/connecting';
import { scratchManifests } from '../../src/backup/scratch-cluster';
import { isolation, lifeline, owned } from '../../src/backup/scratch-guards';
import type { ScratchModel } from '../../src/backup/scratch-model';
import type { LiveObject, Manifest } from '../../src/kubernetes/objects';

const SCRATCH = { namespace: 'shop', name: 'verify-1' };
const MODEL: ScratchModel = { image: RabbitMQImage.official(), plugins: [], pullSecrets: ['registry'] };
const TLS = { secretName: 'orders-tls', items: [{ key: 'tls.crt', path: 'tls.crt' }, { key: 'tls.key', path: 'tls.key' }, { key: 'ca.crt', path: 'ca.crt' }] };

const configOf = (manifests: readonly Manifest[]): string => {
  const map = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'verify-1-config');
  return JSON.stringify(map?.data);
};

describe('the scratch cluster of verify', () => {
  test('needs no Job, no Role and no token', () => {
    const manifests = scratchManifests(SCRATCH, MODEL);
    expect(manifests.map(({ kind }) => kind)).not.toEqual(expect.arrayContaining(['Job']));
    expect(manifests.filter(({ kind }) => kind.startsWith('Role'))).toEqual([]);
    expect(JSON.stringify(manifests)).not.toContain('"automountServiceAccountToken":true');
  });

  test('closes plain ports where the cluster uses TLS', () => {
    expect(configOf(scratchManifests(SCRATCH, MODEL))).not.toContain('listeners.ssl');
    const config = configOf(scratchManifests(SCRATCH, { ...MODEL, certificate: TLS }));
    expect(config).toContain('listeners.tcp = none');
    expect(config).toContain('listeners.ssl.default = 5671');
  });

  test.each<readonly [string, readonly number[]]>([['4.3.6', [53, 53]], ['3.13.7', [53, 53, 443, 6443]]])('of %s may send to the ports %j only, and nothing may connect to it', (version, ports) => {
    const { spec } = isolation(SCRATCH, RabbitMQVersion.of(version)) as any;
    expect(spec).toMatchObject({ podSelector: { matchLabels: { cluster: 'verify-1' } }, policyTypes: ['Ingress', 'Egress'], ingress: [] });
    expect(spec.egress).toHaveLength(1);
    expect(spec.egress[0].ports.map(({ port }: { port: number }) => port)).toEqual(ports);
  });

  test('is selected by its NetworkPolicy with all its pods', () => {
    const pods = [...scratchManifests(SCRATCH, MODEL), lifeline(SCRATCH, MODEL, undefined)].flatMap(({ spec }: any) =>
      spec?.template ?? []);
    expect(pods).toHaveLength(2);
    expect(pods.map(({ metadata }: any) => metadata.labels.cluster)).toEqual(['verify-1', 'verify-1']);
  });

  test('ends with its Job after an hour, and with the cluster beside it', () => {
    const beside = { metadata: { name: 'orders', uid: 'sts' } };
    const job = lifeline(SCRATCH, MODEL, beside) as any;
    expect(job.spec).toMatchObject({ activeDeadlineSeconds: 3600, ttlSecondsAfterFinished: 0 });
    expect(job.metadata.ownerReferences).toEqual([{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'orders', uid: 'sts' }]);
    const live = { ...job, metadata: { ...job.metadata, uid: 'job' } } as LiveObject;
    for (const manifest of scratchManifests(SCRATCH, MODEL)) {
      expect(owned(manifest, 'shop', live).metadata).toMatchObject({ namespace: 'shop', ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: 'verify-1', uid: 'job' }] });
    }
  });

  test.each([
    ['rabbitmq_shovel', true], ['rabbitmq_shovel_management', true], ['rabbitmq_federation', true], ['rabbitmq_exchange_federation', true],
    ['rabbitmq_mqtt', false], ['rabbitmq_management', false],
  ])('runs without %s: %s', (plugin, expected) => {
    expect(isConnectingPlugin(plugin)).toBe(expected);
  });
});
