import { configuredIn } from '../broker/configuration';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { isDenied, ifFound, ifPermitted } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import type { Right } from '../kubernetes/rights';
import { decoded } from '../kubernetes/secret-data';

/** What the name of the Secret of the monitoring user has after the cluster's. */
export const MONITORING_SUFFIX = '-monitoring';

/** How to read brokers without pods/exec. */
export interface ManagementAccess {
  readonly port: number;
  readonly isTls: boolean;
  /** `management.path_prefix` of rabbitmq.conf. */
  readonly prefix: string;
  /** `prometheus.path` of rabbitmq.conf. */
  readonly metricsPath: string;
  readonly username: string;
  readonly password: string;
}

/** How to read the brokers of a cluster: as the monitoring user, or by their command line tools. */
export interface BrokerAccess {
  /** Undefined if the management API can't be used. */
  readonly management?: ManagementAccess;
  /** Why the management API can't be used. */
  readonly reason?: string;
  /** Whether this user may run commands in the brokers. */
  readonly mayExec: boolean;
}

/** The rights to read brokers. */
export const READ_RIGHTS: readonly Right[] = [
  { resources: ['secrets'], verbs: ['get'], nameSuffixes: [MONITORING_SUFFIX] },
  { resources: ['pods/portforward'], verbs: ['create', 'get'] },
  { resources: ['configmaps'], verbs: ['get'], nameSuffixes: ['-config'], optional: true, part: 'a management API or metrics below another path' },
  { resources: ['pods/exec'], verbs: ['create', 'get'], optional: true, isFallback: true, part: `--with-exec: clusters without Secret CLUSTER${MONITORING_SUFFIX}` },
];

/** Only the brokers' command line tools, for operations that decide by what each broker itself says. */
export const EXEC_ONLY: BrokerAccess = { mayExec: true };

/** How to read the brokers of a cluster. */
export async function brokerAccess(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  statefulSet: Kubernetes.V1StatefulSet,
): Promise<BrokerAccess> {
  const found = await managementOf(kubernetes, cluster, statefulSet);
  return typeof found === 'string' ? { reason: found, mayExec: true } : { management: found, mayExec: await mayExec(kubernetes, cluster) };
}

/** The management API; a reason if it can't be used. */
async function managementOf(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  { spec }: Kubernetes.V1StatefulSet,
): Promise<ManagementAccess | string> {
  const ports = spec?.template.spec?.containers.find(({ name }) => name === BROKER_CONTAINER)?.ports ?? [];
  const port = ports.find(({ name }) => name === 'management-tls') ?? ports.find(({ name }) => name === 'management');
  if (port === undefined) {
    return 'the brokers have no port "management"';
  }
  const secret = `${cluster.name}${MONITORING_SUFFIX}`;
  try {
    const { username, password } =
      (await ifFound(kubernetes.core.readNamespacedSecret({ namespace: cluster.namespace, name: secret })))?.data ?? {};
    return username === undefined || password === undefined
      ? `there is no Secret ${secret} with a monitoring user`
      : { port: port.containerPort, isTls: port.name === 'management-tls', ...await paths(kubernetes, cluster), username: decoded(username), password: decoded(password) };
  } catch (error) {
    if (isDenied(error)) {
      return `Secret ${secret} may not be read`;
    }
    throw error;
  }
}

/** The paths as rabbitmq.conf has them in the cluster's ConfigMap. */
async function paths({ core }: KubernetesConnection, { namespace, name }: ClusterRef): Promise<Pick<ManagementAccess, 'prefix' | 'metricsPath'>> {
  const found = await ifPermitted(ifFound(core.readNamespacedConfigMap({ namespace, name: `${name}-config` })));
  return { prefix: configuredIn(found, 'management.path_prefix') ?? '', metricsPath: configuredIn(found, 'prometheus.path') ?? '/metrics' };
}

async function mayExec({ authorization }: KubernetesConnection, { namespace }: ClusterRef): Promise<boolean> {
  const resourceAttributes = { namespace, resource: 'pods', subresource: 'exec', verb: 'create' };
  const review = await ifPermitted(
    authorization.createSelfSubjectAccessReview({ body: { spec: { resourceAttributes } } }),
  );
  return review?.status?.allowed === true;
}
