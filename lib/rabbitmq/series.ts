/** What is true of one release series of RabbitMQ; see `RabbitMQVersion`. */
export interface Series {
  readonly name: string;
  /** The newest release of the series known to this library. */
  readonly newest: string;
  /**
   * Last day of community support: the day before or on which the next series came out, unless a later
   * day was announced.
   */
  readonly supportEnds: string;
  /** How nodes find each other: by the API server's endpoints, or by their own ordinal. */
  readonly peerDiscovery: 'endpoints' | 'ordinal';
  /** The metadata store of a new cluster. */
  readonly metadataStore: 'mnesia' | 'khepri';
  /** Series that nodes of this one can be upgraded to in place. */
  readonly upgradesTo: readonly string[];
}

/**
 * The day the table below was last checked. Support is judged by it and not by the clock, so that the same input makes
 * the same output on every day: a series whose support ends after this day is reported only once the table
 * is checked again.
 */
export const CHECKED_ON = '2026-11-22';

/** Sources: https://www.rabbitmq.com/release-information, https://www.rabbitmq.com/docs/upgrade */
export const SERIES: readonly Series[] = [
  { name: '3.10', newest: '3.10.25', supportEnds: '2022-09-28', peerDiscovery: 'endpoints', metadataStore: 'mnesia', upgradesTo: ['3.11'] },
  { name: '3.11', newest: '3.11.28', supportEnds: '2023-06-01', peerDiscovery: 'endpoints', metadataStore: 'mnesia', upgradesTo: ['3.12'] },
  { name: '3.12', newest: '3.12.14', supportEnds: '2024-02-21', peerDiscovery: 'endpoints', metadataStore: 'mnesia', upgradesTo: ['3.13'] },
  { name: '3.13', newest: '3.13.7', supportEnds: '2024-09-18', peerDiscovery: 'endpoints', metadataStore: 'mnesia', upgradesTo: ['4.0', '4.1', '4.2'] },
  { name: '4.0', newest: '4.0.9', supportEnds: '2025-04-15', peerDiscovery: 'endpoints', metadataStore: 'mnesia', upgradesTo: ['4.1', '4.2'] },
  { name: '4.1', newest: '4.1.8', supportEnds: '2026-01-31', peerDiscovery: 'ordinal', metadataStore: 'mnesia', upgradesTo: ['4.2'] },
  { name: '4.2', newest: '4.2.10', supportEnds: '2026-07-31', peerDiscovery: 'ordinal', metadataStore: 'khepri', upgradesTo: ['4.3'] },
  { name: '4.3', newest: '4.3.6', supportEnds: '2026-11-30', peerDiscovery: 'ordinal', metadataStore: 'khepri', upgradesTo: [] },
];
