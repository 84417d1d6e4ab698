/**
 * Columns of the overview: the way of a message in the first row, everything that supports the brokers in the second.
 */
export const LANES = ['Outside', 'Entry', 'Brokers', 'State', 'Configuration', 'One-time Jobs', 'Monitoring', 'Backup', 'Other'] as const;

export type Lane = typeof LANES[number];
