import { OWN_QUEUES } from '../broker/own-queues';
import type { ClusterRef } from '../core/cluster-ref';
import type { Manifest } from '../kubernetes/objects';

/** PerfTest, RabbitMQ's own load generator: https://perftest.rabbitmq.com */
export const PERF_TEST_IMAGE = 'pivotalrabbitmq/perf-test:2.25.0';

const CONTAINER = 'perf-test';
const QUEUE = `${OWN_QUEUES}perf-test`;
/** How long the test's queue exists without use, in milliseconds. */
const QUEUE_EXPIRES_MS = 10 * 60_000;
/** How much longer than the test its pod may run, in seconds: Java starts, and the image is pulled. */
const SPARE_S = 300;
/** How long Kubernetes keeps the Job if nobody deletes it, in seconds. */
const KEPT_S = 600;

/** The load of a test. */
export interface Load {
  /** In seconds. */
  readonly durationS: number;
  readonly producers: number;
  readonly consumers: number;
  /** Of each message, in bytes. */
  readonly messageBytes: number;
  /**
   * Messages per second of each producer.
   * @default - as fast as confirms allow
   */
  readonly rate?: number;
  /** Unconfirmed messages of each producer. */
  readonly unconfirmed: number;
}

/** PerfTest's arguments. */
export function argumentsOf({ durationS, producers, consumers, messageBytes, rate, unconfirmed }: Load): string[] {
  return [
    '--time', String(durationS),
    '--producers', String(producers),
    '--consumers', String(consumers),
    '--size', String(messageBytes),
    '--confirm', String(unconfirmed),
    ...rate === undefined ? [] : ['--rate', String(rate)],
    '--qos', '500', '--multi-ack-every', '100',
    '--queue', QUEUE, '--flag', 'persistent', '--auto-delete', 'false',
    '--queue-args', `x-queue-type=quorum,x-expires=${QUEUE_EXPIRES_MS}`,
  ];
}

/** The labels of the test's pod. */
export function perfTestLabels({ name }: ClusterRef): Readonly<Record<string, string>> {
  return { app: 'rabbitmq-perf-test', cluster: name, 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' };
}

/**
 * A Job with PerfTest, which reads the address and the password from the administrator's Secret, and a NetworkPolicy
 * that allows it.
 */
export function perfTestManifests(cluster: ClusterRef, name: string, image: string, load: Load): Manifest[] {
  const labels = perfTestLabels(cluster);
  const metadata = { name, namespace: cluster.namespace, labels };
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: { matchLabels: { app: 'rabbitmq', cluster: cluster.name } },
        policyTypes: ['Ingress'],
        ingress: [{ from: [{ podSelector: { matchLabels: { app: labels.app, cluster: cluster.name } } }], ports: [{ port: 'amqp' }, { port: 'amqps' }] }],
      },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      spec: {
        backoffLimit: 0,
        activeDeadlineSeconds: load.durationS + SPARE_S,
        ttlSecondsAfterFinished: KEPT_S,
        template: {
          metadata: { labels },
          spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [{
              name: CONTAINER,
              image,
              args: argumentsOf(load),
              env: [{ name: 'RABBITMQ_PERF_TEST_URI', valueFrom: { secretKeyRef: { name: `${cluster.name}-credentials`, key: 'uri' } } }],
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
              resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '2', memory: '1Gi' } },
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
            }],
            volumes: [{ name: 'tmp', emptyDir: {} }],
          },
        },
      },
    },
  ];
}
