const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
};

/** A Kubernetes quantity as a number: cores, bytes. */
export function scalar(quantity: string | number): number {
  const [, number, unit] = /^([\d.]+(?:[eE][-+]?\d+)?)(\w*)$/.exec(String(quantity)) ?? [];
  const factor = UNITS[unit];
  if (factor === undefined) {
    throw new Error(`"${quantity}" is no Kubernetes quantity, such as 500m or 2Gi`);
  }
  return Number(number) * factor;
}
