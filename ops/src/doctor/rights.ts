import { NEW_NAMESPACE_RIGHT, rightsToDeploy } from '../deploy/rights';
import { isRequestError } from '../core/errors';
import { type Check, finding, ifAllowed } from '../preflight/check';

/** Whether this user may deploy these manifests. */
export const rightsCheck: Check = ['Rights', ifAllowed('Rights', async ({ kubernetes, cluster, synthesized }) => {
  const missing: string[] = [];
  // a namespace that this user may not read is a missing right, and found below
  const isNamespaceMissing = await kubernetes.core.readNamespace({ name: cluster.namespace })
    .then(() => false, (error: unknown) => isRequestError(error, 404));
  const asked = [...rightsToDeploy(synthesized.manifests), ...isNamespaceMissing ? [NEW_NAMESPACE_RIGHT] : []]
    .flatMap(({ apiGroup = '', resources, verbs, clusterWide }) => resources.flatMap(resource => verbs.map(verb => ({ group: apiGroup, resource, verb, clusterWide }))));
  await Promise.all(asked.map(async ({ group, resource, verb, clusterWide }) => {
    const [name, subresource] = resource.split('/');
    // a Role in the namespace may allow the namespace itself
    const place = name === 'namespaces' ? { namespace: cluster.namespace, name: cluster.namespace } : clusterWide ? {} : { namespace: cluster.namespace };
    const resourceAttributes = { group, resource: name, subresource, verb, ...place };
    const review = await kubernetes.authorization.createSelfSubjectAccessReview({
      body: { spec: { resourceAttributes } },
    });
    if (review.status?.allowed !== true) {
      missing.push(`${verb} ${resource}${group ? ` (${group})` : ''}`);
    }
  }));
  return missing.length === 0
    ? ['all that this deploy needs']
    : finding('rights-missing', 'critical', `This user lacks ${missing.length} of the rights that a deploy needs`, '"rabbitmq-k8s rbac deploy" prints a Role with them', missing.sort().join(', '));
})];
