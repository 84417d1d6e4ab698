import { command } from './command';
import { waitMsOf } from './waiting';
import { LEASE_RIGHTS } from '../../deploy/rights';
import { type DrainResult, NodeDrainer } from '../../drain/drainer';
import type { Style } from '../output/style';

/** Takes brokers off a Kubernetes node. */
export const drain = command({
  usage: 'drain <node>',
  summary: 'Move all brokers off a Kubernetes node',
  examples: [
    ['drain worker-2', 'before maintenance of the node'],
  ],
  positionals: { node: { type: 'string', demandOption: true, describe: 'Kubernetes node' } },
  options: {
    wait: { type: 'string', describe: 'Wait that long for another operation, such as 5m' },
  },
  rights: [
    { resources: ['nodes'], verbs: ['get', 'patch'], clusterWide: true },
    { resources: ['pods'], verbs: ['get', 'list'], clusterWide: true },
    { resources: ['pods/eviction'], verbs: ['create'], clusterWide: true },
    { resources: ['pods/exec'], verbs: ['create', 'get'], clusterWide: true },
    ...LEASE_RIGHTS.map(right => ({ ...right, clusterWide: true })),
  ],
  async run(context, { node, wait }) {
    const drainer = new NodeDrainer(await context.connect());
    const waitMs = waitMsOf(wait);
    context.output.show(await context.operate(options => drainer.drain(node, { ...options, waitMs })), drainText);
    return undefined;
  },
});

/** Where the brokers are now. */
export function drainText({ node, brokers, seconds }: DrainResult, style: Style): string {
  return [
    `${style.green('✔')} no broker runs on ${style.bold(node)} now, after ${seconds} s`,
    ...brokers.map(({ namespace, pod, to }) => to === undefined
      ? `${style.yellow('!')} ${namespace}/${pod} has no node to run on: add one, or "rabbitmq-k8s uncordon ${node}"`
      : `  ${namespace}/${pod} is on ${to}`),
  ].join('\n');
}
