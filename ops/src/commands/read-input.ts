import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { messageOf, UsageError } from '../errors';

/** A file that was named on the command line; `-` is the standard input. */
export async function readInput(file: string): Promise<string> {
  try {
    // a lone dash reaches a positional as an empty text
    return ['-', ''].includes(file) ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} can't be read: ${messageOf(error)}`);
  }
}
