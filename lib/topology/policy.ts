import { withAdditional } from './argument';
import { IRabbitMQVirtualHost, requireSameVirtualHost } from './virtual-host-interface';
import { Json } from './model';
import { requireName } from './names';
import { RabbitMQPolicyDefinitionOptions, RabbitMQPolicyMatchOptions, RabbitMQPolicyTarget } from './policy-props';
import { bytes, whole } from './numbers';
import { lifecycle } from './removal-policy';
import { declarationsOf } from './topology';
import { wholeSeconds } from '../kubernetes/seconds';

/** The options of a definition and the keys that they set. */
export const POLICY_OPTIONS = {
  messageTtl: 'message-ttl',
  expires: 'expires',
  maxLength: 'max-length',
  maxBytes: 'max-length-bytes',
  deliveryLimit: 'delivery-limit',
  overflow: 'overflow',
  targetGroupSize: 'target-group-size',
  deadLetterExchange: 'dead-letter-exchange',
  deadLetterRoutingKey: 'dead-letter-routing-key',
  deadLetterStrategy: 'dead-letter-strategy',
  alternateExchange: 'alternate-exchange',
  leaderLocator: 'queue-leader-locator',
  consumerTimeout: 'consumer-timeout',
  maxAge: 'max-age',
  maxSegmentSize: 'stream-max-segment-size-bytes',
  federationUpstream: 'federation-upstream',
  federationUpstreamSet: 'federation-upstream-set',
} as const;

/**
 * Declares a policy or an operator policy.
 *
 * @throws if the definition is empty, or a number is out of range
 */
export function addPolicy(
  virtualHost: IRabbitMQVirtualHost,
  name: string,
  options: RabbitMQPolicyMatchOptions & { readonly definition: RabbitMQPolicyDefinitionOptions },
  operator: boolean,
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
    model: () => ({
      policies: [{
        vhost, name, operator, pattern, target: applyTo, priority, definition, path: virtualHost.node.path,
      }],
    }),
  });
}

function definitionOf(
  virtualHost: IRabbitMQVirtualHost,
  definition: RabbitMQPolicyDefinitionOptions,
): Record<string, Json> {
  for (const exchange of [definition.deadLetterExchange, definition.alternateExchange]) {
    if (exchange) {
      requireSameVirtualHost('exchange of the policy', virtualHost, exchange.virtualHost);
    }
  }
  const values: Readonly<Record<keyof typeof POLICY_OPTIONS, Json | undefined>> = {
    messageTtl: definition.messageTtl?.toMilliseconds(),
    expires: definition.expires?.toMilliseconds(),
    maxLength: whole('definition.maxLength', definition.maxLength, 0),
    maxBytes: bytes(definition.maxBytes),
    deliveryLimit: whole('definition.deliveryLimit', definition.deliveryLimit, 0),
    overflow: definition.overflow,
    targetGroupSize: whole('definition.targetGroupSize', definition.targetGroupSize, 1),
    deadLetterExchange: definition.deadLetterExchange?.name,
    deadLetterRoutingKey: definition.deadLetterRoutingKey,
    deadLetterStrategy: definition.deadLetterStrategy,
    alternateExchange: definition.alternateExchange?.name,
    leaderLocator: definition.leaderLocator,
    consumerTimeout: definition.consumerTimeout?.toMilliseconds(),
    maxAge: definition.maxAge && `${wholeSeconds('definition.maxAge', definition.maxAge)}s`,
    maxSegmentSize: bytes(definition.maxSegmentSize),
    federationUpstream: definition.federationUpstream,
    federationUpstreamSet: definition.federationUpstreamSet,
  };
  const typed = Object.fromEntries(
    Object.entries(values).flatMap(([option, value]) =>
      value === undefined ? [] : [[POLICY_OPTIONS[option as keyof typeof values], value]]),
  );
  return withAdditional('the definition', typed, definition.additional);
}
