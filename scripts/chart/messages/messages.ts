import { SHIPPED } from '../../../lib/rabbitmq/shipped-plugins';
import { corrected } from '../../../ops/src/chart-values/corrections';
import { withDefaults } from '../../../ops/src/chart-values/defaults';
import { SERIES } from '../series';
import { CORRECTIONS, ERRORS, Example, WARNINGS } from './examples';
import { refusalOf, warningsIn } from './wording';

/** A message with `%[1]s` in place of the first of the texts that depend on values. */
function format(message: string, { args = [] }: Example): string {
  const missing = args.find(text => !message.includes(text));
  if (missing !== undefined) {
    throw new Error(`there is no ${missing} in: ${message}`);
  }
  return args.reduce((text, arg, i) => text.replaceAll(arg, `%[${i + 1}]s`), message.replaceAll('%', '%%'));
}

function warning(id: string, example: Example): string {
  const name = example.id ?? id;
  const message = warningsIn(withDefaults(example.values)).find(found => found.id === name)?.message;
  if (message === undefined) {
    throw new Error(`the library doesn't warn with ${name} about ${JSON.stringify(example.values)}`);
  }
  return format(message, example);
}

function error(id: string, example: Example): string {
  const message = example.says ?? refusalOf(withDefaults(example.values));
  if (message === undefined) {
    throw new Error(`the library doesn't refuse ${JSON.stringify(example.values)} for ${id}`);
  }
  return format(message, example);
}

function correction(id: string, example: Example): string {
  const [note] = corrected(withDefaults(example.values)).notes;
  if (note === undefined) {
    throw new Error(`nothing is corrected for ${id}`);
  }
  return format(note, example);
}

/** What the chart says about values, in the library's words. */
export function messages(): object {
  return {
    errors: Object.fromEntries(Object.entries(ERRORS).map(([id, example]) => [id, error(id, example)])),
    warnings: Object.fromEntries(Object.entries(WARNINGS).map(([id, example]) => [id, warning(id, example)])),
    corrections: Object.fromEntries(Object.entries(CORRECTIONS).map(([id, example]) => [id, correction(id, example)])),
    unsupportedSeries: unsupportedSeries(),
    outwardPlugins: outwardPlugins(),
  };
}

/** What is said about a release, by its series. */
function unsupportedSeries(): Record<string, string> {
  return Object.fromEntries(SERIES.flatMap((series) => {
    const values = { image: { tag: `${series}.77-management` } };
    const found = warningsIn(withDefaults(values)).find(({ id }) => id === 'version-unsupported');
    return found === undefined ? [] : [[series, format(found.message, { values, args: [`${series}.77`] })]];
  }));
}

/** What is said about plugins that connect to other systems, by the plugin that is switched on. */
function outwardPlugins(): Record<string, string> {
  return Object.fromEntries(SHIPPED.map(({ name }) => name).filter(name => !name.endsWith('_examples')).flatMap((name) => {
    const found = warningsIn(withDefaults({ plugins: [name] })).find(({ id }) => id === 'network-outward');
    return found === undefined ? [] : [[name, found.message]];
  }));
}
