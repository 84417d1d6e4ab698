import type { Options } from 'yargs';
import type { CommandContext } from './command';
import type { OperationOptions } from '../../operation/operation';
import { OperationError } from '../../core/errors';
import { pause } from '../../kubernetes/wait';
import type { Seen } from '../output/output';
import { SILENT } from '../../core/progress';
import type { Style } from '../output/style';

/** The option of commands that can look again and again. */
export const WATCH_OPTION = {
  watch: { alias: 'w', type: 'boolean', default: false, describe: 'Repeat every 2 seconds until Ctrl-C' },
} as const satisfies Record<string, Options>;

const INTERVAL_MS = 2_000;

/**
 * Shows what `look` gives, once or until Ctrl-C; returns the last. A look that fails after the first is shown, and the
 * next one taken.
 */
export async function showOrWatch<T>(
  { output, signal, operate }: CommandContext,
  watch: boolean,
  look: (options: OperationOptions) => Promise<T>,
  text: (value: T, style: Style) => string,
): Promise<T> {
  let last: T = await operate(look);
  if (!watch) {
    output.show(last, text);
    return last;
  }
  async function* values(): AsyncGenerator<Seen<T>> {
    yield { value: last };
    for (;;) {
      await pause(INTERVAL_MS, signal).catch(() => undefined);
      if (signal.aborted) {
        return;
      }
      let warned: (trouble: string) => void = () => undefined;
      const warning = new Promise<string>((resolve) => { warned = resolve; });
      const looking = seen(look({ signal, progress: { ...SILENT, warn: warned } }), last);
      const early = await Promise.race([warning, looking]);
      if (typeof early === 'string') {
        yield { value: last, trouble: early };
      }
      const now = await looking;
      last = now.value;
      yield now;
    }
  }
  await output.showEach(values(), text);
  return last;
}

/** What is seen; what was seen before, where it can't be looked. */
async function seen<T>(looking: Promise<T>, before: T): Promise<Seen<T>> {
  try {
    return { value: await looking };
  } catch (error) {
    if (error instanceof OperationError) {
      return { value: before, trouble: error.message };
    }
    throw error;
  }
}
