import { beginRotation, type EndOptions, finishRotation, type RotatedUser, undoRotation } from './rotation';
import { userSecrets } from '../backup/user-secrets';
import type { ClusterRef } from '../cluster-ref';
import { NotFoundError } from '../errors';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../kubernetes/lease';
import { operate, type Operation, type OperationOptions } from '../operation';

/** Whose password is rotated. */
export interface RotateOptions extends OperationOptions {
  /**
   * The users' names, as in `monitoring`, or those of their Secrets.
   * @default - the administrator and the users of the platform
   */
  readonly users?: readonly string[];
}

/** Whose rotation ends, and how. */
export interface EndRotationOptions extends RotateOptions, EndOptions {}

const LIMIT = { name: 'rotate', timeoutMs: 20 * 60_000 };

/** The users that are ours, by what their Secrets' names end in. */
const PLATFORM = ['credentials', 'monitoring', 'health', 'scaling', 'backup'];

/** Passwords of a cluster's users: rotated with an overlap in which both the old and the new one work. */
export class CredentialsManager {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<CredentialsManager> {
    return new CredentialsManager(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /** Puts a new name and password into each user's Secret; the old ones still work. */
  public async begin(namespace: string, name: string, options: RotateOptions = {}): Promise<RotatedUser[]> {
    return this.each({ namespace, name }, options, beginRotation);
  }

  /** Ends the overlap: the old names and passwords work no more. */
  public async finish(namespace: string, name: string, options: EndRotationOptions = {}): Promise<RotatedUser[]> {
    return this.each({ namespace, name }, options, (operation, cluster, secret) => finishRotation(operation, cluster, secret, options));
  }

  /** Goes back to the old names and passwords. */
  public async undo(namespace: string, name: string, options: EndRotationOptions = {}): Promise<RotatedUser[]> {
    return this.each({ namespace, name }, options, (operation, cluster, secret) => undoRotation(operation, cluster, secret, options));
  }

  private async each(
    cluster: ClusterRef, options: RotateOptions, action: (operation: Operation, cluster: ClusterRef, secret: string) => Promise<RotatedUser>,
  ): Promise<RotatedUser[]> {
    return operate(this.connection, options, LIMIT, async (before) => {
      const secrets = await secretsOf(before, cluster, options.users);
      return withLease(before, cluster, { operation: 'rotate' }, async (operation) => {
        const rotated: RotatedUser[] = [];
        for (const secret of secrets) {
          rotated.push(await action(operation, cluster, secret));
        }
        return rotated;
      });
    });
  }
}

async function secretsOf({ kubernetes }: Operation, cluster: ClusterRef, users: readonly string[] | undefined): Promise<string[]> {
  const known = await userSecrets(kubernetes, cluster);
  if (users === undefined) {
    const ours = PLATFORM.map(suffix => `${cluster.name}-${suffix}`);
    return known.map(({ secret }) => secret).filter(secret => ours.includes(secret));
  }
  return users.map((user) => {
    const found = known.find(({ secret, username }) => secret === user || username === user || secret === `${cluster.name}-${user}` || secret === `${cluster.name}-user-${user}`);
    if (found === undefined) {
      throw new NotFoundError(`no Secret of cluster "${cluster.name}" is that of a user ${user}: there are those of ${known.map(({ username }) => username).join(', ') || 'nobody'}`);
    }
    return found.secret;
  });
}
