import { messageOf } from '../../../ops/src/core/errors';
import type { KubernetesConnection } from '../../../ops/src/kubernetes/connection';
import type { LiveObject } from '../../../ops/src/kubernetes/objects';
import { connection, e2e } from './kubernetes';

/** A Kubernetes object as YAML has it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string>;
  };

  [field: string]: any;
}

/** Server-side apply, in the order given. `namespace` is for those that name none. */
export async function apply(manifests: readonly Manifest[], namespace: string): Promise<void> {
  for (const manifest of manifests) {
    try {
      await applyTo(connection, manifest, namespace);
    } catch (error) {
      throw new Error(`${manifest.kind} ${manifest.metadata.name} was not applied: ${messageOf(error)}`);
    }
  }
}

/**
 * A strict server-side dry run: undefined where the API server takes the manifest without a word,
 * otherwise why it refuses it, or what it warns of (Pod Security, deprecations), as `warning: …`.
 */
export async function dryRun(manifest: Manifest, namespace: string): Promise<string | undefined> {
  const asked = connection.within(e2e.end);
  try {
    await applyTo(asked, manifest, namespace, true);
  } catch (error) {
    return messageOf(error);
  }
  return asked.warnings.length > 0 ? asked.warnings.map(warning => `warning: ${warning}`).join('\n') : undefined;
}

async function applyTo(
  { objects }: KubernetesConnection,
  manifest: Manifest,
  namespace: string,
  dryRun = false,
): Promise<LiveObject> {
  return objects.apply({ ...manifest, metadata: { namespace, ...manifest.metadata } }, { fieldManager: 'e2e', dryRun });
}
