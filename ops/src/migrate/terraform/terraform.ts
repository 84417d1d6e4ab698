import { Attributes } from './attributes';
import { definitionsOf } from './kinds';
import type { TerraformResource } from './state';
import type { ClusterRef } from '../../core/cluster-ref';
import { counted } from '../../core/counted';
import { UsageError } from '../../core/errors';
import { objectsOf } from '../../topology/actual';
import { adopt, type AdoptedTopology } from '../../topology/adopt/adopt';
import { titleOfObject } from '../../topology/objects';
import { joinDefinitions } from '../definitions';
import { incomplete } from '../incomplete';

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
  const reasons = incomplete(objects, 'the state does');
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
