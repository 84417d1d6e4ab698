import { authentication } from './authentication';
import { RequestRetry } from './retry';
import { httpLibrary } from './http';
import { type ApiType, type Kubernetes, type KubernetesLibrary, loadLibrary } from './library';
import { KubernetesObjects } from './objects';
import { messageOf, UsageError } from '../core/errors';

/** Which Kubernetes cluster to talk to. */
export interface ConnectOptions {
  /**
   * The path of a kubeconfig file.
   * @default - what KUBECONFIG names, ~/.kube/config, or the pod's service account
   */
  readonly kubeconfig?: string;
  /**
   * The context in the kubeconfig.
   * @default - the current one
   */
  readonly context?: string;
}

/** What the library names the context that it makes up, of http://localhost:8080, where it finds no kubeconfig. */
const MADE_UP_CONTEXT = 'loaded-context';

/**
 * Connection to a cluster with the kubeconfig's credentials. The signal passed to `within()` aborts requests. If the
 * API server is unavailable, requests that are safe to repeat are retried for 45 s: reads, server-side apply, and
 * requests without an effect.
 */
export class KubernetesConnection {
  /**
   * Reads the kubeconfig; asks the API server nothing.
   *
   * @throws UsageError if there is none, or it can't be read, or has no such context
   */
  public static async open(options: ConnectOptions = {}): Promise<KubernetesConnection> {
    const library = await loadLibrary();
    const config = new library.KubeConfig();
    try {
      if (options.kubeconfig === undefined) {
        config.loadFromDefault();
      } else {
        config.loadFromFile(options.kubeconfig);
      }
    } catch (error) {
      const { code, path = options.kubeconfig } = error as NodeJS.ErrnoException;
      const why = error instanceof TypeError ? 'it is empty, or no kubeconfig' : code === 'ENOENT' ? 'there is no such file' : messageOf(error);
      throw new UsageError(`the kubeconfig${path === undefined ? '' : ` ${path}`} can't be read: ${why}`, { cause: error });
    }
    if (options.kubeconfig === undefined && config.getCurrentContext() === MADE_UP_CONTEXT) {
      throw new UsageError('there is no kubeconfig: KUBECONFIG isn\'t set, there is no ~/.kube/config, and this is no pod with a service account. Name one by --kubeconfig or KUBECONFIG');
    }
    if (options.context !== undefined) {
      if (!config.getContexts().some(({ name }) => name === options.context)) {
        throw new UsageError(`the kubeconfig has no context "${options.context}": it has ${config.getContexts().map(({ name }) => name).join(', ') || 'none'}`);
      }
      config.setCurrentContext(options.context);
    }
    return new KubernetesConnection(library, config);
  }

  /** What the API server warned of: deprecations, Pod Security. */
  public readonly warnings: string[] = [];

  private anyKind?: KubernetesObjects;
  private readonly clients = new Map<unknown, unknown>();

  /** With a library and a configuration that are loaded already. */
  public constructor(
    public readonly library: KubernetesLibrary,
    public readonly config: Kubernetes.KubeConfig,
    public readonly signal?: AbortSignal,
    private readonly troubled?: (text: string) => void,
    private readonly contact = new RequestRetry(),
  ) {
    if (!config.getCurrentCluster()) {
      throw new UsageError('the kubeconfig\'s current context names no cluster: set KUBECONFIG, or choose a context');
    }
  }

  /**
   * The same with requests that end when `signal` aborts.
   *
   * @param troubled hears why requests are tried again, once until the API server answers
   */
  public within(signal: AbortSignal, troubled = this.troubled): KubernetesConnection {
    return new KubernetesConnection(this.library, this.config, signal, troubled, this.contact);
  }

  /**
   * The same with requests that no signal ends, for what has to be done at the end of an operation
   * that was interrupted.
   */
  public detached(): KubernetesConnection {
    return new KubernetesConnection(this.library, this.config, undefined, this.troubled, this.contact);
  }

  /**
   * Tries again what fails with an error after which it may be repeated, as long as the API server is likely
   * to come back.
   */
  public async retry<T>(attempt: () => Promise<T>, mayRepeat: (error: unknown) => boolean): Promise<T> {
    return this.contact.retry(attempt, { mayRepeat, signal: this.signal, troubled: this.troubled });
  }

  /** The API server's URL. */
  public get server(): string {
    return this.config.getCurrentCluster()?.server ?? '';
  }

  /** The namespace of the kubeconfig's context. */
  public get namespace(): string | undefined {
    return this.config.getContextObject(this.config.getCurrentContext())?.namespace;
  }

  public get core(): Kubernetes.CoreV1Api {
    return this.client(this.library.CoreV1Api);
  }

  public get apps(): Kubernetes.AppsV1Api {
    return this.client(this.library.AppsV1Api);
  }

  public get batch(): Kubernetes.BatchV1Api {
    return this.client(this.library.BatchV1Api);
  }

  public get policy(): Kubernetes.PolicyV1Api {
    return this.client(this.library.PolicyV1Api);
  }

  public get storage(): Kubernetes.StorageV1Api {
    return this.client(this.library.StorageV1Api);
  }

  public get autoscaling(): Kubernetes.AutoscalingV2Api {
    return this.client(this.library.AutoscalingV2Api);
  }

  public get coordination(): Kubernetes.CoordinationV1Api {
    return this.client(this.library.CoordinationV1Api);
  }

  public get authorization(): Kubernetes.AuthorizationV1Api {
    return this.client(this.library.AuthorizationV1Api);
  }

  public get custom(): Kubernetes.CustomObjectsApi {
    return this.client(this.library.CustomObjectsApi);
  }

  /** Objects of any kind, by their manifests. */
  public get objects(): KubernetesObjects {
    this.anyKind ??= new KubernetesObjects(this);
    return this.anyKind;
  }

  /** A client of any API group of the library. */
  public client<T extends Kubernetes.ApiType>(type: ApiType<T>): T {
    const known = this.clients.get(type) as T | undefined;
    const client = known ?? new type(this.library.createConfiguration({
      baseServer: new this.library.ServerConfiguration(this.server, {}),
      authMethods: { default: authentication(this.config, this.signal) },
      httpApi: httpLibrary(this),
    }));
    this.clients.set(type, client);
    return client;
  }
}
