import { ifFound } from '../../../ops/src/core/errors';
import { diagnose } from './diagnostics';
import { eventually } from './eventually';
import { connection, e2e, kubernetes, type Kubernetes } from './kubernetes';

const MANAGED_BY = 'cdk8s-rabbitmq-e2e';
/** The namespace controller looks at each namespace again after five minutes at the latest. */
const DELETE_TIMEOUT_MS = 6 * 60_000;
const inUse = new Set<string>();

// not bound to the end of the test file: what is left in use is deleted after it
const { core, objects } = connection.detached();

// what failed tests did not get to: brokers left running would starve the next test file
e2e.cleanUp = async () => {
  await Promise.all([...inUse].map(name => deleteNamespace(name)));
};

e2e.diagnose = async () => {
  for (const namespace of inUse) {
    await diagnose(namespace);
  }
};

/**
 * Makes a throwaway namespace that enforces Pod Security "restricted", and returns its name. A name that ends in
 * a dash is a prefix. One that a former run left behind is recreated; one of another owner throws.
 */
export async function createNamespace(name: string): Promise<string> {
  const prefix = name.endsWith('-');
  if (!prefix) {
    await deleteLeftover(name);
  }
  const body = Object.assign(new kubernetes.V1Namespace(), {
    metadata: {
      ...(prefix ? { generateName: name } : { name }),
      labels: {
        'app.kubernetes.io/managed-by': MANAGED_BY,
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
  });
  const namespace = await core.createNamespace({ body });
  const created = namespace.metadata!.name!;
  inUse.add(created);
  return created;
}

/** Deletes the namespace with all in it and waits until it is gone; its pods get a second, not their grace period. */
export async function deleteNamespace(name: string, timeoutMs = DELETE_TIMEOUT_MS): Promise<void> {
  inUse.delete(name);
  await ifFound(core.deleteNamespace({ name }));
  let isNudged = false;
  await eventually(`namespace ${name} is gone`, timeoutMs, async () => {
    if (await hastenPods(name) === 0 && !isNudged) {
      await nudge(name);
      isNudged = true;
    }
    return read(name);
  }, namespace => namespace === undefined);
}

async function deleteLeftover(name: string): Promise<void> {
  const namespace = await read(name);
  if (namespace === undefined) {
    return;
  }
  if (namespace.metadata?.labels?.['app.kubernetes.io/managed-by'] !== MANAGED_BY) {
    throw new Error(`the test needs the namespace "${name}" for itself, and it exists: run the tests on another cluster, or delete it`);
  }
  await deleteNamespace(name);
}

/** Has pods end in a second; returns how many there are. */
async function hastenPods(namespace: string): Promise<number> {
  const pods = await core.listNamespacedPod({ namespace });
  await Promise.all(pods.items
    .filter(pod => (pod.metadata?.deletionGracePeriodSeconds ?? Infinity) > 1)
    .map(pod => ifFound(core.deleteNamespacedPod({ namespace, name: pod.metadata!.name!, gracePeriodSeconds: 1 }))));
  return pods.items.length;
}

/**
 * Has the namespace controller look at it now: where it has found pods twice, which Kubernetes 1.34 deletes before all
 * else, it looks again only after half of their grace period, even if they are gone.
 */
async function nudge(name: string): Promise<void> {
  await ifFound(objects.patch({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, annotations: { [`${MANAGED_BY}/pods`]: 'gone' } } }));
}

async function read(name: string): Promise<Kubernetes.V1Namespace | undefined> {
  return ifFound(core.readNamespace({ name }));
}
