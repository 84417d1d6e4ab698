type Fields = Readonly<Record<string, unknown>>;

/** Values over others, map by map. Lists and texts are replaced. A null replaces what is below it. */
export function mergeValues(ours: unknown, given: unknown): unknown {
  if (!isMap(ours) || !isMap(given)) {
    return given === undefined ? ours : given;
  }
  return {
    ...ours,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, mergeValues(ours[key], value)])),
  };
}

/** Values over the chart's own, as Helm merges them: a null removes a value of the chart, or stays. */
export function overDefaults(defaults: unknown, given: unknown): unknown {
  if (!isMap(given) || !isMap(defaults)) {
    return given === undefined ? defaults : given;
  }
  return mapped({ ...defaults, ...given }, (_, key) =>
    (given[key] === null && key in defaults ? undefined : overDefaults(defaults[key], given[key])));
}

/** Values without the nulls that `isDropped` names by their path and the chart's own value. Lists stay as they are. */
export function withoutNulls(
  values: unknown,
  defaults: unknown,
  isDropped: (path: string, own: unknown) => boolean,
  prefix = '',
): unknown {
  if (!isMap(values)) {
    return values;
  }
  return mapped(values, (value, key) => {
    const [path, own] = [`${prefix}${key}`, isMap(defaults) ? defaults[key] : undefined];
    return value === null && isDropped(path, own) ? undefined : withoutNulls(value, own, isDropped, `${path}.`);
  });
}

/** A map with changed values, without those that are undefined. */
function mapped(map: Fields, change: (value: unknown, key: string) => unknown): Fields {
  return Object.fromEntries(Object.entries(map).flatMap(([key, value]) => {
    const changed = change(value, key);
    return changed === undefined ? [] : [[key, changed]];
  }));
}

/** Values without a key, and without the maps that it leaves empty. */
export function withoutKey(values: Fields, [key = '', ...below]: readonly string[]): Fields {
  const inside = values[key];
  const left = below.length > 0 && isMap(inside) ? withoutKey(inside, below) : {};
  return below.length > 0 && inside !== undefined && !isMap(inside)
    ? values
    : Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) =>
          name !== key ? [[name, value]] : Object.keys(left).length > 0 ? [[name, left]] : []),
      );
}

/** Whether a value is a map, and not a list. */
export function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
