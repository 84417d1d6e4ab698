import { bounded } from '../../src/core/abort';

describe('bounded', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  test('aborts after its time, with the reason that is given', () => {
    const { signal } = bounded([], 1_000, () => new Error('too late'));
    jest.advanceTimersByTime(999);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.reason).toEqual(new Error('too late'));
  });

  test('takes a time that is longer than a timer of Node can be', () => {
    const hours = 600;
    const { signal } = bounded([], hours * 3_600_000);
    jest.advanceTimersByTime(hours * 3_600_000 - 1);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  test('aborts with a signal that does, and leaves no timer then', () => {
    const outer = new AbortController();
    const { signal } = bounded([outer.signal], 1_000);
    outer.abort(new Error('enough'));
    expect(signal.reason).toEqual(new Error('enough'));
    expect(jest.getTimerCount()).toBe(0);
  });
});
