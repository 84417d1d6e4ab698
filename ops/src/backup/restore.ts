import type { Backup } from './backup-file';
import { expectedBrokers, sendDefinitions, type SentDefinitions } from './broker-definitions';
import { planRestore, type PlannedRestore, type RestorePlan } from './restore-plan';
import { oldest } from './series';
import { userSecrets } from './user-secrets';
import type { Broker } from '../broker/broker';
import { anyBroker } from '../broker/brokers';
import { exportDefinitions } from '../broker/definitions';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { IncompleteError, messageOf, RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import type { Operation } from '../operation/operation';

/** What a restore has to be like. */
export interface RestoreConditions {
  /** Whether users of Secrets get the password of the backup, too. */
  readonly includeSecretUsers?: boolean;
  /**
   * Whether the cluster must not connect to other brokers: shovels and federation are left out.
   * @default false
   */
  readonly isolated?: boolean;
}

/** What a restore would do. */
export async function plannedRestore(
  { kubernetes, progress }: Operation, cluster: ClusterRef, backup: Backup, name: string, conditions: RestoreConditions,
): Promise<PlannedRestore> {
  progress.step(`Comparing ${name} with ${titleOf(cluster)}`);
  const broker = await anyBroker(kubernetes, cluster);
  const [definitions, { members, running, versions }, expected, secrets] = await Promise.all([
    exportDefinitions(broker),
    broker.clusterStatus(),
    expectedBrokers(broker),
    conditions.includeSecretUsers ? [] : userSecrets(kubernetes, cluster),
  ]);
  const away = members.filter(node => !running.includes(node));
  if (away.length > 0) {
    throw new RefusedError(`not running of ${titleOf(cluster)}: ${away.join(', ')}. Queues would be made without members there: bring all brokers up first`);
  }
  if (expected > running.length) {
    throw new RefusedError(`${broker.pod} expects ${expected} brokers, and ${running.length} run: RabbitMQ would skip all queues and bindings. `
      + `Wait until brokers that are starting are Ready. If none is: "rabbitmq-k8s restart -n ${cluster.namespace} -c ${cluster.name}"`);
  }
  const secretOf = new Map(secrets.map(({ username, secret }) => [username, secret]));
  return planRestore(
    backup,
    { version: oldest(Object.values(versions)), definitions, userSecrets: secretOf, isolated: conditions.isolated },
    name,
  );
}

/** Carries out what was planned, and looks that it is done. */
export async function carryOut(
  operation: Operation,
  cluster: ClusterRef,
  { plan, definitions }: PlannedRestore,
  again: () => Promise<RestorePlan>,
): Promise<void> {
  const { kubernetes, progress } = operation;
  const total = plan.added.length + plan.changed.length;
  if (total === 0) {
    return;
  }
  const broker = await anyBroker(kubernetes, cluster);
  progress.step(`Sending ${total} definitions to ${broker.pod}`);
  const sent = await withFailureState('nothing was changed: RabbitMQ had not begun', () => sendDefinitions(broker, definitions));
  try {
    progress.step(`Importing ${total} definitions`);
    await sent.import();
  } catch (error) {
    throw await howFar(error, total, again);
  } finally {
    await removed(operation, broker, sent);
  }
  progress.step('Looking that all of it is there');
  const left = await again();
  const missing = [...left.added, ...left.changed];
  if (missing.length > 0) {
    throw new IncompleteError(`RabbitMQ imported without an error, but ${missing.length} of ${total} definitions aren't there: ${missing.slice(0, 3).map(({ kind, title }) => `${kind} ${title}`).join(', ')}`, {
      state: 'all others are there; run it again to add these',
    });
  }
}

/** What was imported before something came in between. */
async function howFar(error: unknown, total: number, again: () => Promise<RestorePlan>): Promise<IncompleteError> {
  const left = await again().then(({ added, changed }) => added.length + changed.length, () => undefined);
  return new IncompleteError(`the import did not end well: ${messageOf(error)}`, {
    cause: error,
    state: left === undefined
      ? 'some definitions may have been imported, and the broker may still be at it; nothing was deleted. Run restore again: it shows what is missing, and adds only that'
      : `${total - left} of ${total} definitions were imported, and the broker may still be at it; nothing was deleted. Run restore again: it adds only what is missing`,
  });
}

/** The file has password hashes in it, so it goes even where the operation was interrupted. */
async function removed({ progress }: Operation, { pod }: Broker, sent: SentDefinitions): Promise<void> {
  await sent.remove().catch((error: unknown) => { progress.warn(`the definitions are still in ${pod}:/tmp, until it restarts: ${messageOf(error)}`); });
}
