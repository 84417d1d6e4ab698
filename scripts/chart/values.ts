import { App, ApiObject, ApiObjectMetadataDefinition, Chart, Testing } from 'cdk8s';
import { RabbitMQWarnings } from 'cdk8s-rabbitmq';
import { corrected } from '../../ops/src/chart-values/corrections';
import { addExtraObjects, addParts } from '../../ops/src/chart-values/parts';
import { Values } from '../../ops/src/chart-values/values';

/** A Kubernetes object. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/**
 * What the constructs make of a values file.
 *
 * @throws with all that the library has against it
 */
export function synthesize(values: Values, namespace: string): Manifest[] {
  return Testing.synth(checked(corrected(values).values, namespace)) as Manifest[];
}

/** What the library warns of, by the names of its warnings. */
export function warningsOf(values: Values, namespace: string): string[] {
  return checked(corrected(values).values, namespace).node
    .findAll()
    .flatMap(construct => (construct as { warnings?: string[] }).warnings ?? []);
}

function checked(values: Values, namespace: string): Chart {
  const chart = new Chart(new App(), 'deployment', { namespace });
  RabbitMQWarnings.of(chart).silence();
  if (values.cluster.enabled) {
    const { cluster, backup } = addParts(chart, values);
    // until a broker is replaced, it mounts the programs of the release before
    keep(ApiObject.of(cluster.node.findChild('Programs')));
    // helm would take the backups along with the release, or with backup.enabled
    keep(backup?.claim);
  }
  addExtraObjects(chart, values);
  const errors = chart.node.findAll().flatMap(construct => construct.node.validate());
  if (errors.length > 0) {
    throw new Error(errors.join('\n'));
  }
  return chart;
}

/** Has helm leave an object where a release no longer has it. */
function keep(object: { readonly metadata: ApiObjectMetadataDefinition } | undefined): void {
  object?.metadata.addAnnotation('helm.sh/resource-policy', 'keep');
}
