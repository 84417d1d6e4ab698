import { command } from './command';
import { durationMs } from './global-options';
import { isYes, YES_OPTION } from './confirm';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { LEASE_RIGHTS } from '../../deploy/rights';
import { ExitCode } from '../../core/errors';
import type { Right } from '../../kubernetes/rights';
import type { Style } from '../output/style';
import { facts } from '../output/table';
import type { UpgradePlan } from '../../upgrade/plan';
import { UPGRADE_TIMEOUT_MS, ClusterUpgrader, type UpgradeResult } from '../../upgrade/upgrader';

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
  'broker-timeout': { type: 'string', default: '15m', describe: 'Time limit for one broker to be up again' },
  ...WAIT_OPTION,
} as const;

/** Brings brokers to another image. */
export const upgrade = command({
  usage: 'upgrade <image>',
  onCluster: true,
  summary: 'Upgrade a cluster to another image, broker by broker',
  limit: UPGRADE_TIMEOUT_MS,
  examples: [
    ['upgrade rabbitmq:4.3.6-management --dry-run', 'show the plan'],
    ['upgrade rabbitmq:4.3.6-management -n production -c rabbitmq-prod', 'one broker at a time'],
    ['upgrade registry.example.com/mq:17 --release 4.3.6', 'an image without a release in its tag'],
  ],
  positionals: { image: { type: 'string', demandOption: true, describe: 'Image with its tag' } },
  options: {
    ...ROLL_OPTIONS,
    release: { type: 'string', describe: 'RabbitMQ release in the image, if its tag has none' },
    ...YES_OPTION,
    'dry-run': { type: 'boolean', default: false, describe: 'Show the plan and change nothing' },
  },
  rights: [...ROLL_RIGHTS, { resources: ['pods'], verbs: ['get', 'create', 'patch', 'delete'], optional: true, part: 'a check of the image before feature flags are enabled' }, { resources: ['events', 'persistentvolumeclaims'], verbs: ['list'], optional: true, part: 'the same' }],
  async run(context, { image, release, yes, dryRun, brokerTimeout, wait }) {
    const { output, cluster } = context;
    const upgrader = new ClusterUpgrader(await context.connect());
    if (dryRun) {
      const plan = await context.operate(options => upgrader.plan(cluster, image, { ...options, release }));
      const isRefused = plan.refusals.length > 0;
      output.show({ ...plan, verdict: isRefused ? 'refused' : 'possible' }, upgradePlanText);
      return isRefused ? ExitCode.REFUSED : undefined;
    }
    const result = await context.operate(options => upgrader.upgrade(cluster, image, {
      ...options,
      release,
      brokerTimeoutMs: durationMs('broker-timeout', brokerTimeout),
      waitMs: waitMsOf(wait),
      planned: (plan) => { output.noteOf(plan, upgradePlanText); },
      confirmFeatureFlags: yes ? undefined : async flags => isYes(await context.ask(`Enable feature flags ${flags.join(', ')} permanently? The cluster can't return to a release without them. [y/N]`, '--yes')),
    }));
    output.show(result, upgradeResultText);
    return undefined;
  },
});

/** A plan for people. */
export function upgradePlanText(
  { namespace, name, image, release, order, featureFlags, risks, refusals }: UpgradePlan,
  style: Style,
): string {
  return [
    facts(style, [
      ['Cluster', style.bold(`${namespace}/${name}`)],
      ['Image', `${image.from} to ${image.to}`],
      ['Release', `${release.from} to ${release.to}`],
      ['Order', `${order.join(', ')}, one at a time`],
      ['Before', featureFlags.length > 0 ? `feature flags are enabled permanently: ${featureFlags.join(', ')}` : undefined],
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
    'Later deploys of rabbitmq-k8s keep the image. If manifests, Helm or GitOps describe the cluster, set the same image there: the next apply reverts it otherwise.',
  ].join('\n');
}
