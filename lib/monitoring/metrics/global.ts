import { Metric, metrics } from './metric';

/** Counters of messages by protocol and type of queue. */
export const GLOBAL_METRICS: readonly Metric[] = [
  ...metrics([
    'rabbitmq_global_consumers', 'rabbitmq_global_messages_acknowledged_total', 'rabbitmq_global_messages_confirmed_total',
    'rabbitmq_global_messages_dead_lettered_confirmed_total', 'rabbitmq_global_messages_dead_lettered_delivery_limit_total',
    'rabbitmq_global_messages_dead_lettered_expired_total', 'rabbitmq_global_messages_dead_lettered_maxlen_total',
    'rabbitmq_global_messages_dead_lettered_rejected_total', 'rabbitmq_global_messages_delivered_consume_auto_ack_total',
    'rabbitmq_global_messages_delivered_consume_manual_ack_total', 'rabbitmq_global_messages_delivered_get_auto_ack_total',
    'rabbitmq_global_messages_delivered_get_manual_ack_total', 'rabbitmq_global_messages_delivered_total', 'rabbitmq_global_messages_get_empty_total',
    'rabbitmq_global_messages_received_confirm_total', 'rabbitmq_global_messages_received_total', 'rabbitmq_global_messages_redelivered_total',
    'rabbitmq_global_messages_routed_total', 'rabbitmq_global_messages_unroutable_dropped_total',
    'rabbitmq_global_messages_unroutable_returned_total', 'rabbitmq_global_publishers', 'rabbitmq_global_stream_error_access_refused_total',
    'rabbitmq_global_stream_error_authentication_failure_total', 'rabbitmq_global_stream_error_frame_too_large_total',
    'rabbitmq_global_stream_error_internal_error_total', 'rabbitmq_global_stream_error_precondition_failed_total',
    'rabbitmq_global_stream_error_publisher_does_not_exist_total', 'rabbitmq_global_stream_error_sasl_authentication_failure_loopback_total',
    'rabbitmq_global_stream_error_sasl_challenge_total', 'rabbitmq_global_stream_error_sasl_error_total',
    'rabbitmq_global_stream_error_sasl_mechanism_not_supported_total', 'rabbitmq_global_stream_error_stream_already_exists_total',
    'rabbitmq_global_stream_error_stream_does_not_exist_total', 'rabbitmq_global_stream_error_stream_not_available_total',
    'rabbitmq_global_stream_error_subscription_id_already_exists_total', 'rabbitmq_global_stream_error_subscription_id_does_not_exist_total',
    'rabbitmq_global_stream_error_unknown_frame_total', 'rabbitmq_global_stream_error_vhost_access_failure_total',
  ]),
];
