/** A line of a pod's log. */
export interface LogLine {
  readonly pod: string;
  /** When it was written, as the node says; empty where the line isn't the container's, but the node's. */
  readonly at: string;
  readonly line: string;
}

/** Which lines. */
export interface LogOptions {
  readonly sinceSeconds?: number;
  readonly tailLines?: number;
  /** Hears whose log can't be had, or not yet, and why. */
  readonly missing: (text: string) => void;
}

/** A line with its time, as the API server gives it. */
export function parsedLine(pod: string, text: string): LogLine {
  const [, at = '', line = text] = /^(\d{4}-\d\d-\d\dT\S+) (.*)$/s.exec(text) ?? [];
  return { pod, at, line };
}
