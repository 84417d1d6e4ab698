/** @jest-environment ./ops/test/support/environment.ts */
import { COMMANDS } from '../../src/cli/commands';
import { nameOf } from '../../src/cli/commands/command';
import type { DeploymentConfig } from '../../src/inventory/config';
import { rightsToDeploy } from '../../src/deploy/rights';
import { synthesize } from '../../src/inventory/synth';
import { examine } from '../../src/doctor/doctor';
import type { Manifest } from '../../src/kubernetes/objects';
import type { Right } from '../../src/kubernetes/rights';
import { operate } from '../../src/operation/operation';
import { FakeApiServer, refusal } from '../support/api-server';

const RESOURCES: Readonly<Record<string, string>> = {
  BackendTLSPolicy: 'backendtlspolicies', HTTPRoute: 'httproutes',
  ConfigMap: 'configmaps', CronJob: 'cronjobs', Certificate: 'certificates', Deployment: 'deployments', HorizontalPodAutoscaler: 'horizontalpodautoscalers', Ingress: 'ingresses',
  Job: 'jobs', NetworkPolicy: 'networkpolicies', PersistentVolumeClaim: 'persistentvolumeclaims', PodDisruptionBudget: 'poddisruptionbudgets', PrometheusRule: 'prometheusrules',
  Role: 'roles', RoleBinding: 'rolebindings', Service: 'services', ServiceAccount: 'serviceaccounts', ServiceMonitor: 'servicemonitors', StatefulSet: 'statefulsets',
  ValidatingAdmissionPolicy: 'validatingadmissionpolicies', ValidatingAdmissionPolicyBinding: 'validatingadmissionpolicybindings',
};

const CONFIGS: readonly DeploymentConfig[] = [
  {}, { profile: 'dev' }, { profile: 'test', hpa: true }, { monitoring: true, ingress: 'mq.example.com' }, { profile: 'prod', ingress: 'mq.example.com', hpa: true },
];

const rightsOf = (command: string): readonly Right[] => COMMANDS.find(entry => nameOf(entry) === command)!.rights;
const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? apiVersion.split('/')[0] : '');
const gives = (rights: readonly Right[], group: string, resource: string, verb: string, clusterWide = false): boolean =>
  rights.some(right => (right.apiGroup ?? '') === group && right.resources.includes(resource) && right.verbs.includes(verb) && (right.clusterWide ?? false) === clusterWide);

/** The verbs on kinds of these manifests that the rights don't give. */
function lacking(rights: readonly Right[], manifests: readonly Manifest[], verbs: readonly string[]): string[] {
  return [...new Set(manifests.flatMap(({ apiVersion, kind, metadata: { namespace } }) =>
    verbs.filter(verb => !gives(rights, groupOf(apiVersion), RESOURCES[kind], verb, namespace === undefined)).map(verb => `${verb} ${kind}`)))];
}

describe.each(CONFIGS.map(config => [config] as const))('with %j', (config) => {
  const { manifests } = synthesize(config);

  test('deploy names the rights on all that it applies, and on all that its Roles give', () => {
    expect(lacking(rightsOf('deploy'), manifests, ['get', 'create', 'patch'])).toEqual([]);
    const rules = manifests.filter(({ kind }) => kind === 'Role').flatMap(({ rules: some }) => some as { apiGroups: string[]; resources: string[]; verbs: string[] }[]);
    const given = rules.flatMap(({ apiGroups, resources, verbs }) => apiGroups.flatMap(group =>
      resources.flatMap(resource => verbs.map(verb => [group, resource, verb] as const))));
    expect(given.filter(([group, resource, verb]) => !gives(rightsOf('deploy'), group, resource, verb))).toEqual([]);
  });

  test('the rights of this very deploy are enough, and no others', () => {
    const rights = rightsToDeploy(manifests);
    expect(lacking(rights, manifests, ['get', 'create', 'patch'])).toEqual([]);
    for (const [kind, part] of [['CronJob', 'batch'], ['ServiceMonitor', 'monitoring.coreos.com'], ['Ingress', 'networking.k8s.io'], ['PersistentVolumeClaim', '']]) {
      expect(gives(rights, part, RESOURCES[kind], 'create')).toBe(manifests.some(manifest => manifest.kind === kind));
    }
  });

  test('cleanup names the rights on all that it deletes', () => {
    expect(lacking(rightsOf('cleanup'), manifests, ['get', 'delete'])).toEqual([]);
  });
});

test('deploy may not delete volumes', () => {
  expect(gives(rightsOf('deploy'), '', 'persistentvolumeclaims', 'delete')).toBe(false);
});

describe('the doctor\'s word on rights', () => {
  /** What the doctor sees where the user may do all but what `isDenied` says; all else that it asks is refused. */
  const seenWith = async (config: DeploymentConfig, isDenied: (
    attributes: { group: string; resource: string; verb: string },
  ) => boolean): Promise<string> => {
    const server = await FakeApiServer.start(({ path, body }) => {
      if (path.endsWith('/selfsubjectaccessreviews')) {
        return { status: 201, body: { ...body, status: { allowed: !isDenied(body.spec.resourceAttributes) } } };
      }
      return path.includes('/statefulsets/') || /\/namespaces\/[a-z]+$/.test(path) ? refusal(404, 'NotFound', 'not found') : refusal(403, 'Forbidden', 'forbidden');
    });
    try {
      const { examinations } = await operate(server.connection(), {}, { name: 'doctor', timeoutMs: 10_000 }, operation => examine(operation, config));
      const { seen, finding } = examinations.find(({ subject }) => subject === 'Rights')!;
      return finding?.evidence ?? seen;
    } finally {
      await server.stop();
    }
  };

  test('is about this deploy: what its parts need too, and no others', async () => {
    const noJobs = ({ resource }: { resource: string }): boolean => resource === 'cronjobs';
    await expect(seenWith({ profile: 'prod' }, noJobs)).resolves.toBe('create cronjobs (batch), get cronjobs (batch), patch cronjobs (batch)');
    await expect(seenWith({ profile: 'test' }, noJobs)).resolves.toBe('all that this deploy needs');
  });

  test('is about the namespace too, where it isn\'t there yet', async () => {
    await expect(seenWith({}, ({ resource, verb }) => resource === 'namespaces' && verb === 'create')).resolves.toBe('create namespaces');
  });
});
