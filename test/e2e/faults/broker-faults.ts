import { setTimeout as sleep } from 'node:timers/promises';
import { AWAY_S, type Fault, type Scene } from './fault';
import { connectAgain, cutOff } from '../support/cut-off';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { loseVolume } from '../support/lost-volume';

const RESTARTS_MS = 120_000;

async function pod({ scaled }: Pick<Scene, 'scaled'>, ordinal: number) {
  return core.readNamespacedPod({ namespace: scaled.namespace, name: `rabbitmq-cluster-${ordinal}` });
}

/** Runs something in a broker that ends the broker or takes its voice, so no answer counts. */
async function evaluate({ scaled }: Scene, ordinal: number, expression: string): Promise<void> {
  await scaled.deployment.broker(ordinal).exec(['timeout', '60', 'rabbitmqctl', 'eval', expression]).catch(() => undefined);
}

/** Has a broker's container end alone, and waits until Kubernetes has started it again. */
async function ends(scene: Scene, ordinal: number, expression: string): Promise<void> {
  const restarts = async (): Promise<number> =>
    (await pod(scene, ordinal)).status?.containerStatuses?.[0]?.restartCount ?? 0;
  const before = await restarts();
  await evaluate(scene, ordinal, expression);
  await eventually(`the container of broker ${ordinal} has restarted`, RESTARTS_MS, restarts, count => count > before);
}

/** Deletes pods without grace, and waits until there are others. */
export async function deletePods(scene: Pick<Scene, 'scaled'>, ordinals: readonly number[]): Promise<void> {
  const uids = async (): Promise<(string | undefined)[]> =>
    Promise.all(ordinals.map(async ordinal => (await pod(scene, ordinal)).metadata?.uid));
  const before = await uids();
  await scene.scaled.kubectl('delete', 'pod', ...ordinals.map(ordinal => `rabbitmq-cluster-${ordinal}`), '--force', '--grace-period=0');
  await eventually('there are other pods', RESTARTS_MS, uids, now => now.every((uid, i) => uid !== undefined && uid !== before[i]));
}

/** Stops all schedulers of a broker's Erlang VM, as a stalled machine does. */
function frozen(seconds: number): Fault {
  return {
    name: `a broker's VM is frozen for ${seconds} s`,
    longestGapS: 10,
    happen: async (scene) => {
      await evaluate(scene, 1, `erts_debug:set_internal_state(available_internal_state, true), spawn(fun() -> erts_debug:set_internal_state(block, ${seconds * 1000}) end).`);
      await sleep(seconds * 1000);
    },
  };
}

const CUT_OFF_S = 30;

/** Takes all but a tenth of a core from a broker for a minute, without a restart. */
async function throttle(scene: Scene): Promise<void> {
  const container = (await pod(scene, 1)).spec!.containers.find(({ name }) => name === 'rabbitmq')!;
  const resize = async (cpu: string): Promise<string> => scene.scaled.kubectl('patch', 'pod', 'rabbitmq-cluster-1', '--subresource=resize', '--patch',
    JSON.stringify({ spec: { containers: [{ name: 'rabbitmq', resources: { limits: { ...container.resources?.limits, cpu } } }] } }));
  await resize('100m');
  await sleep(60_000);
  await resize(container.resources?.limits?.cpu ?? '1');
}

export const BROKER_FAULTS: readonly Fault[] = [
  { name: 'a broker crashes', longestGapS: 10, happen: async scene => ends(scene, 1, 'erlang:halt(abort).') },
  { name: 'a pod is deleted without grace', longestGapS: 10, happen: async scene => deletePods(scene, [1]) },
  frozen(20),
  frozen(90),
  { name: 'a broker needs more memory than its limit', longestGapS: 10, happen: async scene => ends(scene, 1, 'Pieces = [binary:copy(<<0:8000>>, 100000) || _ <- lists:seq(1, 30)], length(Pieces).') },
  { name: 'a broker has a tenth of a core for a minute', longestGapS: 30, happen: throttle },
  { name: 'all pods are deleted at once without grace', longestGapS: 90, happen: async scene => deletePods(scene, Array.from({ length: scene.replicas }, (_, i) => i)) },
  { name: 'the first broker loses its volume', longestGapS: 10, losesVolume: true, happen: async ({ scaled }) => loseVolume(scaled.namespace, 'rabbitmq-cluster', 0) },
  { name: 'another broker loses its volume', longestGapS: 10, losesVolume: true, happen: async ({ scaled }) => loseVolume(scaled.namespace, 'rabbitmq-cluster', 1) },
  {
    name: 'a broker has another cookie, and loses its connections',
    // whoever publishes on this broker waits until it is restarted
    longestGapS: CUT_OFF_S + 10,
    happen: async (scene) => {
      await evaluate(scene, 1, 'erlang:set_cookie(node(), another), [erlang:disconnect_node(Node) || Node <- nodes()].');
      await sleep(CUT_OFF_S * 1000);
      await deletePods(scene, [1]);
    },
  },
  {
    name: `the connections of one broker to the others are cut for ${AWAY_S} s, but not those of clients`,
    // whoever publishes on it waits as long
    longestGapS: AWAY_S + 40,
    happen: async ({ scaled: { deployment } }) => {
      await cutOff(deployment, 1);
      await sleep(AWAY_S * 1000);
      await connectAgain(deployment);
    },
  },
];
