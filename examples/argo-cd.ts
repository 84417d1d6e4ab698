import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQDeployment, RabbitMQProfile } from 'cdk8s-rabbitmq';

/** What is there before the brokers are: the Job that makes their Secrets, and what it needs. */
const FIRST = ['bootstrap', 'tools'];

/**
 * For Argo CD: the Job that makes Secrets is a wave of its own, so that no broker waits for them, and what looks at
 * brokers comes after those. A Job has a hash of its content in its name: a changed one is a new one, and the old one
 * is pruned.
 */
export class ArgoCdChart extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'messaging' });

    const { cluster, monitoring } = new RabbitMQDeployment(this, 'RabbitMQ', { profile: RabbitMQProfile.TEST, cluster: { name: 'synced' } });
    for (const object of this.node.findAll().filter(construct => ApiObject.isApiObject(construct))) {
      object.metadata.addAnnotation('argocd.argoproj.io/sync-wave', wave(object));
    }
    // messages are worth more than a clean slate: whoever deletes the Application keeps the brokers
    cluster.statefulSet.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'Delete=false,Prune=false');
    // the first sync may be before the Prometheus operator's
    monitoring?.scrapeResource?.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'SkipDryRunOnMissingResource=true');
  }
}

function wave({ kind, metadata }: ApiObject): string {
  if (FIRST.includes(metadata.getLabel('app.kubernetes.io/component') ?? '')) {
    return '-1';
  }
  return kind === 'ServiceMonitor' ? '1' : '0';
}
