import { ChildProcess, spawn, spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { basename, dirname, join } from 'path';
import { Duration } from 'cdk8s';
import { RabbitMQClassicQueuesOnScaleIn, RabbitMQMembershipOptions } from '../../../lib';
import { addPrograms } from '../../../lib/cluster/interface/programs';
import { Programs } from '../../../lib/rabbitmq/programs';
import { Manifest } from '../../support/manifest';
import { brokerContainer, find, newChart, newCluster, podTemplate, synth, synthCluster } from '../../support/synth';

const withScaling = (membership?: RabbitMQMembershipOptions): Manifest[] => synthCluster({ membership });
const filesOf = (manifests: Manifest[]): Record<string, string> => find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data;
const programsOf = (manifests: Manifest[]): Manifest => manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith('rabbitmq-cluster-programs-'))!;
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
    const volume = spec.volumes.find(({ projected }: any) =>
      projected?.sources.some((source: any) => source.serviceAccountToken));
    const mounting = [...spec.initContainers, ...spec.containers].filter(({ volumeMounts = [] }: any) =>
      volumeMounts.some(({ name }: any) => name === volume.name));
    expect(mounting.map(({ name }: any) => name)).toEqual(['rabbitmq']);
    expect(spec.automountServiceAccountToken).toBe(false);
  });

  test('start the program that they have', () => {
    const manifests = withScaling();
    const start = brokerContainer(manifests).env.find(({ name }: any) => name === 'RABBITMQ_SERVER_START_ARGS').value;
    const [, folder, file] = /^-eval file:eval\("(\/[^"]+)\/([^"/]+)"\)$/.exec(start)!;
    const { metadata: { name }, data } = programsOf(manifests);
    expect(data[file]).toContain(`Folder = "${folder}"`);
    expect(data['rabbitmq_membership.erl']).toContain('-module(rabbitmq_membership).');
    const { name: volume } = brokerContainer(manifests).volumeMounts.find(({ mountPath }: any) => mountPath === folder);
    expect(podTemplate(manifests).spec.volumes).toContainEqual({ name: volume, configMap: { name } });
  });

  test('have a shell pass what starts the program as two words', () => {
    const { value } = brokerContainer(withScaling()).env.find(({ name }: any) => name === 'RABBITMQ_SERVER_START_ARGS');
    expect(spawnSync('sh', ['-c', 'set -- ${ARGS}; echo $#'], { env: { PATH: process.env.PATH, ARGS: value }, encoding: 'utf8' }).stdout).toBe('2\n');
  });

  test('have nothing of it where it is off', () => {
    const manifests = withScaling({ leaveOnScaleIn: false });
    expect(manifests.filter(({ metadata }) => metadata.name.endsWith('-scaling'))).toEqual([]);
    expect(JSON.stringify(manifests)).not.toContain('rabbitmq_membership');
    expect(JSON.stringify(podTemplate(manifests))).not.toContain('serviceAccountToken');
  });
});

describe('membership program', () => {
  test('reads the settings, the token and requests to stop where the pod has them', () => {
    const { data } = programsOf(withScaling());
    const mountPaths = brokerContainer(withScaling()).volumeMounts.map(({ mountPath }: any) => mountPath);
    const defined = (file: string, macro: string): string => new RegExp(`-define\\(${macro}, "([^"]+)"\\)`).exec(data[file])![1];
    const settings = defined('rabbitmq_membership_util.erl', 'SETTINGS');
    expect(mountPaths).toContain(dirname(settings));
    expect(Object.keys(filesOf(withScaling()))).toContain(basename(settings));
    expect(mountPaths).toContain(defined('rabbitmq_boot_kubernetes.erl', 'CREDENTIALS'));
    expect(mountPaths).toContain(defined('rabbitmq_membership_stop.erl', 'FOLDER'));
    expect(preStopOf(withScaling())).toContain(`${defined('rabbitmq_membership_stop.erl', 'FOLDER')}/stop-request`);
  });

  test('is in an immutable ConfigMap without settings', () => {
    const { immutable, data, metadata } = programsOf(withScaling());
    expect(immutable).toBe(true);
    expect(metadata.name).toMatch(/^rabbitmq-cluster-programs-[0-9a-f]{10}$/);
    expect(metadata.annotations?.['kubernetes.io/description']).toMatch(/^Erlang programs/);
    expect(Object.keys(data).filter(file => !/\.(erl|hrl|eval|escript)$/.test(file))).toEqual([]);
    expect(Object.keys(filesOf(withScaling())).filter(file => /\.(erl|hrl|eval|escript)$/.test(file))).toEqual([]);
  });

  test('has another name where its content is another', () => {
    const name = (programs: Programs): string => {
      const chart = newChart();
      addPrograms(chart, 'Programs', { name: 'orders' }, programs);
      return synth(chart)[0].metadata.name;
    };
    expect(name({ 'a.erl': '1' })).not.toBe(name({ 'a.erl': '2' }));
    expect(name({ 'a.erl': '1', 'b.erl': '2' })).toBe(name({ 'b.erl': '2', 'a.erl': '1' }));
  });
});

