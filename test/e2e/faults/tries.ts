import { figure } from '../support/figures';

/** Records the minimum, median and maximum of what several tries took. */
export function recordTries(name: string, seconds: readonly number[]): void {
  const sorted = [...seconds].sort((a, b) => a - b);
  figure(`${name}, tries`, sorted.length, '');
  if (sorted.length > 0) {
    figure(`${name}, minimum`, sorted[0], 's');
    figure(`${name}, median`, sorted[Math.floor(sorted.length / 2)], 's');
    figure(`${name}, maximum`, sorted[sorted.length - 1], 's');
  }
}
