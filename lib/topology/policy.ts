import { plainArguments } from './argument';
import { IRabbitMQVirtualHost, requireSameVirtualHost } from './virtual-host-interface';
import { Json } from './model';
import { requireName } from './names';
import { RabbitMQPolicyDefinitionOptions, RabbitMQPolicyMatchOptions, RabbitMQPolicyTarget } from './policy-props';
import { bytes, whole } from './numbers';
import { lifecycle } from './removal-policy';
import { declarationsOf } from './topology';
import { wholeSeconds } from '../kubernetes/seconds';

/**
 * Declares a policy or an operator policy.
 *
 * @throws if the definition is empty, or a number is out of range
 */
export function addPolicy(
  virtualHost: IRabbitMQVirtualHost, name: string, options: RabbitMQPolicyMatchOptions & { readonly definition: RabbitMQPolicyDefinitionOptions }, operator: boolean,
): void {
  const { pattern, applyTo = RabbitMQPolicyTarget.QUEUES, removalPolicy } = options;
  const kind = operator ? 'operator-policy' : 'policy';
  requireName(kind, name, { reserved: false });
  const vhost = virtualHost.name;
  const priority = whole('priority', options.priority, Number.MIN_SAFE_INTEGER) ?? 0;
  const definition = definitionOf(virtualHost, options.definition);
  if (Object.keys(definition).length === 0) {
    throw new Error(`definition of the ${kind} "${name}" is empty: set at least one key.`);
  }
  declarationsOf(virtualHost.cluster).add({
    objects: () => [{ kind, vhost, name, ...lifecycle(removalPolicy), body: { pattern, 'apply-to': applyTo, definition, priority } }],
    model: () => ({ policies: [{ vhost, name, operator, pattern, target: applyTo, priority, definition }] }),
  });
}

function definitionOf(virtualHost: IRabbitMQVirtualHost, definition: RabbitMQPolicyDefinitionOptions): Record<string, Json> {
  for (const exchange of [definition.deadLetterExchange, definition.alternateExchange]) {
    if (exchange) {
      requireSameVirtualHost('exchange of the policy', virtualHost, exchange.virtualHost);
    }
  }
  const keys: Readonly<Record<string, Json | undefined>> = {
    'message-ttl': definition.messageTtl?.toMilliseconds(),
    expires: definition.expires?.toMilliseconds(),
    'max-length': whole('definition.maxLength', definition.maxLength, 0),
    'max-length-bytes': bytes(definition.maxBytes),
    'delivery-limit': whole('definition.deliveryLimit', definition.deliveryLimit, 0),
    overflow: definition.overflow,
    'target-group-size': whole('definition.targetGroupSize', definition.targetGroupSize, 1),
    'dead-letter-exchange': definition.deadLetterExchange?.name,
    'dead-letter-routing-key': definition.deadLetterRoutingKey,
    'dead-letter-strategy': definition.deadLetterStrategy,
    'alternate-exchange': definition.alternateExchange?.name,
    'queue-leader-locator': definition.leaderLocator,
    'consumer-timeout': definition.consumerTimeout?.toMilliseconds(),
    'max-age': definition.maxAge && `${wholeSeconds('definition.maxAge', definition.maxAge)}s`,
    'stream-max-segment-size-bytes': bytes(definition.maxSegmentSize),
    'federation-upstream': definition.federationUpstream,
    'federation-upstream-set': definition.federationUpstreamSet,
  };
  return {
    ...Object.fromEntries(Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    ...plainArguments(definition.additional),
  };
}
