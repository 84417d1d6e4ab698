import { COMMANDS } from '../../src/cli/commands';
import { command, nameOf } from '../../src/cli/commands/command';
import { CancelledError, ExitCode, OperationError, RefusedError, RequestError } from '../../src/core/errors';
import { runMain } from '../support/surroundings';

const greet = (run: () => Promise<ExitCode | undefined>) => command({
  usage: 'greet <name>',
  summary: 'Greets',
  examples: [['greet you', 'says hello']],
  positionals: { name: { type: 'string', demandOption: true } },
  options: { loud: { type: 'boolean', default: false }, wait: { type: 'string' } },
  rights: [],
  run: ({ output, cluster }, { name, loud }) => {
    output.show({ name, loud, cluster }, value => `hello ${value.name}`);
    return run();
  },
});

const done = greet(() => Promise.resolve(undefined));

describe('the program', () => {
  test.each([
    ['table', 'hello you\n'],
    ['json', `${JSON.stringify({ name: 'you', loud: false, cluster: { namespace: 'default', name: 'rabbitmq-cluster' } }, undefined, 2)}\n`],
    ['yaml', '---\nname: you\nloud: false\ncluster:\n  namespace: default\n  name: rabbitmq-cluster\n'],
  ])('prints results as %s', async (format, printed) => {
    await expect(runMain(['greet', 'you', '-o', format], [done])).resolves.toEqual({ code: ExitCode.OK, stdout: printed, stderr: '' });
  });

  test('ends with the code of an error, and tells the state', async () => {
    const refused = greet(() => Promise.reject(new RefusedError('it would do harm', { state: 'nothing was changed' })));
    await expect(runMain(['greet', 'you'], [refused])).resolves.toMatchObject({ code: ExitCode.REFUSED, stderr: 'error: it would do harm\nstate: nothing was changed\n' });
  });

  test.each([[['even', 'stop'], 'To override this: --force even --force stop\n'], [[], '']])('names the options that override a refusal by %j', async (forces, line) => {
    const refused = greet(() => Promise.reject(new RefusedError('it would do harm', { forces })));
    const { stderr } = await runMain(['greet', 'you'], [refused]);
    expect(stderr).toBe(`error: it would do harm\n${line}`);
  });

  test.each([
    ['an error', new OperationError('broken'), ExitCode.FAILED, ExitCode.UNKNOWN],
    ['a fault', new TypeError('x is undefined'), ExitCode.FAILED, ExitCode.UNKNOWN],
    ['an error with a code', new RefusedError('no'), ExitCode.REFUSED, ExitCode.REFUSED],
  ])('ends with the code that a command has for its own failure, after %s', async (_, error, usual, own) => {
    const failing = greet(() => Promise.reject(error));
    await expect(runMain(['greet', 'you'], [failing])).resolves.toMatchObject({ code: usual });
    await expect(runMain(['greet', 'you'], [{ ...failing, failure: ExitCode.UNKNOWN }])).resolves.toMatchObject({ code: own });
  });

  test.each([[403, true], [401, false]])('points to rbac after %i: %s', async (status, points) => {
    const denied = greet(() => Promise.reject(new RequestError('no', status, 'Forbidden')));
    const { code, stderr } = await runMain(['greet', 'you'], [denied]);
    expect(code).toBe(ExitCode.DENIED);
    expect(stderr.includes('"rabbitmq-k8s rbac greet" prints the Role')).toBe(points);
  });

  test('ends with the code that a command gives', async () => {
    await expect(runMain(['greet', 'you'], [greet(() => Promise.resolve(ExitCode.CRITICAL))])).resolves.toMatchObject({ code: ExitCode.CRITICAL });
  });

  test('says at Ctrl-C that it stops, before it ends', async () => {
    const controller = new AbortController();
    const stopped = command({
      ...done,
      run: async ({ operate }) => operate(({ signal }) => {
        controller.abort(new CancelledError('interrupted'));
        signal?.throwIfAborted();
        return Promise.resolve(undefined);
      }),
    });
    await expect(runMain(['greet', 'you'], [stopped], { signal: controller.signal })).resolves.toMatchObject({
      code: ExitCode.CANCELLED, stderr: 'warning: interrupted: stopping at the next safe point. Press Ctrl-C again to leave at once\nerror: interrupted\n',
    });
  });

  test.each([
    [[], 'Name a command.'],
    [['gret', 'you'], 'there is no command "gret". Did you mean greet?'],
    [['unlike', 'you'], 'there is no command "unlike"'],
    [['greet'], 'an argument is missing: rabbitmq-k8s greet <name>'],
    [['greet', 'you', '-n', 'A_B'], '--namespace is "A_B": use lower-case letters, digits and "-"'],
    [['greet', 'you', '-c', ''], '--cluster-name is ""'],
    [['greet', 'you', '--timeout', '5x'], '--timeout is "5x"'],
    [['greet', 'you', '--timeout', '5'], '--timeout is "5", without a unit: write 5s for seconds or 5m for minutes'],
    [['greet', 'you', '--timeout=0s'], '--timeout is "0s": write a number above zero and a unit, such as 90s'],
    [['greet', 'you', '--wait', '300'], '--wait is "300", without a unit: write 300s'],
    [['greet', 'you', '--wait', 'soon'], '--wait is "soon"'],
    [['greet', 'you', '--lod'], 'lod'],
    [['greet', 'you', '-o', 'xml'], 'xml'],
  ])('takes %j for wrong usage', async (argv, message) => {
    const { code, stderr } = await runMain(argv, [done]);
    expect(code).toBe(ExitCode.USAGE);
    expect(stderr).toContain(message);
  });

  test.each([['-n', 'a-1'], ['--timeout', '90s'], ['--wait', '5m']])('takes %s %s', async (...option) => {
    await expect(runMain(['greet', 'you', ...option], [done])).resolves.toMatchObject({ code: ExitCode.OK, stderr: '' });
  });

  test('has the options of a command before those of every command in its help', async () => {
    const { stdout } = await runMain(['greet', '--help'], [done]);
    expect(stdout).toMatch(/\nOptions:\n +--loud[\s\S]*\nOptions of every command:\n/);
  });

  test('completes commands', async () => {
    const { stdout } = await runMain(['--get-yargs-completions', 'rabbitmq-k8s', ''], [done]);
    expect(stdout).toContain('greet');
  });
});

