import { AsyncLocalStorage } from 'node:async_hooks';
import { operationErrorOf } from './errors';

/** A part of an operation. */
interface Scope {
  /** What state things would be left in if it ended now. */
  state: () => string;
  readonly around?: Scope;
}

const current = new AsyncLocalStorage<Scope>();
/** All parts of all operations, the one that began last at the end. */
const underWay = new Set<Scope>();

/**
 * Runs `action`; an error of it that doesn't say yet what state things were left in says `state` from then on, or that
 * of the last part that ended in it.
 */
export async function withFailureState<T>(state: string | (() => string), action: () => Promise<T>): Promise<T> {
  const now = typeof state === 'string' ? () => state : state;
  const scope: Scope = { state: now, around: current.getStore() };
  let left = now;
  underWay.add(scope);
  try {
    return await current.run(scope, action);
  } catch (error) {
    const typed = operationErrorOf(error);
    // of the part that was done last, if one was: "nothing was changed" would be wrong
    const named = typed.state ??= scope.state();
    left = () => named;
    throw typed;
  } finally {
    underWay.delete(scope);
    // what is around may have to tidy up before it ends
    if (scope.around) {
      scope.around.state = left;
    }
  }
}

/** What state things would be left in if the program ended now; undefined where no operation is under way. */
export function stateNow(): string | undefined {
  return [...underWay].at(-1)?.state();
}
