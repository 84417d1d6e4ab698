import { synthesize, Values } from './values';
import { keysOf } from '../../lib/configuration/keys/key-table';
import { SERIES } from './features';
import { RabbitMQVersion } from '../../lib';

/** What the schema can't say: when a template refuses, with the library's own message for values that it refuses. */
interface Refusal {
  /** The condition, in a template where `$v` is the values, `$limit` the memory limit and `$watermark` the alarm in bytes. */
  readonly when: string;
  /** Values that the library refuses for it. */
  readonly bad: object;
  /** What of the library's message is of these values, and what it is in a template. */
  readonly slots: Readonly<Record<string, string>>;
}

const quoted = (text: string): string => `"${text}"`;

export const REFUSALS: readonly Refusal[] = [
  {
    when: 'lt (subf $limit $watermark) 268435456.0',
    bad: { resources: { limits: { memory: '400Mi' } } },
    slots: { '"400Mi"': '$v.resources.limits.memory | quote', '400 MiB': 'include "rabbitmq.readable" $limit', '320 MiB': 'include "rabbitmq.readable" $available', '192 MiB': 'include "rabbitmq.readable" $watermark', '208 MiB': 'include "rabbitmq.readable" (subf $limit $watermark)' },
  },
  {
    when: 'gt (include "rabbitmq.bytes" $v.resources.requests.cpu | float64) (include "rabbitmq.bytes" $v.resources.limits.cpu | float64)',
    bad: { resources: { requests: { cpu: '3' } } },
    slots: { [quoted('3')]: '$v.resources.requests.cpu | quote', [quoted('2')]: '$v.resources.limits.cpu | quote' },
  },
  {
    when: 'and $v.resources.requests.memory (gt (include "rabbitmq.bytes" $v.resources.requests.memory | float64) $limit)',
    bad: { resources: { requests: { memory: '3Gi' } } },
    slots: { [quoted('3Gi')]: '$v.resources.requests.memory | quote', [quoted('2Gi')]: '$v.resources.limits.memory | quote' },
  },
  {
    when: 'and $v.cluster.production (not $v.persistence.enabled)',
    bad: { cluster: { production: true }, persistence: { enabled: false } },
    slots: {},
  },
  {
    when: 'and $v.cluster.production (kindIs "bool" $v.podDisruptionBudget.enabled) (not $v.podDisruptionBudget.enabled) (gt $replicas 1)',
    bad: { cluster: { production: true }, podDisruptionBudget: { enabled: false } },
    slots: { 'all 3 brokers': 'printf "all %d brokers" $replicas' },
  },
  {
    when: 'and $v.ingress.enabled (empty $v.ingress.host)',
    bad: { ingress: { enabled: true } },
    slots: {},
  },
  {
    when: 'and $v.ingress.enabled $v.ingress.tls.issuer $v.ingress.tls.clusterIssuer',
    bad: { ingress: { enabled: true, host: 'mq.example.com', tls: { issuer: 'a', clusterIssuer: 'b' } } },
    slots: {},
  },
  {
    when: 'and $v.cluster.production $v.ingress.enabled (not $v.ingress.allowPlain) (empty (printf "%s%s%s" $v.ingress.tls.existingSecret $v.ingress.tls.issuer $v.ingress.tls.clusterIssuer))',
    bad: { cluster: { production: true }, ingress: { enabled: true, host: 'mq.example.com' } },
    slots: { 'mq.example.com': '$v.ingress.host' },
  },
  {
    when: 'and $v.hpa.enabled (lt (int $v.hpa.maxReplicas) (int $v.hpa.minReplicas))',
    bad: { hpa: { enabled: true, minReplicas: 7, maxReplicas: 5 } },
    slots: { 'maxReplicas is 5': 'printf "maxReplicas is %d" (int $v.hpa.maxReplicas)', 'minReplicas, 7': 'printf "minReplicas, %d" (int $v.hpa.minReplicas)' },
  },
];

/** Props of the library by the keys of a values file. */
const KEYS: readonly (readonly [string, string])[] = [
  ['resources.memoryLimit', 'resources.limits.memory'], ['resources.memoryRequest', 'resources.requests.memory'], ['resources.cpuLimit', 'resources.limits.cpu'],
  ['resources.cpuRequest', 'resources.requests.cpu'], ['storage.ephemeral is true', 'persistence.enabled is false'], ['disruptionBudget.enabled', 'podDisruptionBudget.enabled'],
  ['management.', 'ingress.'], ['maxReplicas is', 'hpa.maxReplicas is'], ['below minReplicas', 'below hpa.minReplicas'], ['lower minReplicas', 'lower hpa.minReplicas'],
];

