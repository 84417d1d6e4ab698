import { chosenLike, chosenOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const BROKER_CHANNELS = 2047;

/** Connections, channels, and how much is told about them. */
export const LIMIT_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'heartbeat-low',
    severity: 'warning',
    each: subject => chosenLike(subject, /^heartbeat$/),
    when: ({ value }) => Number(value) < 5,
    message: entry => (entry.value === '0'
      ? `${stated(entry)}, which is none: a connection whose other end is gone stays for hours; use 5 to 20 seconds, or leave it out`
      : `${stated(entry)} s, and less than 5 takes a slow connection for a dead one: use 5 to 20, or leave it out`),
  }),
  rule({
    id: 'channels-many',
    severity: 'note',
    when: (subject) => {
      const most = Number(chosenOf(subject, 'channel_max', 'max_channels_per_connection')?.value ?? BROKER_CHANNELS);
      return most === 0 || most >= BROKER_CHANNELS;
    },
    message: () => `a connection can open ${BROKER_CHANNELS} channels or more: a client that leaks them takes the broker's memory; 16 to 128 is enough for most, see configuration.limits.channelMax`,
  }),
  rule({
    id: 'statistics-frequent',
    severity: 'note',
    when: ({ configuration }) => (configuration.number('collect_statistics_interval') ?? 5000) < 10_000,
    message: ({ configuration }) => `collect_statistics_interval is ${configuration.get('collect_statistics_interval') ?? ''} ms, more often than metrics are scraped: 10000 is enough`,
  }),
  ruleForEach({
    id: 'metrics-per-object',
    severity: 'warning',
    each: subject => chosenLike(subject, /^prometheus\.return_per_object_metrics$/),
    when: ({ value }) => value === 'true',
    message: entry => `${stated(entry)}: every scrape lists every queue, connection and channel, which takes seconds and much memory where there are thousands; leave it out and scrape /metrics/detailed for what is needed`,
  }),
];
