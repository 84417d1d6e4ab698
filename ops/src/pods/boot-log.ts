import { isOf } from '../broker/nodes';

/** What keeps a broker from joining, as its own log has it. */
export interface BootTrouble {
  readonly id: 'cookie' | 'forgotten' | 'lost-volume';
  /** One sentence. */
  readonly sentence: string;
  /** The line of the log that says so. */
  readonly line: string;
}

const DISAGREES = /node '?(rabbit@[\w.-]+)'? thinks it's clustered with node '?(rabbit@[\w.-]+)'?, but/;

/** What the newest line says that names a trouble; undefined where none does. */
export function bootTrouble(log: string, pod: string): BootTrouble | undefined {
  return linesOf(log).reverse().map(line => troubleOf(line, pod)).find(trouble => trouble !== undefined);
}

/** A log's lines, without the colours that a broker gives them. */
export function linesOf(log: string): string[] {
  return log.replace(/\x1b\[[0-9;]*m/g, '').split('\n').map(line => line.trim()).filter(line => /[A-Za-z]/.test(line));
}

function troubleOf(line: string, pod: string): BootTrouble | undefined {
  if (/connection attempt from .*rejected.*challenge|connection attempt from disallowed node/i.test(line)) {
    return { id: 'cookie', sentence: 'Its Erlang cookie isn\'t that of the other brokers, so that they refuse each other', line };
  }
  const [, believer] = DISAGREES.exec(line) ?? [];
  if (believer === undefined) {
    return undefined;
  }
  return isOf(pod, believer)
    ? { id: 'forgotten', sentence: 'The others have forgotten it, and it still has its data from before', line }
    : { id: 'lost-volume', sentence: 'Its volume is empty, and the others still count on what it had: they refuse it', line };
}
