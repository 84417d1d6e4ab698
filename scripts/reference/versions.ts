import { CHECKED_ON, SERIES } from '../../lib/rabbitmq/series';

const DISCOVERY = { endpoints: 'asks the API server', ordinal: 'by ordinal' };

/** What is true of each series. */
export function versionsPage(): string {
  return [
    '# Versions of RabbitMQ',
    '',
    `Checked on ${CHECKED_ON}. A cluster runs the newest one unless \`version\` says otherwise.`,
    '',
    '| series | newest release | community support until | brokers find each other | metadata of a new cluster | upgrades to |',
    '|---|---|---|---|---|---|',
    ...SERIES.map(({ name, newest, supportEnds, peerDiscovery, metadataStore, upgradesTo }) =>
      `| ${name} | ${newest} | ${supportEnds} | ${DISCOVERY[peerDiscovery]} | ${metadataStore} | ${upgradesTo.join(', ')} |`),
    '',
  ].join('\n');
}
