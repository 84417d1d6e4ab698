import { ApiObject, ApiObjectMetadata, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addManifest } from '../kubernetes/manifest';

/** User names that the HPA controller authenticates as: with a ServiceAccount for each controller, and without. */
const AUTOSCALERS = ['system:serviceaccount:kube-system:horizontal-pod-autoscaler', 'system:kube-controller-manager'];

const API_VERSION = 'admissionregistration.k8s.io/v1';

/** The kinds as of Kubernetes 1.30, whose fields in use are those of the beta that the types are of. */
const POLICY = {
  GVK: { apiVersion: API_VERSION, kind: 'ValidatingAdmissionPolicy' },
  manifest: (props: k8s.KubeValidatingAdmissionPolicyV1Beta1Props) =>
    k8s.KubeValidatingAdmissionPolicyV1Beta1.manifest(props) as Record<string, unknown>,
};
const BINDING = {
  GVK: { apiVersion: API_VERSION, kind: 'ValidatingAdmissionPolicyBinding' },
  manifest: (props: k8s.KubeValidatingAdmissionPolicyBindingV1Beta1Props) =>
    k8s.KubeValidatingAdmissionPolicyBindingV1Beta1.manifest(props) as Record<string, unknown>,
};

/**
 * Keeps the autoscaler of Kubernetes from even numbers of brokers, and nobody else: its own policies limit steps and
 * don't round them. It tries again until the load wants two brokers more, or two fewer.
 */
export function addOddSizes(
  scope: Construct,
  clusterName: string,
  namespace: string,
  metadata: ApiObjectMetadata & { readonly name: string },
): ApiObject {
  const name = `${namespace}-${metadata.name}`;
  const named: ApiObjectMetadata = { ...metadata, name, namespace: undefined };
  const policy = addManifest(scope, 'OddSizes', POLICY, named, {
    spec: () => ({
      failurePolicy: 'Fail',
      matchConstraints: {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
        resourceRules: [{
          apiGroups: ['apps'], apiVersions: ['v1'], resources: ['statefulsets/scale'], operations: ['UPDATE'], resourceNames: [clusterName],
        }],
      },
      matchConditions: [{
        name: 'by-the-autoscaler',
        expression: `request.userInfo.username in [${AUTOSCALERS.map(user => `"${user}"`).join(', ')}]`,
      }],
      validations: [{
        expression: 'object.spec.replicas % 2 == 1 || oldObject.spec.replicas % 2 == 0',
        messageExpression: '"an even number of brokers, " + string(object.spec.replicas) + ", tolerates no more failures than one less: '
          + 'there are " + string(oldObject.spec.replicas) + " until the load asks for two more, or two fewer"',
      }],
    }),
  });
  const binding = addManifest(scope, 'OddSizesBinding', BINDING, named, {
    spec: () => ({ policyName: name, validationActions: ['Deny'] }),
  });
  // cdk8s gives every object the chart's namespace
  [policy, binding].forEach((object) => {
    if (object.metadata.namespace !== undefined) {
      object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
  });
  return policy;
}
