import { Metric, metrics } from './metric';

/** `/metrics/memory-breakdown`. */
export const MEMORY_BREAKDOWN_METRICS: readonly Metric[] = [
  ...metrics([
    'rabbitmq_memory_atom_table_bytes', 'rabbitmq_memory_binary_heap_bytes', 'rabbitmq_memory_classic_metadata_store_bytes',
    'rabbitmq_memory_classic_queue_erlang_process_bytes', 'rabbitmq_memory_client_connection_channel_bytes',
    'rabbitmq_memory_client_connection_other_bytes', 'rabbitmq_memory_client_connection_reader_bytes',
    'rabbitmq_memory_client_connection_writer_bytes', 'rabbitmq_memory_code_module_bytes', 'rabbitmq_memory_management_stats_db_bytes',
    'rabbitmq_memory_message_index_bytes', 'rabbitmq_memory_metrics_bytes', 'rabbitmq_memory_modern_metadata_store_bytes',
    'rabbitmq_memory_modern_metadata_store_ets_table_bytes', 'rabbitmq_memory_other_erlang_process_bytes', 'rabbitmq_memory_other_ets_table_bytes',
    'rabbitmq_memory_other_system_bytes', 'rabbitmq_memory_plugin_bytes', 'rabbitmq_memory_quorum_queue_dlx_erlang_process_bytes',
    'rabbitmq_memory_quorum_queue_erlang_process_bytes', 'rabbitmq_memory_quorum_queue_ets_table_bytes',
    'rabbitmq_memory_runtime_allocated_unused_bytes', 'rabbitmq_memory_runtime_reserved_unallocated_bytes',
    'rabbitmq_memory_stream_coordinator_erlang_process_bytes', 'rabbitmq_memory_stream_erlang_process_bytes',
    'rabbitmq_memory_stream_replica_reader_erlang_process_bytes',
  ], { since: '4.0' }),
];
