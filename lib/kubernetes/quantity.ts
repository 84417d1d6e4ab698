/** Decimal suffixes as powers of 10. A multiplication would round: 32.3 * 1e9 is less than 32.3e9. */
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

const BINARY: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** 1 MiB. */
const MIN_BYTES = 2 ** 20;

const MAX_CORES = 100;

const QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/**
 * The number behind a quantity.
 *
 * @returns undefined where it isn't one
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(text: string): number | undefined {
  const match = QUANTITY.exec(text);
  if (!match) {
    return undefined;
  }
  const [, number, exponent = '', suffix = ''] = match;
  if (suffix in BINARY) {
    return Number(number) * BINARY[suffix];
  }
  return Number(suffix in DECIMAL ? `${number}e${DECIMAL[suffix]}` : number + exponent);
}

/**
 * A quantity that has to be one and more than nothing.
 *
 * @param field its name for the message: `resources.memoryLimit`
 * @param otherwise what else the field takes, for the message
 * @throws if it isn't
 */
export function positiveQuantity(field: string, text: string, example: string, otherwise = ''): number {
  const value = parseQuantity(text);
  if (value === undefined || !(value > 0)) {
    throw new Error(`${field} is "${text}": it must be a Kubernetes quantity above zero, such as "${example}"${otherwise}`);
  }
  return value;
}

/**
 * Bytes of memory or storage. A number without a unit is in bytes, and one with "m" in thousandths of them: a
 * unit was forgotten.
 *
 * @throws if it isn't a quantity, or less than 1 MiB, which neither a container nor a file system can use
 */
export function byteQuantity(field: string, text: string, example: string): number {
  const bytes = positiveQuantity(field, text, example);
  if (bytes < MIN_BYTES) {
    throw new Error(`${field} is "${text}", which is ${formatBytes(bytes)}: write a number and a unit, such as "${example}"`);
  }
  return bytes;
}

/**
 * CPU cores. A large number without "m" is in cores: the unit was forgotten.
 *
 * @param otherwise what else the field takes, for the message
 * @throws if it isn't a quantity, or is 100 cores or more without the unit "m"
 */
export function cpuQuantity(field: string, text: string, example: string, otherwise = ''): number {
  const cores = positiveQuantity(field, text, example, otherwise);
  if (cores >= MAX_CORES && !text.endsWith('m')) {
    throw new Error(`${field} is "${text}", which is ${cores} cores: write thousandths of a core with the unit "m", such as "500m". ${MAX_CORES} cores or more need that unit too, such as "${MAX_CORES}000m"`);
  }
  return cores;
}

/** The message of a check of a quantity that throws. */
export function quantityProblems(check: () => number): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** A number of bytes for a person: `1.5 GiB`. */
export function formatBytes(bytes: number): string {
  for (const [unit, size] of [['GiB', 2 ** 30], ['MiB', 2 ** 20], ['KiB', 2 ** 10]] as const) {
    if (bytes >= size) {
      return `${Number((bytes / size).toFixed(1))} ${unit}`;
    }
  }
  return `${bytes} B`;
}
