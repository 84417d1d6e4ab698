import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';

/** A generated class of `k8s`: its kind and its typed renderer. */
interface ManifestClass<Props> {
  readonly GVK: { readonly apiVersion: string; readonly kind: string };
  manifest(props: Props): Record<string, unknown>;
}

/** What an object holds besides its metadata, asked for at synth, so that adders may change it until then. */
type Fields<Props> = { readonly [Field in Exclude<keyof Props, 'metadata'>]?: () => Props[Field] };

/**
 * Makes a Kubernetes object that is typed where it is written and takes any JSON patch afterwards. An instance of the
 * generated class would drop whatever a patch adds that its type doesn't know.
 *
 * @see https://github.com/cdk8s-team/cdk8s/issues/2172
 */
export function addManifest<Props>(
  scope: Construct,
  id: string,
  type: ManifestClass<Props>,
  metadata: ApiObjectMetadata,
  fields: Fields<Props>,
): ApiObject {
  const late: Record<string, unknown> = {};
  for (const [field, produce] of Object.entries<() => unknown>(fields as Record<string, () => unknown>)) {
    late[field] = Lazy.any({ produce: () => type.manifest({ [field]: produce() } as Props)[field] });
  }
  return new ApiObject(scope, id, { ...type.GVK, metadata, ...late });
}
