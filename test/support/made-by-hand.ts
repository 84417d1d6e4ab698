import { Manifest } from './manifest';

const labels = { app: 'mq' };
const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/**
 * A broker as people write one for themselves, which `examples/adopted.ts` serves. Secret `mq-default-user` has its
 * administrator.
 */
export function madeByHand(namespace: string): Manifest[] {
  const metadata = (name: string): Manifest['metadata'] => ({ name, namespace, labels });
  const ports = [['amqp', 5672], ['management', 15_672], ['prometheus', 15_692]] as const;
  const fromSecret = (name: string, key: string): object => ({ name, valueFrom: { secretKeyRef: { name: 'mq-default-user', key } } });
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('mq-plugins'), data: { enabled_plugins: '[rabbitmq_management,rabbitmq_prometheus].\n' } },
    { apiVersion: 'v1', kind: 'Service', metadata: metadata('mq'), spec: { selector: labels, ports: ports.map(([name, port]) => ({ name, port })) } },
    { apiVersion: 'v1', kind: 'Service', metadata: metadata('mq-headless'), spec: { clusterIP: 'None', selector: labels, ports: [{ name: 'epmd', port: 4369 }] } },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: metadata('mq'), spec: {
      serviceName: 'mq-headless',
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: {
        securityContext: { runAsNonRoot: true, runAsUser: 999, runAsGroup: 999, fsGroup: 999, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: 'rabbitmq',
          image: 'rabbitmq:4.3.6-management',
          env: [
            fromSecret('RABBITMQ_DEFAULT_USER', 'username'),
            fromSecret('RABBITMQ_DEFAULT_PASS', 'password'),
            { name: 'RABBITMQ_ENABLED_PLUGINS_FILE', value: '/plugins/enabled_plugins' },
          ],
          ports: [...ports.map(([name, containerPort]) => ({ name, containerPort })), { name: 'epmd', containerPort: 4369 }],
          readinessProbe: { tcpSocket: { port: 'amqp' } },
          securityContext: restricted,
          volumeMounts: [{ name: 'data', mountPath: '/var/lib/rabbitmq' }, { name: 'plugins', mountPath: '/plugins' }],
        }],
        volumes: [{ name: 'data', emptyDir: {} }, { name: 'plugins', configMap: { name: 'mq-plugins' } }],
      } },
    } },
  ];
}
