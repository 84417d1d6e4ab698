import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { messageOf } from '../../../ops/src/core/errors';

const INTERVAL_MS = 250;

/**
 * Asks again and again until `until` holds for the answer (by default: until it is truthy), and returns that answer.
 * An error, of the probe or of `until`, counts as "not yet". After `timeoutMs` it throws, with the description and
 * what was seen last.
 */
export async function eventually<T>(
  description: string,
  timeoutMs: number,
  probe: () => Promise<T> | T,
  until: (state: T) => boolean = Boolean,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  let seen = 'no answer';
  for (let left = timeoutMs; left > 0; left = deadline - performance.now()) {
    const answered = new AbortController();
    const answer = await Promise.race([
      ask(probe, until),
      sleep(left, undefined, { signal: answered.signal }).catch(() => undefined),
    ]);
    answered.abort();
    if (answer && 'reached' in answer) {
      return answer.reached;
    }
    seen = answer?.seen ?? seen;
    await sleep(INTERVAL_MS);
  }
  throw new Error(`not within ${timeoutMs / 1000} s: ${description}; last seen: ${seen}`);
}

async function ask<T>(
  probe: () => Promise<T> | T,
  until: (state: T) => boolean,
): Promise<{ reached: T } | { seen: string }> {
  try {
    const state = await probe();
    if (until(state)) {
      return { reached: state };
    }
    return { seen: typeof state === 'string' ? state : inspect(state, { depth: 6, breakLength: 140 }) };
  } catch (error) {
    return { seen: messageOf(error) };
  }
}
