import { counted } from '../core/counted';
import { hasKhepri, type RepairFacts } from './facts';
import type { RepairCase } from './repair';
import { moveMessages, overwrittenQueues } from './move-messages';
import { refilled, rejoined, running } from './rejoin';
import { Broker } from '../broker/broker';
import { podOf } from '../broker/nodes';
import { commandLine } from '../core/cluster-ref';
import { messageOf } from '../core/errors';
import { isApart } from '../health/views';
import type { Kubernetes } from '../kubernetes/library';
import { pause } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

/** Puts a broker's data aside, and stops it, so that it starts as a new one. */
const PUT_ASIDE = `
Folder = case erlang:function_exported(rabbit, data_dir, 0) of true -> rabbit:data_dir(); false -> rabbit_mnesia:dir() end,
Aside = Folder ++ ".before-repair",
_ = file:del_dir_r(Aside),
ok = file:rename(Folder, Aside),
spawn(fun() -> timer:sleep(1000), erlang:halt(1) end),
ok.`;

/** Brokers that run and aren't members: a cluster of their own, or forgotten by the others. */
export async function outsiderCases(operation: Operation, facts: RepairFacts): Promise<RepairCase[]> {
  const { status, views, pods, troubles } = facts;
  if (status === undefined) {
    return [];
  }
  const isMember = (pod: string): boolean => status.members.some(node => podOf(node) === pod);
  const alone = views.filter(view => view.status !== undefined && (!isMember(view.pod) || isApart(view, status)));
  const forgotten = pods.map(({ metadata }) => metadata?.name ?? '').filter(pod => troubles.get(pod)?.id === 'forgotten' && !isMember(pod) && alone.every(view => view.pod !== pod));
  const ambiguous = alone.find(view => view.status?.running.length === status.running.length);
  const blocked = ambiguous && `${ambiguous.pod} is in a cluster as large as that of ${podOf(status.running[0] ?? '')}: which one is right can't be told from here; docs/runbooks/node-cannot-join.md tells how to decide`;
  return [
    ...await Promise.all(alone.map(async ({ pod, status: own }): Promise<RepairCase> => ({
      ...outsider(facts, pod),
      what: `${pod} runs and isn't a member: clients that reach it find another cluster`,
      evidence: `it has the members ${own?.members.map(podOf).join(', ')}; the others ${status.members.map(podOf).join(', ')}`,
      ...await withItsMessages(operation, facts, pod, podOf(status.running[0] ?? '')),
      blocked: blocked ?? (facts.request.moveMessages === true && isMember(pod)
        ? `the others count ${pod} as a member, and would give queues that are moved replicas there: consume its messages, then repair without --move-messages`
        : undefined),
    }))),
    ...forgotten.map((pod): RepairCase => ({
      ...outsider(facts, pod),
      what: `${pod} was forgotten by the others, and still has its data from before`,
      evidence: troubles.get(pod)?.line ?? '',
      loses: ['what of its old data no other broker has'],
    })),
  ];
}

function outsider({ cluster, status }: RepairFacts, pod: string): Omit<RepairCase, 'what' | 'evidence' | 'loses'> {
  const counted = status !== undefined && !hasKhepri(status)
    ? status.members.find(node => podOf(node) === pod)
    : undefined;
  return {
    id: 'outsider',
    subject: pod,
    steps: ['put its data aside on its volume, in a folder that ends in .before-repair', ...counted === undefined ? [] : [`have the others forget ${counted}`], 'start it as a new broker, which joins the others', 'give it members of queues'],
    run: async (operation, brokerTimeoutMs) => {
      operation.progress.step(`${pod}: putting its data aside`);
      const before = restartsOf(await running(operation, cluster, pod));
      const broker = new Broker(operation.kubernetes, cluster.namespace, pod);
      // one that was forgotten waits in its boot, and can't be stopped
      await broker.exec(['timeout', '30', 'rabbitmqctl', 'stop_app']);
      await broker.run(['rabbitmqctl', '--silent', 'eval', PUT_ASIDE]);
      while (restartsOf(await running(operation, cluster, pod)) === before) {
        await pause(1_000, operation.signal);
      }
      if (counted !== undefined) {
        await new Broker(operation.kubernetes, cluster.namespace, podOf(status?.running[0] ?? '')).run(['rabbitmqctl', 'forget_cluster_node', counted], { timeoutMs: 120_000 });
      }
      await rejoined(operation, cluster, pod, brokerTimeoutMs);
      await refilled(operation, cluster, pod);
    },
  };
}

/** What the repair loses; where that is asked for, it moves the broker's messages to the others first. */
async function withItsMessages(operation: Operation, facts: RepairFacts, pod: string, other: string): Promise<Pick<RepairCase, 'loses'> & Partial<RepairCase>> {
  const { cluster, request } = facts;
  const defined = 'all that is defined there and not in the others';
  if (request.moveMessages !== true) {
    const held = await countOf(new Broker(operation.kubernetes, cluster.namespace, pod));
    return { loses: [`${defined}; ${held}. ${commandLine('repair --move-messages', cluster)} moves first what can be moved`] };
  }
  const { steps, run } = outsider(facts, pod);
  const overwritten = await overwrittenQueues(operation, cluster, pod, other);
  return {
    loses: [defined, ...overwritten.map(queue => `what is in ${queue}: the others have a replica of it on ${pod}, and their leader overwrites it`)],
    steps: ['close the connections of its clients, and move its messages into queues of the same names of the others', ...steps],
    run: async (later, brokerTimeoutMs) => {
      await moveMessages(later, cluster, pod, overwritten);
      await run(later, brokerTimeoutMs);
    },
  };
}

function restartsOf({ status }: Kubernetes.V1Pod): number {
  return (status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
}

async function countOf(broker: Broker): Promise<string> {
  try {
    const queues = await broker.queues();
    return `it has ${counted(queues.length, 'queue')} with ${counted(queues.reduce((sum, { messages }) => sum + messages, 0), 'message')}`;
  } catch (error) {
    return `its queues can't be read: ${messageOf(error)}`;
  }
}
