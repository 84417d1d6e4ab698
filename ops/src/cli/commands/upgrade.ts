import { command } from './command';
import { durationMs } from './global-options';
import { WAIT_OPTION, waitMsOf } from './waiting';
import { LEASE_RIGHTS } from '../../deploy/rights';
import type { Right } from '../../kubernetes/rights';
import type { Style } from '../output/style';
import { facts } from '../output/table';
import type { UpgradePlan } from '../../upgrade/plan';
import { ClusterUpgrader, type UpgradeResult } from '../../upgrade/upgrader';

/** What `upgrade` and `rollback` need. */
export const ROLL_RIGHTS: readonly Right[] = [
  { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get', 'patch'] },
  { resources: ['configmaps'], verbs: ['get', 'patch'] },
  { resources: ['pods'], verbs: ['list'] },
  { resources: ['pods/exec'], verbs: ['create', 'get'] },
  ...LEASE_RIGHTS,
];

/** Options of both. */
export const ROLL_OPTIONS = {
  'broker-timeout': { type: 'string', default: '15m', describe: 'How long one broker may take until it is up again' },
  ...WAIT_OPTION,
} as const;

/** Brings brokers to another image. */
export const upgrade = command({
  usage: 'upgrade <image>',
  summary: 'Brings brokers to another image one by one, if the way there is possible',
  examples: [
    ['upgrade rabbitmq:4.3.6-management --dry-run', 'what would come of it'],
    ['upgrade rabbitmq:4.3.6-management -n production -c rabbitmq-prod', 'each broker when its going costs no queue its majority'],
    ['upgrade registry.example.com/mq:17 --release 4.3.6', 'an image whose tag doesn\'t say the release'],
  ],
  positionals: { image: { type: 'string', demandOption: true, describe: 'The image' } },
  options: {
    ...ROLL_OPTIONS,
    release: { type: 'string', describe: 'The release of RabbitMQ in the image, where its tag doesn\'t say it' },
    'dry-run': { type: 'boolean', default: false, describe: 'Only say what would come of it' },
  },
  rights: ROLL_RIGHTS,
  async run(context, { image, release, dryRun, brokerTimeout, wait }) {
    const { output, cluster } = context;
    const upgrader = new ClusterUpgrader(await context.connect());
    if (dryRun) {
      output.show(await context.operate(options => upgrader.plan(cluster, image, { ...options, release })), upgradePlanText);
      return undefined;
    }
    const result = await context.operate(options => upgrader.upgrade(cluster, image, {
      ...options,
      release,
      brokerTimeoutMs: durationMs('broker-timeout', brokerTimeout),
      waitMs: waitMsOf(wait),
      planned: (plan) => { output.note(upgradePlanText(plan, output.style)); },
    }));
    output.show(result, upgradeResultText);
    return undefined;
  },
});

/** A plan for people. */
export function upgradePlanText({ namespace, name, image, release, order, featureFlags, risks, refusals }: UpgradePlan, style: Style): string {
  return [
    facts(style, [
      ['Cluster', style.bold(`${namespace}/${name}`)],
      ['Image', `${image.from} to ${image.to}`],
      ['Release', `${release.from} to ${release.to}`],
      ['Order', `${order.join(', ')}, one at a time`],
      ['Before', featureFlags.length > 0 ? `feature flags are enabled, for good: ${featureFlags.join(', ')}` : undefined],
    ]),
    ...risks.map(risk => `${style.yellow('!')} ${risk}`),
    ...refusals.map(refusal => `${style.red('✘')} ${refusal}`),
  ].join('\n');
}

/** What runs now. */
export function upgradeResultText({ namespace, name, image, releases, seconds }: UpgradeResult, style: Style): string {
  const found = [...new Set(Object.values(releases))].join(', ');
  return [
    `${style.green('✔')} ${style.bold(`${namespace}/${name}`)} runs ${image} (${found}), after ${seconds} s`,
    '"rabbitmq-k8s deploy" keeps it. Where the cluster is described otherwise, say the same image there, or the next apply takes it back.',
  ].join('\n');
}
