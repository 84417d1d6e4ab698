import { setTimeout as sleep } from 'node:timers/promises';
import { pause } from '../../src/kubernetes/wait';

describe('pause', () => {
  test('waits', async () => {
    const begun = performance.now();
    await pause(20, new AbortController().signal);
    expect(performance.now() - begun).toBeGreaterThan(15);
  });

  test('waits for longer than a timer of Node can, until its signal aborts', async () => {
    const controller = new AbortController();
    const pausing = pause(600 * 3_600_000, controller.signal);
    await expect(Promise.race([pausing, sleep(50, 'waits')])).resolves.toBe('waits');
    controller.abort(new Error('enough'));
    await expect(pausing).rejects.toThrow('enough');
  });
});
