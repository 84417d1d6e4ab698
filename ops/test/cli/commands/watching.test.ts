import { PassThrough } from 'node:stream';
import type { CommandContext } from '../../../src/cli/commands/command';
import { showOrWatch } from '../../../src/cli/commands/watch-loop';
import { UnreachableError } from '../../../src/core/errors';
import type { OperationOptions } from '../../../src/operation/operation';
import { Output, type OutputFormat } from '../../../src/cli/output/output';

/** What is watched by looks that give these, one after the other, until the last. */
async function watched(
  looks: ((options: OperationOptions) => Promise<string>)[],
  format: OutputFormat,
): Promise<{ last: string; stdout: string; stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr'): NodeJS.WriteStream =>
    new PassThrough().on('data', (chunk: Buffer) => { out[name] += chunk.toString(); }) as unknown as NodeJS.WriteStream;
  const controller = new AbortController();
  const output = new Output(format, { stdout: into('stdout'), stderr: into('stderr') }, false);
  const look = (options: OperationOptions): Promise<string> => {
    const next = looks.shift()!;
    if (looks.length === 0) {
      controller.abort();
    }
    return next(options);
  };
  const context = {
    output, signal: controller.signal, operate: (action: (options: OperationOptions) => Promise<string>) => action({}),
  } as unknown as CommandContext;
  const last = await showOrWatch(context, true, look, value => `all is ${value}`);
  return { last, ...out };
}

const away = () => Promise.reject(new UnreachableError('the API server can\'t be reached'));
const trying = ({ progress }: OperationOptions) => {
  progress?.warn('the API server answered with 503: no; trying again');
  return Promise.resolve('well again');
};

describe('--watch', () => {
  test('goes on after a look that failed, and says so beside the results', async () => {
    const { last, stdout, stderr } = await watched([() => Promise.resolve('well'), away, () => Promise.resolve('better')], 'json');
    expect(stdout).toBe('"well"\n"better"\n');
    expect(stderr).toBe('warning: the API server can\'t be reached\n');
    expect(last).toBe('better');
  }, 10_000);

  test('says at once that a look is tried again', async () => {
    const { stdout, stderr } = await watched([() => Promise.resolve('well'), trying], 'table');
    expect(stderr).toBe('warning: the API server answered with 503: no; trying again\n');
    expect(stdout).toBe('all is well\nall is well again\n');
  });

  test('fails where the first look does', async () => {
    await expect(watched([away], 'table')).rejects.toThrow('the API server can\'t be reached');
  });

  test('ends with a fault of its own', async () => {
    await expect(watched([() => Promise.resolve('well'), () => Promise.reject(new TypeError('undefined is not a function'))], 'table')).rejects.toThrow(TypeError);
  });
});
