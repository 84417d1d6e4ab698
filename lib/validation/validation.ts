import { IConstruct } from 'constructs';
import { closest } from './distance';
import { Report, report, WarningOptions } from './report';
import { findings, Rule } from './rule';

/** The type of a construct's metadata that holds a warning: `{ id, message }`. */
export const WARNING_METADATA = 'cdk8s-rabbitmq:warning';
const ACKNOWLEDGED_METADATA = 'cdk8s-rabbitmq:acknowledged-warning';
const SILENT_METADATA = 'cdk8s-rabbitmq:silent';

const validations = new WeakMap<IConstruct, Validation<never>>();
const printed = new WeakMap<IConstruct, Set<string>>();

/**
 * Checks a construct by a table of rules: errors stop the synth, warnings become metadata and are printed once per app.
 */
export class Validation<Subject> {
  private last?: { readonly key: unknown; readonly report: Report };

  /**
   * @param scope the construct that is checked
   * @param rules the table
   * @param subject what the rules look at, read at each check
   * @param options what the user set for warnings
   * @param key equal as long as the subject is the same; without one, each check runs the rules again
   * @throws if an acknowledged warning has no rule
   */
  public constructor(
    private readonly scope: IConstruct,
    public readonly rules: readonly Rule<Subject>[],
    private readonly subject: () => Subject,
    private readonly options: WarningOptions = {},
    private readonly key?: () => string,
  ) {
    for (const id of options.acknowledgedWarnings ?? []) {
      if (!rules.some(rule => rule.id === id)) {
        throw new Error(unknownWarning(`[${scope.node.path}] acknowledgedWarnings has`, id, rules));
      }
    }
    validations.set(scope, this as unknown as Validation<never>);
    scope.node.addValidation({ validate: () => this.check() });
  }

  /** What the rules find now, without acknowledged warnings. */
  public get report(): Report {
    const acknowledgedWarnings = [...this.options.acknowledgedWarnings ?? [], ...acknowledgedAbove(this.scope)];
    const key = this.key && [this.key(), ...acknowledgedWarnings].join();
    if (key === undefined || this.last?.key !== key) {
      this.last = {
        key,
        report: report(findings(this.rules, this.subject()), { ...this.options, acknowledgedWarnings }),
      };
    }
    return this.last.report;
  }

  /** The warnings as texts that end with their id in brackets. */
  public get warnings(): string[] {
    return this.report.warnings.map(({ text }) => text);
  }

  private check(): string[] {
    const { errors, warnings } = this.report;
    for (const { id, message, text } of warnings) {
      if (
        !this.scope.node.metadata.some(
          ({ type, data }) => type === WARNING_METADATA && (data as { message: string }).message === message,
        )
      ) {
        this.scope.node.addMetadata(WARNING_METADATA, { id, message });
      }
      printOnce(this.scope, text);
    }
    return errors;
  }
}

/** The validation of a construct, if it has one. */
export function validationOf(scope: IConstruct): Validation<never> | undefined {
  return validations.get(scope);
}

/**
 * Acknowledges warnings of a scope and of every construct below it. An id that none of them has is an error at synth.
 */
export function acknowledge(scope: IConstruct, ids: readonly string[]): void {
  for (const id of ids) {
    scope.node.addMetadata(ACKNOWLEDGED_METADATA, id);
  }
  scope.node.addValidation({
    validate: () => {
      const rules = scope.node.findAll().flatMap(construct => validationOf(construct)?.rules ?? []);
      return ids.filter(id => !rules.some(rule => rule.id === id)).map(id => unknownWarning('acknowledge() was called with', id, rules));
    },
  });
}

/** Stops printing warnings of a scope and of every construct below it. */
export function silence(scope: IConstruct): void {
  scope.node.addMetadata(SILENT_METADATA, true);
}

function acknowledgedAbove(scope: IConstruct): string[] {
  return metadataAbove(scope, ACKNOWLEDGED_METADATA).map(String);
}

function metadataAbove(scope: IConstruct, wanted: string): unknown[] {
  return scope.node.scopes.flatMap(({ node }) =>
    node.metadata.filter(({ type }) => type === wanted).map(({ data }) => data as unknown));
}

/** cdk8s validates the whole app once for each of its charts. */
function printOnce(scope: IConstruct, text: string): void {
  const { root, path } = scope.node;
  const seen = printed.get(root) ?? new Set<string>();
  printed.set(root, seen);
  const line = `warning: [${path}] ${text}\n`;
  if (!seen.has(line) && metadataAbove(scope, SILENT_METADATA).length === 0) {
    seen.add(line);
    process.stderr.write(line);
  }
}

function unknownWarning(what: string, id: string, rules: readonly Pick<Rule<never>, 'id'>[]): string {
  const meant = closest(id, rules.map(rule => rule.id));
  const remedy = meant === undefined ? 'Use the name in brackets at the end of the warning.' : `Did you mean "${meant}"?`;
  return `${what} "${id}": no warning has this name. ${remedy}`;
}
