import { COMMAND_GROUPS, COMMANDS } from '../../src/cli/commands';
import { command, nameOf } from '../../src/cli/commands/command';
import { similarName } from '../../src/core/similar';
import { withNegativeValues } from '../../src/cli/strict-arguments';
import { ExitCode, RefusedError, UsageError } from '../../src/core/errors';
import { runMain } from '../support/surroundings';

describe('the help', () => {
  test('lists every command once, in its group, within 80 columns', async () => {
    const { stdout, code } = await runMain(['--help']);
    expect(code).toBe(ExitCode.OK);
    for (const { title, commands } of COMMAND_GROUPS) {
      expect(stdout).toContain(`\n${title}:\n  ${nameOf(commands[0])} `);
    }
    const listed = [...stdout.split('Options of every command')[0].matchAll(/^ {2}(\S+) {2}/gm)].map(([, name]) => name);
    expect(listed).toEqual(COMMANDS.map(nameOf));
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([]);
  });

  test.each(COMMANDS.map(entry => [nameOf(entry), entry] as const))('of %s has 80 columns at most', async (name, { examples }) => {
    const { stdout } = await runMain([name, '--help']);
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([]);
    // yargs leaves no space where both together fill the line
    expect(stdout).not.toMatch(/\w\[(boolean|string|number|array)\]/);
    expect(stdout).toContain('Options of every command:');
    expect(stdout).toMatch(/--timeout +Time limit, such as 90s or 10m\s+\[default:\s/);
    expect(examples.length).toBeGreaterThan(0);
    // to paste: without what continues a line, each is a line
    const lines = stdout.replace(/ \\\n +/g, ' ').split('\n');
    expect(examples.filter(([line]) => !lines.includes(`  rabbitmq-k8s ${line}`))).toEqual([]);
  });

  test.each(COMMANDS.flatMap(({ options, usage }) => Object.entries(options).map(([name, { describe }]) => [`${usage} --${name}`, describe ?? ''])))('%s says what it does in one line', (_, describe) => {
    expect(describe).toMatch(/^[A-Z].*[^.]$/);
    expect(describe.length).toBeLessThanOrEqual(110);
  });
});

test.each([['deploy', '15m'], ['scale', '2h'], ['health', '2m'], ['uncordon', '30s'], ['migrate', 'none']])('the help of %s has its time limit, %s', async (name, limit) => {
  const { stdout } = await runMain([name, '--help']);
  expect(stdout.replace(/\s+/g, ' ')).toContain(`[default: ${limit}]`);
});

test('every command that makes requests has a time limit', () => {
  expect(COMMANDS.filter(({ rights, limit }) => rights.length > 0 && limit === undefined).map(nameOf)).toEqual([]);
});

describe('an unknown option', () => {
  const known = ['namespace', 'cluster-name', 'output', 'replicas'];

  test.each([['cluster', 'cluster-name'], ['name', 'cluster-name'], ['replica', 'replicas'], ['outptu', 'output']])('%s suggests %s', (unknown, suggestion) => {
    expect(similarName(unknown, known)).toBe(suggestion);
  });

  test('that is like none has no suggestion', () => {
    expect(similarName('verbose', known)).toBeUndefined();
  });

  test('is suggested on the command line', async () => {
    const { code, stderr } = await runMain(['status', '--cluster', 'orders']);
    expect(code).toBe(ExitCode.USAGE);
    expect(stderr).toContain('Did you mean --cluster-name?');
  });
});

describe('contracts for scripts', () => {
  const count = (run: () => Promise<undefined> = () => Promise.resolve(undefined)) => command({
    usage: 'count <number>', summary: 'Count', examples: [['count 3', 'to 3']], rights: [],
    positionals: { number: { type: 'number', demandOption: true } },
    options: { step: { type: 'number' }, 'dry-run': { type: 'boolean' }, size: { type: 'string' }, names: { type: 'string', array: true } },
    check: ({ size }: { readonly size?: string }) => {
      if (size?.startsWith('-')) {
        throw new UsageError(`size is ${size}`);
      }
    },
    run: async () => run(),
  });

  test.each([[['count', '3']], [['count', '0', '--step', '2']]])('%j is taken', async (argv) => {
    await expect(runMain(argv, [count()])).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test.each([['abc', /^error: number must be a whole number from 0, not "abc"\n/], ['1.5', /not "1\.5"/], ['0x3', /not "0x3"/], ['1e2', /not "1e2"/], ['-1', /not "-1"/]])('%s is no number', async (number, message) => {
    const { code, stderr } = await runMain(['count', number], [count()]);
    expect(code).toBe(ExitCode.USAGE);
    expect(stderr).toMatch(message);
  });

  test('the value that is no number is named where it is certain', async () => {
    await expect(runMain(['count', 'x', '-n', 'shop'], [count()])).resolves.toMatchObject({ stderr: 'error: number must be a whole number from 0\n' });
    await expect(runMain(['count', '-n', 'shop', '0x3'], [count()])).resolves.toMatchObject({ stderr: 'error: number must be a whole number from 0, not "0x3"\n' });
  });

  test.each(['0x3', '3.0', '1e3', ' 3'])('an option of "%s" is refused, which JavaScript reads as a number', async (step) => {
    await expect(runMain(['count', '3', '--step', step], [count()])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: `error: --step must be a whole number from 0, not ${JSON.stringify(step)}\n` });
    await expect(runMain(['count', '3', `--step=${step}`], [count()])).resolves.toMatchObject({ code: ExitCode.USAGE });
  });

  test.each(['yes', '1', 'no', 'maybe', ''])('a switch of "%s" is refused, which yargs reads as false', async (value) => {
    await expect(runMain(['count', '3', `--dry-run=${value}`], [count()])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: `error: --dry-run is "${value}": use true or false, or the option alone for true\n` });
  });

  test.each(['--dry-run', '--dry-run=true', '--dry-run=false', '--no-dry-run'])('a switch can be %s', async (dryRun) => {
    await expect(runMain(['count', '3', dryRun], [count()])).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test.each([
    [['--step', '1', '--step', '2'], 'step'], [['-n', 'a', '--namespace', 'b'], 'namespace'], [['-o', 'table', '-o', 'table'], 'output'],
  ])('%j is refused, as it is given twice', async (options, name) => {
    await expect(runMain(['count', '3', ...options], [count()])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: `error: --${name} is given 2 times: give it once\n` });
    await expect(runMain(['count', '3', '--names', 'a', '--names', 'b'], [count()])).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test('a negative value is one of its option', async () => {
    await expect(runMain(['count', '3', '--size', '-5Gi'], [count()])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: 'error: size is -5Gi\n' });
  });

  test('what follows -- is left to another program', () => {
    expect(withNegativeValues(['shell', '--', 'ls', '--size', '-5'])).toEqual(['shell', '--', 'ls', '--size', '-5']);
    expect(withNegativeValues(['shell', '--size', '-5', '--', 'ls'])).toEqual(['shell', '--size=-5', '--', 'ls']);
  });

  test('a time limit is one that a timer takes', async () => {
    await expect(runMain(['count', '3', '--timeout', '576h'], [count()])).resolves.toMatchObject({ code: ExitCode.OK });
    await expect(runMain(['count', '3', '--timeout', '577h'], [count()])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: 'error: --timeout is "577h": use at most 576h\n' });
  });

  test('help COMMAND is its --help', async () => {
    await expect(runMain(['help', 'count'], [count()])).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('count <number>') });
  });

  test('an option that is no number is named', async () => {
    await expect(runMain(['count', '3', '--step', 'x'], [count()])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: 'error: --step must be a whole number from 0, not "x"\n' });
  });

  test('an error is JSON where results are', async () => {
    const refused = count(() => Promise.reject(new RefusedError('no', { state: 'nothing was changed' })));
    const { stderr, code } = await runMain(['count', '3', '-o', 'json'], [refused]);
    expect(code).toBe(ExitCode.REFUSED);
    expect(JSON.parse(stderr)).toEqual({ error: { code: 11, message: 'no', state: 'nothing was changed' } });
    for (const format of [['-o', 'json'], ['-o=json'], ['-ojson'], ['--output=json']]) {
      const usage = await runMain(['count', '3', '--nope', ...format], [refused]);
      expect(JSON.parse(usage.stderr)).toMatchObject({ error: { code: 10 } });
    }
  });
});
