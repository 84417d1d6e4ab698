import { ApiObject, ApiObjectMetadata, Chart, Duration } from 'cdk8s';
import { ISecret, k8s, Namespaces, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { adapterConfiguration, AdapterRule, queuesRule } from './adapter-rules';
import { MAX_STABILIZATION_SECONDS, within } from './behavior';
import { consumedQueues } from './consumed-queues';
import { consumerLoad } from './consumer-load';
import { CONSUMER_RULES, ConsumerSubject } from './consumer-rules';
import { RabbitMQConsumerScalerMethod, RabbitMQConsumerScalerProps } from './consumer-scaler-props';
import { KedaObjects } from './keda';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { lastingLabels } from '../cluster/interface/labels';
import { checksum } from '../kubernetes/checksum';
import { addManifest } from '../kubernetes/manifest';
import { platformSecret } from '../topology/users/platform-user';
import { RabbitMQUser } from '../topology/users/user';
import { RabbitMQUserTag } from '../topology/users/user-props';
import { Validation } from '../validation/validation';
import { withPath } from '../validation/errors';
import { requireObjectName } from '../kubernetes/dns-name';
import { validateProps } from '../validation/props';

/**
 * Scales what consumes from queues by how much there is to do, from nothing up: by KEDA, or by a
 * HorizontalPodAutoscaler with the Prometheus adapter. KEDA asks the brokers' HTTP API, as AMQP doesn't tell of the
 * messages that are being worked on.
 *
 * @throws at construction if a prop is wrong in itself; at synth, all at once, if props don't go together
 */
export class RabbitMQConsumerScaler extends Construct {
  /** The ScaledObject, or the HorizontalPodAutoscaler without KEDA. */
  public readonly scaler: ApiObject;
  /** The TriggerAuthentication with which KEDA asks the brokers; none without KEDA. */
  public readonly authentication?: ApiObject;
  /** What the Prometheus adapter has to be configured with, as YAML; none with KEDA. */
  public readonly adapterRules?: string;

  private readonly subject: ConsumerSubject;

  public constructor(scope: Construct, id: string, props: RabbitMQConsumerScalerProps) {
    super(scope, id);
    const { cluster, method = RabbitMQConsumerScalerMethod.KEDA } = props;
    const byKeda = method === RabbitMQConsumerScalerMethod.KEDA;
    const { minReplicas, maxReplicas, cooldownSeconds } = validateProps(this, 'RabbitMQConsumerScalerProps', props, {
      consumers: () => { requireObjectName('consumers.name', props.consumers.name); },
      minReplicas: () => numberOfConsumers('minReplicas', props.minReplicas ?? (byKeda ? 0 : 1)),
      maxReplicas: () => numberOfConsumers('maxReplicas', props.maxReplicas ?? 10),
      cooldownSeconds: () => within('cooldown', props.cooldown ?? Duration.minutes(5), 0, MAX_STABILIZATION_SECONDS),
    });
    this.subject = { ...props, minReplicas, maxReplicas };
    if (byKeda) {
      const { scaledObject, authentication } = withPath(this.node.path, () => new KedaObjects(this, 'Keda', {
        ...this.subject,
        cooldownSeconds,
        metadata: this.metadata,
        credentials: props.credentials ?? this.sharedUser(),
      }));
      this.scaler = scaledObject;
      this.authentication = authentication;
      cluster.connections.allowManagementFrom(props.allowFrom ?? Pods.select(this, 'KedaPods', {
        labels: { app: 'keda-operator' },
        namespaces: Namespaces.select(this, 'KedaNamespace', { names: ['keda'] }),
      }));
    } else {
      const rule = queuesRule(cluster, props.queues, this.metricName);
      this.adapterRules = adapterConfiguration({ external: [rule] });
      this.scaler = this.addAutoscaler(rule, cooldownSeconds);
    }
    new Validation(this, CONSUMER_RULES, () => this.subject);
  }

  private get metadata(): ApiObjectMetadata & { readonly name: string } {
    const { cluster, consumers, labels } = this.subject;
    return { name: consumers.name, labels: { ...labels, ...lastingLabels(cluster.clusterName) } };
  }

  /** Of this scaler alone: the adapter has one list of metrics for all namespaces. */
  private get metricName(): string {
    const names = [Chart.of(this).namespace, this.subject.consumers.name].filter(part => part !== undefined);
    // with hyphens and dots as underscores, "shop" and "eu-billing" would be "shop-eu" and "billing"
    const parts = names.some(name => /[^a-z0-9]/.test(name)) ? [...names, checksum(names.join('/'), 5)] : names;
    return ['rabbitmq_messages', ...parts].join('_').replace(/[^a-z0-9_]/g, '_');
  }

  private addAutoscaler(rule: AdapterRule, stabilizationWindowSeconds: number): ApiObject {
    const { consumers: { name, kind = 'Deployment', apiVersion = 'apps/v1' }, load, minReplicas, maxReplicas } = this.subject;
    return addManifest(this, 'Resource', k8s.KubeHorizontalPodAutoscalerV2, this.metadata, {
      spec: () => ({
        scaleTargetRef: { apiVersion, kind, name },
        minReplicas,
        maxReplicas,
        metrics: [{
          type: 'External',
          external: { metric: { name: rule.name.as }, target: { type: 'AverageValue', averageValue: k8s.Quantity.fromString(String(consumerLoad(load).messages)) } },
        }],
        behavior: { scaleDown: { stabilizationWindowSeconds } },
      }),
    });
  }

  /** The platform's user for scaling: made by the first scaler of the cluster's consumers. */
  private sharedUser(): ISecret {
    const { cluster, queues } = this.subject;
    const { namespace } = Chart.of(this);
    if (cluster.namespace !== namespace) {
      throw new Error(`cluster "${cluster.clusterName}" is in namespace "${cluster.namespace ?? ''}" but the consumer is in "${namespace ?? ''}", where KEDA can't read the Secret of the `
        + 'cluster\'s user "scaling". Copy it there, for example with RabbitMQExternalSecret, and pass it as credentials');
    }
    return userOf(cluster, consumedQueues(queues, cluster).vhost).secret;
  }
}

/** One for each virtual host, which may enter that alone. */
function userOf(cluster: IRabbitMQCluster, vhost: string): RabbitMQUser {
  const chart = Chart.of(cluster);
  const name = vhost === cluster.defaultVirtualHost ? 'scaling' : `scaling-${checksum(vhost, 5)}`;
  const id = `${cluster.clusterName}-${name}-user`;
  const found = chart.node.tryFindChild(id) as RabbitMQUser | undefined;
  return found
    ?? new RabbitMQUser(chart, id, {
      // a user reads figures of queues only in virtual hosts where it has a permission
      cluster,
      name,
      tags: [RabbitMQUserTag.MONITORING],
      permissions: [{ vhost }],
      secretName: platformSecret(cluster, name),
    });
}

/** The largest number of replicas that Kubernetes accepts. */
const MAX_CONSUMERS = 2 ** 31 - 1;

function numberOfConsumers(field: string, value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > MAX_CONSUMERS) {
    throw new Error(`${field} is ${value}: it must be a whole number from 0 to ${MAX_CONSUMERS}`);
  }
  return value;
}
