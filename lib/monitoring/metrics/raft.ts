import { Metric, metrics } from './metric';

/** Raft, by which quorum queues, streams and metadata are replicated. */
export const RAFT_METRICS: readonly Metric[] = [
  ...metrics([
    'rabbitmq_raft_aer_received_follower', 'rabbitmq_raft_aer_received_follower_empty', 'rabbitmq_raft_aer_replies_fail',
    'rabbitmq_raft_aer_replies_success', 'rabbitmq_raft_aux_commands', 'rabbitmq_raft_batches', 'rabbitmq_raft_bytes_written',
    'rabbitmq_raft_checkpoint_bytes_written', 'rabbitmq_raft_checkpoint_index', 'rabbitmq_raft_checkpoints', 'rabbitmq_raft_checkpoints_promoted',
    'rabbitmq_raft_checkpoints_written', 'rabbitmq_raft_command_flushes', 'rabbitmq_raft_commands', 'rabbitmq_raft_consistent_queries',
    'rabbitmq_raft_current_file_size', 'rabbitmq_raft_dropped_sends', 'rabbitmq_raft_effective_machine_version', 'rabbitmq_raft_elections',
    'rabbitmq_raft_entries', 'rabbitmq_raft_fetch_term', 'rabbitmq_raft_forced_gcs', 'rabbitmq_raft_invalid_reply_mode_commands',
    'rabbitmq_raft_last_index', 'rabbitmq_raft_local_queries', 'rabbitmq_raft_major_compaction_segments_compacted',
    'rabbitmq_raft_major_compaction_segments_written', 'rabbitmq_raft_major_compactions', 'rabbitmq_raft_max_commit_latency_seconds',
    'rabbitmq_raft_max_file_size', 'rabbitmq_raft_max_num_segments', 'rabbitmq_raft_mem_tables', 'rabbitmq_raft_minor_compactions',
    'rabbitmq_raft_msgs_sent', 'rabbitmq_raft_num_segments', 'rabbitmq_raft_open_segments', 'rabbitmq_raft_pre_vote_elections',
    'rabbitmq_raft_read_cache', 'rabbitmq_raft_read_closed_mem_tbl', 'rabbitmq_raft_read_mem_table', 'rabbitmq_raft_read_ops',
    'rabbitmq_raft_read_segment', 'rabbitmq_raft_release_cursors', 'rabbitmq_raft_reserved_1', 'rabbitmq_raft_reserved_2', 'rabbitmq_raft_rpcs_sent',
    'rabbitmq_raft_segments', 'rabbitmq_raft_send_msg_effects_sent', 'rabbitmq_raft_snapshot_bytes_written', 'rabbitmq_raft_snapshot_installed',
    'rabbitmq_raft_snapshots_sent', 'rabbitmq_raft_snapshots_written', 'rabbitmq_raft_term_and_voted_for_updates', 'rabbitmq_raft_wal_files',
    'rabbitmq_raft_write_ops', 'rabbitmq_raft_write_resends', 'rabbitmq_raft_writes',
  ], { since: '4.2' }),
  { name: 'rabbitmq_raft_commit_index', formerly: { name: 'rabbitmq_raft_log_commit_index', until: '4.1' } },
  { name: 'rabbitmq_raft_commit_latency_seconds', formerly: { name: 'rabbitmq_raft_entry_commit_latency_seconds', until: '4.1' } },
  { name: 'rabbitmq_raft_last_applied', formerly: { name: 'rabbitmq_raft_log_last_applied_index', until: '4.1' } },
  { name: 'rabbitmq_raft_last_written_index', formerly: { name: 'rabbitmq_raft_log_last_written_index', until: '4.1' } },
  { name: 'rabbitmq_raft_snapshot_index', formerly: { name: 'rabbitmq_raft_log_snapshot_index', until: '4.1' } },
  { name: 'rabbitmq_raft_term', formerly: { name: 'rabbitmq_raft_term_total', until: '4.1' } },
];
