import { synthesize, warningsOf } from '../values';
import { Values } from '../../../ops/src/chart-values/values';
import { inValues } from '../../../ops/src/chart-values/wording';

/** What the library says first about values that it refuses, by the keys of a values file. */
export function refusalOf(values: Values): string | undefined {
  try {
    synthesize(values, 'messaging');
    return undefined;
  } catch (error) {
    return inValues((error as Error).message.split('\n')[0].replace(/ \[[\w-]+\]$/, ''), values);
  }
}

/** What the library warns of, by its name and by the keys of a values file. */
export function warningsIn(values: Values): { readonly id: string; readonly message: string }[] {
  return warningsOf(values, 'messaging').map((warning) => {
    const [, message, id] = /^([^]*) \[([\w-]+)\]$/.exec(warning) ?? ['', warning, ''];
    return { id, message: inValues(message, values) };
  });
}
