import { chosenLike, nameOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { Entry } from '../../configuration/effective';
import { Rule, ruleForEach, Severity } from '../../validation/rule';

interface ObsoleteKeys {
  readonly id: string;
  readonly severity: Severity;
  readonly keys: RegExp;
  /** The first release in which they are no use; absent if they never were. */
  readonly since?: string;
  readonly message: (entry: Entry) => string;
}

/** Keys that still parse and do nothing, do harm, or are going to go. */
export const OBSOLETE_KEY_RULES: readonly Rule<ClusterSubject>[] = ([
  {
    id: 'memory-key-without-effect',
    severity: 'warning',
    keys: /^(vm_memory_high_watermark_paging_ratio|memory_monitor_interval)$/,
    since: '4.0',
    message: entry => `${nameOf(entry)} has no effect from 4.0 on: leave it out`,
  },
  {
    id: 'mirroring-key-removed',
    severity: 'error',
    keys: /^mirroring_|^default_policies\.operator\..+\.ha_/,
    since: '4.0',
    message: entry => `${nameOf(entry)} is about mirrored queues, which went in 4.0: leave it out, quorum queues are replicated by themselves`,
  },
  {
    id: 'queue-master-locator',
    severity: 'warning',
    keys: /^queue_master_locator$/,
    since: '4.0',
    message: entry => `${nameOf(entry)} has no effect from 4.0 on: leave it out, "queue_leader_locator" is what places leaders`,
  },
  {
    id: 'wal-key-without-effect',
    severity: 'warning',
    keys: /^raft\.wal_max_(size_bytes|entries|batch_size)$/,
    since: '4.3',
    message: entry => `${nameOf(entry)} has no effect on quorum queues from 4.3 on: use "${entry.key.replace('raft.', 'quorum_queue.')}"`,
  },
  {
    id: 'partition-handling-without-effect',
    severity: 'note',
    keys: /^cluster_partition_handling/,
    // with Khepri, the metadata store of new clusters from 4.2
    since: '4.2',
    message: entry => `${nameOf(entry)} has no effect with Khepri, the metadata store from 4.2 on: leave it out`,
  },
  {
    id: 'discovery-key-ignored',
    severity: 'error',
    keys: /^cluster_formation\.k8s\.(?!ordinal_start$|seed_node$)/,
    since: '4.1',
    message: entry => `${nameOf(entry)} is for the peer discovery of 4.0 and older: newer brokers ask no API server, and don't start where a file it names isn't there; leave it out`,
  },
  {
    id: 'discovery-retry-limit-ignored',
    severity: 'note',
    keys: /^cluster_formation\.discovery_retry_limit$/,
    since: '4.1',
    message: entry => `${nameOf(entry)} has no effect on Kubernetes from 4.1 on: a node tries for as long as it takes; leave it out`,
  },
  {
    id: 'socket-buffer-fixed',
    severity: 'warning',
    keys: /(^|\.)tcp_listen_options\.(sndbuf|recbuf|buffer)$/,
    since: '4.1',
    message: entry => `${stated(entry)}: from 4.1 on the operating system finds the size of buffers for each connection, and a fixed one is slower or takes more memory; leave it out`,
  },
  {
    id: 'frame-size-changed',
    severity: 'warning',
    keys: /^(initial_)?frame_max$/,
    message: entry => `${stated(entry)}: clients are made for the broker's own size of frames, and fail at others; leave it out`,
  },
  {
    id: 'deprecated-feature-permitted',
    severity: 'warning',
    keys: /^deprecated_features\.permit\./,
    message: entry => `${nameOf(entry)} permits "${entry.key.split('.')[2]}", which a later release won't have: move off it`,
  },
] as const satisfies readonly ObsoleteKeys[]).map(obsolete);

function obsolete({ id, severity, keys, since = '3.10', message }: ObsoleteKeys): Rule<ClusterSubject> {
  return ruleForEach({
    id,
    severity,
    each: subject => (subject.image.version.isAtLeast(since) ? chosenLike(subject, keys) : []),
    when: ({ key, value }) => !(key.startsWith('deprecated_features.') && value !== 'true'),
    message,
  });
}
