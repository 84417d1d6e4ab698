import { literal, SourceFile } from './source-file';
import { addUsers } from './users';
import { addVirtualHost } from './virtual-host';
import { isDeclarable } from '../compare';
import { type Json, type TopologyObject, titleOfObject } from '../objects';
import { type ClusterRef, titleOf } from '../../core/cluster-ref';

/** TypeScript that declares what a cluster has. */
export interface AdoptedTopology {
  /** A module with the function `declareTopology(chart, cluster)`. */
  readonly typescript: string;
  /** Secrets that have to exist before it is deployed, with what is in them. */
  readonly secrets: readonly { readonly name: string; readonly content: string }[];
  /** Objects that are not in it, and why. */
  readonly leftOut: readonly { readonly object: string; readonly reason: string }[];
}

/** Writes TypeScript for objects that brokers have. */
export function adopt(cluster: ClusterRef, actual: readonly TopologyObject[], administrator?: string): AdoptedTopology {
  const file = new SourceFile();
  const secrets = new Map<string, string>();
  const leftOut: { object: string; reason: string }[] = [];
  const queues = new Set(actual.filter(({ kind }) => kind === 'queue').map(({ vhost, name }) => JSON.stringify([vhost, name])));
  const declarable = actual.filter(object => object.kind === 'vhost' || isDeclarable(object, queues, administrator));
  const objects = declarable.filter(({ body }) => !hasNull(body));
  const shared = {
    file,
    cluster: cluster.name,
    leaveOut: (object: TopologyObject, reason: string) => { leftOut.push({ object: titleOfObject(object), reason }); },
    needSecret: (name: string, content: string) => { secrets.set(name, content); },
  };
  declarable.filter(({ body }) => hasNull(body)).forEach((object) => { shared.leaveOut(object, 'one of its arguments has no value'); });
  file.use('Chart', 'cdk8s');
  file.use('IRabbitMQCluster');
  for (const { name = '' } of objects.filter(({ kind }) => kind === 'vhost')) {
    const within = objects.filter(object => (object.kind === 'vhost' ? object.name : object.user === undefined ? object.vhost : undefined) === name);
    if (name !== '/' || within.length > 1) {
      addVirtualHost({ ...shared, name, objects: within });
    }
  }
  addUsers({ ...shared, objects });
  const globals = objects.filter(({ kind }) => kind === 'global-parameter');
  file.space();
  globals.forEach(({ name = '', body: { value } }) => {
    file.add(`${file.use('RabbitMQTopology')}.of(cluster).addGlobalParameter(${literal(name)}, ${file.argument(value)});`);
  });
  return {
    typescript: file.text([`Declares the topology of ${titleOf(cluster)}, as it was when it was adopted.`]),
    secrets: [...secrets].map(([name, content]) => ({ name, content })),
    leftOut,
  };
}

function hasNull(value: Json): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).some(child => hasNull(child)));
}
