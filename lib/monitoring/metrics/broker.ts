import { Metric, metrics } from './metric';

/** `/metrics` of a broker, and `/metrics/per-object`, whose names are the same. */
export const BROKER_METRICS: readonly Metric[] = [
  ...metrics([
    'rabbitmq_alarms_free_disk_space_watermark', 'rabbitmq_alarms_memory_used_watermark', 'rabbitmq_auth_attempts_detailed_failed_total',
    'rabbitmq_auth_attempts_detailed_succeeded_total', 'rabbitmq_auth_attempts_detailed_total', 'rabbitmq_auth_attempts_failed_total',
    'rabbitmq_auth_attempts_succeeded_total', 'rabbitmq_auth_attempts_total', 'rabbitmq_build_info', 'rabbitmq_channel_acks_uncommitted',
    'rabbitmq_channel_consumers', 'rabbitmq_channel_get_ack_total', 'rabbitmq_channel_get_empty_total', 'rabbitmq_channel_get_total',
    'rabbitmq_channel_messages_acked_total', 'rabbitmq_channel_messages_confirmed_total', 'rabbitmq_channel_messages_delivered_ack_total',
    'rabbitmq_channel_messages_delivered_total', 'rabbitmq_channel_messages_published_total', 'rabbitmq_channel_messages_redelivered_total',
    'rabbitmq_channel_messages_unacked', 'rabbitmq_channel_messages_uncommitted', 'rabbitmq_channel_messages_unconfirmed',
    'rabbitmq_channel_messages_unroutable_dropped_total', 'rabbitmq_channel_messages_unroutable_returned_total', 'rabbitmq_channel_prefetch',
    'rabbitmq_channel_process_reductions_total', 'rabbitmq_channels', 'rabbitmq_channels_closed_total', 'rabbitmq_channels_opened_total',
    'rabbitmq_connection_channels', 'rabbitmq_connection_incoming_bytes_total', 'rabbitmq_connection_incoming_packets_total',
    'rabbitmq_connection_outgoing_bytes_total', 'rabbitmq_connection_outgoing_packets_total', 'rabbitmq_connection_pending_packets',
    'rabbitmq_connection_process_reductions_total', 'rabbitmq_connections', 'rabbitmq_connections_closed_total', 'rabbitmq_connections_opened_total',
    'rabbitmq_consumer_prefetch', 'rabbitmq_consumers', 'rabbitmq_disk_space_available_bytes', 'rabbitmq_disk_space_available_limit_bytes',
    'rabbitmq_erlang_gc_reclaimed_bytes_total', 'rabbitmq_erlang_gc_runs_total', 'rabbitmq_erlang_net_ticktime_seconds',
    'rabbitmq_erlang_processes_limit', 'rabbitmq_erlang_processes_used', 'rabbitmq_erlang_scheduler_context_switches_total',
    'rabbitmq_erlang_scheduler_run_queue', 'rabbitmq_erlang_uptime_seconds', 'rabbitmq_identity_info', 'rabbitmq_io_read_bytes_total',
    'rabbitmq_io_read_ops_total', 'rabbitmq_io_read_time_seconds_total', 'rabbitmq_io_reopen_ops_total', 'rabbitmq_io_seek_ops_total',
    'rabbitmq_io_seek_time_seconds_total', 'rabbitmq_io_sync_ops_total', 'rabbitmq_io_sync_time_seconds_total', 'rabbitmq_io_write_bytes_total',
    'rabbitmq_io_write_ops_total', 'rabbitmq_io_write_time_seconds_total', 'rabbitmq_msg_store_read_total', 'rabbitmq_msg_store_write_total',
    'rabbitmq_process_max_fds', 'rabbitmq_process_open_fds', 'rabbitmq_process_resident_memory_bytes', 'rabbitmq_queue_consumer_capacity',
    'rabbitmq_queue_consumer_utilisation', 'rabbitmq_queue_consumers', 'rabbitmq_queue_disk_reads_total', 'rabbitmq_queue_disk_writes_total',
    'rabbitmq_queue_head_message_timestamp', 'rabbitmq_queue_index_read_ops_total', 'rabbitmq_queue_index_write_ops_total', 'rabbitmq_queue_messages',
    'rabbitmq_queue_messages_bytes', 'rabbitmq_queue_messages_persistent', 'rabbitmq_queue_messages_persistent_bytes',
    'rabbitmq_queue_messages_published_total', 'rabbitmq_queue_messages_ram', 'rabbitmq_queue_messages_ram_bytes', 'rabbitmq_queue_messages_ready',
    'rabbitmq_queue_messages_ready_bytes', 'rabbitmq_queue_messages_ready_ram', 'rabbitmq_queue_messages_unacked',
    'rabbitmq_queue_messages_unacked_bytes', 'rabbitmq_queue_messages_unacked_ram', 'rabbitmq_queue_process_memory_bytes',
    'rabbitmq_queue_process_reductions_total', 'rabbitmq_queues', 'rabbitmq_queues_created_total', 'rabbitmq_queues_declared_total',
    'rabbitmq_queues_deleted_total', 'rabbitmq_resident_memory_limit_bytes', 'rabbitmq_schema_db_disk_tx_total', 'rabbitmq_schema_db_ram_tx_total',
  ]),
  ...metrics([
    'rabbitmq_process_max_tcp_sockets', 'rabbitmq_process_open_tcp_sockets',
  ], { until: '3.13' }),
  ...metrics([
    'rabbitmq_alarms_file_descriptor_limit', 'rabbitmq_queue_messages_paged_out', 'rabbitmq_queue_messages_paged_out_bytes',
  ], { until: '4.2' }),
  ...metrics([
    'rabbitmq_unreachable_cluster_peers_count',
  ], { since: '3.12' }),
  ...metrics([
    'rabbitmq_stream_segments',
  ], { since: '3.13' }),
  ...metrics([
    'rabbitmq_exchange_messages_confirmed_total', 'rabbitmq_exchange_messages_published_total', 'rabbitmq_exchange_messages_unroutable_dropped_total',
    'rabbitmq_exchange_messages_unroutable_returned_total', 'rabbitmq_queue_exchange_messages_published_total', 'rabbitmq_queue_get_ack_total',
    'rabbitmq_queue_get_empty_total', 'rabbitmq_queue_get_total', 'rabbitmq_queue_messages_acked_total',
    'rabbitmq_queue_messages_delivered_ack_total', 'rabbitmq_queue_messages_delivered_total', 'rabbitmq_queue_messages_redelivered_total',
    'rabbitmq_stream_consumer_max_offset_lag',
  ], { since: '4.0' }),
  ...metrics([
    'rabbitmq_message_size_bytes_bucket', 'rabbitmq_message_size_bytes_count', 'rabbitmq_message_size_bytes_sum', 'rabbitmq_queue_info',
  ], { since: '4.1' }),
];
