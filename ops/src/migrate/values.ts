import { isMap } from './draft';

/** Keys of a values file, and indexes of lists, from the outermost. */
export type Path = readonly (string | number)[];

type Values = Readonly<Record<string, unknown>>;

/** Values without the one at a place, nor what is empty without it. */
export function without(values: Values, path: Path): Values {
  const [key, ...below] = path.map(String);
  const inside = values[key];
  const left = below.length === 0 ? {} : withoutBelow(inside, path.slice(1));
  return Object.keys(left).length > 0
    ? { ...values, [key]: left }
    : Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}

function withoutBelow(inside: unknown, path: Path): object {
  return Array.isArray(inside) ? withoutItem(inside, path) : isMap(inside) ? without(inside, path) : {};
}

function withoutItem(list: readonly unknown[], [index, ...below]: Path): unknown[] {
  const left = (item: unknown): unknown[] => (below.length > 0 && isMap(item) ? [without(item, below)] : []);
  return list.flatMap((item, i) => (i === index ? left(item) : [item]));
}

/** Values with another one at a place. Items of a list are added at its end. */
export function withValue(values: Values, [key, ...below]: Path, value: unknown): Values {
  if (key === undefined) {
    return value as Values;
  }
  const inside = values[key];
  const [next] = below;
  if (typeof next === 'number') {
    return { ...values, [key]: [...Array.isArray(inside) ? inside as unknown[] : [], value] };
  }
  return { ...values, [key]: below.length === 0 ? value : withValue(isMap(inside) ? inside : {}, below, value) };
}

/** Values of one place alone. */
export function only(path: Path, value: unknown): Values {
  return path.reduceRight((below, key) => (typeof key === 'number' ? [below] : { [key]: below }), value) as Values;
}
