import type { Duration, Size } from 'cdk8s';
import {
  type IRabbitMQExchange, RabbitMQArgument, type RabbitMQBindingOptions, type RabbitMQExchangeOptions,
  type RabbitMQPolicyDefinitionOptions, type RabbitMQPolicyOptions,
  type RabbitMQQueueOptions, type RabbitMQSuperStreamOptions, type RabbitMQVirtualHostOptions,
} from 'cdk8s-rabbitmq';
import { cdk8s } from '../core/cdk8s';
import { scalar } from '../kubernetes/quantity';
import type {
  Arguments,
  ArgumentValue,
  BindingValues,
  ExchangeValues,
  PolicyDefinitionValues,
  PolicyValues,
  QueueValues,
  SuperStreamValues,
  VirtualHostValues,
} from './topology-values';

/** Objects in the order of their names, as templates of helm see them: by the bytes of UTF-8. A null takes one away. */
export function entriesOf<T extends object>(named: Readonly<Record<string, T | null>> = {}): [string, T][] {
  const present = Object.entries(named).flatMap(([name, values]): [string, T][] =>
    values === null ? [] : [[name, values]]);
  return present.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** An object without some of its keys. */
function omit<T extends object, Key extends keyof T>(object: T, ...keys: readonly Key[]): Omit<T, Key> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key as Key))) as Omit<T, Key>;
}

/** A time such as 500ms, 30s or 24h. */
export function time(text: string): Duration {
  return text.endsWith('ms') ? cdk8s.Duration.millis(Number.parseInt(text, 10)) : cdk8s.Duration.parse(`PT${text.toUpperCase()}`);
}

/** A time, or nothing where there is none. */
export function optionalTime(text: string | undefined): Duration | undefined {
  return text === undefined ? undefined : time(text);
}

function size(quantity: string | number | undefined): Size | undefined {
  return quantity === undefined ? undefined : cdk8s.Size.kibibytes(scalar(quantity) / 1024);
}

/** Arguments by name, in the types of the library. */
export function argumentsOf(values: Arguments | undefined): Record<string, RabbitMQArgument> | undefined {
  return values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, argumentOf(value)]));
}

/** A value of JSON, in the type of the library. */
export function argumentOf(value: ArgumentValue): RabbitMQArgument {
  if (typeof value === 'string') {
    return RabbitMQArgument.text(value);
  }
  if (typeof value === 'number') {
    return RabbitMQArgument.number(value);
  }
  if (typeof value === 'boolean') {
    return RabbitMQArgument.flag(value);
  }
  return Array.isArray(value)
    ? RabbitMQArgument.list(value.map((item: ArgumentValue) => argumentOf(item)))
    : RabbitMQArgument.map(argumentsOf(value as Arguments) ?? {});
}

/** A virtual host without what is in it. */
export function virtualHostOptions(values: VirtualHostValues): RabbitMQVirtualHostOptions {
  return omit(
    values, 'exchanges', 'queues', 'superStreams', 'policies', 'operatorPolicies', 'parameters', 'federationUpstreams', 'federationUpstreamSets', 'shovels',
    'importedExchanges', 'importedQueues',
  );
}

/** An exchange. Its alternate exchange may be declared after it, and is an argument. */
export function exchangeOptions(values: ExchangeValues): RabbitMQExchangeOptions {
  const { alternateExchange, arguments: others, ...options } = omit(values, 'bindings');
  return {
    ...options,
    arguments: { ...argumentsOf(others), ...alternateExchange !== undefined && { 'alternate-exchange': RabbitMQArgument.text(alternateExchange) } },
  };
}

/** A queue, and the exchange that its dead letters go to. */
export function queueOptions(values: QueueValues, exchange: IRabbitMQExchange | undefined): RabbitMQQueueOptions {
  const { deadLetter, delayedRetry, ...options } = omit(values, 'bindings', 'expect');
  return {
    ...options,
    deadLetter: exchange && { ...deadLetter, exchange },
    delayedRetry: delayedRetry && { ...delayedRetry, min: time(delayedRetry.min), max: time(delayedRetry.max) },
    consumerTimeout: optionalTime(options.consumerTimeout),
    messageTtl: optionalTime(options.messageTtl),
    expires: optionalTime(options.expires),
    maxBytes: size(options.maxBytes),
    maxAge: optionalTime(options.maxAge),
    maxSegmentSize: size(options.maxSegmentSize),
    arguments: argumentsOf(options.arguments),
  };
}

/** A super stream. */
export function superStreamOptions({
  maxAge,
  maxBytes,
  maxSegmentSize,
  ...options
}: SuperStreamValues): RabbitMQSuperStreamOptions {
  return { ...options, maxAge: optionalTime(maxAge), maxBytes: size(maxBytes), maxSegmentSize: size(maxSegmentSize) };
}

/** A binding without its ends. */
export function bindingOptions(values: BindingValues): RabbitMQBindingOptions {
  const { headers, arguments: others, ...options } = omit(values, 'source');
  return { ...options, headers: argumentsOf(headers), arguments: argumentsOf(others) };
}

/** A policy without what it sets. */
export function policyOptions(values: PolicyValues): Omit<RabbitMQPolicyOptions, 'definition'> {
  return omit(values, 'definition');
}

/** What a policy sets, without the exchanges that it names. */
export function definitionOptions(definition: PolicyDefinitionValues): RabbitMQPolicyDefinitionOptions {
  const options = omit(definition, 'deadLetterExchange', 'alternateExchange');
  return {
    ...options,
    messageTtl: optionalTime(options.messageTtl),
    expires: optionalTime(options.expires),
    maxBytes: size(options.maxBytes),
    consumerTimeout: optionalTime(options.consumerTimeout),
    maxAge: optionalTime(options.maxAge),
    maxSegmentSize: size(options.maxSegmentSize),
    additional: argumentsOf(options.additional),
  };
}
