import { appendFileSync } from 'node:fs';

/** Records a measured value; the run prints all of them at its end (figures-reporter.js). */
export function figure(name: string, value: number, unit: string): void {
  const file = process.env.E2E_FIGURES;
  if (!file) {
    throw new Error('figures have no reporter: run the tests with test/e2e/jest.config.js');
  }
  appendFileSync(file, `${JSON.stringify({ name, value, unit })}\n`);
}
