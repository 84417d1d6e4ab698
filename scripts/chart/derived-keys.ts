/** A regular expression for keys of rabbitmq.conf from which the chart derives other objects: ports, memory, logins or alerts. */
export const DERIVED_KEYS = [
  'vm_memory_high_watermark(\\.|$)', 'total_memory_', 'disk_free_limit', 'listeners', 'ssl_options', 'cluster_(name$|formation\\.)',
  'default_(user|pass)', 'stream\\.advertised', 'management\\.path_prefix', 'prometheus\\.(path|authentication)',
  '(mqtt|stomp|stream|web_mqtt|web_stomp|management|prometheus)\\.(listeners|tcp|ssl)(\\.|$)', '(raft|quorum_queue)\\.wal_max',
].map(pattern => `^${pattern}`).join('|');
