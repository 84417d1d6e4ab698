import { IConstruct } from 'constructs';
import { Finding, Rule } from './rule';

/** What a user said about warnings. */
export interface WarningOptions {
  readonly strict?: boolean;
  readonly acknowledgedWarnings?: string[];
}

/** What stops a synth and what is only told. */
export interface Report {
  readonly errors: string[];
  readonly warnings: string[];
}

/** Divides findings as the user wants it; an error can't be acknowledged, and notes are told to nobody who doesn't ask. */
export function report(found: readonly Finding[], options: WarningOptions): Report {
  const acknowledged = new Set(options.acknowledgedWarnings);
  const messages = (severity: Finding['severity']): string[] =>
    found
      .filter(finding => finding.severity === severity && (severity === 'error' || !acknowledged.has(finding.rule)))
      .map(finding => `${finding.message} [${finding.rule}]`);
  const errors = messages('error');
  const warnings = messages('warning');
  return options.strict ? { errors: [...errors, ...warnings], warnings: [] } : { errors, warnings };
}

/** @throws if what is acknowledged is no rule's name */
export function requireKnown(acknowledged: readonly string[], rules: readonly Pick<Rule<never>, 'id'>[]): void {
  const unknown = acknowledged.find(name => !rules.some(({ id }) => id === name));
  if (unknown !== undefined) {
    throw new Error(`acknowledgedWarnings has "${unknown}", which is no warning's name: take the name in brackets at the end of the warning`);
  }
}

const printed = new WeakMap<IConstruct, Set<string>>();

/** Prints a warning with the construct's path to the standard error; cdk8s validates a construct several times in a synth. */
export function printOnce(construct: IConstruct, warning: string): void {
  const seen = printed.get(construct) ?? new Set<string>();
  printed.set(construct, seen);
  if (!seen.has(warning)) {
    seen.add(warning);
    process.stderr.write(`warning: [${construct.node.path}] ${warning}\n`);
  }
}
