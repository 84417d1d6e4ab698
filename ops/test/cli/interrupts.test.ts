import { EventEmitter } from 'node:events';
import { ExitCode } from '../../src/core/errors';
import { withFailureState } from '../../src/core/failure-state';
import { interrupted, type Interruptible } from '../../src/cli/interrupts';

class FakeProcess extends EventEmitter implements Interruptible {
  public readonly stdin = new EventEmitter();
  public readonly stdout = new EventEmitter();
  public readonly stderr = Object.assign(new EventEmitter(), { write: (text: string) => { this.said += text; } });
  public readonly exit = jest.fn();
  public said = '';
}

describe('interrupted', () => {
  let fake: FakeProcess;
  let signal: AbortSignal;

  beforeEach(() => {
    fake = new FakeProcess();
    signal = interrupted(fake);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('aborts at %s, and lets the program go on to a safe point', (name) => {
    fake.emit(name);
    expect(signal.reason).toMatchObject({ name: 'CancelledError', message: 'interrupted' });
    expect(fake.exit).not.toHaveBeenCalled();
  });

  test('leaves at once when it is told again, and says what state things are left in', async () => {
    let applied = 0;
    await withFailureState('nothing was changed', () => withFailureState(() => `${applied} of 9 objects are applied`, () => {
      applied = 3;
      fake.emit('SIGINT');
      fake.emit('SIGHUP');
      return Promise.resolve();
    }));
    expect(fake.said).toContain('error: interrupted twice, exiting immediately\nstate: 3 of 9 objects are applied. ');
    expect(fake.exit).toHaveBeenCalledWith(ExitCode.CANCELLED);
  });

  test.each([['failed', () => Promise.reject(new Error('interrupted'))], ['was done', () => Promise.resolve()]])('says what a part left that %s, while the operation tidies up', async (_, part) => {
    await withFailureState('nothing was changed', async () => {
      await withFailureState('3 of 9 objects are applied', part).catch(() => undefined);
      fake.emit('SIGINT');
      fake.emit('SIGINT');
    });
    expect(fake.said).toContain('state: 3 of 9 objects are applied. ');
  });

  test('says nothing of a state where nothing is under way any more', async () => {
    await withFailureState('nothing was changed', () => Promise.reject(new Error('no'))).catch(() => undefined);
    fake.emit('SIGINT');
    fake.emit('SIGINT');
    expect(fake.said).not.toContain('state:');
  });

  test('goes on without a terminal, and stops where nobody reads the output', () => {
    fake.stderr.emit('error', new Error('write EIO'));
    fake.stdin.emit('error', new Error('read EIO'));
    expect(signal.aborted).toBe(false);
    fake.stdout.emit('error', new Error('write EPIPE'));
    expect(signal.reason).toMatchObject({ message: 'the output was closed' });
  });
});
