import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/** Components of the first wave: the Job that creates the Secrets of the brokers, and what it needs. */
const FIRST = ['bootstrap', 'tools'];

/**
 * Argo CD: wave -1 creates Secrets, so that no broker waits for them, wave 0 the brokers, wave 1 monitoring. The name
 * of a Job has a hash of its content: a changed Job is a new Job, and Argo CD prunes the old one.
 */
export class ArgoCdChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'messaging' });

    const { cluster, monitoring } = new RabbitMQDeployment(this, 'RabbitMQ', { profile: RabbitMQProfile.TEST, cluster: { name: 'synced' } });
    for (const object of this.node.findAll().filter(construct => ApiObject.isApiObject(construct))) {
      object.metadata.addAnnotation('argocd.argoproj.io/sync-wave', wave(object));
    }
    // deleting the Application keeps the brokers and their messages
    cluster.statefulSet.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'Delete=false,Prune=false');
    // the first sync may run before the Prometheus operator is installed
    monitoring?.scrapeResource?.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'SkipDryRunOnMissingResource=true');
  }
}

function wave({ kind, metadata }: ApiObject): string {
  if (FIRST.includes(metadata.getLabel('app.kubernetes.io/component') ?? '')) {
    return '-1';
  }
  return kind === 'ServiceMonitor' ? '1' : '0';
}
