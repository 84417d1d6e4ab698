import { Duration } from 'cdk8s';
import { ManyQueues, underManyQueues } from '../scaling/many-queues';
import { Scaled } from '../scaling/scaled';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { eventually } from '../support/eventually';
import { Faults, HAS_FAULTS } from '../support/faults';
import { figure } from '../support/figures';
import { core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const NAME = 'rabbitmq-cluster';
/** 5 s for the quorum, at most 60 s to drain, 10 s for the Erlang VM to end, and a boot; measured: 88 s. */
const RESTARTED_S = 120;

(HAS_FAULTS ? describe : describe.skip)('while the node of one of five brokers has no power', () => {
  const faults = new Faults();
  const suite = useNamespace('restart-beside-', async (namespace) => {
    // without waiting for the replicas on the lost node
    const scaled = await Scaled.up(namespace, { replicas: 5, shutdown: { quorumTimeout: Duration.seconds(5) } });
    await ManyQueues.declare(await scaled.deployment.amqp());
    return { scaled };
  });

  afterEach(async () => {
    await faults.end();
  });

  test('another broker restarts, though data for the lost one is never sent', async () => {
    const { scaled, namespace } = suite();
    const name = `${NAME}-0`;
    const read = () => core.readNamespacedPod({ namespace, name }).catch(() => undefined);
    await underManyQueues('restart beside a lost node', scaled, 5, load => load.during('restart', async () => {
      const lost = await scaled.nodeOf(4);
      expect(await scaled.nodeOf(0)).not.toBe(lost);
      await faults.nodeOff(lost);
      await eventually('the others count it as down', 120_000, async () =>
        (await scaled.deployment.broker(1).clusterStatus()).running, running => running.length === 4);
      const uid = (await read())?.metadata?.uid;
      const begun = performance.now();
      await scaled.kubectl('delete', 'pod', name, '--wait=false');
      await eventually('another pod is Ready', 20 * 60_000, read, pod => pod !== undefined && pod.metadata?.uid !== uid && isReady(pod));
      const seconds = (performance.now() - begun) / 1000;
      figure('a broker restarts while the node of another has no power: until it is Ready', seconds, 's');
      expect(seconds).toBeLessThan(RESTARTED_S);
      await faults.end();
      await scaled.ready(5);
    }));
  });
});
