import { command } from './command';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { LEASE_RIGHTS } from '../../deploy/rights';
import type { Style } from '../output/style';
import { facts } from '../output/table';
import { EXPAND_TIMEOUT_MS, VolumeExpander } from '../../expand/expander';
import type { ExpansionPlan } from '../../expand/plan';

/** Grows volumes. */
export const expand = command({
  usage: 'expand <size>',
  onCluster: true,
  summary: 'Grow the volumes of a running cluster',
  limit: EXPAND_TIMEOUT_MS,
  examples: [
    ['expand 50Gi --dry-run', 'show the plan'],
    ['expand 50Gi', 'grow them while brokers run'],
  ],
  positionals: { size: { type: 'string', demandOption: true, describe: 'Size of each volume, such as 50Gi' } },
  options: {
    'dry-run': { type: 'boolean', default: false, describe: 'Show the plan and change nothing' },
    ...WAIT_OPTION,
  },
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get', 'create', 'delete'] },
    { resources: ['configmaps'], verbs: ['get', 'patch'] },
    { resources: ['persistentvolumeclaims'], verbs: ['get', 'list', 'patch'] },
    { resources: ['pods'], verbs: ['list'] },
    { apiGroup: 'storage.k8s.io', resources: ['storageclasses'], verbs: ['get'], clusterWide: true, optional: true },
    ...LEASE_RIGHTS,
  ],
  async run(context, { size, dryRun, wait }) {
    const { output, cluster } = context;
    const expander = new VolumeExpander(await context.connect());
    if (dryRun) {
      output.show(await context.operate(options => expander.plan(cluster, size, options)), expansionText);
      return undefined;
    }
    const waitMs = waitMsOf(wait);
    output.show(
      await context.operate(options => expander.expand(cluster, size, { ...options, waitMs })),
      (plan, { green }) => [
        `${green('✔')} the volumes of ${plan.namespace}/${plan.name} have ${plan.size}`,
        'Later deploys of rabbitmq-k8s keep the size. If manifests, Helm or GitOps describe the cluster, set the same size there: Kubernetes refuses another one.',
      ].join('\n'),
    );
    return undefined;
  },
});

/** A plan for people. */
export function expansionText(
  { namespace, name, size, claims, template, storageClass }: ExpansionPlan,
  style: Style,
): string {
  return facts(style, [
    ['Cluster', style.bold(`${namespace}/${name}`)],
    ['Class', storageClass],
    ['Grow', claims.length > 0 ? claims.map(claim => `${claim.name} from ${claim.size} to ${size}`).join(', ') : `nothing: all volumes have ${size}`],
    ['New ones', template === size ? `have ${size} already` : `get ${size} instead of ${template}: the StatefulSet is recreated, its pods stay`],
  ]);
}
