import type { RabbitMQVersion } from 'cdk8s-rabbitmq';
import type { ScratchModel } from './scratch-model';
import type { ClusterRef } from '../core/cluster-ref';
import type { Kubernetes } from '../kubernetes/library';
import type { LiveObject, Manifest } from '../kubernetes/objects';

/** How long a scratch cluster lives at most. */
const DEADLINE_S = 3600;

const DNS = [{ protocol: 'UDP', port: 53 }, { protocol: 'TCP', port: 53 }];
/** Before 4.1, a broker finds its peers, itself included, through the API server. */
const API_SERVER = [{ protocol: 'TCP', port: 443 }, { protocol: 'TCP', port: 6443 }];

/** Denies all traffic of a scratch cluster except DNS. */
export function isolation({ namespace, name }: ClusterRef, version: RabbitMQVersion): Manifest {
  const ports = version.isAtLeast('4.1') ? DNS : [...DNS, ...API_SERVER];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `${name}-isolated`, namespace, labels: labelsOf(name) },
    spec: { podSelector: { matchLabels: { cluster: name } }, policyTypes: ['Ingress', 'Egress'], ingress: [], egress: [{ ports }] },
  };
}

/**
 * A Job that owns all objects of a scratch cluster. Kubernetes ends it at its deadline and deletes it, and the garbage
 * collector deletes what it owns. It is owned by the cluster beside which the scratch cluster stands.
 */
export function lifeline(
  { namespace, name }: ClusterRef,
  { image, pullSecrets }: ScratchModel,
  beside: Kubernetes.V1StatefulSet | undefined,
): Manifest {
  const { runAsUser = image.user, runAsGroup = image.group } = beside?.spec?.template.spec?.securityContext ?? {};
  const { name: owner, uid } = beside?.metadata ?? {};
  const ownerReferences = owner !== undefined && uid !== undefined ? [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: owner, uid }] : [];
  const metadata = { name, namespace, labels: labelsOf(name), ...ownerReferences.length > 0 && { ownerReferences } };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata,
    spec: {
      activeDeadlineSeconds: DEADLINE_S,
      ttlSecondsAfterFinished: 0,
      backoffLimit: 0,
      template: {
        metadata: { labels: labelsOf(name) },
        spec: {
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: 1,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          imagePullSecrets: pullSecrets.map(secret => ({ name: secret })),
          securityContext: { runAsNonRoot: true, runAsUser, runAsGroup, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [{
            name: 'deadline',
            image: image.reference,
            command: ['sleep', String(DEADLINE_S)],
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
            resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '64Mi' } },
          }],
        },
      },
    },
  };
}

/** A manifest in the scratch cluster's namespace, owned by its Job. */
export function owned(
  manifest: Manifest,
  namespace: string,
  { apiVersion, kind, metadata: { name, uid } }: LiveObject,
): Manifest {
  const metadata = { ...manifest.metadata, namespace, ownerReferences: [{ apiVersion, kind, name, uid }] };
  return { ...manifest, metadata };
}

function labelsOf(name: string): Readonly<Record<string, string>> {
  return { app: 'rabbitmq-verify', cluster: name, 'app.kubernetes.io/component': 'verify', 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' };
}
