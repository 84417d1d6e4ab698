import { type ChildProcess, execFileSync, spawn, spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Duration } from 'cdk8s';
import { RabbitMQShutdownOptions, RabbitMQVersion } from '../../../lib';
import { newCluster, podTemplate, synth, synthCluster } from '../../support/synth';

const templateWith = (shutdown?: RabbitMQShutdownOptions): any =>
  podTemplate(synthCluster({ shutdown, membership: { leaveOnScaleIn: false } })).spec;
const scriptOf = (pod: any): string => pod.containers[0].lifecycle.preStop.exec.command[2];
const timeoutsOf = (script: string): number[] =>
  [...script.matchAll(/\btimeout (\d+) /g)].map(([, seconds]) => Number(seconds));

describe('the grace period', () => {
  test.each<[RabbitMQShutdownOptions | undefined, number]>([
    [undefined, 5 * 60 + 60 + 10 * 60],
    [{ quorumTimeout: Duration.minutes(1) }, 60 + 60 + 600],
    [{ drainTimeout: Duration.seconds(30) }, 300 + 30 + 600],
    [{ flushTimeout: Duration.seconds(90) }, 300 + 60 + 90],
    [{ quorumTimeout: Duration.seconds(1), drainTimeout: Duration.seconds(2), flushTimeout: Duration.seconds(3) }, 6],
    [{ quorumTimeout: Duration.hours(1) }, 3600 + 60 + 600],
  ])('is the sum of its parts', (shutdown, seconds) => {
    expect(templateWith(shutdown).terminationGracePeriodSeconds).toBe(seconds);
  });

  test('leaves the time for flushing beyond all that the hook may take', () => {
    const pod = templateWith();
    expect(timeoutsOf(scriptOf(pod))).toEqual([300, 60]);
    expect(pod.terminationGracePeriodSeconds - 360).toBe(600);
  });
});

describe('an Erlang VM that does not end', () => {
  const LISTENING = '   0: 00000000:6448 00000000:0000 0A 00000000:00000000\n';
  const CONNECTED = '   0: 0B00F40A:D51A 5A04F40A:6448 01 0000BF05:00000000\n';
  let folder: string;
  let vm: ChildProcess;

  /** The lines of the hook that end it, with files in place of those of the kernel, and with no second to wait. */
  const endLines = (): string => {
    const lines = scriptOf(templateWith()).split('\n');
    const [first, last] = ['listens() {', 'if listens;'].map(start => lines.findIndex(line => line.startsWith(start)));
    return lines.slice(first, last + 1).join('\n').replaceAll('/proc', folder).replace('sleep 10', 'sleep 0');
  };
  const sockets = (text: string): void => { writeFileSync(join(folder, 'net/tcp'), text); };
  const ended = async (): Promise<unknown> => new Promise(resolve => vm.once('exit', (_code, signal) => { resolve(signal); }));
  /** Whether the lines have not ended it: the first signal that it gets is this one. */
  const isSpared = async (): Promise<boolean> => {
    const end = ended();
    vm.kill('SIGTERM');
    return await end === 'SIGTERM';
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'proc-'));
    vm = spawn('sleep', ['60']);
    for (const name of ['net', String(vm.pid)]) {
      mkdirSync(join(folder, name));
    }
    writeFileSync(join(folder, String(vm.pid), 'comm'), 'beam.smp\n');
  });

  afterEach(() => {
    vm.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  test('is ended after connections between brokers are closed', async () => {
    sockets(LISTENING + CONNECTED);
    const end = ended();
    execFileSync('sh', ['-c', endLines()]);
    expect(vm.exitCode ?? vm.signalCode).toBeNull();
    sockets(CONNECTED);
    await expect(end).resolves.toBe('SIGKILL');
  });

  test('is left alone where brokers have not been connected yet', async () => {
    sockets(CONNECTED);
    execFileSync('sh', ['-c', `${endLines()}\nwait`]);
    await expect(isSpared()).resolves.toBe(true);
  });

  test('is left alone after one check that fails', async () => {
    // the second of three checks, the first of those in the background
    const failing = 'grep() { checks=$((checks + 1)); [ $checks -ne 2 ]; }';
    execFileSync('sh', ['-c', `${failing}\n${endLines().replace('sleep 1', 'exit')}\nwait`]);
    await expect(isSpared()).resolves.toBe(true);
  });

  test('is the only process that is ended', async () => {
    sockets(LISTENING);
    writeFileSync(join(folder, String(vm.pid), 'comm'), 'sh\n');
    execFileSync('sh', ['-c', `${endLines()}\n: >${folder}/net/tcp\nwait`]);
    await expect(isSpared()).resolves.toBe(true);
  });
});

