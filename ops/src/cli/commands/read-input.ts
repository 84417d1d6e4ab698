import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { messageOf, UsageError } from '../../core/errors';

/**
 * What a lone dash of the command line is called from there on: yargs loses one in a list, and makes an empty
 * text of another.
 */
export const STANDARD_INPUT = 'the standard input';

/** A file that was named on the command line, or the standard input. */
export async function readInput(file: string, stdin: NodeJS.ReadableStream): Promise<string> {
  try {
    return file === STANDARD_INPUT ? await text(stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} can't be read: ${messageOf(error)}`);
  }
}
