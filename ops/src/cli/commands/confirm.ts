import type { Options } from 'yargs';
import type { CommandContext } from './command';
import { RefusedError } from '../../core/errors';

/** The option of commands that ask. */
export const YES_OPTION = {
  yes: { alias: 'y', type: 'boolean', default: false, describe: 'Skip confirmation prompts' },
} as const satisfies Record<string, Options>;

/** @throws RefusedError if the answer isn't yes */
export async function confirm({ ask }: Pick<CommandContext, 'ask'>, yes: boolean, question: string): Promise<void> {
  if (!yes && !isYes(await ask(`${question} [y/N]`, '--yes'))) {
    throw new RefusedError('not confirmed', { state: 'nothing was changed' });
  }
}

/** Whether an answer is yes. */
export function isYes(answer: string): boolean {
  return /^y(es)?$/i.test(answer);
}