describe('settings', () => {
  test('are those of the props', () => {
    const scaling = { targetGroupSize: 5, spreadMembers: false, classicQueues: RabbitMQClassicQueuesOnScaleIn.DELETE };
    expect(filesOf(withScaling(scaling))['rabbitmq_membership.config']).toBe('{target_group_size, 5}.\n{spread, false}.\n{classic_queues, delete}.\n');
  });

  test('can change without a restart', () => {
    expect(checksumOf(withScaling({ targetGroupSize: 5 }))).toBe(checksumOf(withScaling()));
    expect(programsOf(withScaling({ targetGroupSize: 5 })).metadata.name).toBe(programsOf(withScaling()).metadata.name);
  });

  test.each([0, -1, 2.5])('refuse %d members', (targetGroupSize) => {
    expect(() => newCluster({ membership: { targetGroupSize } })).toThrow(`membership.targetGroupSize is ${targetGroupSize}: it must be a whole number of 1 or more`);
  });

  test('take one member', () => {
    expect(() => newCluster({ membership: { targetGroupSize: 1 } })).not.toThrow();
  });

  test('refuse less than a minute to leave', () => {
    expect(() => newCluster({ membership: { leaveTimeout: Duration.seconds(59) } }))
      .toThrow(/\] membership\.leaveTimeout is 59 s/);
    expect(() => newCluster({ membership: { leaveTimeout: Duration.seconds(60) } })).not.toThrow();
  });

  test('of how long it takes to leave are part of the grace period', () => {
    const { terminationGracePeriodSeconds } = podTemplate(withScaling({ leaveTimeout: Duration.minutes(10) })).spec;
    expect(terminationGracePeriodSeconds).toBe(600 + 300 + 60 + 600);
    expect(preStopOf(withScaling({ leaveTimeout: Duration.minutes(10) }))).toContain('timeout 600 rabbitmqctl --silent eval \'rabbitmq_membership_leave:before_stop(590, 60).\'');
  });
});

/**
 * The hook in a shell, with commands that only write down that they were called, and with or without a membership
 * program.
 */
describe('preStop hook', () => {
  let folder: string;
  let calls: string;
  let program: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leave-'));
    calls = join(folder, 'calls');
    writeFileSync(calls, '');
    program = undefined;
  });
  afterEach(() => {
    program?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const called = (): string[] => readFileSync(calls, 'utf8').split('\n').filter(line => line !== '');

  function run(answer = 'echo restart', acceptSeconds = '1'): { status: number | null; called: string[] } {
    const command = (name: string, body: string): void => { writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 }); };
    command('rabbitmqctl', `case "$*" in *before_stop*) echo leave >>${calls}; ${answer};; *) echo quorum >>${calls}; echo true;; esac`);
    command('rabbitmq-upgrade', `echo drain >>${calls}`);
    const script = preStopOf(withScaling())
      .replaceAll('/proc/1/fd/1', '/dev/null')
      .replaceAll('/var/lib/rabbitmq/', `${folder}/`)
      .replaceAll('timeout 2 ', `timeout ${acceptSeconds} `)
      .replaceAll('timeout 3960 ', 'timeout 20 ');
    const { status } = spawnSync('sh', ['-c', script], { env: { PATH: `${folder}:${process.env.PATH}`, RABBITMQ_NODENAME: 'rabbit@a-0.a-nodes.here' } });
    return { status, called: called() };
  }

  /** A program that accepts a request as the membership program does, and answers it. */
  function startProgram(answer: string, delaySeconds = 0): void {
    const file = (name: string): string => join(folder, `stop-${name}`);
    const script = `until mv ${file('request')} ${file('accepted')} 2>/dev/null; do sleep 0.02; done; echo "request $(cat ${file('accepted')})" >>${calls};`
      + ` sleep ${delaySeconds}; printf ${answer} >${file('part')}; mv ${file('part')} ${file('answer')}`;
    program = spawn('sh', ['-c', script]);
  }

  test.each(['left', 'stopped'])('hands over to the membership program and starts no CLI command: %s', (answer) => {
    startProgram(answer);
    expect(run('echo restart', '30')).toEqual({ status: 0, called: ['request 3590 300 60'] });
  });

  test('waits for an answer that takes longer than accepting', () => {
    startProgram('stopped', 3);
    expect(run('echo restart', '30')).toEqual({ status: 0, called: ['request 3590 300 60'] });
    expect(existsSync(join(folder, 'stop-answer'))).toBe(true);
  });

  test('uses the CLI if the membership program fails', () => {
    startProgram('failed');
    expect(run('echo restart', '30').called).toEqual(['request 3590 300 60', 'leave', 'quorum', 'drain']);
  });

  test('withdraws the request and uses the CLI if no program accepts it', () => {
    expect(run('echo left')).toEqual({ status: 0, called: ['leave'] });
    expect(existsSync(join(folder, 'stop-request'))).toBe(false);
  });

  test('uses the CLI if a program that starts deletes the request as an old one', () => {
    program = spawn('sh', ['-c', `until rm ${join(folder, 'stop-request')} 2>/dev/null; do sleep 0.02; done`]);
    expect(run('echo left').called).toEqual(['leave']);
  });

  test('ignores the answer to an earlier request', () => {
    writeFileSync(join(folder, 'stop-answer'), 'stopped');
    writeFileSync(join(folder, 'stop-accepted'), '');
    expect(run('echo left').called).toEqual(['leave']);
  });

  test.each(['echo restart', 'exit 124', 'exit 69', 'echo undef; exit 70'])('drains by the CLI unless the broker has left: %s', (answer) => {
    expect(run(answer)).toEqual({ status: 0, called: ['leave', 'quorum', 'drain'] });
  });
});
