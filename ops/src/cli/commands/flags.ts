import { command } from './command';
import { confirm, YES_OPTION } from './confirm';
import type { Broker, FeatureFlag } from '../../broker/broker';
import { anyBroker } from '../../broker/brokers';
import { titleOf } from '../../core/cluster-ref';
import { RefusedError } from '../../core/errors';
import { operate } from '../../operation/operation';
import type { Style } from '../output/style';
import { table } from '../output/table';

const TIMEOUT_MS = 300_000;

/** Shows feature flags, and enables them. */
export const flags = command({
  usage: 'flags [action]',
  onCluster: true,
  summary: 'List feature flags, or enable all stable ones',
  limit: TIMEOUT_MS,
  examples: [
    ['flags -n shop -c orders', 'list them'],
    ['flags enable', 'enable all stable ones permanently, before an upgrade'],
  ],
  positionals: { action: { choices: ['list', 'enable'], default: 'list', describe: 'list or enable' } },
  options: YES_OPTION,
  rights: [{ resources: ['pods'], verbs: ['list'] }, { resources: ['pods/exec'], verbs: ['create', 'get'] }],
  async run(context, { action, yes }) {
    const { cluster, output } = context;
    const connection = await context.connect();
    const onBroker = async <T>(work: (broker: Broker) => Promise<T>): Promise<T> => context.operate(options =>
      operate(connection, options, { name: 'flags', timeoutMs: TIMEOUT_MS }, async ({ kubernetes }) => work(await anyBroker(kubernetes, cluster))));
    const { featureFlags, members, running, versions } = await onBroker(async broker => broker.clusterStatus());
    const disabled = featureFlags.filter(isDisabled).map(({ name }) => name);
    if (action === 'list' || disabled.length === 0) {
      output.show(featureFlags, flagTable);
      return undefined;
    }
    const releases = new Set(Object.values(versions));
    if (running.length < members.length || releases.size > 1) {
      throw new RefusedError(`feature flags of ${titleOf(cluster)} can't be enabled: ${releases.size > 1 ? `brokers run ${[...releases].join(' and ')}` : `${running.length} of ${members.length} brokers run`}`);
    }
    await confirm(context, yes, `Enable ${disabled.join(', ')} permanently? A cluster with them can't return to a release without them.`);
    output.show(await onBroker(async (broker) => {
      await broker.run(['rabbitmqctl', 'enable_feature_flag', 'all'], { timeoutMs: 300_000 });
      return (await broker.clusterStatus()).featureFlags;
    }), flagTable);
    return undefined;
  },
});

function isDisabled({ state, stability = 'stable' }: FeatureFlag): boolean {
  return state === 'disabled' && stability === 'stable';
}

function flagTable(found: readonly FeatureFlag[], style: Style): string {
  return table(style, ['flag', 'state', 'stability'], found.map(flag => [flag.name, isDisabled(flag) ? style.yellow(flag.state) : flag.state, flag.stability]));
}
