import { Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/**
 * For Flux: a Kustomization with `prune: true` and `wait: true` takes it as it is. Objects that can't be changed have a
 * hash in their name, so that nothing has to be forced, and brokers stay when the Kustomization goes.
 */
export class FluxChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'messaging' });

    const { cluster } = new RabbitMQDeployment(this, 'RabbitMQ', { profile: RabbitMQProfile.TEST, cluster: { name: 'reconciled' } });
    cluster.statefulSet.metadata.addAnnotation('kustomize.toolkit.fluxcd.io/prune', 'disabled');
    // where `kubectl scale` or an autoscaler decides how many there are, Flux must not have a say in it
    cluster.statefulSet.addJsonPatch(JsonPatch.remove('/spec/replicas'));
  }
}
