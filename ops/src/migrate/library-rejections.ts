import { RabbitMQWarnings } from 'cdk8s-rabbitmq';
import { corrected } from '../chart-values/corrections';
import { withDefaults } from '../chart-values/defaults';
import { addExtraObjects, addParts } from '../chart-values/parts';
import { inValues } from '../chart-values/wording';
import { cdk8s } from '../core/cdk8s';
import { messageOf } from '../core/errors';

type Values = Readonly<Record<string, unknown>>;

/** What is said of values that the library can't read at all. */
export const UNREADABLE = 'Kubernetes has no such field, or another kind of value there';

/** What the library has against values of the chart, by the keys of a values file. */
export function libraryRejections(values: Values): string[] {
  try {
    const complete = corrected(withDefaults(values)).values;
    const chart = new cdk8s.Chart(new cdk8s.App(), 'values', { namespace: 'values' });
    RabbitMQWarnings.of(chart).silence();
    addParts(chart, complete);
    addExtraObjects(chart, complete);
    return linesOf(chart.node.findAll().flatMap(construct => construct.node.validate()), values);
  } catch (error) {
    return error instanceof TypeError ? [UNREADABLE] : linesOf(messageOf(error).split('\n'), values);
  }
}

/** Each message without the name of its rule. */
function linesOf(messages: readonly string[], values: Values): string[] {
  return messages.map(message => inValues(message, values).split('\n')[0] ?? '').map(line => line.replace(/ \[[\w-]+\]$/, ''));
}
