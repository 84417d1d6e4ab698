import { command } from './command';
import { readyPodOf } from '../../broker/brokers';
import { type ClusterRef, titleOf } from '../../core/cluster-ref';
import { ifFound, NotFoundError } from '../../core/errors';
import type { KubernetesConnection } from '../../kubernetes/connection';
import type { Kubernetes } from '../../kubernetes/library';
import { forwardPort } from '../../kubernetes/port-forward';
import { pause } from '../../kubernetes/wait';
import { operate } from '../../operation/operation';
import { decoded } from '../../kubernetes/secret-data';

/** How long a connection may stay open. */
const LONGEST_MS = 24 * 3_600_000;

/** How often to check that the cluster still exists, in milliseconds. */
const LOOK_MS = 5_000;

/** Ports of the cluster on this machine. */
export const connect = command({
  usage: 'connect',
  onCluster: true,
  summary: 'Open the management UI and AMQP on this machine',
  limit: LONGEST_MS,
  examples: [
    ['connect -n shop -c orders', 'prints the address, the user and its Secret'],
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
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { resources: ['secrets'], verbs: ['get'], optional: true, part: 'the user\'s name' },
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
      const forward = async (
        wanted: Kubernetes.V1ServicePort | undefined,
        localPort: number | undefined,
      ): Promise<number | undefined> => wanted && (await forwardPort(
        kubernetes,
        async () => readyPodOf(kubernetes, cluster, wanted.port),
        { localPort, onError },
      )).port;
      if (management === undefined && amqp === undefined) {
        throw new NotFoundError(`Service ${cluster.name} has no AMQP or management port`);
      }
      const [ui, client] = [await forward(management, managementPort), await forward(amqp, amqpPort)];
      const scheme = management?.name === 'management-tls' ? 'https' : 'http';
      output.show({
        managementUrl: ui && `${scheme}://127.0.0.1:${ui}`,
        amqpUrl: client && `${amqp?.name ?? 'amqp'}://127.0.0.1:${client}`,
        username: await usernameIn(kubernetes, cluster.namespace, `${cluster.name}-credentials`),
        credentialsSecret: `${cluster.name}-credentials`,
      }, ({ managementUrl, amqpUrl, username, credentialsSecret }) => [
        ...managementUrl === undefined ? [] : [`Management UI  ${managementUrl}`],
        ...amqpUrl === undefined ? [] : [`AMQP           ${amqpUrl}`],
        ...username === undefined ? [] : [`User           ${username}`],
        `Password       kubectl -n ${cluster.namespace} get secret ${credentialsSecret} -o jsonpath='{.data.password}' | base64 -d`,
        'Press Ctrl-C to stop.',
      ].join('\n'));
      await untilDeleted(kubernetes, cluster, signal);
    });
    return undefined;
  },
});

/** Undefined where the Secret may not be read. */
async function usernameIn(
  { core }: KubernetesConnection,
  namespace: string,
  name: string,
): Promise<string | undefined> {
  const secret = await ifFound(core.readNamespacedSecret({ namespace, name })).catch(() => undefined);
  const username = secret?.data?.username;
  return username && decoded(username);
}

/** @throws NotFoundError once the cluster is deleted; ends with the signal otherwise */
async function untilDeleted(kubernetes: KubernetesConnection, cluster: ClusterRef, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(LOOK_MS, signal).catch(() => undefined);
    if (!signal.aborted && await ifFound(kubernetes.apps.readNamespacedStatefulSet(cluster)) === undefined) {
      throw new NotFoundError(`${titleOf(cluster)} is deleted: the connection is closed`);
    }
  }
}
