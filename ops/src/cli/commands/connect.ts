import { once } from 'node:events';
import { command } from './command';
import { readyPodOf } from '../../broker/brokers';
import { NotFoundError } from '../../core/errors';
import type { Kubernetes } from '../../kubernetes/library';
import { forwardPort } from '../../kubernetes/port-forward';
import { operate } from '../../operation/operation';

/** How long a connection may stay open. */
const LONGEST_MS = 24 * 3_600_000;

/** Ports of the cluster on this machine. */
export const connect = command({
  usage: 'connect',
  onCluster: true,
  summary: 'Open the management UI and AMQP on this machine',
  examples: [
    ['connect -n shop -c orders', 'prints address, user and where the password is'],
    ['connect --management-port 15672 --amqp-port 5672', 'on fixed ports'],
  ],
  options: {
    'management-port': { type: 'number', describe: 'Local port of the management UI [default: a free one]' },
    'amqp-port': { type: 'number', describe: 'Local port of AMQP [default: a free one]' },
  },
  rights: [
    { resources: ['services'], verbs: ['get'] },
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['pods/portforward'], verbs: ['create', 'get'] },
  ],
  async run(context, { managementPort, amqpPort }) {
    const { output, signal, cluster } = context;
    const connection = await context.connect();
    await operate(connection, { signal, timeoutMs: LONGEST_MS }, { name: 'connect', timeoutMs: LONGEST_MS }, async ({ kubernetes }) => {
      const { spec } = await kubernetes.core.readNamespacedService(cluster);
      const portOf = (...names: string[]): Kubernetes.V1ServicePort | undefined => spec?.ports?.find(({ name = '' }) => names.includes(name));
      const management = portOf('management', 'management-tls');
      const amqp = portOf('amqp', 'amqps');
      const onError = (error: Error): void => { output.note(error.message); };
      const forward = async (wanted: Kubernetes.V1ServicePort | undefined, localPort: number | undefined): Promise<number | undefined> =>
        wanted && (await forwardPort(kubernetes, async () => readyPodOf(kubernetes, cluster, wanted.port), { localPort, onError })).port;
      if (management === undefined && amqp === undefined) {
        throw new NotFoundError(`Service ${cluster.name} has no AMQP or management port`);
      }
      const [ui, client] = [await forward(management, managementPort), await forward(amqp, amqpPort)];
      const scheme = management?.name === 'management-tls' ? 'https' : 'http';
      output.show({
        managementUrl: ui && `${scheme}://127.0.0.1:${ui}`,
        amqpUrl: client && `${amqp?.name ?? 'amqp'}://127.0.0.1:${client}`,
        credentialsSecret: `${cluster.name}-credentials`,
      }, ({ managementUrl, amqpUrl, credentialsSecret }) => [
        ...managementUrl === undefined ? [] : [`Management UI  ${managementUrl}`],
        ...amqpUrl === undefined ? [] : [`AMQP           ${amqpUrl}`],
        `Password       kubectl -n ${cluster.namespace} get secret ${credentialsSecret} -o jsonpath='{.data.password}' | base64 -d`,
        'Press Ctrl-C to stop.',
      ].join('\n'));
      if (!signal.aborted) {
        await once(signal, 'abort');
      }
    });
    return undefined;
  },
});
