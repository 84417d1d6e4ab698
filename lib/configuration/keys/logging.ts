import { ConfigurationKey, keysOfBroker, Releases, Row } from './key';
import { ipAddress, port } from './network-types';
import { fullTlsOptions, negotiationOptions, secretSince426 } from './tls-options';
import { boolean, enumeration, file, flag, nonNegative, oneOf, positive, string } from './value-type';

const logLevel = enumeration('debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency', 'none');

const fileLevel = enumeration(
  '=debug', 'debug', 'info', '!=info', 'notice', '<=notice', '<warning', 'warning', 'error', 'critical', 'alert', 'emergency', 'none',
);

const timeFormat = enumeration('rfc3339_space', 'rfc3339_T', 'epoch_usecs', 'epoch_secs', 'lager_default');

const facility = enumeration(
  'kern', 'kernel', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp', 'ntp', 'audit', 'alert',
  'clock', 'local0', 'local1', 'local2', 'local3', 'local4', 'local5', 'local6', 'local7',
);

function formatter(prefix: string): Row[] {
  return [
    [prefix, enumeration('plaintext', 'json')],
    [`${prefix}.level_format`, enumeration('lc', 'uc', 'lc3', 'uc3', 'lc4', 'uc4')],
    [`${prefix}.single_line`, flag],
    [`${prefix}.plaintext.format`, string],
    [`${prefix}.json.field_map`, string],
    [`${prefix}.json.verbosity_map`, string],
  ];
}

function rotation(prefix: string, releases?: Releases): Row[] {
  return [
    [`${prefix}.rotation.date`, string, releases],
    [`${prefix}.rotation.size`, nonNegative, releases],
    [`${prefix}.rotation.count`, nonNegative, releases],
    [`${prefix}.rotation.compress`, boolean, releases],
  ];
}

/** The level and file of messages of one kind. */
function category(prefix: string, since?: string): Row[] {
  return [
    [`${prefix}.level`, logLevel, { since }],
    [`${prefix}.file`, string, { since }],
    ...rotation(prefix, { since: since ?? '3.10.1' }),
  ];
}

/** Logs. */
export const loggingKeys: readonly ConfigurationKey[] = keysOfBroker([
  ['log.summarize_process_state', boolean, { since: '4.2.0' }],
  ['log.error_logger_format_depth', oneOf(enumeration('unlimited'), positive), { since: '4.2.0' }],
  ['log.dir', file],
  ['log.console', boolean],
  ['log.console.level', logLevel],
  ['log.console.stdio', enumeration('stdout', 'stderr')],
  ['log.console.use_colors', flag],
  ['log.console.color_esc_seqs.debug', string],
  ['log.console.color_esc_seqs.info', string],
  ['log.console.color_esc_seqs.notice', string],
  ['log.console.color_esc_seqs.warning', string],
  ['log.console.color_esc_seqs.error', string],
  ['log.console.color_esc_seqs.critical', string],
  ['log.console.color_esc_seqs.alert', string],
  ['log.console.color_esc_seqs.emergency', string],
  ...formatter('log.console.formatter'),
  ['log.console.formatter.time_format', timeFormat],
  ['log.exchange', boolean],
  ['log.exchange.level', logLevel],
  ...formatter('log.exchange.formatter'),
  ['log.exchange.formatter.time_format', string],
  ['log.journald', boolean],
  ['log.journald.level', logLevel],
  ['log.journald.fields', string],
  ['log.syslog', boolean],
  ['log.syslog.level', logLevel],
  ...formatter('log.syslog.formatter'),
  ['log.syslog.formatter.time_format', string],
  ['log.syslog.identity', string],
  ['log.syslog.facility', facility],
  ['log.syslog.multiline_mode', boolean],
  ['log.syslog.ip', ipAddress],
  ['log.syslog.host', string],
  ['log.syslog.port', port],
  ['log.syslog.transport', enumeration('udp', 'tcp', 'tls', 'ssl')],
  ['log.syslog.protocol', enumeration('rfc3164', 'rfc5424')],
  ...fullTlsOptions('log.syslog.ssl_options'),
  ['log.syslog.ssl_options.fail_if_no_peer_cert', boolean],
  ...negotiationOptions('log.syslog.ssl_options'),
  ['log.syslog.ssl_options.dh', string],
  ['log.syslog.ssl_options.dhfile', file],
  ...secretSince426('log.syslog.ssl_options.password'),
  ['log.syslog.ssl_options.cacerts.$name', string, { until: '4.1.8' }],
  ['log.file', string],
  ['log.file.level', fileLevel],
  ...rotation('log.file'),
  ...formatter('log.file.formatter'),
  ['log.file.formatter.time_format', string],
  ...category('log.connection'),
  ...category('log.channel'),
  ...category('log.mirroring'),
  ...category('log.queue'),
  ...category('log.federation'),
  ...category('log.upgrade'),
  ...category('log.user', '4.3.5'),
  ...category('log.ra'),
  ['log.default.level', logLevel],
  ...rotation('log.default', { since: '3.10.1' }),
]);
