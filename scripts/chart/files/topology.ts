import { EXCHANGE_PLUGINS } from '../../../lib/topology/exchange';
import { POLICY_OPTIONS } from '../../../lib/topology/policy';
import { QUEUE_ARGUMENTS } from '../../../lib/topology/queue-arguments';
import { TARGET_TYPES } from '../../../lib/topology/rules/effective';
import { EXCHANGE_KEYS, IGNORED_KEYS, KEY_SERIES, KEY_TYPES, OPERATOR_KEYS } from '../../../lib/topology/rules/policies';
import { VIRTUAL_HOST_KEYS } from '../../../lib/topology/rules/references';
import { IGNORED_ARGUMENTS } from '../../../lib/topology/rules/queues';
import { ARGUMENT_TYPES } from '../../../lib/topology/rules/values';

/** How an option is written in RabbitMQ; others stand there as in values. */
const FORMS: Readonly<Record<string, string>> = {
  delayedRetryMin: 'milliseconds', delayedRetryMax: 'milliseconds', consumerTimeout: 'milliseconds', messageTtl: 'milliseconds', expires: 'milliseconds',
  maxBytes: 'bytes', maxSegmentSize: 'bytes', maxAge: 'seconds',
};

function form(option: string): { readonly form?: string } {
  return Object.hasOwn(FORMS, option) ? { form: FORMS[option] } : {};
}

/** What templates know of a topology: arguments of queues, keys of policies, and plugins. */
export function topologyFacts(): object {
  return {
    queueArguments: Object.fromEntries(Object.entries(QUEUE_ARGUMENTS).map(([option, row]) => {
      const { argument, prop, types, since } = row;
      return [option, { argument, ...prop && { prop }, types, ...since && { since }, ...form(option) }];
    })),
    policyKeys: Object.fromEntries(Object.entries(POLICY_OPTIONS)
      .map(([option, key]) => [option, { key, ...form(option) }])),
    argumentTypes: ARGUMENT_TYPES,
    targetTypes: TARGET_TYPES,
    exchangeKeys: EXCHANGE_KEYS,
    keyTypes: KEY_TYPES,
    keySeries: KEY_SERIES,
    operatorKeys: OPERATOR_KEYS,
    ignoredKeys: IGNORED_KEYS,
    ignoredArguments: IGNORED_ARGUMENTS,
    exchangePlugins: EXCHANGE_PLUGINS,
    virtualHostKeys: VIRTUAL_HOST_KEYS,
  };
}
