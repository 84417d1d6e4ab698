import { counted } from '../core/counted';
import { createHash, randomBytes } from 'node:crypto';
import { connectionsOf, deleteUser, logsIn, type UserDefinitions, userDefinitions } from './broker-users';
import { changedSecret, type CredentialsSecret, forget, type PreviousCredentials, previousOf, readCredentials, remember } from './credentials-secret';
import { sendDefinitions } from '../backup/broker-definitions';
import { Broker } from '../broker/broker';
import { anyBroker } from '../broker/brokers';
import { type ClusterRef, commandLine, titleOf } from '../core/cluster-ref';
import { IncompleteError, messageOf, OperationError, RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { pause } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

/** How a user stands after a step of its rotation. */
export interface RotatedUser {
  /** The Secret with its name and password. */
  readonly secret: string;
  /** The name that the Secret has now. */
  readonly username: string;
  /** The name that the Secret had before. */
  readonly previous: string;
  /** `overlap`: both log in; `finished`: the old one is gone; `undone`: the new one is gone. */
  readonly state: 'overlap' | 'finished' | 'undone';
}

/** What ends a rotation. */
export interface EndOptions {
  /**
   * How long clients that read the Secret as a file have had to see the new one, in milliseconds. The kubelet takes up
   * to a minute and a half.
   * @default 120000
   */
  readonly settleMs?: number;
  /** Whether connections of the user that goes are closed, rather than the rotation left as it is. */
  readonly closeConnections?: boolean;
}

const SETTLE_MS = 120_000;
const SUFFIX = '-2';

/** A step of one user's rotation, once it was looked at and can be done. */
export interface RotationStep {
  /** The Secret with the user's name and password. */
  readonly secret: string;
  /** How the user stands, where there is nothing to do and it is in a rotation. */
  readonly stands?: RotatedUser;
  /**
   * Runs for all users before any `carryOut`, so that clients of all of them get the same time to see their Secrets.
   */
  readonly prepare?: () => Promise<void>;
  /** Does it; undefined where there is nothing to do. */
  readonly carryOut?: () => Promise<RotatedUser>;
}

/**
 * RabbitMQ has one password a user, so that a new one ends the old one at once. For both to work for a while there is a
 * second user with the same rights, whose name is the first's with `-2`, or without it; the Secret goes over to that.
 *
 * @throws RefusedError if that can't be; nothing was changed
 */
export async function planBegin(operation: Operation, cluster: ClusterRef, secretName: string): Promise<RotationStep> {
  const { kubernetes } = operation;
  const secret = await readCredentials(kubernetes, cluster.namespace, secretName);
  const previous = await previousOf(kubernetes, cluster.namespace, secretName);
  const isHalfBegun = previous?.username === secret.username;
  if (previous && !isHalfBegun) {
    return { secret: secretName, stands: { secret: secretName, username: secret.username, previous: previous.username, state: 'overlap' } };
  }
  const broker = await anyBroker(kubernetes, cluster);
  const standby = otherName(secret.username);
  const rights = await rightsFor(broker, secret.username, standby, {
    cluster: titleOf(cluster),
    mayExist: isHalfBegun,
  });
  const carryOut = async (): Promise<RotatedUser> => {
    if (isHalfBegun) {
      // nobody knows the password that an interrupted rotation gave it
      await deleteUser(broker, standby);
    }
    return begin(operation, cluster, broker, secret, rights);
  };
  return { secret: secretName, carryOut };
}

async function begin(
  operation: Operation,
  cluster: ClusterRef,
  broker: Broker,
  secret: CredentialsSecret,
  rights: UserDefinitions,
): Promise<RotatedUser> {
  const { kubernetes, progress } = operation;
  const standby = otherName(secret.username);
  const password = randomBytes(24).toString('hex');
  progress.step(`Creating user ${standby} with the rights of ${secret.username}`);
  await withFailureState('the Secret and the broker are as they were', () => remember(kubernetes, cluster, secret));
  try {
    await importUser(broker, rights, standby, password);
    if (!await logsIn(broker, standby, password)) {
      throw new OperationError(`user ${standby} was made and can't log in`);
    }
    progress.step(`Changing Secret ${secret.name}`);
    await changedSecret(kubernetes, secret, { username: standby, password });
  } catch (error) {
    throw await takenBack(operation, cluster, broker, secret, standby, error);
  }
  return { secret: secret.name, username: standby, previous: secret.username, state: 'overlap' };
}

/**
 * Takes the old user away, once nobody needs it any more.
 *
 * @throws RefusedError if it is still needed; nothing was changed
 */
export async function planFinish(
  operation: Operation,
  cluster: ClusterRef,
  secretName: string,
  options: EndOptions,
): Promise<RotationStep> {
  const { kubernetes, progress } = operation;
  const begun = await begunRotation(operation, cluster, secretName);
  if (begun === undefined) {
    return { secret: secretName };
  }
  const { secret, previous } = begun;
  const broker = await anyBroker(kubernetes, cluster);
  if (!await logsIn(broker, secret.username, secret.password)) {
    throw new RefusedError(`user ${secret.username} of Secret ${secretName} can't log in, so that ${previous.username} is still needed. Take the rotation back: ${commandLine('rotate --undo', cluster)}`);
  }
  await settled(operation, previous, options);
  await requireUnused(broker, previous.username, options);
  const carryOut = async (): Promise<RotatedUser> => {
    await requireUnused(broker, previous.username, options);
    progress.step(`Deleting user ${previous.username}`);
    await deleteUser(broker, previous.username);
    if (await logsIn(broker, previous.username, previous.password)) {
      throw new IncompleteError(`user ${previous.username} was deleted and still logs in: is it known to another auth backend?`, { state: 'both names log in' });
    }
    await forget(kubernetes, cluster, secretName);
    return { secret: secretName, username: secret.username, previous: previous.username, state: 'finished' };
  };
  return { secret: secretName, carryOut: () => withFailureState(`${secret.username} logs in, and ${previous.username} may still`, carryOut) };
}

/**
 * Gives the Secret its old name and password again, and takes the new user away.
 *
 * @throws RefusedError if the old ones don't work any more; nothing was changed
 */
export async function planUndo(
  operation: Operation,
  cluster: ClusterRef,
  secretName: string,
  options: EndOptions,
): Promise<RotationStep> {
  const { kubernetes, progress } = operation;
  const begun = await begunRotation(operation, cluster, secretName);
  if (begun === undefined) {
    return { secret: secretName };
  }
  const { secret, previous } = begun;
  const broker = await anyBroker(kubernetes, cluster);
  if (!await logsIn(broker, previous.username, previous.password)) {
    throw new RefusedError(`user ${previous.username} can't log in any more: there is nothing to go back to. End the rotation: ${commandLine('rotate --finish', cluster)}`);
  }
  const standby = otherName(previous.username);
  let changedAt = 0;
  const prepare = async (): Promise<void> => {
    if (secret.username !== previous.username) {
      progress.step(`Giving Secret ${secretName} its old password`);
      await changedSecret(kubernetes, secret, previous);
      changedAt = Date.now();
    }
  };
  const carryOut = async (): Promise<RotatedUser> => {
    await settled(operation, { changedAt }, options);
    await requireUnused(broker, standby, options);
    progress.step(`Deleting user ${standby}`);
    await deleteUser(broker, standby);
    await forget(kubernetes, cluster, secretName);
    return { secret: secretName, username: previous.username, previous: standby, state: 'undone' };
  };
  const state = `${previous.username} logs in, and ${standby} may still`;
  return {
    secret: secretName,
    prepare: () => withFailureState(state, prepare),
    carryOut: () => withFailureState(state, carryOut),
  };
}

/** `admin` for `admin-2`, and the other way round. */
export function otherName(username: string): string {
  return username.endsWith(SUFFIX) ? username.slice(0, -SUFFIX.length) : `${username}${SUFFIX}`;
}

/** As `rabbitmqctl hash_password` does: https://www.rabbitmq.com/docs/passwords#computing-password-hash */
export function passwordHash(password: string, salt = randomBytes(4)): string {
  return Buffer.concat([salt, createHash('sha256').update(salt).update(password).digest()]).toString('base64');
}

async function begunRotation(
  { kubernetes }: Operation,
  { namespace }: ClusterRef,
  secretName: string,
): Promise<BegunRotation | undefined> {
  const previous = await previousOf(kubernetes, namespace, secretName);
  return previous && { secret: await readCredentials(kubernetes, namespace, secretName), previous };
}

interface BegunRotation {
  readonly secret: CredentialsSecret;
  readonly previous: PreviousCredentials;
}

async function rightsFor(
  broker: Broker,
  username: string,
  standby: string,
  { cluster, mayExist }: { readonly cluster: string; readonly mayExist: boolean },
): Promise<UserDefinitions> {
  const [rights, taken] = await userDefinitions(broker, username, standby);
  if (rights === undefined) {
    throw new RefusedError(`${cluster} has no user ${username}, which the Secret names: create it first`);
  }
  if (taken && !mayExist) {
    throw new RefusedError(`${cluster} has a user ${standby} already, which the rotation would use: delete it first if nobody needs it`);
  }
  return rights;
}

async function importUser(
  broker: Broker,
  { user, permissions, topicPermissions }: UserDefinitions,
  name: string,
  password: string,
): Promise<void> {
  const sent = await sendDefinitions(broker, {
    users: [{ ...user, name, password_hash: passwordHash(password), hashing_algorithm: 'rabbit_password_hashing_sha256' }],
    permissions: permissions.map(permission => ({ ...permission, user: name })),
    topic_permissions: topicPermissions.map(permission => ({ ...permission, user: name })),
  });
  try {
    await sent.import();
  } finally {
    await sent.remove();
  }
}

/** What failed before the Secret was changed leaves nothing behind. */
async function takenBack(
  operation: Operation, cluster: ClusterRef, broker: Broker, secret: CredentialsSecret, standby: string, error: unknown,
): Promise<OperationError> {
  const kubernetes = operation.kubernetes.detached();
  const words = `the rotation of Secret ${secret.name} failed: ${messageOf(error)}`;
  try {
    const now = await readCredentials(kubernetes, cluster.namespace, secret.name);
    if (now.username === standby) {
      return new IncompleteError(words, { cause: error, state: `the Secret has the new password, and both names log in. ${commandLine('rotate --finish', cluster)} ends the rotation, ${commandLine('rotate --undo', cluster)} takes it back` });
    }
    await deleteUser(new Broker(kubernetes, broker.namespace, broker.pod), standby);
    await forget(kubernetes, cluster, secret.name);
    return new OperationError(words, { cause: error, state: 'taken back: the Secret and the broker are as they were' });
  } catch {
    return new IncompleteError(words, { cause: error, state: `the Secret is as it was; user ${standby} may be there. Take the rotation back: ${commandLine('rotate --undo', cluster)}` });
  }
}

/** Clients that read the Secret as a file have to have seen that it changed. */
async function settled(
  { progress, signal }: Operation,
  { changedAt }: { readonly changedAt: number },
  { settleMs = SETTLE_MS }: EndOptions,
): Promise<void> {
  const left = changedAt + settleMs - Date.now();
  if (left > 0) {
    progress.step(`Waiting ${Math.ceil(left / 1000)} s for clients to see the Secret`);
    await pause(left, signal);
  }
}

async function requireUnused(broker: Broker, username: string, { closeConnections }: EndOptions): Promise<void> {
  const connections = closeConnections ? [] : await connectionsOf(broker, username);
  if (connections.length > 0) {
    throw new RefusedError(`${counted(connections.length, 'open connection')} of ${username} would be closed: ${connections.slice(0, 3).join('; ')}. `
      + 'Restart these clients, or pass --close-connections', { state: 'both names log in' });
  }
}
