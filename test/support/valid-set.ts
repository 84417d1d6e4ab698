import { Manifest } from './manifest';

const metadata = (name: string): Manifest['metadata'] => ({ name, namespace: 'shop', labels: { app: 'broker' } });

/** A set of manifests without a fault, in which each kind of reference is there at least once. */
export function validSet(): Manifest[] {
  return structuredClone<Manifest[]>([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata('broker'), imagePullSecrets: [{ name: 'registry' }] },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: metadata('broker'), rules: [
      { apiGroups: [''], resources: ['endpoints'], resourceNames: ['broker-nodes'], verbs: ['get'] },
    ] },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', metadata: metadata('broker'),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'broker' },
      subjects: [{ kind: 'ServiceAccount', name: 'broker', namespace: 'shop' }] },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('broker-config'), data: { 'broker.conf': 'heartbeat = 60\nlog.file = false\n', level: 'info' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('bootstrap'), data: {
      program: 'main(_) -> X = undefined,\n  X.\n',
      'password.json': JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'password' }, stringData: { password: '{{random}}' } }),
    } },
    { apiVersion: 'batch/v1', kind: 'Job', metadata: metadata('bootstrap-1a2b3'), spec: { template: {
      metadata: { labels: { app: 'bootstrap' } },
      spec: {
        serviceAccountName: 'default',
        containers: [{ name: 'make', command: ['run', '/bootstrap/program', '/bootstrap/password.json'], volumeMounts: [{ name: 'files', mountPath: '/bootstrap' }] }],
        volumes: [{ name: 'files', configMap: { name: 'bootstrap' } }],
      },
    } } },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: metadata('broker'), spec: {
      serviceName: 'broker-nodes',
      selector: { matchLabels: { app: 'broker' } },
      template: { metadata: { labels: { app: 'broker' } }, spec: brokerPod() },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
    } },
    { apiVersion: 'v1', kind: 'Service', metadata: metadata('broker'), spec: {
      selector: { app: 'broker' }, ports: [{ name: 'amqp', port: 5672, targetPort: 'amqp' }, { name: 'ui', port: 80, targetPort: 15672 }],
    } },
    { apiVersion: 'v1', kind: 'Service', metadata: metadata('broker-nodes'), spec: {
      clusterIP: 'None', selector: { app: 'broker' }, ports: [{ name: 'epmd', port: 4369 }],
    } },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: metadata('broker'), spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'broker' } } } },
    { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: metadata('broker'), spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'broker' },
    } },
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: metadata('broker'), spec: {
      podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['broker', 'other'] }] }, ingress: [{ ports: [{ port: 'amqp' }] }],
    } },
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: metadata('broker'), spec: {
      defaultBackend: { service: { name: 'broker', port: { number: 80 } } },
      rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'broker', port: { name: 'ui' } } } }] } }],
      tls: [{ secretName: 'certificate' }],
    } },
    { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'TLSRoute', metadata: metadata('broker'), spec: { rules: [{ backendRefs: [{ name: 'broker', port: 80 }] }] } },
    { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'BackendTLSPolicy', metadata: metadata('broker'), spec: {
      targetRefs: [{ kind: 'Service', name: 'broker' }], validation: { caCertificateRefs: [{ kind: 'ConfigMap', name: 'broker-config' }] },
    } },
    { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: metadata('broker'), spec: { target: { name: 'external' }, data: [{ secretKey: 'token' }] } },
    { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata: metadata('broker'), spec: { secretName: 'issued' } },
    { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', metadata: metadata('broker'), spec: {
      selector: { matchLabels: { app: 'broker' } },
      endpoints: [{ port: 'ui', bearerTokenSecret: { name: 'external', key: 'token' }, basicAuth: { password: { name: 'password', key: 'password' } }, tlsConfig: { ca: { secret: { name: 'issued', key: 'ca.crt' } } } }],
    } },
    { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor', metadata: metadata('broker'), spec: {
      selector: { matchLabels: { app: 'broker' } }, podMetricsEndpoints: [{ port: 'amqp' }],
    } },
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: metadata('backup'), spec: { accessModes: ['ReadWriteOnce'] } },
    { apiVersion: 'batch/v1', kind: 'CronJob', metadata: metadata('backup'), spec: { jobTemplate: { spec: { template: {
      metadata: { labels: { app: 'backup' } },
      spec: {
        containers: [{ name: 'backup', volumeMounts: [{ name: 'target', mountPath: '/backup' }] }],
        volumes: [{ name: 'target', persistentVolumeClaim: { claimName: 'backup' } }],
      },
    } } } } },
  ]);
}

/** What the set names without having it. */
export const VALID_EXTERNAL = { Secret: ['registry', 'certificate'] };

function brokerPod(): object {
  return {
    serviceAccountName: 'broker',
    imagePullSecrets: [{ name: 'registry' }],
    topologySpreadConstraints: [{ topologyKey: 'zone', labelSelector: { matchLabels: { app: 'broker' } } }],
    initContainers: [{ name: 'setup', envFrom: [{ configMapRef: { name: 'broker-config' } }], volumeMounts: [{ name: 'all', mountPath: '/all' }] }],
    containers: [{
      name: 'broker',
      env: [
        { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'broker-config', key: 'level' } } },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'password', key: 'password' } } },
        { name: 'SPARE', valueFrom: { secretKeyRef: { name: 'spare', key: 'spare', optional: true } } },
      ],
      ports: [{ name: 'amqp', containerPort: 5672 }, { name: 'epmd', containerPort: 4369 }],
      startupProbe: { tcpSocket: { port: 'amqp' } },
      readinessProbe: { httpGet: { port: 15672 } },
      lifecycle: { preStop: { httpGet: { port: 'amqp' } } },
      volumeMounts: [
        { name: 'data', mountPath: '/data' },
        { name: 'conf', mountPath: '/etc/broker.conf', subPath: 'renamed.conf' },
        { name: 'all', mountPath: '/etc/password', subPath: 'password' },
      ],
    }],
    volumes: [
      { name: 'conf', configMap: { name: 'broker-config', items: [{ key: 'broker.conf', path: 'renamed.conf' }] } },
      { name: 'all', projected: { sources: [{ configMap: { name: 'broker-config' } }, { secret: { name: 'password' } }] } },
      { name: 'tls', secret: { secretName: 'certificate', items: [{ key: 'tls.crt', path: 'tls.crt' }] } },
    ],
  };
}
