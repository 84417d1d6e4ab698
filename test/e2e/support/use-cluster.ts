import type { RabbitMQClusterProps } from '../../../lib';
import { clusterManifests, Deployment } from './deployment';
import type { Manifest } from './manifests';
import { createNamespace, deleteNamespace } from './namespaces';

/** Registers a step that runs before the namespace is deleted, also if the rest of the set-up fails. */
export type Defer = (undo: () => unknown) => void;

/** Returns what the set-up of a suite made. Call it in tests and helpers: it throws while tests are declared. */
export type Suite<T> = () => { readonly namespace: string } & T;

/** How a suite is set up. */
export interface SetUpOptions {
  /**
   * Whether each test gets its own namespace.
   *
   * @default false - all tests share one
   */
  readonly each?: boolean;
  /**
   * Maximum time that the deletion of the namespace takes, in ms.
   *
   * @default 360000
   */
  readonly deleteTimeoutMs?: number;
}

/**
 * Creates a namespace before the tests of a suite and deletes it after them, also if the set-up fails.
 *
 * @param name see `createNamespace`
 * @param setUp fills the namespace and returns what the tests use. Until it returns, the suite has only its namespace
 */
export function useNamespace<T = unknown>(
  name: string,
  setUp?: (namespace: string, defer: Defer) => Promise<T> | T,
  { each = false, deleteTimeoutMs }: SetUpOptions = {},
): Suite<T> {
  let made: ReturnType<Suite<T>> | undefined;
  const undos: (() => unknown)[] = [];

  (each ? beforeEach : beforeAll)(async () => {
    made = undefined;
    const namespace = await createNamespace(name);
    made = { namespace } as ReturnType<Suite<T>>;
    made = { ...made, ...await setUp?.(namespace, (undo) => { undos.unshift(undo); }) };
  });

  (each ? afterEach : afterAll)(async () => {
    const failures: unknown[] = [];
    const attempt = async (step: () => unknown): Promise<void> => {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    };
    for (const undo of undos.splice(0)) {
      await attempt(undo);
    }
    const { namespace } = made ?? {};
    if (namespace !== undefined) {
      await attempt(() => deleteNamespace(namespace, deleteTimeoutMs));
    }
    if (failures.length > 0) {
      throw failures[0];
    }
  });

  return () => {
    if (made === undefined) {
      throw new Error(`The namespace "${name}" is not set up. Read it in a test, not while tests are declared.`);
    }
    return made;
  };
}

/**
 * Deploys a cluster into a namespace that `useNamespace` creates, and waits until its brokers are Ready.
 *
 * @param name see `createNamespace`
 * @param cluster the props of a cluster with nothing beside it, or all manifests
 * @param setUp continues after the deployment and returns what else the tests use
 */
export function useCluster<T = unknown>(
  name: string,
  cluster: RabbitMQClusterProps | ((namespace: string) => readonly Manifest[]) = {},
  setUp?: (deployment: Deployment, defer: Defer) => Promise<T> | T,
  options?: SetUpOptions,
): Suite<{ readonly deployment: Deployment } & T> {
  return useNamespace(name, async (namespace, defer) => {
    const manifests = typeof cluster === 'function' ? cluster(namespace) : clusterManifests(cluster);
    const deployment = Deployment.of(manifests, namespace);
    await deployment.up();
    return { deployment, ...await setUp?.(deployment, defer) } as { readonly deployment: Deployment } & T;
  }, options);
}
