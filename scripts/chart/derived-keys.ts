/**
 * A regular expression for keys of rabbitmq.conf from which the chart derives other objects: ports, logins,
 * certificates or volumes.
 */
export const DERIVED_KEYS = [
  'listeners', 'ssl_options', 'cluster_(name$|formation\\.)', 'default_(user|pass)$', 'stream\\.advertised', 'management\\.path_prefix',
  'prometheus\\.(path|authentication)', '(mqtt|stomp|stream|web_mqtt|web_stomp|management|prometheus)\\.(listeners|tcp|ssl)(\\.|$)',
  '(raft|stream)\\.data_dir$',
].map(pattern => `^${pattern}`).join('|');
