import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { adapterConfiguration } from './adapter-rules';
import { RabbitMQAutoscalerProps } from './autoscaler-props';
import { AUTOSCALER_RULES, AutoscalerSubject } from './autoscaler-rules';
import { renderBehavior } from './behavior';
import { addOddSizes } from './odd-sizes';
import { RabbitMQScalingMetric, scalingMetric } from './scaling-metric';
import { objectLabels } from '../cluster/interface/labels';
import { ClusterNames } from '../cluster/interface/names';
import { requireBrokers } from '../cluster/interface/replica-range';
import { isScalable } from '../cluster/interface/traits';
import { addManifest } from '../kubernetes/manifest';
import { Validation } from '../validation/validation';
import { validateProps } from '../validation/props';

const MIN_REPLICAS = 3;

/**
 * Adds brokers to a cluster where its load asks for them, and takes them away when it long hasn't: a
 * HorizontalPodAutoscaler of the StatefulSet, which leaves its number of replicas open then. CPU and memory come
 * from metrics-server.
 *
 * @throws at construction if a prop is wrong in itself; at synth, all at once, if props don't go together
 */
export class RabbitMQAutoscaler extends Construct {
  /** The HorizontalPodAutoscaler, named `<cluster>-hpa`. */
  public readonly autoscaler: ApiObject;
  /**
   * The ValidatingAdmissionPolicy that keeps it from even numbers; none where `oddSizes` is false or the
   * namespace isn't known.
   */
  public readonly oddSizesPolicy?: ApiObject;

  /**
   * Configuration of the Prometheus adapter, as YAML, which serves the metrics of brokers that the autoscaler uses;
   * undefined where it isn't needed.
   */
  public readonly adapterRules?: string;

  private readonly subject: AutoscalerSubject;
  private readonly validation: Validation<AutoscalerSubject>;

  public constructor(scope: Construct, id: string, props: RabbitMQAutoscalerProps) {
    super(scope, id);
    const { cluster } = props;
    const { minReplicas, maxReplicas, metrics, behavior } = validateProps(this, 'RabbitMQAutoscalerProps', props, {
      minReplicas: () => numberOfBrokers('minReplicas', props.minReplicas ?? MIN_REPLICAS),
      maxReplicas: () => numberOfBrokers('maxReplicas', props.maxReplicas ?? 9),
      metrics: () => requireMetrics(props.metrics ?? [RabbitMQScalingMetric.cpu(70), RabbitMQScalingMetric.memory(80)]),
      behavior: () => renderBehavior(props.scaleOut, props.scaleIn),
    });
    const rules = metrics.flatMap(metric => scalingMetric(metric).adapterRule ?? []);
    this.adapterRules = rules.length > 0 ? adapterConfiguration({ custom: rules }) : undefined;
    this.subject = { ...props, metrics, minReplicas, maxReplicas, oddSizes: props.oddSizes ?? true };
    if (maxReplicas >= minReplicas && isScalable(cluster)) {
      cluster.scaleBetween(minReplicas, maxReplicas);
    }
    const metadata = this.metadata;
    this.autoscaler = addManifest(this, 'Resource', k8s.KubeHorizontalPodAutoscalerV2, metadata, {
      spec: () => ({
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: cluster.clusterName },
        minReplicas,
        maxReplicas,
        metrics: metrics.map(metric => scalingMetric(metric).render(cluster)),
        behavior,
      }),
    });
    const { namespace } = cluster;
    if (this.subject.oddSizes && namespace !== undefined) {
      this.oddSizesPolicy = addOddSizes(this, cluster.clusterName, namespace, metadata);
    }
    this.validation = new Validation(this, AUTOSCALER_RULES, () => this.subject, props);
  }

  /**
   * Warnings that aren't acknowledged: settings that are valid but probably unintended. The same texts are
   * printed at synth.
   */
  public get warnings(): string[] {
    return this.validation.warnings;
  }

  private get metadata(): ApiObjectMetadata & { readonly name: string } {
    const { cluster, labels } = this.subject;
    return {
      name: new ClusterNames(cluster.clusterName).autoscaler,
      namespace: cluster.namespace,
      labels: { ...labels, ...objectLabels(cluster.clusterName, cluster.version.version) },
    };
  }
}

function requireMetrics(metrics: RabbitMQScalingMetric[]): RabbitMQScalingMetric[] {
  if (metrics.length === 0) {
    throw new Error('metrics is empty: nothing would be scaled. Remove it for CPU and memory, or add a metric');
  }
  return metrics;
}

/** A majority of two is both: the loss of either stops everything. */
function numberOfBrokers(field: string, value: number): number {
  if (!Number.isInteger(value) || value < MIN_REPLICAS) {
    throw new Error(`${field} is ${value}: it must be a whole number of ${MIN_REPLICAS} or more, because fewer brokers lose their majority with one failure`);
  }
  return requireBrokers(field, value);
}