test.each(COMMANDS.flatMap(entry => Object.entries(entry.options)
  .filter(([, { type, describe = '' }]) => type === 'string' && /\b(Time|Duration)\b|that long ago/.test(describe)).map(([option]) => [nameOf(entry), option])))(
  '%s --%s needs a unit', async (name, option) => {
    const positionals = Object.keys(COMMANDS.find(entry => nameOf(entry) === name)?.positionals ?? {}).map(() => '3');
    const { code, stderr } = await runMain([name, ...positionals, `--${option}`, '5']);
    expect(code).toBe(ExitCode.USAGE);
    expect(stderr).toContain(`--${option} is "5", without a unit: write 5s for seconds or 5m for minutes`);
  },
);

test('a port is one', async () => {
  const refused = await runMain(['connect', '--management-port', '65536']);
  expect(refused).toMatchObject({ code: ExitCode.USAGE, stderr: expect.stringContaining('--management-port is 65536: use a port from 0 to 65535') });
  const { stderr } = await runMain(['connect', '--management-port', '65535']);
  expect(stderr).not.toContain('--management-port');
});

describe('every command', () => {
  test.each(COMMANDS.map(entry => [nameOf(entry), entry] as const))('%s has a summary, examples of itself and rights', (name, { summary, examples, rights }) => {
    expect(summary).toMatch(/^[A-Z].*[^.]$/);
    expect(summary.length).toBeLessThan(60);
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.map(([line]) => line.split(' ')[0])).toEqual(examples.map(() => name));
    expect(rights.map(right => right.verbs.length * right.resources.length)).not.toContain(0);
  });

  test('has a name of its own', () => {
    expect(new Set(COMMANDS.map(nameOf)).size).toBe(COMMANDS.length);
  });
});
