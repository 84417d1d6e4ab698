/** The largest number that Kubernetes takes where it counts. */
export const MAX_COUNT = 2 ** 31 - 1;

/** Whether Kubernetes takes a number where it counts from `least` on. */
export function isCount(value: number | undefined, least: number): boolean {
  return value !== undefined && Number.isInteger(value) && value >= least && value <= MAX_COUNT;
}
