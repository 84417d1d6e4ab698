import type { Options } from 'yargs';
import type { CommandContext } from './command';
import type { OperationOptions } from '../operation';
import { pause } from '../kubernetes/wait';
import type { Style } from '../output/style';

/** The option of commands that can look again and again. */
export const WATCH_OPTION = {
  watch: { alias: 'w', type: 'boolean', default: false, describe: 'Look again every two seconds, until Ctrl-C' },
} as const satisfies Record<string, Options>;

const INTERVAL_MS = 2_000;

/** Shows what `look` gives, once or until Ctrl-C; returns the last. */
export async function showOrWatch<T>(
  { output, signal, operate }: CommandContext,
  watch: boolean,
  look: (options: OperationOptions) => Promise<T>,
  text: (value: T, style: Style) => string,
): Promise<T> {
  let last = await operate(look);
  if (!watch) {
    output.show(last, text);
    return last;
  }
  async function* values(): AsyncGenerator<T> {
    while (!signal.aborted) {
      yield last;
      await pause(INTERVAL_MS, signal).catch(() => undefined);
      if (!signal.aborted) {
        last = await look({ signal });
      }
    }
  }
  await output.showEach(values(), text);
  return last;
}
