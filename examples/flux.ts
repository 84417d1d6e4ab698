import { Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * Flux: for a Kustomization with `prune: true` and `wait: true`. Immutable objects have a hash in their name, so
 * `force` is not necessary. Brokers stay when the Kustomization is deleted.
 */
export class FluxChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'messaging' });

    const { cluster } = new RabbitMQDeployment(this, 'RabbitMQ', { profile: RabbitMQProfile.TEST, cluster: { name: 'reconciled' } });
    cluster.statefulSet.metadata.addAnnotation('kustomize.toolkit.fluxcd.io/prune', 'disabled');
    // `kubectl scale` or an autoscaler sets the number of brokers: without the field, Flux does not reset it
    cluster.statefulSet.addJsonPatch(JsonPatch.remove('/spec/replicas'));
  }
}
