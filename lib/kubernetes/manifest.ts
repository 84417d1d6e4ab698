import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { checksum } from './checksum';
import { withPath } from '../validation/errors';

/** A generated class of `k8s`: its kind and its typed renderer. */
interface ManifestClass<Props> {
  readonly GVK: { readonly apiVersion: string; readonly kind: string };
  manifest(props: Props): Record<string, unknown>;
}

/** What an object holds besides its metadata, asked for at synth, so that adders may change it until then. */
type Fields<Props> = { readonly [Field in Exclude<keyof Props, 'metadata'>]?: () => Props[Field] };

/** An object of ours, which tells whether it was changed from outside since it was last looked at. */
export class Manifest extends ApiObject {
  private patchCount = 0;

  public addJsonPatch(...patches: Parameters<ApiObject['addJsonPatch']>): void {
    super.addJsonPatch(...patches);
    this.patchCount += patches.length;
  }

  /** Another word after each change of metadata or patches. */
  public get revision(): string {
    return `${this.patchCount} ${JSON.stringify(this.metadata.toJson())}`;
  }
}

/** An object whose name ends in a checksum of its content. */
class ContentNamedManifest extends Manifest {
  public content: () => unknown = () => undefined;
  public hashLength = 0;

  public override toJson(): Record<string, unknown> {
    const manifest = super.toJson() as { readonly metadata: { readonly name: string } };
    const name = `${manifest.metadata.name}-${checksum(this.content(), this.hashLength)}`;
    return { ...manifest, metadata: { ...manifest.metadata, name } };
  }
}

/**
 * Makes a Kubernetes object that is typed where it is written and takes any JSON patch afterwards. An instance of the
 * generated class would drop fields of a patch that its type doesn't have.
 *
 * @throws if the chart, or another of the app in its namespace, has one of this kind and name already
 * @see https://github.com/cdk8s-team/cdk8s/issues/2172
 */
export function addManifest<Props>(
  scope: Construct,
  id: string,
  type: ManifestClass<Props>,
  metadata: ApiObjectMetadata,
  fields: Fields<Props>,
): Manifest {
  const manifest = new Manifest(scope, id, { ...type.GVK, metadata, ...late(scope, type, fields) });
  withPath(scope.node.path, () => { claimName(manifest); });
  return manifest;
}

/**
 * Makes an object that Kubernetes doesn't let change, such as a Job, with a checksum of its content at the end of its
 * name, so that changed content is another object. The content is asked for at synth, as the fields are.
 *
 * @throws if the chart, or another of the app in its namespace, has one of this kind and name already
 */
export function addContentNamed<Props>(
  scope: Construct,
  id: string,
  type: ManifestClass<Props>,
  metadata: ApiObjectMetadata,
  fields: Fields<Props>,
  content: () => unknown,
  hashLength = 5,
): Manifest {
  const manifest = new ContentNamedManifest(scope, id, { ...type.GVK, metadata, ...late(scope, type, fields) });
  manifest.content = content;
  manifest.hashLength = hashLength;
  withPath(scope.node.path, () => { claimName(manifest); });
  return manifest;
}

function late<Props>(
  { node: { path } }: Construct,
  type: ManifestClass<Props>,
  fields: Fields<Props>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<() => unknown>(fields as Record<string, () => unknown>).map(([field, produce]) => [
      field,
      Lazy.any({ produce: () => withPath(path, () => type.manifest({ [field]: produce() } as Props)[field]) }),
    ]),
  );
}

const owners = new WeakMap<IConstruct, Map<string, string>>();

/** A namespace is that of the whole app; without one, only the chart is known to be applied in one place. */
function claimName({ chart, kind, name, metadata, node }: Manifest): void {
  const namespace = metadata.namespace ?? chart.namespace;
  const scope = namespace === undefined ? chart : node.root;
  const taken = owners.get(scope) ?? new Map<string, string>();
  owners.set(scope, taken);
  const key = `${kind} ${namespace ?? ''} ${name}`;
  const owner = taken.get(key);
  if (owner !== undefined) {
    throw new Error(`name: ${kind} "${name}" is made twice${namespace === undefined ? '' : ` in namespace "${namespace}"`}, at ${owner} and at ${node.path}: give one of the clusters another name`);
  }
  taken.set(key, node.path);
}
