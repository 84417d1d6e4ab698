import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Duration } from 'cdk8s';
import { RabbitMQClassicQueuesOnScaleIn, RabbitMQScaling } from '../../../lib';
import { Manifest } from '../../support/manifest';
import { brokerContainer, find, newCluster, podTemplate, synthCluster } from '../../support/synth';

const withScaling = (scaling?: RabbitMQScaling): Manifest[] => synthCluster({ scaling });
const filesOf = (manifests: Manifest[]): Record<string, string> => find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data;
const preStopOf = (manifests: Manifest[]): string => brokerContainer(manifests).lifecycle.preStop.exec.command[2];
const checksumOf = (manifests: Manifest[]): string => podTemplate(manifests).metadata.annotations['cdk8s-rabbitmq/configuration-checksum'];

describe('brokers that scale safely', () => {
  test('may read their own StatefulSet, write events and mark their claims, and nothing else', () => {
    const manifests = withScaling();
    expect(find(manifests, 'Role', 'rabbitmq-cluster-scaling').rules).toEqual([
      { apiGroups: ['apps'], resources: ['statefulsets'], resourceNames: ['rabbitmq-cluster'], verbs: ['get'] },
      { apiGroups: [''], resources: ['events'], verbs: ['create'] },
      expect.objectContaining({ resources: ['persistentvolumeclaims'] }),
    ]);
    expect(find(manifests, 'RoleBinding', 'rabbitmq-cluster-scaling')).toMatchObject({
      roleRef: { kind: 'Role', name: 'rabbitmq-cluster-scaling' },
      subjects: [{ kind: 'ServiceAccount', name: 'rabbitmq-cluster' }],
    });
  });

  test('have a token in the broker\'s container alone', () => {
    const { spec } = podTemplate(synthCluster({ pod: { sidecars: [{ name: 'sidecar', image: 'busybox:1' }] } }));
    const volume = spec.volumes.find(({ projected }: any) => projected?.sources.some((source: any) => source.serviceAccountToken));
    const mounting = [...spec.initContainers, ...spec.containers].filter(({ volumeMounts = [] }: any) => volumeMounts.some(({ name }: any) => name === volume.name));
    expect(mounting.map(({ name }: any) => name)).toEqual(['rabbitmq']);
    expect(spec.automountServiceAccountToken).toBe(false);
  });

  test('start the program that they have', () => {
    const manifests = withScaling();
    const start = brokerContainer(manifests).env.find(({ name }: any) => name === 'RABBITMQ_SERVER_START_ARGS').value;
    const file = /^-eval file:eval\("\/etc\/rabbitmq-cluster\/([^"]+)"\)$/.exec(start)![1];
    expect(filesOf(manifests)[file]).toContain('Folder = "/etc/rabbitmq-cluster"');
    expect(filesOf(manifests)['rabbitmq_membership.erl']).toContain('-module(rabbitmq_membership).');
  });

  test('have a shell pass what starts the program as two words', () => {
    const { value } = brokerContainer(withScaling()).env.find(({ name }: any) => name === 'RABBITMQ_SERVER_START_ARGS');
    expect(spawnSync('sh', ['-c', 'set -- ${ARGS}; echo $#'], { env: { PATH: process.env.PATH, ARGS: value }, encoding: 'utf8' }).stdout).toBe('2\n');
  });

  test('have nothing of it where it is off', () => {
    const manifests = withScaling({ safe: false });
    expect(manifests.filter(({ metadata }) => metadata.name.endsWith('-scaling'))).toEqual([]);
    expect(JSON.stringify(manifests)).not.toContain('rabbitmq_membership');
    expect(JSON.stringify(podTemplate(manifests))).not.toContain('serviceAccountToken');
  });
});

describe('settings', () => {
  test('are those of the props', () => {
    const scaling = { targetGroupSize: 5, spreadMembers: false, classicQueues: RabbitMQClassicQueuesOnScaleIn.DELETE };
    expect(filesOf(withScaling(scaling))['rabbitmq_membership.config']).toBe('{target_group_size, 5}.\n{spread, false}.\n{classic_queues, delete}.\n');
  });

  test('can change without a restart', () => {
    expect(checksumOf(withScaling({ targetGroupSize: 5 }))).toBe(checksumOf(withScaling()));
    expect(checksumOf(withScaling({ safe: false }))).not.toBe(checksumOf(withScaling()));
  });

  test.each([0, -1, 2.5])('refuse %d members', (targetGroupSize) => {
    expect(() => newCluster({ scaling: { targetGroupSize } })).toThrow(`scaling.targetGroupSize is ${targetGroupSize}: it must be a whole number from 1 up`);
  });

  test('take one member', () => {
    expect(() => newCluster({ scaling: { targetGroupSize: 1 } })).not.toThrow();
  });

  test('refuse less than a minute to leave', () => {
    expect(() => newCluster({ scaling: { leaveTimeout: Duration.seconds(59) } })).toThrow(/^scaling\.leaveTimeout is 59 s/);
    expect(() => newCluster({ scaling: { leaveTimeout: Duration.seconds(60) } })).not.toThrow();
  });

  test('of how long it takes to leave are part of the grace period', () => {
    const { terminationGracePeriodSeconds } = podTemplate(withScaling({ leaveTimeout: Duration.minutes(10) })).spec;
    expect(terminationGracePeriodSeconds).toBe(600 + 300 + 60 + 600);
    expect(preStopOf(withScaling({ leaveTimeout: Duration.minutes(10) }))).toContain('timeout 600 rabbitmqctl --silent eval \'rabbitmq_membership_leave:before_stop(590, 60).\'');
  });
});

/** The hook in a shell, with commands that only write down that they were called. */
describe('the hook before a stop', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leave-'))));
  afterEach(() => { rmSync(folder, { recursive: true }); });

  function run(answer: string): { status: number | null; called: string[] } {
    const calls = join(folder, 'calls');
    writeFileSync(calls, '');
    const command = (name: string, body: string): void => { writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 }); };
    command('timeout', 'shift\nexec "$@"');
    command('rabbitmqctl', `case "$*" in *before_stop*) echo leave >>${calls}; ${answer};; *) echo quorum >>${calls}; echo true;; esac`);
    command('rabbitmq-upgrade', `echo drain >>${calls}`);
    const script = preStopOf(withScaling()).replaceAll('/proc/1/fd/1', '/dev/null');
    const { status } = spawnSync('sh', ['-c', script], { env: { PATH: `${folder}:${process.env.PATH}` } });
    return { status, called: readFileSync(calls, 'utf8').split('\n').filter(line => line !== '') };
  }

  test('has nothing more to do when the broker has left', () => {
    expect(run('echo left')).toEqual({ status: 0, called: ['leave'] });
  });

  test.each(['echo restart', 'exit 124', 'exit 69', 'echo undef; exit 70'])('goes on as for a restart otherwise: %s', (answer) => {
    expect(run(answer)).toEqual({ status: 0, called: ['leave', 'quorum', 'drain'] });
  });
});
