import { parseAllDocuments } from 'yaml';
import { kubernetes, config, messageOf, type Kubernetes } from './kubernetes';

/** A Kubernetes object as YAML has it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string> };

  [field: string]: any;
}

const FIELD_MANAGER = 'e2e';

/** The manifests of a YAML stream, in its order; a document that is no YAML throws. */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map((document) => {
      if (document.errors.length > 0) {
        throw document.errors[0];
      }
      return document.toJS() as Manifest | null;
    })
    .filter(manifest => manifest !== null);
}

/** Server-side apply, in the order given. `namespace` is for those that name none. */
export async function apply(manifests: readonly Manifest[], namespace: string): Promise<void> {
  const api = ApplyApi.within(namespace);
  for (const manifest of manifests) {
    try {
      await api.apply(manifest, false);
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
  const api = ApplyApi.within(namespace);
  try {
    await api.apply(manifest, true);
  } catch (error) {
    return messageOf(error);
  }
  return api.warnings.length > 0 ? api.warnings.map(warning => `warning: ${warning}`).join('\n') : undefined;
}

/** The library's `patch` drops fields that its types don't know, which the API server is to judge here: this sends all. */
class ApplyApi extends kubernetes.KubernetesObjectApi {
  public static within(namespace: string): ApplyApi {
    const api = config.makeApiClient(ApplyApi);
    api.defaultNamespace = namespace;
    return api;
  }

  public readonly warnings: string[] = [];

  public async apply(manifest: Manifest, dry: boolean): Promise<void> {
    const body = structuredClone(manifest) as Kubernetes.KubernetesObject;
    const path = await this.specUriPath(body, 'patch');
    const request = this.configuration.baseServer.makeRequestContext(path, kubernetes.HttpMethod.PATCH);
    request.setHeaderParam('Accept', 'application/json');
    request.setHeaderParam('Content-Type', kubernetes.PatchStrategy.ServerSideApply);
    request.setQueryParam('fieldManager', FIELD_MANAGER);
    request.setQueryParam('fieldValidation', 'Strict');
    request.setQueryParam('force', 'true');
    if (dry) {
      request.setQueryParam('dryRun', 'All');
    }
    request.setBody(JSON.stringify(body));
    await this.requestPromise(request);
  }

  protected override async processResponse<T extends Kubernetes.KubernetesObject>(
    response: Kubernetes.ResponseContext,
    type?: string,
  ): Promise<T> {
    for (const [, text] of (response.headers.warning ?? '').matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)) {
      this.warnings.push(text.replace(/\\(.)/g, '$1'));
    }
    return super.processResponse(response, type);
  }
}
