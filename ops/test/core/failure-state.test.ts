import { OperationError } from '../../src/core/errors';
import { stateNow, withFailureState } from '../../src/core/failure-state';

const fail = (): Promise<never> => Promise.reject(new Error('no'));

/** A promise, and what keeps it. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => { open = resolve; });
  return { passed, open };
}

test('an error says the state of the innermost part that it left', async () => {
  const operation = withFailureState('nothing was changed', () => withFailureState('half is done', fail));
  await expect(operation).rejects.toMatchObject({ message: 'no', state: 'half is done' });
  await expect(operation).rejects.toBeInstanceOf(OperationError);
});

test('an error after a part that was done says the state of that part', async () => {
  const operation = withFailureState('nothing was changed', async () => {
    await withFailureState('half is done', () => Promise.resolve());
    await fail();
  });
  await expect(operation).rejects.toMatchObject({ state: 'half is done' });
});

test('an error that says its state keeps it', async () => {
  await expect(withFailureState('nothing was changed', () => Promise.reject(new OperationError('no', { state: 'all is done' }))))
    .rejects.toMatchObject({ state: 'all is done' });
});

test('operations at the same time keep their states apart', async () => {
  const [half, tidied] = [gate(), gate()];
  const first = withFailureState('first: nothing was changed', async () => {
    await withFailureState('first: half is done', () => half.passed);
    await tidied.passed;
  });
  const second = withFailureState('second: nothing was changed', async () => {
    half.open();
    await new Promise(setImmediate);
    expect(stateNow()).toBe('second: nothing was changed');
  });
  await second;
  expect(stateNow()).toBe('first: half is done');
  tidied.open();
  await first;
  expect(stateNow()).toBeUndefined();
});
