import { chartsOf } from '../../support/examples';
import { fit } from './fit';
import type { Manifest } from './manifests';

/** What a test machine has for each container. */
export const ROOM = { cpu: '20m', memory: '64Mi' };

/**
 * The charts of an example in another namespace, with requests that fit and one broker each; others that it names are
 * not there.
 */
export function oneBrokerEach(example: string, namespace: string): Manifest[][] {
  return chartsOf(example).map(manifests => fit(within(namespace, manifests), ROOM).map(manifest =>
    (manifest.kind === 'StatefulSet' ? { ...manifest, spec: { ...manifest.spec, replicas: 1 } } : manifest)));
}

/** The manifests of a chart in another namespace. */
export function within(namespace: string, manifests: readonly Manifest[]): Manifest[] {
  const [{ metadata }] = manifests;
  return JSON.parse(JSON.stringify(manifests).replace(new RegExp(`\\b${metadata.namespace}\\b`, 'g'), namespace)) as Manifest[];
}
