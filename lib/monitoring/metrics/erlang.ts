import { Metric, metrics } from './metric';

/** The Erlang VM, its links to other nodes among it. */
export const ERLANG_METRICS: readonly Metric[] = [
  ...metrics([
    'erlang_vm_allocators', 'erlang_vm_atom_limit', 'erlang_vm_dirty_cpu_schedulers', 'erlang_vm_dirty_cpu_schedulers_online',
    'erlang_vm_dirty_io_schedulers', 'erlang_vm_ets_limit', 'erlang_vm_logical_processors', 'erlang_vm_logical_processors_available',
    'erlang_vm_logical_processors_online', 'erlang_vm_memory_dets_tables', 'erlang_vm_memory_ets_tables', 'erlang_vm_msacc_aux_seconds_total',
    'erlang_vm_msacc_check_io_seconds_total', 'erlang_vm_msacc_emulator_seconds_total', 'erlang_vm_msacc_gc_seconds_total',
    'erlang_vm_msacc_other_seconds_total', 'erlang_vm_msacc_port_seconds_total', 'erlang_vm_msacc_sleep_seconds_total', 'erlang_vm_port_limit',
    'erlang_vm_process_limit', 'erlang_vm_schedulers', 'erlang_vm_schedulers_online', 'erlang_vm_smp_support',
    'erlang_vm_statistics_bytes_output_total', 'erlang_vm_statistics_bytes_received_total', 'erlang_vm_statistics_dirty_cpu_run_queue_length',
    'erlang_vm_statistics_dirty_io_run_queue_length', 'erlang_vm_statistics_reductions_total', 'erlang_vm_statistics_run_queues_length',
    'erlang_vm_thread_pool_size', 'erlang_vm_threads', 'erlang_vm_time_correction', 'erlang_vm_wordsize_bytes', 'process_start_time_seconds',
  ]),
  // a single broker has no links, and so none of these
  ...metrics([
    'erlang_vm_dist_node_queue_size_bytes', 'erlang_vm_dist_node_state', 'erlang_vm_dist_port_input_bytes', 'erlang_vm_dist_port_memory_bytes',
    'erlang_vm_dist_port_output_bytes', 'erlang_vm_dist_port_queue_size_bytes', 'erlang_vm_dist_proc_heap_size_words',
    'erlang_vm_dist_proc_memory_bytes', 'erlang_vm_dist_proc_message_queue_len', 'erlang_vm_dist_proc_min_bin_vheap_size_words',
    'erlang_vm_dist_proc_min_heap_size_words', 'erlang_vm_dist_proc_reductions', 'erlang_vm_dist_proc_stack_size_words', 'erlang_vm_dist_proc_status',
    'erlang_vm_dist_proc_total_heap_size_words', 'erlang_vm_dist_recv_avg_bytes', 'erlang_vm_dist_recv_bytes', 'erlang_vm_dist_recv_cnt',
    'erlang_vm_dist_recv_dvi_bytes', 'erlang_vm_dist_recv_max_bytes', 'erlang_vm_dist_send_avg_bytes', 'erlang_vm_dist_send_bytes',
    'erlang_vm_dist_send_cnt', 'erlang_vm_dist_send_max_bytes', 'erlang_vm_dist_send_pend_bytes',
  ]),
  ...metrics([
    'erlang_vm_statistics_runtime_milliseconds', 'erlang_vm_statistics_wallclock_time_milliseconds',
  ], { until: '4.1' }),
  ...metrics([
    'erlang_mnesia_committed_transactions', 'erlang_mnesia_failed_transactions', 'erlang_mnesia_held_locks', 'erlang_mnesia_lock_queue',
    'erlang_mnesia_logged_transactions', 'erlang_mnesia_memory_usage_bytes', 'erlang_mnesia_restarted_transactions',
    'erlang_mnesia_tablewise_memory_usage_bytes', 'erlang_mnesia_tablewise_size', 'erlang_mnesia_transaction_coordinators',
    'erlang_mnesia_transaction_participants',
  ], { until: '4.2' }),
  ...metrics([
    'erlang_vm_statistics_runtime_seconds_total', 'erlang_vm_statistics_wallclock_time_seconds_total',
  ], { since: '4.2' }),
  { name: 'erlang_vm_atoms', formerly: { name: 'erlang_vm_atom_count', until: '4.1' } },
  { name: 'erlang_vm_memory_atom_bytes', formerly: { name: 'erlang_vm_memory_atom_bytes_total', until: '4.1' } },
  { name: 'erlang_vm_memory_bytes', formerly: { name: 'erlang_vm_memory_bytes_total', until: '4.1' } },
  { name: 'erlang_vm_memory_processes_bytes', formerly: { name: 'erlang_vm_memory_processes_bytes_total', until: '4.1' } },
  { name: 'erlang_vm_memory_system_bytes', formerly: { name: 'erlang_vm_memory_system_bytes_total', until: '4.1' } },
  { name: 'erlang_vm_ports', formerly: { name: 'erlang_vm_port_count', until: '4.1' } },
  { name: 'erlang_vm_processes', formerly: { name: 'erlang_vm_process_count', until: '4.1' } },
  { name: 'erlang_vm_statistics_context_switches_total', formerly: { name: 'erlang_vm_statistics_context_switches', until: '4.1' } },
  { name: 'erlang_vm_statistics_garbage_collection_bytes_reclaimed_total', formerly: { name: 'erlang_vm_statistics_garbage_collection_bytes_reclaimed', until: '4.1' } },
  { name: 'erlang_vm_statistics_garbage_collection_number_of_gcs_total', formerly: { name: 'erlang_vm_statistics_garbage_collection_number_of_gcs', until: '4.1' } },
  { name: 'erlang_vm_statistics_garbage_collection_words_reclaimed_total', formerly: { name: 'erlang_vm_statistics_garbage_collection_words_reclaimed', until: '4.1' } },
];