describe('the hook before a stop', () => {
  test('waits for the quorum, then drains', () => {
    const script = scriptOf(templateWith());
    expect(script.indexOf('await_online_quorum_plus_one')).toBeGreaterThan(0);
    expect(script.indexOf('rabbitmq-upgrade drain')).toBeGreaterThan(script.indexOf('await_online_quorum_plus_one'));
  });

  test('has a time limit for each command', () => {
    const script = scriptOf(templateWith({ quorumTimeout: Duration.seconds(11), drainTimeout: Duration.seconds(22) }));
    const commands = script.match(/(?:timeout \d+ )?\brabbitmq(?:ctl|-\w+)\b/g);
    expect(commands).toEqual(['timeout 11 rabbitmqctl', 'timeout 22 rabbitmq-upgrade']);
  });

  test('doesn\'t ask for a majority where one or two nodes are all', () => {
    expect(scriptOf(templateWith())).toContain('length(Peers) < 2 orelse');
  });

  test('tells its peers that it goes before it waits', () => {
    const script = scriptOf(templateWith());
    expect(script).toContain('set_env(rabbit, stopping_for_kubernetes, true)');
    expect(script.indexOf('stopping_for_kubernetes, true')).toBeLessThan(script.indexOf('await_online_quorum_plus_one'));
  });

  test('has nothing in its Erlang that would end the shell\'s quotes', () => {
    const quoted = scriptOf(templateWith()).split('\'');
    expect(quoted).toHaveLength(5);
    expect(quoted[3]).toContain('Wait().');
  });

  test('isn\'t without a limit because a limit is nothing', () => {
    for (const shutdown of [{ quorumTimeout: Duration.seconds(0) }, { drainTimeout: Duration.seconds(0) }]) {
      let timeouts: number[] = [];
      try {
        timeouts = timeoutsOf(
          scriptOf(podTemplate(synth(newCluster({ shutdown, membership: { leaveOnScaleIn: false } }))).spec),
        );
      } catch (error) {
        expect(String(error)).toMatch(/shutdown\.(quorum|drain)Timeout/);
      }
      expect(timeouts).not.toContain(0);
    }
  });

  test.each(['3.10', '4.3'])('is a script that a shell can read, as is the setup of %s', (series) => {
    const pod = podTemplate(synthCluster({ version: RabbitMQVersion.of(series) })).spec;
    for (const script of [scriptOf(pod), pod.initContainers[0].command[2]]) {
      expect(execFileSync('sh', ['-n', '-c', script], { encoding: 'utf8' })).toBe('');
    }
  });
});

/** The hook in a shell, with commands that only write down that they were called. */
describe('the hook, run,', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pre-stop-'))));
  afterEach(() => { rmSync(folder, { recursive: true }); });

  function run(answers: { gate?: string; drain?: string; log?: string }): { status: number | null; called: string[] } {
    const calls = join(folder, 'calls');
    writeFileSync(calls, '');
    const command = (name: string, body: string): void => { writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 }); };
    command('timeout', 'shift\nexec "$@"');
    command('rabbitmqctl', `echo rabbitmqctl >>${calls}\n${answers.gate ?? 'echo true'}`);
    command('rabbitmq-upgrade', `echo rabbitmq-upgrade >>${calls}\n${answers.drain ?? 'exit 0'}`);
    const script = scriptOf(templateWith()).replaceAll('/proc/1/fd/1', answers.log ?? '/dev/null').replaceAll('/tmp/', `${folder}/`);
    const { status } = spawnSync('sh', ['-c', script], { env: { PATH: `${folder}:${process.env.PATH}`, RABBITMQ_NODENAME: 'rabbit@a-0.a-nodes.here' } });
    return { status, called: readFileSync(calls, 'utf8').split('\n').filter(line => line !== '') };
  }

  const BOTH = { status: 0, called: ['rabbitmqctl', 'rabbitmq-upgrade'] };

  test('waits, then drains', () => {
    expect(run({})).toEqual(BOTH);
  });

  test('drains nothing where no peer stays that could take over', () => {
    expect(run({ gate: 'echo false' })).toEqual({ status: 0, called: ['rabbitmqctl'] });
  });

  test.each(['exit 124', 'exit 1', 'echo "Error: unable to connect" >&2; exit 69'])('drains though the majority isn\'t sure: %s', (gate) => {
    expect(run({ gate })).toEqual(BOTH);
  });

  test('lets the broker stop though it isn\'t drained', () => {
    expect(run({ drain: 'exit 1' })).toEqual(BOTH);
  });

  test('finds the broker by its name though the DNS doesn\'t know it, as when its Service is deleted first', () => {
    const { called } = run({ gate: `cat "$ERL_INETRC" >>${join(folder, 'calls')}` });
    expect(called).toEqual(['rabbitmqctl', '{host, {127,0,0,1}, ["a-0.a-nodes.here"]}.', '{host, {0,0,0,0,0,0,0,1}, ["a-0.a-nodes.here"]}.', '{lookup, [file, native]}.', 'rabbitmq-upgrade']);
  });

  test('does both though the log of the container can\'t be written', () => {
    expect(run({ log: '/no/such/file' })).toEqual(BOTH);
  });
});
