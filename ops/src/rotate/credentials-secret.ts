import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, NotFoundError, RefusedError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { decoded, encoded } from '../kubernetes/secret-data';

/** A user's name and password. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A Secret with a user's name and password. */
export interface CredentialsSecret extends Credentials {
  readonly name: string;
  readonly namespace: string;
  readonly object: Kubernetes.V1Secret;
}

/** What a Secret had before its rotation began. */
export interface PreviousCredentials extends Credentials {
  /** When that was, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** @throws NotFoundError if it isn't there; RefusedError if it isn't one that may be changed here */
export async function readCredentials(
  kubernetes: KubernetesConnection,
  namespace: string,
  name: string,
): Promise<CredentialsSecret> {
  const object = await ifFound(kubernetes.core.readNamespacedSecret({ namespace, name }));
  if (object === undefined) {
    throw new NotFoundError(`there is no Secret ${namespace}/${name}`);
  }
  const [owner] = object.metadata?.ownerReferences ?? [];
  if (owner) {
    throw new RefusedError(`Secret ${namespace}/${name} is kept by ${owner.kind} ${owner.name}, which would undo a change: rotate where that has it from`);
  }
  const username = decoded(object.data?.username);
  const password = decoded(object.data?.password);
  if (username === '' || password === '') {
    throw new RefusedError(`Secret ${namespace}/${name} has no username and password`);
  }
  return { name, namespace, username, password, object };
}

/** Changes the Secret, if nobody else has since it was read. */
export async function changedSecret(
  kubernetes: KubernetesConnection,
  secret: CredentialsSecret,
  { username, password }: Credentials,
): Promise<void> {
  const { name, namespace, object } = secret;
  const uri = decoded(object.data?.uri).replace(/^(amqps?:\/\/)[^@/]*@/, `$1${encodeURIComponent(username)}:${encodeURIComponent(password)}@`);
  await kubernetes.core.replaceNamespacedSecret({
    name,
    namespace,
    body: { ...object, data: { ...object.data, username: encoded(username), password: encoded(password), ...uri !== '' && { uri: encoded(uri) } } },
  });
}

/** Keeps what the Secret has, for as long as the rotation isn't over. */
export async function remember(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  { name, namespace, username, password }: CredentialsSecret,
): Promise<void> {
  await kubernetes.objects.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: previousName(name), namespace, labels: { app: 'rabbitmq-rotation', cluster: cluster.name, 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' } },
    stringData: { username, password },
  });
}

/** What the Secret had; undefined where no rotation is on the way. */
export async function previousOf(
  kubernetes: KubernetesConnection,
  namespace: string,
  secretName: string,
): Promise<PreviousCredentials | undefined> {
  const secret = await ifFound(kubernetes.core.readNamespacedSecret({ namespace, name: previousName(secretName) }));
  return secret && {
    username: decoded(secret.data?.username),
    password: decoded(secret.data?.password),
    changedAt: new Date(secret.metadata?.creationTimestamp ?? 0).getTime(),
  };
}

export async function forget(
  kubernetes: KubernetesConnection,
  { namespace }: ClusterRef,
  secretName: string,
): Promise<void> {
  await kubernetes.objects.delete({ apiVersion: 'v1', kind: 'Secret', metadata: { name: previousName(secretName), namespace } });
}

function previousName(secretName: string): string {
  return `${secretName}-previous`;
}
