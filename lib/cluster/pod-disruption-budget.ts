import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQDisruptionBudgetOptions } from './disruption-budget-options';
import { LiveModel } from './live-model';
import { addManifest } from '../kubernetes/manifest';

/** Whether the cluster has a PodDisruptionBudget. */
export function hasDisruptionBudget(props: RabbitMQDisruptionBudgetOptions, replicas: number): boolean {
  return props.enabled ?? replicas > 1;
}

/** Adds the PodDisruptionBudget of the brokers, if the cluster has one. */
export function addPodDisruptionBudget(scope: Construct, model: LiveModel): void {
  const { names, disruptionBudget, replicas } = model.current;
  if (hasDisruptionBudget(disruptionBudget, replicas)) {
    addManifest(scope, 'DisruptionBudget', k8s.KubePodDisruptionBudget, model.metadata(names.disruptionBudget), {
      spec: () =>
        renderDisruptionBudget(model.current.disruptionBudget, model.current.replicas, model.current.selector),
    });
  }
}

function renderDisruptionBudget(
  props: RabbitMQDisruptionBudgetOptions,
  replicas: number,
  matchLabels: Record<string, string>,
): k8s.PodDisruptionBudgetSpec {
  const number = (value: number | undefined): k8s.IntOrString | undefined =>
    value === undefined ? undefined : k8s.IntOrString.fromNumber(value);
  return {
    selector: { matchLabels },
    minAvailable: number(props.minAvailable),
    maxUnavailable: number(props.maxUnavailable ?? (props.minAvailable === undefined ? 1 : undefined)),
    // With two brokers, one that isn't ready may still be the half that holds the data.
    unhealthyPodEvictionPolicy: replicas > 2 ? 'AlwaysAllow' : undefined,
  };
}
