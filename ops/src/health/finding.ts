/** How bad it is. */
export type Level = 'critical' | 'warning' | 'info';

/** Something that a check found. */
export interface Finding {
  /** Which check found it: `quorum-lost`. */
  readonly id: string;
  readonly level: Level;
  /** What is found, in one sentence. */
  readonly what: string;
  /** What that means for those who use the cluster. */
  readonly meaning: string;
  /** What to do. */
  readonly remedy?: string;
  /** What says so. */
  readonly evidence?: string;
}

const GRAVITY: readonly Level[] = ['critical', 'warning', 'info'];

/** The gravest first. */
export function byGravity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => GRAVITY.indexOf(a.level) - GRAVITY.indexOf(b.level));
}

/** The gravest level; undefined where nothing was found. */
export function worst(findings: readonly Finding[]): Level | undefined {
  return byGravity(findings)[0]?.level;
}
