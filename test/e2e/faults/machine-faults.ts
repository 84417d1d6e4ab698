import { setTimeout as sleep } from 'node:timers/promises';
import { AWAY_S, type Fault, type Scene } from './fault';
import { deletePods } from './broker-faults';
import { kubectl } from '../support/kubectl';

async function nodesOf({ scaled }: Scene, ordinals: readonly number[]): Promise<string[]> {
  return Promise.all(ordinals.map(async ordinal => scaled.nodeOf(ordinal)));
}

function all({ replicas }: Scene): number[] {
  return Array.from({ length: replicas }, (_, i) => i);
}

function power(name: string, longestGapS: Fault['longestGapS'], seconds: number, ordinals: (scene: Scene) => readonly number[]): Fault {
  return {
    name: `${name} off for ${seconds} s`,
    longestGapS,
    happen: async (scene) => {
      const nodes = await nodesOf(scene, ordinals(scene));
      await Promise.all(nodes.map(async node => scene.machines.nodeOff(node)));
      await sleep(seconds * 1000);
      await scene.machines.end();
    },
  };
}

function partition(name: string, longestGapS: Fault['longestGapS'], ordinals: (scene: Scene) => readonly number[]): Fault {
  return {
    name: `${name} can't be reached for ${AWAY_S} s`,
    longestGapS,
    happen: async (scene) => {
      const nodes = await nodesOf(scene, ordinals(scene));
      await Promise.all(nodes.map(async node => scene.machines.nodeApart(node)));
      await sleep(AWAY_S * 1000);
      await scene.machines.end();
    },
  };
}

/** Drains each node that has a broker, one after the other, as an upgrade of Kubernetes does. */
async function drainEach(scene: Scene): Promise<void> {
  for (const ordinal of all(scene)) {
    const node = await scene.scaled.nodeOf(ordinal);
    try {
      await kubectl(['drain', node, '--ignore-daemonsets', '--delete-emptydir-data', `--pod-selector=app=rabbitmq`, '--timeout=300s']);
    } finally {
      await kubectl(['uncordon', node]);
    }
    await scene.scaled.ready(scene.replicas);
  }
}

const MINORITY = ({ replicas }: Scene): number[] =>
  Array.from({ length: Math.floor((replicas - 1) / 2) }, (_, i) => i + 1);

/** Queues with 3 replicas lose 2 of them with a minority of 5 brokers: they wait until one is back. */
const WITHOUT_MINORITY = (awayS: number) => (replicas: number): number => replicas > 3 ? awayS + 40 : 30;

export const MACHINE_FAULTS: readonly Fault[] = [
  ...[20, 40, 90].includes(AWAY_S) ? [] : [power('the node of a broker is', 30, AWAY_S, () => [1])],
  power('the node of a broker is', 30, 20, () => [1]),
  power('the node of a broker is', 30, 40, () => [1]),
  power('the node of a broker is', 30, 90, () => [1]),
  power('a minority of nodes is', WITHOUT_MINORITY(20), 20, MINORITY),
  power('all nodes are', 180, 30, all),
  partition('one broker', 30, () => [1]),
  partition('a minority of brokers', WITHOUT_MINORITY(AWAY_S), MINORITY),
  { name: 'every node is drained in turn', longestGapS: 5, happen: drainEach },
];

export const SERVICE_FAULTS: readonly Fault[] = [
  {
    name: `the API server is away for ${AWAY_S} s, and a pod is deleted before`,
    longestGapS: 10,
    happen: async (scene) => {
      await deletePods(scene, [1]);
      await scene.machines.apiOff();
      await sleep(AWAY_S * 1000);
      await scene.machines.end();
    },
  },
  {
    name: `DNS is away for ${AWAY_S} s`,
    longestGapS: 10,
    happen: async (scene) => {
      await scene.machines.dnsOff();
      await sleep(AWAY_S * 1000);
      await scene.machines.end();
    },
  },
];
