import { eventually } from './eventually';
import { kubectl } from './kubectl';
import { core } from './kubernetes';

/** Deletes a broker's volume with its pod, as the loss of a machine with a local volume does. */
export async function loseVolume(namespace: string, cluster: string, ordinal: number): Promise<void> {
  const name = `${cluster}-${ordinal}`;
  const before = (await core.readNamespacedPod({ namespace, name })).metadata?.uid;
  await kubectl(['delete', 'pvc', `rabbitmq-data-${name}`, '-n', namespace, '--wait=false']);
  await kubectl(['delete', 'pod', name, '-n', namespace, '--force', '--grace-period=0']);
  await eventually('there is another pod', 60_000, async () => (await core.readNamespacedPod({ namespace, name })).metadata?.uid, uid => uid !== undefined && uid !== before);
}
