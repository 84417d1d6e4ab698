import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { lastingLabels } from '../cluster/interface/labels';
import { BROKER_CONTAINER, ClusterNames } from '../cluster/interface/names';
import { addManifest } from '../kubernetes/manifest';
import { validateProps } from '../validation/props';

/** Properties for `RabbitMQVerticalAdvisor`. */
export interface RabbitMQVerticalAdvisorProps {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
  /**
   * Labels of the object beside the cluster's own.
   * @default - none
   */
  readonly labels?: Record<string, string>;
}

/** What of a VerticalPodAutoscaler is in use: https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md */
interface VerticalPodAutoscalerProps {
  readonly spec: {
    readonly targetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
    readonly updatePolicy: { readonly updateMode: string };
    readonly resourcePolicy: {
      readonly containerPolicies: {
        readonly containerName: string;
        readonly mode?: string;
        readonly controlledResources?: string[];
      }[];
    };
  };
}

const VERTICAL_POD_AUTOSCALER = {
  GVK: { apiVersion: 'autoscaling.k8s.io/v1', kind: 'VerticalPodAutoscaler' },
  manifest: (props: VerticalPodAutoscalerProps) => ({ ...props }),
};

/**
 * Has a VerticalPodAutoscaler recommend what brokers should request of CPU and memory. It changes nothing: a broker's
 * memory is a budget that follows `resources` of the cluster.
 */
export class RabbitMQVerticalAdvisor extends Construct {
  /** The VerticalPodAutoscaler, named `<cluster>-vpa`. */
  public readonly advisor: ApiObject;

  public constructor(scope: Construct, id: string, props: RabbitMQVerticalAdvisorProps) {
    super(scope, id);
    validateProps(this, 'RabbitMQVerticalAdvisorProps', props, {});
    const { cluster, labels } = props;
    const name = new ClusterNames(cluster.clusterName).verticalAdvisor;
    this.advisor = addManifest(this, 'Resource', VERTICAL_POD_AUTOSCALER, { name, namespace: cluster.namespace, labels: { ...labels, ...lastingLabels(cluster.clusterName) } }, {
      spec: () => ({
        targetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: cluster.clusterName },
        updatePolicy: { updateMode: 'Off' },
        resourcePolicy: {
          containerPolicies: [
            { containerName: BROKER_CONTAINER, controlledResources: ['cpu', 'memory'] },
            { containerName: '*', mode: 'Off' },
          ],
        },
      }),
    });
  }
}
