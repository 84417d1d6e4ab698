import { chosenLike, chosenOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const BROKER_CHANNELS = 2047;

/** Limits of connections and channels, and their statistics. */
export const LIMIT_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'heartbeat-low',
    severity: 'warning',
    each: subject => chosenLike(subject, /^heartbeat$/),
    when: ({ value }) => Number(value) < 5,
    message: entry => (entry.value === '0'
      ? `${stated(entry)}, which disables heartbeats: dead connections stay open for hours. Use 5 to 20 seconds, or remove it`
      : `${stated(entry)} s: below 5 s, a slow connection counts as dead. Use 5 to 20 s, or remove it`),
  }),
  rule({
    id: 'channels-many',
    severity: 'note',
    when: (subject) => {
      const most = Number(chosenOf(subject, 'channel_max', 'max_channels_per_connection')?.value ?? BROKER_CHANNELS);
      return most === 0 || most >= BROKER_CHANNELS;
    },
    message: () => `a connection can open ${BROKER_CHANNELS} channels or more: a client that leaks channels uses up the broker's memory. Set configuration.limits.channelMax to 16 to 128`,
  }),
  rule({
    id: 'statistics-frequent',
    severity: 'note',
    when: ({ configuration }) => (configuration.number('collect_statistics_interval') ?? 5000) < 10_000,
    message: ({ configuration }) => `collect_statistics_interval is ${configuration.get('collect_statistics_interval') ?? ''} ms, shorter than the usual scrape interval. Set it to 10000`,
  }),
  ruleForEach({
    id: 'metrics-per-object',
    severity: 'warning',
    each: subject => chosenLike(subject, /^prometheus\.return_per_object_metrics$/),
    when: ({ value }) => value === 'true',
    message: entry => `${stated(entry)}: every scrape lists every queue, connection and channel, which takes seconds and much memory with thousands of them. Remove it, and scrape the families that you need from /metrics/detailed`,
  }),
];
