import { ApiObject, JsonPatch } from 'cdk8s';
import { RabbitMQCluster, RabbitMQClusterProps, RabbitMQVersion } from '../../../lib';
import { LiveModel } from '../../../lib/cluster/live-model';
import { CLUSTER_RULES } from '../../../lib/cluster/rules';
import { clusterSubject } from '../../../lib/cluster/rules/subject';
import { Finding, findings } from '../../../lib/validation/rule';
import { newChart, newCluster } from '../../support/synth';

/** A cluster's props, and what is done to it afterwards. */
export interface Situation extends RabbitMQClusterProps {
  /** The chart's namespace. */
  readonly namespace?: string;
  readonly then?: (cluster: RabbitMQCluster) => void;
}

/** A row of the tables, and what it finds and doesn't find. */
export interface Case {
  readonly id: string;
  /** The number of the check in the reference of RabbitMQ on Kubernetes, where it has one. */
  readonly rule?: number;
  /** What differs from other cases of the row. */
  readonly about?: string;
  readonly outside: Situation;
  readonly says: RegExp;
  readonly inside: Situation;
}

function clusterOf({ then, namespace, ...props }: Situation): RabbitMQCluster {
  const cluster = newCluster(props, newChart({ namespace }));
  then?.(cluster);
  return cluster;
}

/** What the tables find in a cluster, notes and acknowledged warnings included, which nothing prints. */
export function checkCluster(cluster: RabbitMQCluster): Finding[] {
  const { model } = cluster as unknown as { model: LiveModel };
  return findings(CLUSTER_RULES, clusterSubject(model.current, cluster));
}

export function check(situation: Situation = {}): Finding[] {
  return checkCluster(clusterOf(situation));
}

/** The errors of a synth. */
export function errors(situation: Situation): string[] {
  const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const found = clusterOf(situation).node.validate();
  printed.mockRestore();
  return found;
}

/** The names of findings, without notes. */
export function told(found: readonly Finding[]): string[] {
  return found.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule);
}

type Patched = Pick<Situation, 'then'>;

function patchedIn(object: 'statefulSet' | 'service' | 'nodesService', patches: JsonPatch[]): Patched {
  return { then: (cluster) => { ApiObject.of(cluster[object]).addJsonPatch(...patches); } };
}

/** Patches of the StatefulSet. */
export function patched(...patches: JsonPatch[]): Patched {
  return patchedIn('statefulSet', patches);
}

/** Patches of the Service that clients connect to. */
export function patchedService(...patches: JsonPatch[]): Patched {
  return patchedIn('service', patches);
}

/** Patches of the headless Service. */
export function patchedNodesService(...patches: JsonPatch[]): Patched {
  return patchedIn('nodesService', patches);
}

export const POD = '/spec/template/spec';
export const BROKER = `${POD}/containers/0`;

/** Keys of rabbitmq.conf. */
export function raw(entries: Record<string, string>): Pick<Situation, 'configuration'> {
  return { configuration: { raw: entries } };
}

/** Keys of rabbitmq.conf in a release. */
export function at(release: string, entries: Record<string, string> = {}): Pick<Situation, 'configuration' | 'version'> {
  return { version: RabbitMQVersion.of(release), ...raw(entries) };
}
