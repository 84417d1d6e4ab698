import { k8s } from 'cdk8s-plus-28';
import { byteQuantity, cpuQuantity, quantityProblems } from './quantity';

type Quantities = Readonly<Record<string, k8s.Quantity | string | number>>;

const CHECKS: Readonly<Record<string, (field: string, text: string) => number>> = {
  cpu: (field, text) => cpuQuantity(field, text, '500m'),
  memory: (field, text) => byteQuantity(field, text, '256Mi'),
  'ephemeral-storage': (field, text) => byteQuantity(field, text, '1Gi'),
};

/**
 * The problems of the requests and limits of a container, one text each.
 *
 * @param field the prop for messages: `auxiliaryPods.resources`
 */
export function resourceProblems(
  field: string,
  { requests = {}, limits = {} }: { readonly requests?: Quantities; readonly limits?: Quantities },
): string[] {
  const problems = Object.entries({ requests, limits }).flatMap(([group, quantities]) =>
    Object.entries(quantities).flatMap(([resource, quantity]) =>
      quantityProblems(() => CHECKS[resource]?.(`${field}.${group}.${resource}`, textOf(quantity)) ?? 1)));
  if (problems.length > 0) {
    return problems;
  }
  return Object.keys(CHECKS).filter(resource => resource in requests && resource in limits).flatMap((resource) => {
    const [request, limit] = [textOf(requests[resource]), textOf(limits[resource])];
    const value = (text: string): number => CHECKS[resource](field, text);
    return value(request) > value(limit) ? [`${field}.requests.${resource} is "${request}", above ${field}.limits.${resource} "${limit}": lower the request or raise the limit`] : [];
  });
}

/** `k8s.Quantity` holds the text that is rendered; manifests and untyped code have the text itself. */
function textOf(quantity: k8s.Quantity | string | number): string {
  return String(typeof quantity === 'object' ? quantity.value : quantity);
}
