type Fields = Readonly<Record<string, unknown>>;

/** Values over others, map by map. Lists and texts are replaced. A null stays, and takes a default away. */
export function mergeValues(ours: unknown, given: unknown): unknown {
  if (!isMap(ours) || !isMap(given)) {
    return given === undefined ? ours : given;
  }
  return {
    ...ours,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, mergeValues(ours[key], value)])),
  };
}

/** Values over the chart's own, as helm takes them: a null takes the chart's own value away. */
export function overDefaults(defaults: unknown, given: unknown): unknown {
  if (!isMap(given) || !isMap(defaults)) {
    return given === undefined ? defaults : given;
  }
  const merged = {
    ...defaults,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, overDefaults(defaults[key], value)])),
  };
  return Object.fromEntries(Object.entries(merged).filter(([key, value]) => value !== null || defaults[key] === null));
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
