import { ApiObjectMetadata } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { programsName } from './names';
import { checksum } from '../../kubernetes/checksum';
import { addManifest } from '../../kubernetes/manifest';
import { Programs } from '../../rabbitmq/programs';

/** Well-known annotation: https://kubernetes.io/docs/reference/labels-annotations-taints/#description */
const DESCRIPTION = 'kubernetes.io/description';

/** The name of the ConfigMap that `addPrograms` makes. */
export function programsConfigMap(owner: string, programs: Programs): string {
  return programsName(owner, checksum(programs, 10));
}

/**
 * Adds an immutable ConfigMap with programs, whose name has a hash of them. Nobody can change a program that a pod runs, and pods
 * keep theirs until they are replaced.
 *
 * @param owner the metadata of what the programs belong to, whose name the ConfigMap's starts with
 * @returns the name of the ConfigMap
 */
export function addPrograms(scope: Construct, id: string, owner: ApiObjectMetadata & { readonly name: string }, programs: Programs): string {
  const name = programsConfigMap(owner.name, programs);
  addManifest(scope, id, k8s.KubeConfigMap, {
    ...owner,
    name,
    annotations: {
      ...owner.annotations,
      [DESCRIPTION]: 'Erlang programs of cdk8s-rabbitmq. They only change with the library, which then makes a ConfigMap of another name. '
        + 'Delete old ones when no pod uses them.',
    },
  }, { immutable: () => true, data: () => programs });
  return name;
}
