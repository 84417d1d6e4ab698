import { CHECKED_ON, SERIES } from '../../lib/rabbitmq/series';

const DISCOVERY = { endpoints: 'API server', ordinal: 'ordinal' };
const STORE = { mnesia: 'Mnesia', khepri: 'Khepri' };

/** Properties of each series. */
export function versionsPage(): string {
  return [
    '# Versions of RabbitMQ',
    '',
    `Checked on ${CHECKED_ON}. A cluster runs the newest release unless \`version\` is set. [Upgrade RabbitMQ](../upgrade.md) describes each step; [Support dates](../defaults.md#support-dates) describes how the table is used.`,
    '',
    '| series | newest release | community support until | peer discovery | metadata store of a new cluster | upgrades to |',
    '|---|---|---|---|---|---|',
    ...SERIES.map(({ name, newest, supportEnds, peerDiscovery, metadataStore, upgradesTo }) =>
      `| ${name} | ${newest} | ${supportEnds} | ${DISCOVERY[peerDiscovery]} | ${STORE[metadataStore]} | ${upgradesTo.join(', ') || '–'} |`),
    '',
  ].join('\n');
}
