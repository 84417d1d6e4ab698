import { Finding } from './rule';

/** What a user set for the warnings of a construct. */
export interface WarningOptions {
  readonly strict?: boolean;
  readonly acknowledgedWarnings?: string[];
}

/** A warning of a construct. */
export interface Warning {
  /** The id of its rule. */
  readonly id: string;
  readonly message: string;
  /** The message, the path of the construct to change in parentheses, and the id in brackets. */
  readonly text: string;
}

/** Errors stop a synth; warnings are printed. */
export interface Report {
  readonly errors: string[];
  readonly warnings: Warning[];
}

/** Divides findings by the user's options. An error can't be acknowledged; notes are for programs that ask for them. */
export function report(found: readonly Finding[], options: WarningOptions): Report {
  const acknowledged = new Set(options.acknowledgedWarnings);
  const of = (severity: Finding['severity']): Warning[] =>
    found
      .filter(finding => finding.severity === severity && (severity === 'error' || !acknowledged.has(finding.rule)))
      .map(({ rule, message, path }) => ({ id: rule, message, text: `${message}${path === undefined ? '' : ` (${path})`} [${rule}]` }));
  const errors = of('error').map(({ text }) => text);
  const warnings = of('warning');
  return options.strict
    ? { errors: [...errors, ...warnings.map(({ text }) => text)], warnings: [] }
    : { errors, warnings };
}
