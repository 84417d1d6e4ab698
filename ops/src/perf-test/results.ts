/** What a test measured; what PerfTest didn't print is undefined. */
export interface PerfTestFigures {
  /** Messages per second, on average. */
  readonly sent?: number;
  /** Messages per second, on average. */
  readonly received?: number;
  /** Median and 99th percentile from publishing to consuming, in milliseconds. */
  readonly consumerLatency?: Latency;
  /** Median and 99th percentile until a confirm, in milliseconds. */
  readonly confirmLatency?: Latency;
}

export interface Latency {
  readonly median: number;
  readonly p99: number;
}

/** The figures at the end of PerfTest's output. */
export function figuresIn(log: string): PerfTestFigures {
  const rate = (what: string): number | undefined => numberIn(new RegExp(`${what} rate avg: (\\d+)`).exec(log)?.[1]);
  return { sent: rate('sending'), received: rate('receiving'), consumerLatency: latencyIn(log, 'consumer'), confirmLatency: latencyIn(log, 'confirm') };
}

/** `…, consumer latency min/median/75th/95th/99th 343/2300/4000/9000/12000 µs`; the unit is µs or ms. */
function latencyIn(log: string, what: string): Latency | undefined {
  const [, values, unit] = new RegExp(`${what} latency min/median/75th/95th/99th:? ([\\d/]+) (\\S+)`).exec(log) ?? [];
  const [, median, , , p99] = (values ?? '').split('/').map(Number);
  const factor = unit === 'ms' ? 1 : 1_000;
  return p99 === undefined ? undefined : { median: median / factor, p99: p99 / factor };
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
