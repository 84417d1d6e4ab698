import { type Check, finding, ifAllowed } from './examination';
import { DEPLOY_RIGHTS } from '../../deployment/rights';

/** Whether this user may deploy. */
export const rightsCheck: Check = ['Rights', ifAllowed('Rights', async ({ kubernetes, cluster }) => {
  const missing: string[] = [];
  const asked = DEPLOY_RIGHTS.filter(({ optional }) => !optional)
    .flatMap(({ apiGroup = '', resources, verbs, clusterWide }) => resources.flatMap(resource => verbs.map(verb => ({ group: apiGroup, resource, verb, clusterWide }))));
  await Promise.all(asked.map(async ({ group, resource, verb, clusterWide }) => {
    const [name, subresource] = resource.split('/');
    const review = await kubernetes.authorization.createSelfSubjectAccessReview({
      body: { spec: { resourceAttributes: { group, resource: name, subresource, verb, ...!clusterWide && { namespace: cluster.namespace } } } },
    });
    if (review.status?.allowed !== true) {
      missing.push(`${verb} ${resource}${group ? ` (${group})` : ''}`);
    }
  }));
  return missing.length === 0
    ? ['all that a deploy takes']
    : finding('rights-missing', 'critical', `This user lacks ${missing.length} of the rights that a deploy takes`, '"rabbitmq-k8s rbac deploy" prints a Role that has them', missing.sort().join(', '));
})];
