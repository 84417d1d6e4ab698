import { byteSize } from './byte-types';
import { ConfigurationKey, keysOfBroker } from './key';
import { boolean, duration, enumeration, flag, nonNegative, oneOf, string } from './value-type';

/** The Erlang VM, statistics, and what names the broker. */
export const runtimeKeys: readonly ConfigurationKey[] = keysOfBroker([
  ['erlang.K', boolean],
  ['default_worker_pool_size', nonNegative],
  ['delegate_count', nonNegative],
  ['collect_statistics', enumeration('none', 'coarse', 'fine')],
  ['collect_statistics_interval', nonNegative],
  ['hipe_compile', boolean],
  ['background_gc_enabled', boolean],
  ['background_gc_target_interval', nonNegative],
  ['vhost_restart_strategy', enumeration('stop_node', 'continue', 'transient', 'persistent')],
  ['product.name', string],
  ['product.version', string],
  ['motd_file', string],
  ['deprecated_features.permit.$name', boolean, { since: '3.13.0' }],
  ['sysmon_handler.thresholds.busy_processes', nonNegative],
  ['sysmon_handler.thresholds.busy_ports', nonNegative],
  ['sysmon_handler.triggers.process.garbage_collection', oneOf(enumeration('off'), duration)],
  ['sysmon_handler.triggers.process.long_scheduled_execution', oneOf(enumeration('off'), duration)],
  ['sysmon_handler.triggers.process.heap_size', oneOf(enumeration('off'), byteSize())],
  ['sysmon_handler.triggers.port', flag],
  ['sysmon_handler.triggers.distribution_port', flag],
]);
