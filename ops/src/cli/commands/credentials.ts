import { command } from './command';
import { titleOf } from '../../core/cluster-ref';
import { NotFoundError } from '../../core/errors';
import type { Kubernetes } from '../../kubernetes/library';
import { operate } from '../../operation/operation';
import type { Style } from '../output/style';
import { table } from '../output/table';
import { decoded } from '../../kubernetes/secret-data';

const TIMEOUT_MS = 60_000;

/** A user of a cluster that has a Secret. */
interface ClusterUser {
  readonly secret: string;
  readonly username: string;
  /** With `--reveal` only. */
  readonly password?: string;
}

/** The users of a cluster and their Secrets. */
export const credentials = command({
  usage: 'credentials',
  onCluster: true,
  summary: 'Show users and their Secrets; passwords with --reveal',
  limit: TIMEOUT_MS,
  examples: [
    ['credentials -n shop -c orders', 'users, Secrets, and how to read a password'],
    ['credentials --reveal', 'print passwords too'],
  ],
  options: { reveal: { type: 'boolean', default: false, describe: 'Print passwords' } },
  rights: [{ resources: ['secrets'], verbs: ['get', 'list'] }],
  async run(context, { reveal }) {
    const { cluster, output } = context;
    const connection = await context.connect();
    const secrets = await context.operate(options => operate(connection, options, { name: 'credentials', timeoutMs: TIMEOUT_MS }, async ({ kubernetes: { core } }) => {
      const { items } = await core.listNamespacedSecret({ namespace: cluster.namespace, labelSelector: `cluster=${cluster.name}` });
      return items;
    }));
    const users = secrets.flatMap(secret => userIn(secret, reveal));
    if (users.length === 0) {
      throw new NotFoundError(`${titleOf(cluster)} has no Secret with a user and a password`);
    }
    const host = hostIn(secrets) ?? `${cluster.name}.${cluster.namespace}.svc`;
    output.show({ host, users }, ({ users: found }, style) => usersText(cluster.namespace, host, found, style));
    return undefined;
  },
});

/** The host that the brokers' certificate is for may be another than the client Service. */
function hostIn(secrets: readonly Kubernetes.V1Secret[]): string | undefined {
  const hosts = secrets.flatMap(({ data }) => data?.host ?? []);
  return hosts.length === 0 ? undefined : decoded(hosts[0]);
}

function userIn({ metadata, data = {} }: Kubernetes.V1Secret, reveal: boolean): ClusterUser[] {
  const username = decoded(data.username);
  return username === '' || data.password === undefined ? [] : [{ secret: metadata?.name ?? '', username, ...reveal && { password: decoded(data.password) } }];
}

function usersText(namespace: string, host: string, users: readonly ClusterUser[], style: Style): string {
  const isRevealed = users.some(({ password }) => password !== undefined);
  return [
    `${style.dim('Host')}  ${host}`,
    '',
    table(style, ['user', 'secret', ...isRevealed ? ['password'] : []], users.map(({ username, secret, password }) => [username, secret, ...isRevealed ? [password] : []])),
    ...isRevealed ? [] : ['', `kubectl -n ${namespace} get secret ${users[0].secret} -o jsonpath='{.data.password}' | base64 -d`],
  ].join('\n');
}
