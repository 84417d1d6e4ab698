import { scalar } from '../../../ops/src/kubernetes/quantity';
import type { Manifest } from './manifests';

/** The most that a container may request on a small machine. */
export interface Fit {
  readonly cpu: string;
  readonly memory: string;
}

interface Container {
  resources?: { requests?: Record<string, string | number>; limits?: Record<string, string | number> };
}

/**
 * Lowers the CPU and memory requests of every container to `most`, so that brokers of production size find room on
 * a small machine; limits and all else stay. A limit without a request would be the request: it gets one.
 */
export function fit(manifests: readonly Manifest[], most: Fit): Manifest[] {
  return manifests.map((manifest) => {
    const fitted = structuredClone(manifest);
    const template = fitted.spec?.jobTemplate?.spec?.template ?? fitted.spec?.template;
    const pod = fitted.kind === 'Pod' ? fitted.spec : template?.spec;
    for (const container of [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])] as Container[]) {
      lower(container, 'cpu', most.cpu);
      lower(container, 'memory', most.memory);
    }
    return fitted;
  });
}

function lower(container: Container, resource: string, most: string): void {
  const current = container.resources?.requests?.[resource] ?? container.resources?.limits?.[resource];
  if (current !== undefined && scalar(current) > scalar(most)) {
    container.resources!.requests = { ...container.resources!.requests, [resource]: most };
  }
}
