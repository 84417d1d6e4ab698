import { ConfigurationKey, keysOfPlugin } from './key';
import { boolean, enumeration, integer, nonNegative, positive, string } from './value-type';

/** Messages from and to other brokers: federation, shovels, and AMQP 1.0 as a plugin. */
export const federationKeys: readonly ConfigurationKey[] = [
  ...keysOfPlugin('rabbitmq_federation', [
    ['federation.exchanges.connection_close_timeout', integer({ min: 0, max: 5000 }), { since: '4.1.8', until: '4.1.8' }],
    ['federation.queues.connection_close_timeout', integer({ min: 0, max: 5000 }), { since: '4.1.8', until: '4.1.8' }],
    ['federation.shutdown.link_batch_size', positive, { since: '4.1.8', until: '4.1.8' }],
    ['federation.shutdown.timeout', positive, { since: '4.1.8', until: '4.1.8' }],
    ['federation.shutdown.throttle_delay', nonNegative, { since: '4.1.8', until: '4.1.8' }],
  ]),
  ...keysOfPlugin('rabbitmq_exchange_federation', [
    ['federation.exchanges.connection_close_timeout', integer({ min: 0, max: 5000 }), { since: '4.2.3' }],
    ['federation.exchanges.shutdown.link_batch_size', positive, { since: '4.2.3' }],
    ['federation.exchanges.shutdown.timeout', positive, { since: '4.2.3' }],
    ['federation.exchanges.shutdown.throttle_delay', nonNegative, { since: '4.2.3' }],
  ]),
  ...keysOfPlugin('rabbitmq_queue_federation', [
    ['federation.queues.connection_close_timeout', integer({ min: 0, max: 5000 }), { since: '4.2.3' }],
    ['federation.queues.shutdown.link_batch_size', positive, { since: '4.2.3' }],
    ['federation.queues.shutdown.timeout', positive, { since: '4.2.3' }],
    ['federation.queues.shutdown.throttle_delay', nonNegative, { since: '4.2.3' }],
  ]),
  ...keysOfPlugin('rabbitmq_shovel', [
    ['shovel.operating_mode', enumeration('standard', 'alternative', 'library'), { since: '4.2.0' }],
    ['shovel.topology.predeclared', boolean, { since: '4.0.0' }],
    ['shovel.local.max_credit', nonNegative, { since: '4.2.0' }],
    ['shovel.delete_after_duration_floor', nonNegative, { since: '4.3.5' }],
  ]),
  ...keysOfPlugin('rabbitmq_amqp1_0', [
    ['amqp1_0.default_user', string, { until: '3.13.7' }],
    ['amqp1_0.protocol_strict_mode', boolean, { until: '3.13.7' }],
    ['amqp1_0.default_vhost', string, { until: '3.13.7' }],
    ['amqp1_0.convert_amqp091_headers_to_app_props', boolean, { since: '3.11.0', until: '3.13.7' }],
    ['amqp1_0.convert_app_props_to_amqp091_headers', boolean, { since: '3.11.0', until: '3.13.7' }],
  ]),
];
