/**
 * How bad a finding is: errors stop the synth; warnings are printed, and are errors under `strict`; notes are read
 * by programs only.
 */
export type Severity = 'error' | 'warning' | 'note';

/** A row of a rule table: what is wrong with a subject, in the user's words. */
export interface Rule<Subject> {
  /** A name that stays, by which a warning can be acknowledged. */
  readonly id: string;
  readonly severity: Severity;
  /** One for each thing that is wrong. */
  readonly check: (subject: Subject) => readonly Wrong[];
}

/** A thing that is wrong. */
export interface Wrong {
  readonly message: string;
  /** The path of the construct to change, where it is another than the one that is checked. */
  readonly path?: string;
}

/** A rule broken. */
export interface Finding extends Wrong {
  readonly rule: string;
  readonly severity: Severity;
}

/** A rule that is broken as a whole or not at all. */
export function rule<Subject>(row: {
  id: string;
  severity: Severity;
  when: (subject: Subject) => boolean;
  message: (subject: Subject) => string;
}): Rule<Subject> {
  return {
    id: row.id,
    severity: row.severity,
    check: subject => (row.when(subject) ? [{ message: row.message(subject) }] : []),
  };
}

/** A rule that each of several items can break. */
export function ruleForEach<Subject, Item>(row: {
  id: string;
  severity: Severity;
  each: (subject: Subject) => readonly Item[];
  when: (item: Item, subject: Subject) => boolean;
  message: (item: Item, subject: Subject) => string;
  path?: (item: Item) => string | undefined;
}): Rule<Subject> {
  return {
    id: row.id,
    severity: row.severity,
    check: subject => row.each(subject)
      .filter(item => row.when(item, subject))
      .map(item => ({ message: row.message(item, subject), path: row.path?.(item) })),
  };
}

/** All that is wrong with a subject, in the order of the table. */
export function findings<Subject>(rules: readonly Rule<Subject>[], subject: Subject): Finding[] {
  return rules.flatMap(({ id, severity, check }) => check(subject).map(wrong => ({ rule: id, severity, ...wrong })));
}
