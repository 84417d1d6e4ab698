import { type PodsOf, totalOf } from './pod-needs';
import type { Kubernetes } from '../kubernetes/library';
import { scalar } from '../kubernetes/quantity';

type Item = Kubernetes.V1LimitRangeItem;

/**
 * Where pods, or a volume of the size `storage`, are outside a LimitRange, in words.
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export function limitViolations(
  { metadata, spec }: Kubernetes.V1LimitRange,
  pods: readonly PodsOf[],
  storage: string | undefined,
): string[] {
  return (spec?.limits ?? []).flatMap((item) => {
    switch (item.type) {
      case 'Container': return pods.flatMap(({ owner, pod }) => [...pod.containers, ...pod.initContainers ?? []].flatMap(({ name, resources }) =>
        ofContainer(item, resources).map(text => `container ${name} of ${owner} ${text}`)));
      case 'Pod': return pods.flatMap(({ owner, pod }) => ofPod(item, pod).map(text => `a pod of ${owner} ${text}`));
      case 'PersistentVolumeClaim': return [...tooLow(item, 'storage', storage), ...tooHigh(item, 'storage', storage)].map(text => `a volume ${text}`);
      default: return [];
    }
  }).map(text => `${metadata?.name}: ${text}`);
}

/** With the defaults of the range, which Kubernetes sets before it checks. */
function ofContainer(item: Item, { requests = {}, limits = {} }: Kubernetes.V1ResourceRequirements = {}): string[] {
  return resourcesOf(item).flatMap((resource) => {
    const limit = limits[resource] ?? item._default?.[resource] ?? item.max?.[resource];
    const request = requests[resource]
      ?? limits[resource]
      ?? item.defaultRequest?.[resource]
      ?? item._default?.[resource]
      ?? item.min?.[resource];
    const ratio = item.maxLimitRequestRatio?.[resource];
    const isTooFar = ratio !== undefined
      && limit !== undefined
      && request !== undefined
      && scalar(limit) > scalar(request) * scalar(ratio);
    return [
      ...tooLow(item, resource, request),
      ...tooHigh(item, resource, limit),
      ...isTooFar ? [`has a ${resource} limit of ${limit} for a request of ${request}, more than ${ratio} times`] : [],
    ];
  });
}

function ofPod(item: Item, pod: Kubernetes.V1PodSpec): string[] {
  return resourcesOf(item).flatMap(resource => [
    ...tooLow(item, resource, totalOf(pod, 'requests', resource)),
    ...tooHigh(item, resource, totalOf(pod, 'limits', resource)),
  ]);
}

function tooLow({ min }: Item, resource: string, amount: string | number | undefined): string[] {
  const least = min?.[resource];
  return least !== undefined && amount !== undefined && scalar(amount) < scalar(least) ? [`requests ${resource} ${shown(resource, amount)}, at least ${least} is required`] : [];
}

function tooHigh({ max }: Item, resource: string, amount: string | number | undefined): string[] {
  const most = max?.[resource];
  return most !== undefined && amount !== undefined && scalar(amount) > scalar(most) ? [`takes ${resource} ${shown(resource, amount)}, at most ${most} is allowed`] : [];
}

function shown(resource: string, amount: string | number): string {
  return typeof amount === 'string' ? amount : resource === 'cpu' ? String(amount) : `${Math.round(amount / 2 ** 20)}Mi`;
}

function resourcesOf({ min = {}, max = {}, maxLimitRequestRatio = {} }: Item): string[] {
  return [...new Set([min, max, maxLimitRequestRatio].flatMap(Object.keys))];
}
