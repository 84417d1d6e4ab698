import { Duration } from 'cdk8s';
import { Case, raw } from '../check';

export const LIMIT_CASES: readonly Case[] = [
  {
    id: 'heartbeat-low', rule: 71,
    outside: { configuration: { networking: { heartbeat: Duration.seconds(4) } } },
    says: /^configuration\.networking\.heartbeat is 4 s: below 5 s, a slow connection counts as/,
    inside: { configuration: { networking: { heartbeat: Duration.seconds(5) } } },
  },
  { id: 'heartbeat-low', rule: 71, about: 'off', outside: raw({ heartbeat: '0' }), says: /^configuration\.raw "heartbeat" is 0, which disables heartbeats: dead connections stay open for/, inside: {} },
  {
    id: 'channels-many', rule: 73,
    outside: {},
    says: /2047 channels or more.*configuration\.limits\.channelMax/,
    inside: { configuration: { limits: { channelMax: 2046 } } },
  },
  {
    id: 'channels-many', rule: 73, about: 'without end',
    outside: raw({ channel_max: '0' }),
    says: /channelMax/,
    inside: raw({ max_channels_per_connection: '128' }),
  },
  {
    id: 'statistics-frequent', rule: 79,
    outside: { configuration: { management: { statisticsInterval: Duration.seconds(5) } } },
    says: /^collect_statistics_interval is 5000 ms/,
    inside: {},
  },
  {
    id: 'metrics-per-object', rule: 80,
    outside: { configuration: { prometheus: { perObject: true } } },
    says: /^configuration\.prometheus\.perObject is true/,
    inside: { configuration: { prometheus: { perObject: false } } },
  },
];
