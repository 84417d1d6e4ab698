import { IResolver, ResolutionContext } from 'cdk8s';

/**
 * Runs of braces that Helm would read as the start of an expression. What it is to read is left alone: expressions of
 * the chart's own values, and runs that are quoted already.
 */
const BRACES = /(\{\{-?\s*\.(?:Values|Release|Chart|Capabilities)\b[^{}]*\}\}|\{\{`[{}]+`\}\})|[{}]*\{\{[{}]*/g;

/**
 * Keeps Helm from reading manifests as templates, for apps that `cdk8s synth --format helm` makes a chart of. Programs,
 * alerts and dashboards contain `{{`, which Helm would evaluate. Expressions of `.Values`, `.Release`, `.Chart` and
 * `.Capabilities` stay, so that your own props can have them.
 *
 * Only for this format: in plain manifests the quotes would stay. `new App({ resolvers: [new RabbitMQHelmFormat()] })`.
 * @see https://cdk8s.io/docs/latest/cli/synth/
 */
export class RabbitMQHelmFormat implements IResolver {
  /** Quotes the braces of a value. */
  public resolve(context: ResolutionContext): void {
    const value: unknown = context.value;
    if (typeof value !== 'string') {
      return;
    }
    const quoted = value.replace(BRACES, (braces: string, left?: string) => left ?? `{{\`${braces}\`}}`);
    if (quoted !== value) {
      context.replaceValue(quoted);
    }
  }
}
