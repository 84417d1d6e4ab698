import type { RepairFacts } from './facts';
import type { RepairCase } from './repair';
import { podOf } from '../broker/nodes';
import { anyBroker } from '../broker/brokers';
import { IncompleteError } from '../core/errors';

/** Members that no pod will ever be for. */
export function staleMemberCases(facts: RepairFacts): RepairCase[] {
  const { cluster, status, statefulSet, queues, unread } = facts;
  if (status === undefined) {
    return [];
  }
  const { members, running } = status;
  const first = statefulSet.spec?.ordinals?.start ?? 0;
  const wanted = Array.from({ length: statefulSet.spec?.replicas ?? 0 }, (_, i) => `${cluster.name}-${first + i}`);
  const unreadable = unread.find(({ what }) => what === 'queues');
  const isLacking = running.length <= members.length / 2;
  return members.filter(node => !wanted.includes(podOf(node)) && !running.includes(node)).map((node): RepairCase => {
    const classic = queues.filter(({ type, leader }) => type === 'classic' && leader === node).map(({ name, vhost }) => `classic queue ${name} in ${vhost}, with its messages`);
    return {
      id: 'stale-member',
      subject: node,
      what: `${node} is a member and doesn't run, and no pod is for it: it counts for every majority and never comes`,
      evidence: `members: ${members.map(podOf).join(', ')}; pods that are wanted: ${wanted.join(', ')}`,
      steps: [`take its members out of queues and streams`, `have the cluster forget it`],
      loses: unreadable ? [`classic queues on it, with their messages; which these are can't be read: ${unreadable.error}`] : classic,
      blocked: isLacking ? `${running.length} of ${members.length} members run, and forgetting one takes a majority: bring others back first` : undefined,
      run: async (operation) => {
        operation.progress.step(`Forgetting ${node}`);
        const broker = await anyBroker(operation.kubernetes, cluster);
        await broker.exec(['rabbitmq-queues', 'shrink', node, '--errors-only'], { timeoutMs: 120_000 });
        await broker.run(['rabbitmqctl', 'forget_cluster_node', node], { timeoutMs: 120_000 });
        if ((await broker.clusterStatus()).members.includes(node)) {
          throw new IncompleteError(`${node} is still a member`);
        }
      },
    };
  });
}