/** What the library says to values, by the keys of a values file. */
export function refusalOf(values: Values): string | undefined {
  try {
    synthesize(values, 'messaging');
    return undefined;
  } catch (error) {
    let message = (error as Error).message.split('\n')[0].replace(/ \[[\w-]+\]$/, '');
    for (const [prop, key] of KEYS) {
      message = message.replaceAll(prop, key);
    }
    return message;
  }
}

/** The part of the chart that refuses. */
export function refusalTemplate(withDefaults: (values: object) => Values): string {
  const checks = REFUSALS.map(({ when, bad, slots }) => {
    const message = refusalOf(withDefaults(bad));
    if (message === undefined) {
      throw new Error(`the library doesn't refuse ${JSON.stringify(bad)}`);
    }
    const expressions = Object.entries(slots).map(([text, expression]) => {
      if (!message.includes(text)) {
        throw new Error(`there is no ${text} in: ${message}`);
      }
      return expression;
    });
    const format = Object.keys(slots).reduce((text, slot) => text.replaceAll(slot, '\u27e6'), message.replaceAll('%', '%%')).replaceAll('\u27e6', '%s');
    const order = [...message.matchAll(new RegExp(Object.keys(slots).map(slot => slot.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '$^', 'g'))]
      .map(([slot]) => expressions[Object.keys(slots).indexOf(slot)]);
    const text = order.length === 0 ? JSON.stringify(message) : `(printf ${JSON.stringify(format)} ${order.map(expression => `(${expression})`).join(' ')})`;
    return `{{- if ${when} -}}{{- fail ${text} -}}{{- end -}}`;
  });
  return `{{- define "rabbitmq.refuse" -}}
{{- $v := .Values -}}
{{- $limit := include "rabbitmq.bytes" $v.resources.limits.memory | float64 -}}
{{- $available := floor (subf $limit (minf (mulf $limit 0.2) 2147483648.0)) -}}
{{- $watermark := floor (mulf $available 0.6) -}}
{{- $replicas := ternary $v.hpa.minReplicas $v.cluster.replicaCount $v.hpa.enabled | int -}}
${checks.join('\n')}
{{- $series := regexFind "^[0-9]+\\\\.[0-9]+" $v.image.tag -}}
{{- $known := include "rabbitmq.keys" $series -}}
{{- range $key, $value := $v.configuration -}}
{{- if regexMatch ${JSON.stringify(DECIDES)} $key -}}{{- fail (printf "configuration has \\"%s\\", which more than rabbitmq.conf goes by: leave it out, or take the constructs, which follow it" $key) -}}{{- end -}}
{{- if not (regexMatch $known $key) -}}{{- fail (printf "configuration has \\"%s\\", which RabbitMQ %s doesn't know: see https://www.rabbitmq.com/docs/configure" $key $series) -}}{{- end -}}
{{- end -}}
{{- end -}}
${keysTemplate()}`;
}

/** Keys by which the library decides on ports, budgets, rights or alerts. */
export const DECIDES = '^(vm_memory_|total_memory_|disk_free_limit|listeners|ssl_options|cluster_|default_(user|pass)|auth_backends|stream\\.advertised|[a-z_0-9]+\\.(listeners|tcp|ssl)|management\\.path_prefix|prometheus\\.(path|authentication)|(raft|quorum_queue)\\.wal_max)';

function keysTemplate(): string {
  const keys = SERIES.map(series => ({ series, pattern: `^(${keysOf(RabbitMQVersion.of(series).newestOfSeries).map(({ key }) => key.split('.').map(part => (part.startsWith('$') ? (part.startsWith('$num') ? '[0-9]+' : '[A-Za-z0-9_-]+') : part)).join('\\.')).sort().join('|')})$` }));
  return ['{{- define "rabbitmq.keys" -}}', ...keys.map(({ series, pattern }, i) => `{{- ${i === 0 ? 'if' : 'else if'} eq . "${series}" -}}${pattern}`), '{{- end -}}', '{{- end -}}', ''].join('\n');
}
