import { command } from './command';
import { UNCORDON_TIMEOUT_MS, NodeDrainer } from '../../drain/drainer';

/** Lets pods on a Kubernetes node again. */
export const uncordon = command({
  usage: 'uncordon <node>',
  summary: 'Allow pods on a Kubernetes node again',
  limit: UNCORDON_TIMEOUT_MS,
  examples: [
    ['uncordon worker-2', 'after its maintenance'],
  ],
  positionals: { node: { type: 'string', demandOption: true, describe: 'Kubernetes node' } },
  rights: [{ resources: ['nodes'], verbs: ['get', 'patch'], clusterWide: true }],
  async run(context, { node }) {
    const drainer = new NodeDrainer(await context.connect());
    await context.operate(options => drainer.uncordon(node, options));
    context.output.show({ node, unschedulable: false }, ({ node: name }, { green }) => `${green('✔')} pods can run on ${name} again`);
    return undefined;
  },
});
