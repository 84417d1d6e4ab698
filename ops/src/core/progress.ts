/** Hears what an operation does. */
export interface Progress {
  /** The operation goes on to something else. */
  step(text: string): void;
  /** How the current step stands, in lines that replace the previous ones: a line for each pod, for instance. */
  live(lines: readonly string[]): void;
  /** Something that should be read, and doesn't stop the operation. */
  warn(text: string): void;
}

/** Hears nothing. */
export const SILENT: Progress = { step: () => undefined, live: () => undefined, warn: () => undefined };
