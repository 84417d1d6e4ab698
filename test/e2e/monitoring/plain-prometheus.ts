import { isReady } from '../../../ops/src/kubernetes/pods';
import { blocksOf } from '../../support/docs-blocks';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { apply } from '../support/manifests';

const CONFIGURATION = '/etc/prometheus';
const RULES = '/etc/rabbitmq-rules';
const WEB = 9090;

/** The scrape configuration that docs/monitoring.md gives to those without the operator. */
function documented(): string {
  const [{ code }] = blocksOf('docs/monitoring.md').filter(({ heading, language }) => heading === 'Prometheus without the operator' && language === 'yaml');
  return code;
}

/** The image of the cluster's own Prometheus, which is sure to be had. */
async function image(): Promise<string> {
  const { items } = await core.listPodForAllNamespaces({ labelSelector: 'app.kubernetes.io/name=prometheus' });
  const found = items.flatMap(({ spec }) => spec?.containers ?? []).find(({ name }) => name === 'prometheus')?.image;
  if (found === undefined) {
    throw new Error('the cluster has no Prometheus whose image could be taken');
  }
  return found;
}

/** Runs a Prometheus in a namespace by a configuration file, which looks at that namespace only. */
export async function plainPrometheus(namespace: string, rules: string): Promise<void> {
  const metadata = { name: 'prometheus', labels: { 'app.kubernetes.io/name': 'prometheus' } };
  // a Role is enough where only its own namespace is looked at
  const scrape = documented().replace('role: endpoints', 'role: endpoints, namespaces: { own_namespace: true }');
  const role = 'rbac.authorization.k8s.io';
  await apply([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    { apiVersion: `${role}/v1`, kind: 'Role', metadata, rules: [{ apiGroups: [''], resources: ['services', 'endpoints', 'pods'], verbs: ['get', 'list', 'watch'] }] },
    { apiVersion: `${role}/v1`, kind: 'RoleBinding', metadata, roleRef: { apiGroup: role, kind: 'Role', name: metadata.name }, subjects: [{ kind: 'ServiceAccount', name: metadata.name }] },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'prometheus.yml': `global: { scrape_interval: 5s, evaluation_interval: 5s }\n${scrape}\n` } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: metadata.labels, ports: [{ name: 'web', port: WEB }] } },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec: {
        serviceAccountName: metadata.name,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 2000, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: 'prometheus',
          image: await image(),
          args: [`--config.file=${CONFIGURATION}/prometheus.yml`, '--storage.tsdb.path=/prometheus'],
          ports: [{ name: 'web', containerPort: WEB }],
          readinessProbe: { httpGet: { path: '/-/ready', port: WEB }, periodSeconds: 2 },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          volumeMounts: [{ name: 'configuration', mountPath: CONFIGURATION }, { name: 'rules', mountPath: RULES }, { name: 'data', mountPath: '/prometheus' }],
        }],
        volumes: [{ name: 'configuration', configMap: { name: metadata.name } }, { name: 'rules', configMap: { name: rules } }, { name: 'data', emptyDir: {} }],
      },
    },
  ], namespace);
  await eventually('Prometheus is Ready', 120_000, () => core.readNamespacedPod({ namespace, name: metadata.name }), isReady);
}
