import type { Fault, Scene } from './fault';
import { deletePods } from './broker-faults';

async function roll({ scaled }: Scene): Promise<void> {
  await scaled.kubectl('rollout', 'restart', 'statefulset/rabbitmq-cluster');
}

async function rolled({ scaled }: Scene): Promise<void> {
  await scaled.kubectl('rollout', 'status', 'statefulset/rabbitmq-cluster', '--timeout=600s');
}

/** Changes that people make, while something else goes wrong. */
export const CHANGE_FAULTS: readonly Fault[] = [
  {
    name: 'a rolling restart',
    longestGapS: 2,
    happen: async (scene) => {
      await roll(scene);
      await rolled(scene);
    },
  },
  {
    name: 'a rolling restart, and a pod is deleted without grace meanwhile',
    longestGapS: 30,
    happen: async (scene) => {
      await roll(scene);
      await deletePods(scene, [0]);
      await rolled(scene);
    },
  },
  {
    name: 'two more brokers and two fewer again, and a pod is deleted without grace meanwhile',
    longestGapS: 30,
    happen: async (scene) => {
      await scene.scaled.scale(scene.replicas + 2);
      await deletePods(scene, [1]);
      await scene.scaled.ready(scene.replicas + 2, 600_000);
      await scene.scaled.scale(scene.replicas);
      await deletePods(scene, [0]);
    },
  },
];
