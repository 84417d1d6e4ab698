/** The value in the middle, which one slow run doesn't move. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How long something takes by the clock, in milliseconds. */
export function wallTime(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * How much of the processor something takes, in milliseconds: as good as the clock on a machine with nothing else to
 * do, and better on any other.
 */
export function cpuTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`;
}

/** A table in columns, the first to the left and the others to the right. */
export function formatTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map(cells => cells[column].length)));
  const format = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd();
  return [title, format(head), widths.map(width => '-'.repeat(width)).join('  '), ...rows.map(format), ''].join('\n');
}
