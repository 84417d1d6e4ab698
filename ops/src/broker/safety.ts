import { brokerOf, brokerPods, firstReachableBroker } from './brokers';
import { isOf } from './nodes';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { messageOf } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { isReady } from '../kubernetes/pods';

/**
 * What a cluster lacks before one more of its brokers may go away: brokers that aren't up, queues with members that
 * aren't online. Empty where nothing is lost by it.
 *
 * @param beside the pods that are to go, which need not be up
 */
export async function lackingFor(
  connection: KubernetesConnection,
  cluster: ClusterRef,
  beside: readonly string[] = [],
): Promise<string[]> {
  const pods = await brokerPods(connection, cluster);
  const others = pods.filter(({ metadata }) => !beside.includes(metadata?.name ?? ''));
  if (others.length === 0 && pods.length > 0) {
    return [];
  }
  const away = others.filter(pod => !isReady(pod)).map(({ metadata }) => `${metadata?.name} isn't Ready`);
  const broker = firstReachableBroker(connection, others) ?? firstReachableBroker(connection, pods);
  if (away.length > 0 || broker === undefined) {
    return away.length > 0 ? away : [`no broker of ${titleOf(cluster)} runs`];
  }
  try {
    const { members, running } = await broker.clusterStatus();
    const goes = (node: string): boolean => beside.some(pod => isOf(pod, node));
    const down = members.filter(node => !running.includes(node) && !goes(node)).map(node => `${node} is a member and doesn't run`);
    const behind = (await broker.queues())
      .filter(({ type, members: of, online }) => type !== 'classic' && of.some(node => !online.includes(node) && !goes(node)))
      .map(({ vhost, name, members: of, online }) => `queue ${name} in ${vhost} has ${online.length} of ${of.length} members online`);
    return [...down, ...behind];
  } catch (error) {
    return [`${brokerOf(connection, others.find(isReady) ?? pods[0]).pod} doesn't answer: ${messageOf(error)}`];
  }
}
