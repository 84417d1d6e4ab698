import { Attributes } from './attributes';
import { definitionsOf } from './kinds';
import type { TerraformResource } from './state';
import type { ClusterRef } from '../../core/cluster-ref';
import { counted } from '../../core/counted';
import { UsageError } from '../../core/errors';
import { objectsOf } from '../../topology/actual';
import { adopt, type AdoptedTopology } from '../../topology/adopt/adopt';
import { titleOfObject, type TopologyObject } from '../../topology/objects';
import { joinDefinitions } from '../definitions';

const PROVIDER = 'cyrilgdn/rabbitmq';

/**
 * Writes TypeScript for the resources of a Terraform state.
 *
 * @throws UsageError where none is of RabbitMQ, or one is not as the provider writes it
 */
export function migrateTerraform(
  resources: readonly TerraformResource[], cluster: Partial<ClusterRef> = {},
): AdoptedTopology {
  const ours = resources.filter(({ type }) => type.startsWith('rabbitmq_'));
  const others = counted(resources.length - ours.length, 'resource');
  if (ours.length === 0) {
    throw new UsageError(`the Terraform state has no resource of the provider ${PROVIDER}, and ${others} of other providers: pass the state that has the queues and users`);
  }
  const converted = ours.map(resource => ({
    resource, definitions: definitionsOf(resource.type, () => Attributes.of(resource)),
  }));
  const objects = objectsOf(joinDefinitions(converted.map(({ definitions = {} }) => definitions)));
  const reasons = incomplete(objects);
  const adopted = adopt({ name: 'rabbitmq-cluster', namespace: 'default', ...cluster }, objects.filter(object => !reasons.has(object)));
  return {
    ...adopted,
    leftOut: [
      ...adopted.leftOut,
      ...[...reasons].map(([object, reason]) => ({ object: titleOfObject(object), reason })),
      ...converted.filter(({ definitions }) => definitions === undefined).map(({ resource }) => ({ object: resource.address, reason: 'rabbitmq-k8s does not know this kind of resource' })),
      ...(ours.length < resources.length ? [{ object: `${others} of other providers`, reason: `only those of ${PROVIDER} are read` }] : []),
    ],
  };
}

/** Objects that can't be declared without another, which Terraform does not manage, and why. */
function incomplete(objects: readonly TopologyObject[]): ReadonlyMap<TopologyObject, string> {
  const keys = new Set(objects.map(({ kind, vhost, name }) => JSON.stringify([kind, vhost, name])));
  const has = (...key: readonly (string | undefined)[]): boolean => keys.has(JSON.stringify(key));
  const bindings = objects.filter(one => one.kind === 'binding' && one.destination_type === 'queue' && !has('queue', one.vhost, one.destination));
  const permissions = objects.filter(one => (one.kind === 'permission' || one.kind === 'topic-permission') && !has('user', undefined, one.user));
  return new Map([
    ...bindings.map(one => [one, 'the state does not have its queue'] as const),
    ...permissions.map(one => [one, 'the state does not have its user'] as const),
  ]);
}
