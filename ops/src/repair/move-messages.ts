import { moveQueue } from './move-queue';
import { openTarget } from '../broker/amqp-target';
import { Broker } from '../broker/broker';
import { podOf } from '../broker/nodes';
import { type Definition, exportDefinitions } from '../broker/definitions';
import { isOwnQueue } from '../broker/own-queues';
import type { ClusterRef } from '../core/cluster-ref';
import { IncompleteError, messageOf } from '../core/errors';
import { type AmqpTarget, withConnection } from '../load-generator/amqp';
import type { Operation } from '../operation/operation';

/** What the broker calls the connection that takes its messages. */
const CONNECTION = 'rabbitmq-k8s repair';

/** Clients would go on to publish what nobody takes any more. */
const CLOSE_OTHERS = `
[rabbit_networking:close_connection(Pid, "its messages are moved to the other brokers")
  || [{pid, Pid}, {client_properties, Properties}] <- rabbit_networking:connection_info_all([pid, client_properties]),
     not lists:member({<<"connection_name">>, longstr, <<"${CONNECTION}">>}, Properties)],
ok.`;

/**
 * The queues of a broker that runs a cluster of its own which can't be saved: the others have a replicated queue of the
 * same name with a replica on that broker. A replica is found by its queue's name and its broker, so the leader of the
 * others overwrites what is there.
 */
export async function overwrittenQueues(
  { kubernetes }: Operation,
  { namespace }: ClusterRef,
  pod: string,
  other: string,
): Promise<string[]> {
  const [own, others] = await Promise.all(
    [pod, other].map(async asked => new Broker(kubernetes, namespace, asked).queues()),
  );
  const replicated = new Set(others.filter(({ type, members }) => type !== 'classic' && members.some(node => podOf(node) === pod)).map(idOf));
  return own.map(idOf).filter(id => replicated.has(id));
}

function idOf({ name, vhost }: { readonly name?: unknown; readonly vhost?: unknown }): string {
  return `${String(name)} in ${String(vhost)}`;
}

/**
 * Moves the messages of a broker that runs a cluster of its own into queues of the same names of the others, which are
 * declared where they aren't there. A message leaves its queue when the others have confirmed it: none is lost, and one
 * that is moved when this stops half-way may be there twice.
 *
 * @param except queues that are left out, as `overwrittenQueues` names them
 * @throws IncompleteError if the others don't take a message; the rest stays where it is
 */
export async function moveMessages(
  operation: Operation,
  cluster: ClusterRef,
  pod: string,
  except: readonly string[],
): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const broker = new Broker(kubernetes, cluster.namespace, pod);
  const from = await openTarget(kubernetes, cluster, ({ metadata }) => metadata?.name === pod);
  const to = await openTarget(kubernetes, cluster, ({ metadata }) => metadata?.name !== pod);
  try {
    for (const [vhost, queues] of await queuesOf(broker)) {
      const within = (target: AmqpTarget): AmqpTarget => ({ ...target, vhost, name: CONNECTION });
      // a broker whose listeners are suspended keeps the connections that it has
      await broker.run(['rabbitmqctl', 'resume_listeners']);
      await withConnection(within(from.target), source => withConnection(within(to.target), async (destination) => {
        await broker.run(['rabbitmqctl', 'suspend_listeners']);
        await broker.run(['rabbitmqctl', '--silent', 'eval', CLOSE_OTHERS]);
        for (const queue of queues.filter(found => !except.includes(idOf(found)))) {
          signal.throwIfAborted();
          progress.step(`${pod}: moving the messages of ${idOf(queue)}`);
          await moveQueue(source, destination, queue).catch((error: unknown) => {
            throw new IncompleteError(
              `the messages of ${idOf(queue)} can't all be moved: ${messageOf(error)}. `
              + `What isn't moved stays on ${pod}; the same command again goes on`,
            );
          });
        }
      }));
    }
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}

/** The queues of each virtual host; how many messages each has is counted every few seconds only, and not asked. */
async function queuesOf(broker: Broker): Promise<Map<string, Definition[]>> {
  const { queues = [] } = await exportDefinitions(broker);
  const byVirtualHost = new Map<string, Definition[]>();
  for (const queue of queues.filter(found => !isOwnQueue(found))) {
    const vhost = String(queue.vhost);
    byVirtualHost.set(vhost, [...byVirtualHost.get(vhost) ?? [], queue]);
  }
  return byVirtualHost;
}
