import { SHIPPED } from '../../lib/rabbitmq/shipped-plugins';
import { withDefaults } from './defaults';
import { SERIES } from './features';
import { check, quoted, Said, warningsIn } from './said';

/** A warning of the library's, by its name. */
interface Warning extends Said {
  readonly id: string;
}

const HOST = { enabled: true, host: 'mq.example.com' };
const BUCKET = { enabled: true, destination: { s3: { bucket: 'pail', credentials: 'login' } } };

/** What the chart prints; `$c` is its context. */
const warnings = (): readonly Warning[] => [
  ...SERIES.map(series => ({
    id: 'version-unsupported', when: `eq $c.series "${series}"`, values: { image: { tag: `${series}.77-management` } }, slots: { [`${series}.77`]: '$c.version' },
  })).filter(({ id, values }) => messageOf({ id, values }) !== undefined),
  {
    id: 'image-alpine', when: 'and $c.production $c.alpine', values: { cluster: { production: true }, image: { tag: '4.3.6-management-alpine' } },
    slots: { '"rabbitmq:4.3.6-management-alpine"': '$c.image | quote' },
  },
  { id: 'plain-in-production', when: 'and $c.production (eq $c.tls "none")', values: { cluster: { production: true } } },
  { id: 'plain-in-production', when: 'and $c.production (eq $c.tls "both")', values: { cluster: { production: true }, tls: { enabled: true } } },
  {
    id: 'inter-node-plain-in-production', when: 'and $c.production (ne $c.highest "1") (eq $c.tls "none")',
    values: { cluster: { production: true } },
  },
  {
    id: 'inter-node-plain-in-production', when: 'and $c.production (ne $c.highest "1") (ne $c.tls "none") (not $c.interNode)',
    values: { cluster: { production: true }, tls: { enabled: true } },
  },
  {
    id: 'memory-request-below-limit', when: 'lt (include "rabbitmq.bytes" $c.memoryRequest | float64) (include "rabbitmq.bytes" $c.memoryLimit | float64)',
    values: { resources: { requests: { memory: '1200M' } } }, slots: { '"1200M"': '$c.memoryRequest | quote', '"2Gi"': '$c.memoryLimit | quote' },
  },
  {
    id: 'memory-small', when: 'and $c.production (lt (include "rabbitmq.bytes" $c.memoryLimit | float64) 4294967296.0)',
    values: { cluster: { production: true } }, slots: { '"2Gi"': '$c.memoryLimit | quote' },
  },
  {
    id: 'cpu-single', when: 'and $c.production (lt (include "rabbitmq.bytes" $c.cpuLimit | float64) 2.0)',
    values: { cluster: { production: true }, resources: { limits: { cpu: '1500m' } } }, slots: { '"1500m"': '$c.cpuLimit | quote' },
  },
  {
    id: 'cpu-few', when: 'and $c.production (lt (include "rabbitmq.bytes" $c.cpuRequest | float64) 4.0)',
    values: { cluster: { production: true } }, slots: { '"500m"': '$c.cpuRequest | quote' },
  },
  {
    id: 'disk-limit-low', when: 'lt (float64 $c.diskFreeLimit) (float64 $c.highWatermarkBytes)', values: { persistence: { size: '3Gi' } },
    slots: { 805306368: '$c.diskFreeLimit', '768 MiB': 'include "rabbitmq.readable" $c.diskFreeLimit', '983 MiB': 'include "rabbitmq.readable" $c.highWatermarkBytes', '"3Gi"': '$c.storageSize | quote' },
  },
  { id: 'storage-ephemeral', when: 'and (not $c.persistent) (not $c.production)', values: { persistence: { enabled: false } } },
  {
    id: 'disruption-budget-missing', when: 'and (not $c.production) (not $c.disruptionBudget) (ne $c.replicas "1")', values: { podDisruptionBudget: { enabled: false } },
    slots: { 'all 3 brokers': 'printf "all %s brokers" $c.replicas' },
  },
  {
    id: 'replicas-even', when: 'eq (mod (int $c.replicas) 2) 0', values: { cluster: { replicaCount: 4 } },
    slots: { 'is 4': 'printf "is %s" $c.replicas', 'than 3': 'printf "than %d" (sub (int $c.replicas) 1)', '3 or 5': 'printf "%d or %d" (sub (int $c.replicas) 1) (add1 (int $c.replicas))' },
  },
  { id: 'replicas-single', when: 'and $c.production (eq $c.replicas "1")', values: { cluster: { production: true, replicaCount: 1 } } },
  {
    id: 'nodes-shared', when: 'and (eq $c.nodeSpread "none") (ne $c.replicas "1")', values: { scheduling: { nodeSpread: 'none' } },
    slots: { 'with 3': 'printf "with %s" $c.replicas' },
  },
  { id: 'plain-ports-outside', when: 'ne $c.serviceType "ClusterIP"', values: { service: { type: 'LoadBalancer' } }, slots: { LoadBalancer: '$c.serviceType' } },
  { id: 'metrics-outside', when: 'ne $c.serviceType "ClusterIP"', values: { service: { type: 'LoadBalancer' } }, slots: { LoadBalancer: '$c.serviceType' } },
  {
    id: 'network-everybody', when: 'and $c.networkPolicy $c.production (has $cidr (list "0.0.0.0/0" "::/0"))', each: '$cidr := $v.networkPolicy.clientCidrs',
    values: { cluster: { production: true }, networkPolicy: { clientCidrs: ['0.0.0.0/0'] } },
  },
  {
    id: 'network-everybody', when: 'and $c.networkPolicy $c.production .ipBlock (has (dig "ipBlock" "cidr" "" .) (list "0.0.0.0/0" "::/0"))', each: '$v.networkPolicy.managementFrom',
    values: { cluster: { production: true }, networkPolicy: { managementFrom: [{ ipBlock: { cidr: '0.0.0.0/0' } }] } },
  },
  ...outward(),
  { id: 'autoscaler-fixed', when: 'and $c.hpa (eq $c.replicas $c.highest)', values: { hpa: { enabled: true, minReplicas: 5, maxReplicas: 5 } }, slots: { 'both 5': 'printf "both %s" $c.replicas' } },
  {
    id: 'backup-unencrypted', when: 'and $c.backup (eq $c.backupTo "s3") (not $c.backupEncrypted)', values: { backup: BUCKET },
    slots: { '"pail"': '$v.backup.destination.s3.bucket | quote' },
  },
  {
    id: 'backup-plain-storage', when: 'and $c.backup (eq $c.backupTo "s3") (hasPrefix "http:" $c.backupUrl)',
    values: { backup: { ...BUCKET, destination: { s3: { ...BUCKET.destination.s3, endpoint: 'http://minio' } } } }, slots: { '"http://minio"': '$v.backup.destination.s3.endpoint | quote' },
  },
  {
    id: 'backup-suspended', when: 'and $c.backup $c.backupSuspended $c.production', values: { cluster: { production: true }, backup: { enabled: true, suspend: true } },
    slots: { '"rabbitmq-cluster"': '$c.name | quote' },
  },
  {
    id: 'management-plain', when: 'and $c.ingress (not $c.production) (not $c.ingressTls) (not $v.ingress.allowPlain)', values: { ingress: HOST },
    slots: { 'mq.example.com': '$c.ingressHost' },
  },
  {
    id: 'management-traefik-trust', when: 'and $c.ingress (eq $c.controller "traefik") (eq $c.tls "only")',
    values: { tls: { enabled: true, only: true }, ingress: { ...HOST, controller: 'traefik', allowPlain: true } },
    slots: { '"rabbitmq-cluster-tls"': 'default (printf "%s-tls" $c.name) $c.tlsSecret | quote' },
  },
  { id: 'outside-not-let-in', when: 'and $c.ingress $c.networkPolicy (not $c.hasAllowFrom) (eq $c.controller "")', values: { ingress: { ...HOST, controller: '', allowPlain: true } } },
];

