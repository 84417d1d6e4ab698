import { ExitCode } from '../../src/core/errors';
import { StuckPods } from '../../src/pods/stuck-pods';

const STUCK = { pod: 'orders-0', ready: false, passing: false, sentence: 'The image mq:1 can\'t be pulled', evidence: 'not found', remedy: 'Check the name' };

describe('a wait for pods', () => {
  test.each([[true, 60_000], [undefined, 240_000]])('ends with cause and remedy once a pod is stuck for too long (needs a change: %s)', (needsChange, limit) => {
    const pods = new StuckPods();
    pods.check([{ ...STUCK, needsChange }], 0);
    pods.check([{ ...STUCK, needsChange }], limit);
    expect(() => { pods.check([{ ...STUCK, needsChange }], limit + 1); }).toThrow(expect.objectContaining({
      code: ExitCode.INCOMPLETE, message: 'orders-0 can\'t start: The image mq:1 can\'t be pulled (not found). Check the name',
    }));
  });

  test('starts again once the pod was on its way', () => {
    const pods = new StuckPods();
    pods.check([STUCK], 0);
    pods.check([{ ...STUCK, passing: true }], 200_000);
    pods.check([STUCK], 200_001);
    expect(() => { pods.check([STUCK], 440_000); }).not.toThrow();
  });
});
