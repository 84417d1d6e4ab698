import { spawnSync } from 'child_process';
import { RabbitMQCluster, RabbitMQClusterProps } from '../../../lib';
import { Manifest } from '../../support/manifest';
import { brokerContainer, find, newCluster, podTemplate, synth, synthCluster } from '../../support/synth';

const filesOf = (manifests: Manifest[]): Record<string, string> => find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data;
const programsOf = (manifests: Manifest[]): Record<string, string> =>
  manifests.find(({ kind, metadata: { name } }) => kind === 'ConfigMap' && name.startsWith('rabbitmq-cluster-programs-'))!.data;
const settingsOf = (props: RabbitMQClusterProps): string => filesOf(synthCluster(props))['rabbitmq_boot.config'];
const checksumOf = (manifests: Manifest[]): string => podTemplate(manifests).metadata.annotations['cdk8s-rabbitmq/configuration-checksum'];
const claimRuleOf = (props: RabbitMQClusterProps): any =>
  find(synthCluster(props), 'Role', 'rabbitmq-cluster-scaling').rules.find(({ resources }: any) => resources.includes('persistentvolumeclaims'));
const scaledTo = (maxReplicas: number): RabbitMQCluster => {
  const cluster = newCluster();
  cluster.reserveReplicas(maxReplicas);
  return cluster;
};
const startOf = (manifests: Manifest[]): string => brokerContainer(manifests).env.find(({ name }: any) => name === 'RABBITMQ_BOOT_MODULE').value;

describe('boot program', () => {
  test('runs before RabbitMQ, from a file that the broker has', () => {
    const manifests = synthCluster();
    const [, file] = /^file eval \/etc\/rabbitmq-programs\/(\S+) -s rabbit$/.exec(startOf(manifests))!;
    expect(programsOf(manifests)[file]).toContain('rabbitmq_boot:start()');
    expect(programsOf(manifests)['rabbitmq_boot.erl']).toContain('-module(rabbitmq_boot).');
  });

  test('keeps rabbitmq-server start RabbitMQ after it', () => {
    // as rabbitmq-server writes its command line
    const { stdout } = spawnSync('sh', ['-c', 'START=" -s $RABBITMQ_BOOT_MODULE boot"; echo ${START}'],
      { env: { PATH: process.env.PATH, RABBITMQ_BOOT_MODULE: startOf(synthCluster()) }, encoding: 'utf8' });
    expect(stdout.trim()).toBe('-s file eval /etc/rabbitmq-programs/start-boot.eval -s rabbit boot');
  });

  test('runs without safe scaling too, and then has no rights', () => {
    const manifests = synthCluster({ membership: { leaveOnScaleIn: false } });
    expect(startOf(manifests)).toContain('start-boot.eval');
    expect(manifests.filter(({ kind }) => kind === 'Role').map(({ metadata }) => metadata.name)).not.toContain('rabbitmq-cluster-scaling');
  });
});

describe('settings of the boot program', () => {
  test('name the claim and the brokers', () => {
    expect(settingsOf({})).toBe('{claim, "rabbitmq-data"}.\n{first, 0}.\n{ordinals, 9}.\n');
    expect(settingsOf({ ordinalStart: 2, replicas: 11 })).toBe('{claim, "rabbitmq-data"}.\n{first, 2}.\n{ordinals, 11}.\n');
  });

  test('name no claim where storage is ephemeral', () => {
    expect(settingsOf({ storage: { ephemeral: true } })).toContain('{claim, none}.');
  });

  test('can change without a restart', () => {
    const [few, many] = [9, 12].map(maxReplicas => synth(scaledTo(maxReplicas)));
    expect(filesOf(many)['rabbitmq_boot.config']).not.toBe(filesOf(few)['rabbitmq_boot.config']);
    expect(checksumOf(many)).toBe(checksumOf(few));
  });
});

describe('brokers', () => {
  test.each([[3, 9], [9, 9], [11, 11]])('of a cluster of %d may mark the claims of %d', (replicas, count) => {
    expect(claimRuleOf({ replicas })).toEqual({
      apiGroups: [''],
      resources: ['persistentvolumeclaims'],
      resourceNames: Array.from({ length: count }, (_, i) => `rabbitmq-data-rabbitmq-cluster-${i}`),
      verbs: ['get', 'patch'],
    });
  });

  test('count claims from the first ordinal', () => {
    expect(claimRuleOf({ ordinalStart: 5 }).resourceNames[0]).toBe('rabbitmq-data-rabbitmq-cluster-5');
  });

  test('have no rights to claims where they have none', () => {
    expect(claimRuleOf({ storage: { ephemeral: true } })).toBeUndefined();
  });
});
