import { isObjectName } from '../validation/object-name';

/** The ServiceAccount of the brokers. */
export interface RabbitMQServiceAccountOptions {
  /**
   * The name. Needed if `create` is false.
   * @default - the cluster's name
   */
  readonly name?: string;
  /**
   * Whether to create it. If false, a ServiceAccount called `name` must exist in the namespace; the brokers' Roles are
   * bound to it. Synth fails without `name`, because both the cluster's name and `default` could be meant.
   * @default true
   */
  readonly create?: boolean;
  /**
   * Annotations, such as those of workload identity: `eks.amazonaws.com/role-arn`, `iam.gke.io/gcp-service-account`,
   * `azure.workload.identity/client-id`.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * Whether the brokers' pods mount its token. Sidecars then have it too.
   * @default - only where peer discovery needs it, up to RabbitMQ 4.0
   */
  readonly automountToken?: boolean;
}

/** `RabbitMQServiceAccountOptions` with the defaults in place. */
export interface ResolvedServiceAccount {
  readonly name: string;
  readonly create: boolean;
  readonly annotations?: Record<string, string>;
  readonly automountToken: boolean;
}

/** @throws if the name can't be a ServiceAccount's, one that isn't created has no name, or annotations are for it */
export function resolveServiceAccount(
  options: RabbitMQServiceAccountOptions | undefined,
  defaults: { readonly name: string; readonly automountToken: boolean },
): ResolvedServiceAccount {
  const { name = defaults.name, create = true, annotations, automountToken = defaults.automountToken } = options ?? {};
  if (!isObjectName(name)) {
    throw new Error(`serviceAccount.name is "${name}": use lower-case letters, digits, "-" and "."`);
  }
  if (!create && options?.name === undefined) {
    throw new Error('serviceAccount.create is false, but serviceAccount.name is missing: set it to the name of the existing ServiceAccount, such as "default", or leave create out');
  }
  if (!create && annotations !== undefined) {
    throw new Error(`serviceAccount.annotations is set, but serviceAccount.create is false: annotate ServiceAccount "${name}" where it is created, or leave create out`);
  }
  return { name, create, annotations, automountToken };
}
