import { type EndOptions, otherName, planBegin, planFinish, planUndo, type RotatedUser, type RotationStep } from './rotation';
import { type CookiePlan, type CookieRotation, planCookieRotation, rotateCookie } from './cookie-rotation';
import { userSecrets } from '../backup/user-secrets';
import type { ClusterRef } from '../core/cluster-ref';
import { NotFoundError, OperationError, operationErrorOf, RefusedError } from '../core/errors';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import { operate, type Operation, type OperationOptions } from '../operation/operation';

/** Whose password is rotated. */
export interface RotateOptions extends OperationOptions {
  /**
   * The users' names, as in `monitoring`, or those of their Secrets.
   * @default - the administrator and the users of the platform
   */
  readonly users?: readonly string[];
  /**
   * How long to wait for somebody else's operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** Whose rotation ends, and how. */
export interface EndRotationOptions extends RotateOptions, EndOptions {}

export const ROTATE_TIMEOUT_MS = 20 * 60_000;
const LIMIT = { name: 'rotate', timeoutMs: ROTATE_TIMEOUT_MS };

/** The users that are ours, by what their Secrets' names end in. */
const PLATFORM = ['credentials', 'monitoring', 'health', 'scaling', 'backup'];

/**
 * Passwords of a cluster's users: rotated with an overlap in which both the old and the new one work. All users are
 * looked at before anything is changed. Interrupted, the same can be called again: it goes on with those that are left,
 * and its error says who is done.
 */
export class CredentialsManager {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<CredentialsManager> {
    return new CredentialsManager(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /**
   * Puts a new name and password into each user's Secret; the old ones still work.
   *
   * @throws RefusedError if one can't be, or all have begun: nothing was changed
   */
  public async begin(namespace: string, name: string, options: RotateOptions = {}): Promise<RotatedUser[]> {
    return this.each({ namespace, name }, options, planBegin, secrets =>
      new RefusedError(`the rotation of Secret ${secrets} has begun and isn't over: end it by --finish, or take it back by --undo`));
  }

  /**
   * Ends the overlap: the old names and passwords work no more.
   *
   * @throws RefusedError if an old one is still needed: all are left; NotFoundError if no rotation has begun
   */
  public async finish(namespace: string, name: string, options: EndRotationOptions = {}): Promise<RotatedUser[]> {
    return this.each(
      { namespace, name },
      options,
      (operation, cluster, secret) => planFinish(operation, cluster, secret, options),
      notBegun,
    );
  }

  /**
   * Goes back to the old names and passwords.
   *
   * @throws RefusedError if an old one doesn't work any more: nothing was changed; NotFoundError if no
   * rotation has begun
   */
  public async undo(namespace: string, name: string, options: EndRotationOptions = {}): Promise<RotatedUser[]> {
    return this.each(
      { namespace, name },
      options,
      (operation, cluster, secret) => planUndo(operation, cluster, secret, options),
      notBegun,
    );
  }

  /**
   * What a rotation of the Erlang cookie would change; changes nothing.
   *
   * @throws RefusedError if brokers are down, an upgrade is in progress, or something else keeps the Secret
   */
  public async planCookie(namespace: string, name: string, options: OperationOptions = {}): Promise<CookiePlan> {
    return operate(this.connection, options, LIMIT, operation => planCookieRotation(operation, { namespace, name }));
  }

  /**
   * Changes the Erlang cookie of all brokers while they run. Clients stay connected.
   *
   * @throws RefusedError as `planCookie()`; IncompleteError if a broker is left with the old cookie: the same call
   * again goes on
   */
  public async rotateCookie(namespace: string, name: string, options: Pick<RotateOptions, 'waitMs'> & OperationOptions = {}): Promise<CookieRotation> {
    const cluster = { namespace, name };
    return operate(this.connection, options, LIMIT, before =>
      withLease(before, cluster, { operation: 'rotate', waitMs: options.waitMs }, operation => rotateCookie(operation, cluster)));
  }

  private async each(
    cluster: ClusterRef,
    options: RotateOptions,
    plan: Plan,
    nothingToDo: (secrets: string) => OperationError,
  ): Promise<RotatedUser[]> {
    return operate(this.connection, options, LIMIT, async (before) => {
      const secrets = await secretsOf(before, cluster, options.users);
      return withLease(before, cluster, { operation: 'rotate', waitMs: options.waitMs }, async (operation) => {
        const steps: RotationStep[] = [];
        for (const secret of secrets) {
          steps.push(await plan(operation, cluster, secret));
        }
        if (steps.length > 0 && steps.every(({ carryOut }) => carryOut === undefined)) {
          throw nothingToDo(secrets.join(', '));
        }
        return carryOutAll(steps);
      });
    });
  }
}

type Plan = (operation: Operation, cluster: ClusterRef, secret: string) => Promise<RotationStep>;

function notBegun(secrets: string): NotFoundError {
  return new NotFoundError(`no rotation of Secret ${secrets} has begun: there is no Secret of that name with -previous`);
}

async function carryOutAll(steps: readonly RotationStep[]): Promise<RotatedUser[]> {
  const rotated: RotatedUser[] = [];
  const each = async (action: (step: RotationStep) => Promise<void>): Promise<void> => {
    for (const [i, step] of steps.entries()) {
      try {
        await action(step);
      } catch (error) {
        const failed = operationErrorOf(error);
        failed.state = stateOf(`Secret ${step.secret}: ${failed.state ?? 'it isn\'t known'}`, rotated, steps.slice(i + 1));
        throw failed;
      }
    }
  };
  await each(async ({ prepare }) => prepare?.());
  await each(async ({ stands, carryOut }) => {
    rotated.push(...(carryOut ? [await carryOut()] : stands ? [stands] : []));
  });
  return rotated;
}

function stateOf(failed: string, rotated: readonly RotatedUser[], left: readonly RotationStep[]): string {
  const done = rotated.map(({ secret, username, state }) => `${secret} (${username}, ${state})`);
  const untouched = left.filter(({ carryOut }) => carryOut !== undefined).map(({ secret }) => secret);
  return [
    failed,
    ...done.length > 0 ? [`done: ${done.join(', ')}`] : [],
    ...untouched.length > 0 ? [`not touched yet: ${untouched.join(', ')}`] : [],
    'the same command again goes on',
  ].join('; ');
}

async function secretsOf(
  { kubernetes }: Operation,
  cluster: ClusterRef,
  users: readonly string[] | undefined,
): Promise<string[]> {
  const known = await userSecrets(kubernetes, cluster);
  if (users === undefined) {
    const ours = PLATFORM.map(suffix => `${cluster.name}-${suffix}`);
    return known.map(({ secret }) => secret).filter(secret => ours.includes(secret));
  }
  return users.map((user) => {
    const found = known.find(({ secret, username }) => secret === user || username === user || secret === `${cluster.name}-${user}` || secret === `${cluster.name}-user-${user}`)
      // whose rotation has begun: the Secret names the other one
      ?? known.find(({ username }) => username === otherName(user));
    if (found === undefined) {
      throw new NotFoundError(`no Secret of cluster "${cluster.name}" is that of a user ${user}: there are those of ${known.map(({ username }) => username).join(', ') || 'nobody'}`);
    }
    return found.secret;
  });
}
