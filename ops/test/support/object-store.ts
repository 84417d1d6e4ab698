import { refusal, type Answer, type Received } from './api-server';
import type { Manifest } from '../../src/kubernetes/objects';

/** A kind that the API server knows. */
interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly resource: string;
  readonly namespaced?: false;
  /** @default - all that there are */
  readonly verbs?: readonly string[];
}

const KINDS: readonly Kind[] = [
  ...Object.entries({ ConfigMap: 'configmaps', Secret: 'secrets', Service: 'services', ServiceAccount: 'serviceaccounts', PersistentVolumeClaim: 'persistentvolumeclaims', Pod: 'pods', Event: 'events' })
    .map(([kind, resource]) => ({ apiVersion: 'v1', kind, resource })),
  { apiVersion: 'v1', kind: 'Namespace', resource: 'namespaces', namespaced: false },
  { apiVersion: 'apps/v1', kind: 'StatefulSet', resource: 'statefulsets' },
  { apiVersion: 'batch/v1', kind: 'CronJob', resource: 'cronjobs' },
  { apiVersion: 'batch/v1', kind: 'Job', resource: 'jobs' },
  { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', resource: 'leases' },
  { apiVersion: 'metrics.k8s.io/v1beta1', kind: 'PodMetrics', resource: 'pods', verbs: ['get', 'list'] },
  { apiVersion: 'example.com/v1', kind: 'Order', resource: 'orders' },
];

/** An API server's objects of one namespace and of none; answers requests as `FakeApiServer` hands them over. */
export class ObjectStore {
  private readonly objects = new Map<string, Manifest>();
  private uids = 0;

  public constructor(
    objects: readonly Manifest[],
    /** What isn't answered as usual. */
    private readonly except: (request: Received) => Answer = () => undefined,
  ) {
    objects.forEach((object) => { this.add(object); });
  }

  /** What is there, as `Kind name`. */
  public get names(): string[] {
    return [...this.objects.values()].map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
  }

  public add(object: Manifest, path = pathOf(object)): void {
    this.uids += 1;
    this.objects.set(path, { ...object, metadata: { uid: `uid-${this.uids}`, resourceVersion: '1', ...object.metadata } } as Manifest);
  }

  public readonly answer = (request: Received): Answer => {
    const { method, path, query, body } = request;
    const answered = this.except(request) ?? discovery(path);
    if (answered !== undefined) {
      return answered;
    }
    if (path.endsWith('/selfsubjectaccessreviews')) {
      return { status: 201, body: { ...body, status: { allowed: true } } };
    }
    const kind = KINDS.find(({ apiVersion, resource }) => path.startsWith(rootOf(apiVersion)) && path.endsWith(`/${resource}`));
    if (kind !== undefined && method === 'POST') {
      this.add({ apiVersion: kind.apiVersion, kind: kind.kind, ...body }, `${path}/${body.metadata.name}`);
      return { status: 201, body };
    }
    if (kind !== undefined) {
      const items = [...this.objects.entries()].filter(([key, { metadata }]) => key.startsWith(`${path}/`) && isSelected(metadata.labels ?? {}, query.get('labelSelector')));
      return { body: { kind: `${kind.kind}List`, apiVersion: kind.apiVersion, items: items.map(([, item]) => item) } };
    }
    const found = this.objects.get(path);
    if (found === undefined && method !== 'PATCH') {
      return refusal(404, 'NotFound', `${path} not found`);
    }
    if (method === 'DELETE') {
      this.objects.delete(path);
    } else if (method !== 'GET') {
      this.objects.set(path, { ...found, ...body, metadata: { ...found?.metadata, ...body.metadata } });
    }
    return { body: this.objects.get(path) ?? found };
  };
}

function discovery(path: string): Answer {
  const groups = [...new Set(KINDS.map(({ apiVersion }) => apiVersion))].filter(apiVersion => apiVersion !== 'v1');
  if (path === '/apis') {
    return { body: { kind: 'APIGroupList', groups: groups.map(groupVersion => ({ name: groupVersion.split('/')[0], versions: [{ groupVersion }], preferredVersion: { groupVersion } })) } };
  }
  const kinds = KINDS.filter(({ apiVersion }) => path === rootOf(apiVersion));
  const all = ['create', 'delete', 'get', 'list', 'patch', 'update'];
  const resources = kinds.map(
    ({ resource, kind, namespaced = true, verbs = all }) => ({ name: resource, kind, namespaced, verbs }),
  );
  return resources.length === 0 ? undefined : { body: { kind: 'APIResourceList', resources } };
}

function rootOf(apiVersion: string): string {
  return apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
}

function pathOf({ apiVersion, kind, metadata: { name, namespace } }: Manifest): string {
  const { resource } = KINDS.find(candidate => candidate.apiVersion === apiVersion && candidate.kind === kind)!;
  return `${rootOf(apiVersion)}${namespace === undefined ? '' : `/namespaces/${namespace}`}/${resource}/${name}`;
}

function isSelected(labels: Readonly<Record<string, string>>, selector: string | null): boolean {
  return (selector ?? '').split(',').filter(part => part !== '').every((part) => {
    const [name, value] = part.split('=');
    return labels[name] === value;
  });
}