/** What depends on keys of `configuration`, of which a template doesn't know what they are for. */
export const NOT_TOLD = ['configuration-file-missing', 'configuration-key-of-disabled-plugin', 'heartbeat-low', 'message-size-large', 'queues-not-replicated'];

/** Plugins that connect elsewhere, each with those that bring it. */
function outward(): Warning[] {
  const found = new Map<string, { plugin: string; bringing: string[] }>();
  for (const { name } of SHIPPED.filter(plugin => !plugin.name.endsWith('_examples'))) {
    for (const { message } of warningsIn(withDefaults({ plugins: [name] })).filter(({ id }) => id === 'network-outward')) {
      const { plugin, bringing } = found.get(message) ?? { plugin: /"(\w+)"/.exec(message)?.[1] ?? '', bringing: [] };
      found.set(message, { plugin, bringing: [...bringing, name] });
    }
  }
  return [...found.values()].map(({ plugin, bringing }) => ({
    id: 'network-outward',
    when: `and $c.networkPolicy (or ${bringing.map(name => `(has "${name}" $v.plugins)`).join(' ')})`,
    values: { plugins: [plugin] },
  }));
}

function messageOf({ id, values }: Pick<Warning, 'id' | 'values'>): string | undefined {
  return warningsIn(withDefaults(values)).find(warning => warning.id === id)?.message;
}

/** The part of the chart that warns: a line each. */
export function warningsTemplate(): string {
  const checks = warnings().map((warning) => {
    const message = messageOf(warning);
    if (message === undefined) {
      throw new Error(`the library doesn't warn of ${JSON.stringify(warning.values)} by ${warning.id}`);
    }
    return check(warning, message, text => `{{- $all = append $all ${text} -}}`);
  });
  return `{{- define "rabbitmq.warnings" -}}
{{- $v := .Values -}}
{{- $c := include "rabbitmq.context" . | fromYaml -}}
{{- $all := list -}}
{{- if $v.cluster.enabled -}}
${checks.join('\n')}
{{- end -}}
{{- join ${quoted('\n')} $all -}}
{{- end -}}
`;
}
