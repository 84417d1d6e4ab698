import { appendFileSync } from 'node:fs';
import type { Reckoning } from '../scaling/many-queues';

/** One fault with what became of the messages. */
export interface ReportRow extends Reckoning {
  readonly fault: string;
  readonly replicas: number;
  /** From the start of the fault until all brokers are Ready and all queues whole, in seconds. */
  readonly wholeS: number;
}

/** Adds a row to the report, which faults-reporter.js writes when the run ends. */
export function report(row: ReportRow): void {
  const file = process.env.E2E_FAULT_ROWS;
  if (file) {
    appendFileSync(file, `${JSON.stringify(row)}\n`);
  }
}
