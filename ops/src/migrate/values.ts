import { isMap } from './draft';

/** Keys of a values file, and indexes of lists, from the outermost. */
export type Path = readonly (string | number)[];

type Values = Readonly<Record<string, unknown>>;

/** Values without the one at a place, nor what is empty without it. */
export function without(values: Values, path: Path): Values {
  const [key, ...below] = path.map(String);
  const inside = values[key];
  const left = below.length === 0
    ? {}
    : Array.isArray(inside)
      ? withoutItem(inside, path.slice(1))
      : isMap(inside)
        ? without(inside, path.slice(1))
        : {};
  return Object.keys(left).length > 0
    ? { ...values, [key]: left }
    : Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}

function withoutItem(list: readonly unknown[], [index, ...below]: Path): unknown[] {
  return list.flatMap((item, i) =>
    i !== index ? [item] : below.length > 0 && isMap(item) ? [without(item, below)] : []);
}

/** Values of one place alone. */
export function only(path: Path, value: unknown): Values {
  return path.reduceRight((below, key) => (typeof key === 'number' ? [below] : { [key]: below }), value) as Values;
}
