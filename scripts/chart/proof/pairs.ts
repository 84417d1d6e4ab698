import { isRefused } from './check';
import { merged, OPTIONS } from './options';

const NAMES = Object.keys(OPTIONS);

/** An option of each choice, by its index. */
type Selection = Record<string, number>;

function pairsOf(selection: Selection): string[] {
  const chosen = Object.entries(selection).map(([name, index]) => `${name}=${index}`);
  return chosen.flatMap((one, i) => chosen.slice(i + 1).map(other => [one, other].sort().join(' ')));
}

function valuesOf(selection: Selection): object {
  return merged(Object.entries(selection).map(([name, index]) => OPTIONS[name][index]));
}

/**
 * Few sets of values, so that each two options of different choices are in one of them, unless the library refuses them
 * together.
 */
export async function pairwise(): Promise<object[]> {
  const left = new Set(NAMES.flatMap((one, i) => NAMES.slice(i + 1).flatMap(other =>
    OPTIONS[one].flatMap((_, a) => OPTIONS[other].map((__, b) => [`${one}=${a}`, `${other}=${b}`].sort().join(' '))))));
  const sets: object[] = [];
  while (left.size > 0) {
    const [first] = left;
    const start = Object.fromEntries(first.split(' ').map(option => option.split('=')).map(([name, index]) => [name, Number(index)]));
    left.delete(first);
    if (!await isRefused(valuesOf(start))) {
      const selection = await extended(start, left);
      pairsOf(selection).forEach(pair => left.delete(pair));
      sets.push(valuesOf(selection));
    }
  }
  return sets;
}

/**
 * A selection with an option of each other choice: the one with the most pairs that are left and that the library
 * takes.
 */
async function extended(start: Selection, left: ReadonlySet<string>): Promise<Selection> {
  let selection = start;
  for (const name of NAMES.filter(one => !(one in start))) {
    const gain = (candidate: Selection): number => pairsOf(candidate).filter(pair => left.has(pair)).length;
    const candidates = OPTIONS[name]
      .map((_, index) => ({ ...selection, [name]: index }))
      .sort((a, b) => gain(b) - gain(a));
    for (const candidate of candidates) {
      if (!await isRefused(valuesOf(candidate))) {
        selection = candidate;
        break;
      }
    }
  }
  return selection;
}
