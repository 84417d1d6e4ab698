import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file with what a real cluster showed; `E2E_RECORD=1 npm run test:e2e:all` writes it while a healthy cluster is
 * under load.
 */
export const RECORDING = join(__dirname, 'recorded.json');

/** What the panels of the dashboards showed over some time. */
export interface Recording {
  readonly minutes: number;
  /**
   * The lines of each panel by `<id of the dashboard>/<title of the panel>`: a value at each step, null where there was
   * none.
   */
  readonly panels: Readonly<Record<string, readonly {
    readonly legend: string; readonly values: readonly (number | null)[];
  }[]>>;
}

/** Reads what was recorded. */
export function readRecording(): Recording {
  return existsSync(RECORDING) ? JSON.parse(readFileSync(RECORDING, 'utf8')) : { minutes: 0, panels: {} };
}
