import type { ApiType, Kubernetes, KubernetesLibrary } from './library';
import { ifFound, isRequestError } from '../core/errors';

/** A Kubernetes object as YAML has it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;

  readonly [field: string]: unknown;
}

export interface ManifestMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An object in the cluster. */
export interface LiveObject extends Manifest {
  readonly metadata: ManifestMetadata & {
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly generation?: number;
  };
}

/** Which object it is. */
export type ObjectRef = Pick<Manifest, 'apiVersion' | 'kind'> & { readonly metadata: Pick<ManifestMetadata, 'name' | 'namespace'> };

/** Fields of an object that are changed, and which object; `null` takes one away. */
export type Change = Pick<Manifest, 'apiVersion' | 'kind'> & {
  readonly metadata: ObjectRef['metadata'] & { readonly annotations?: Readonly<Record<string, string | null>>; readonly labels?: Readonly<Record<string, string | null>> };
  readonly [field: string]: unknown;
};

/** The name of our fields in server-side apply. */
export const FIELD_MANAGER = 'rabbitmq-k8s';

/** Options for `KubernetesObjects.apply()`. */
export interface ApplyOptions {
  /**
   * Whether the API server only says what would come of it.
   * @default false
   */
  readonly dryRun?: boolean;
  /**
   * @default 'rabbitmq-k8s'
   */
  readonly fieldManager?: string;
}

/** The part of a connection that makes clients of API groups. */
export interface ClientSource {
  readonly library: KubernetesLibrary;
  client<T extends Kubernetes.ApiType>(type: ApiType<T>): T;
}

/**
 * Objects of any kind, by their manifests. The library's own `patch`, `create` and `read` drop fields that its types
 * don't know; these send and give all of them.
 */
export class KubernetesObjects {
  private readonly api: RawObjectApi;

  public constructor(private readonly connection: ClientSource) {
    this.api = rawObjectApi(connection);
  }

  /** Server-side apply, taking over fields that others have set. Returns what is in the cluster then. */
  public async apply(manifest: Manifest, options: ApplyOptions = {}): Promise<LiveObject> {
    return this.api.raw('PATCH', 'patch', manifest, {
      fieldManager: options.fieldManager ?? FIELD_MANAGER,
      fieldValidation: 'Strict',
      force: 'true',
      ...options.dryRun && { dryRun: 'All' },
    }, this.connection.library.PatchStrategy.ServerSideApply);
  }

  /**
   * Changes the fields that `change` names, as a strategic merge patch, and leaves the others. Returns what is in
   * the cluster then.
   */
  public async patch(change: Change): Promise<LiveObject> {
    return this.api.raw('PATCH', 'patch', change, { fieldManager: FIELD_MANAGER }, this.connection.library.PatchStrategy.StrategicMergePatch);
  }

  /** The same as a JSON merge patch, which custom resources accept too; lists are replaced as a whole. */
  public async mergePatch(change: Change): Promise<LiveObject> {
    return this.api.raw('PATCH', 'patch', change, { fieldManager: FIELD_MANAGER }, this.connection.library.PatchStrategy.MergePatch);
  }

  /** The object; undefined where there is none, or none of its kind. */
  public async read(ref: ObjectRef): Promise<LiveObject | undefined> {
    try {
      return await ifFound(this.api.raw('GET', 'read', ref));
    } catch (error) {
      if (isUnknownKind(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * What the API server answers at a path: its discovery, and lists of any kind; `accept` asks for another form of it.
   */
  public async get<T>(path: string, accept?: string): Promise<T> {
    return await this.api.get(path, accept) as T;
  }

  /** Deletes the object; false where there was none. */
  public async delete(ref: ObjectRef, options: { readonly propagationPolicy?: 'Foreground' | 'Background' | 'Orphan' } = {}): Promise<boolean> {
    const query = { propagationPolicy: options.propagationPolicy ?? 'Background' };
    return await ifFound(this.api.raw('DELETE', 'delete', ref, query)) !== undefined;
  }

  /** Whether the API server knows the kind. */
  public async knows(apiVersion: string, kind: string): Promise<boolean> {
    return this.api.knows(apiVersion, kind);
  }
}

/** Whether the error says that the API server doesn't know the kind of an object, as its definition isn't there. */
export function isUnknownKind(error: unknown): boolean {
  return isRequestError(error, 404) || (error instanceof Error && error.message.startsWith('Unrecognized API version and kind'));
}

type Method = `${Kubernetes.HttpMethod}`;
type Action = 'patch' | 'read' | 'delete';

interface RawObjectApi {
  raw(
    method: Method,
    action: Action,
    ref: ObjectRef,
    query?: Readonly<Record<string, string>>,
    contentType?: string,
  ): Promise<LiveObject>;
  get(path: string, accept?: string): Promise<unknown>;
  knows(apiVersion: string, kind: string): Promise<boolean>;
}

/** Subclass that uses the client library's object paths; the library is loaded at run time only. */
function rawObjectApi(connection: ClientSource): RawObjectApi {
  const { KubernetesObjectApi, HttpMethod } = connection.library;
  class Api extends KubernetesObjectApi implements RawObjectApi {
    public async raw(
      method: Method,
      action: Action,
      ref: ObjectRef,
      query: Readonly<Record<string, string>> = {},
      contentType?: string,
    ): Promise<LiveObject> {
      const request = this.request(method, await this.specUriPath(structuredClone(ref), action));
      Object.entries(query).forEach(([name, value]) => { request.setQueryParam(name, value); });
      if (contentType !== undefined) {
        request.setHeaderParam('Content-Type', contentType);
        request.setBody(JSON.stringify(ref));
      }
      return await this.sent(request) as LiveObject;
    }

    public async get(path: string, accept?: string): Promise<unknown> {
      return this.sent(this.request('GET', path, accept));
    }

    public async knows(apiVersion: string, kind: string): Promise<boolean> {
      try {
        return await this.resource(apiVersion, kind) !== undefined;
      } catch (error) {
        if (isUnknownKind(error)) {
          return false;
        }
        throw error;
      }
    }

    private request(method: Method, path: string, accept = 'application/json'): Kubernetes.RequestContext {
      const request = this.configuration.baseServer.makeRequestContext(path, HttpMethod[method]);
      request.setHeaderParam('Accept', accept);
      return request;
    }

    private async sent(request: Kubernetes.RequestContext): Promise<unknown> {
      await this.configuration.authMethods.default?.applySecurityAuthentication(request);
      const response = await this.configuration.httpApi.send(request).toPromise();
      return JSON.parse(await response.body.text()) as unknown;
    }
  }
  return connection.client(Api);
}
