import { keysOf } from '../../lib/configuration/keys/key-table';
import { SHIPPED } from '../../lib/rabbitmq/shipped-plugins';
import { RabbitMQVersion } from '../../lib';
import { withDefaults } from './defaults';
import { SERIES } from './features';
import { check, quoted, refusalOf, Said } from './said';
import { QUALIFIED, WORD } from './schema';
import { synthesize } from './values';
import { keyPattern, typesTemplate, VALUE_REFUSAL } from './value-types';

/** `scheme://user:password@host`, unless the password is a variable, which Go's expressions can't say by looking ahead. */
const URI_WITH_PASSWORD = '://[^\\s/:@]+:([^\\s/@$][^\\s/@]*|\\$([^(\\s/@][^\\s/@]*)?)@';
const SECRET_TERM = '\\{\\s*(default_pass|password|passcode|secret|client_secret|oauth_client_secret|secret_key|other_bind)\\s*,\\s*(<<)?\\s*"';
const SECRET_KEY = '(^|[._])(pass|password|secret|secret_key|acl_token)$|\\.key\\.\\w*Private\\w*$';
const KEPT_SECRET = '^\'?(\\$\\(.+\\)|encrypted:.+)\'?$';

const EXPORTER_NAME = 'a'.repeat(37);
const BACKUP_NAME = 'a'.repeat(41);
const CRON_JOB_NAME = 'a'.repeat(46);
const TOLERATION = { key: 'a', operator: 'Exists', value: 'b' };

/** What the schema can't say. `$limit` is the memory limit and `$watermark` the alarm, in bytes. */
const refusals = (ownLabels: string, ownAnnotations: string): readonly Said[] => [
  {
    when: 'lt (subf $limit $watermark) 268435456.0',
    values: { resources: { limits: { memory: '400Mi' } } },
    slots: {
      '"400Mi"': 'include "rabbitmq.text" $v.resources.limits.memory | quote', '400 MiB': 'include "rabbitmq.readable" $limit', '320 MiB': 'include "rabbitmq.readable" $available',
      '192 MiB': 'include "rabbitmq.readable" $watermark', '208 MiB': 'include "rabbitmq.readable" (subf $limit $watermark)',
    },
  },
  {
    when: 'gt (include "rabbitmq.bytes" $v.resources.requests.cpu | float64) (include "rabbitmq.bytes" $v.resources.limits.cpu | float64)',
    values: { resources: { requests: { cpu: '3' } } },
    slots: { '"3"': 'include "rabbitmq.text" $v.resources.requests.cpu | quote', '"2"': 'include "rabbitmq.text" $v.resources.limits.cpu | quote' },
  },
  {
    when: 'and $v.resources.requests.memory (gt (include "rabbitmq.bytes" $v.resources.requests.memory | float64) $limit)',
    values: { resources: { requests: { memory: '3Gi' } } },
    slots: { '"3Gi"': 'include "rabbitmq.text" $v.resources.requests.memory | quote', '"2Gi"': 'include "rabbitmq.text" $v.resources.limits.memory | quote' },
  },
  { when: 'and $v.cluster.production (not $v.persistence.enabled)', values: { cluster: { production: true }, persistence: { enabled: false } } },
  {
    when: 'and $v.cluster.production (kindIs "bool" $v.podDisruptionBudget.enabled) (not $v.podDisruptionBudget.enabled) (gt $replicas 1)',
    values: { cluster: { production: true }, podDisruptionBudget: { enabled: false } },
    slots: { 'all 3 brokers': 'printf "all %d brokers" $replicas' },
  },
  { when: 'and $v.tls.interNode (not $v.tls.enabled)', values: { tls: { interNode: true } } },
  { when: 'and (empty $v.credentials.existingSecret) (eq $v.credentials.username "guest")', values: { credentials: { username: 'guest' } } },
  {
    when: `regexMatch ${quoted(ownLabels)} $key`, each: '$key, $_ := $v.podLabels',
    values: { podLabels: { app: 'other' } },
    slots: { '"app"': '$key | quote' },
  },
  {
    when: `regexMatch ${quoted(ownLabels)} $key`, each: '$key, $_ := $v.commonLabels',
    values: { commonLabels: { app: 'other' } },
    slots: { '"app"': '$key | quote' },
  },
  {
    when: `regexMatch ${quoted(ownAnnotations)} $key`, each: '$key, $_ := $v.podAnnotations',
    values: { podAnnotations: { 'cdk8s-rabbitmq/configuration-checksum': 'x' } },
    slots: { '"cdk8s-rabbitmq/configuration-checksum"': '$key | quote' },
  },
  {
    when: `or (not (has $operator (list "Exists" "Equal"))) (not (has $effect (list "" "NoSchedule" "PreferNoSchedule" "NoExecute"))) (and (eq $operator "Exists") .value)`
      + ` (and (not .key) (ne $operator "Exists")) (and .key (not (regexMatch ${quoted(`^${QUALIFIED}$`)} .key))) (and .value (not (regexMatch ${quoted(`^${WORD}$`)} .value)))`
      + ' (and (hasKey . "tolerationSeconds") (ne $effect "NoExecute"))',
    each: '$v.scheduling.tolerations -}}{{- $operator := default "Equal" .operator -}}{{- $effect := default "" .effect',
    values: { scheduling: { tolerations: [TOLERATION] } },
    slots: { [JSON.stringify(TOLERATION)]: 'toRawJson .' },
  },
  {
    when: 'and $v.exporter.enabled (gt (len $v.cluster.name) 36)',
    values: { cluster: { name: EXPORTER_NAME }, exporter: { enabled: true } },
    says: `cluster.name is "${EXPORTER_NAME}", too long for the Jobs of the exporter's user: with exporter.enabled, 36 characters are the most`,
    slots: { [EXPORTER_NAME]: '$v.cluster.name' },
  },
  {
    when: 'and $v.backup.enabled (empty $v.backup.credentials) (gt (len $v.cluster.name) 40)',
    values: { cluster: { name: BACKUP_NAME }, backup: { enabled: true } },
    says: `cluster.name is "${BACKUP_NAME}", too long for the Jobs of the backups' user: with backup.enabled, 40 characters are the most, and 45 with backup.credentials`,
    slots: { [BACKUP_NAME]: '$v.cluster.name' },
  },
  {
    when: 'and $v.backup.enabled (gt (len $v.cluster.name) 45)',
    values: { cluster: { name: CRON_JOB_NAME }, backup: { enabled: true, credentials: 'login' } },
    slots: { [CRON_JOB_NAME]: '$v.cluster.name' },
  },
  {
    when: 'and $v.backup.enabled $v.backup.destination.claim.name $v.backup.destination.s3.bucket',
    values: { backup: { enabled: true, destination: { claim: { name: 'disk' }, s3: { bucket: 'pail', credentials: 'login' } } } },
    slots: { '"disk"': '$v.backup.destination.claim.name | quote', '"pail"': '$v.backup.destination.s3.bucket | quote' },
  },
  {
    when: 'and $v.backup.enabled $v.backup.destination.s3.bucket (empty $v.backup.destination.s3.credentials)',
    values: { backup: { enabled: true, destination: { s3: { bucket: 'pail' } } } },
    slots: { '"pail"': '$v.backup.destination.s3.bucket | quote' },
  },
  {
    when: 'and (hasKey $since $plugin) (semverCompare (printf "<%s" (get $since $plugin)) $version)', each: '$plugin := $v.plugins',
    values: { image: { tag: '4.0.9-management' }, plugins: ['rabbitmq_queue_federation'] },
    slots: { '"rabbitmq_queue_federation"': '$plugin | quote', '4.2.0': 'get $since $plugin', '4.0.9': '$version' },
  },
  { when: `or (regexMatch ${quoted(SECRET_TERM)} $v.advancedConfiguration) (regexMatch ${quoted(URI_WITH_PASSWORD)} $v.advancedConfiguration)`, values: { advancedConfiguration: '[{rabbit, [{default_pass, <<"x">>}]}].' } },
  { when: 'and $v.advancedConfiguration (ne (include "rabbitmq.terms" $v.advancedConfiguration) "list.")', values: { advancedConfiguration: '[{rabbit, []}]' } },
  { when: 'and $v.ingress.enabled (empty $v.ingress.host)', values: { ingress: { enabled: true } } },
  { when: 'and $v.ingress.enabled $v.ingress.host (regexMatch "^[0-9.]+$" $v.ingress.host)', values: { ingress: { enabled: true, host: '192.0.2.1' } }, slots: { '192.0.2.1': '$v.ingress.host' } },
  { when: 'and $v.ingress.enabled $v.ingress.tls.issuer $v.ingress.tls.clusterIssuer', values: { ingress: { enabled: true, host: 'mq.example.com', tls: { issuer: 'a', clusterIssuer: 'b' } } } },
  {
    when: 'and $v.cluster.production $v.ingress.enabled (not $v.ingress.allowPlain) (empty (printf "%s%s%s" $v.ingress.tls.existingSecret $v.ingress.tls.issuer $v.ingress.tls.clusterIssuer))',
    values: { cluster: { production: true }, ingress: { enabled: true, host: 'mq.example.com' } },
    slots: { 'mq.example.com': '$v.ingress.host' },
  },
  {
    when: 'and $v.hpa.enabled (lt (int $v.hpa.maxReplicas) (int $v.hpa.minReplicas))',
    values: { hpa: { enabled: true, minReplicas: 7, maxReplicas: 5 } },
    slots: { 'maxReplicas is 5': 'printf "maxReplicas is %d" (int $v.hpa.maxReplicas)', 'minReplicas, 7': 'printf "minReplicas, %d" (int $v.hpa.minReplicas)' },
  },
];

/** Of keys of rabbitmq.conf that are there: `$key` and `$value`, which is a text. */
const KEY_REFUSALS: readonly Said[] = [
  {
    when: `or (and (regexMatch ${quoted(SECRET_KEY)} $key) (not (regexMatch ${quoted(KEPT_SECRET)} $value))) (regexMatch ${quoted(URI_WITH_PASSWORD)} $value)`,
    values: { configuration: { 'auth_ldap.dn_lookup_bind.password': 'x' } },
    slots: { '"auth_ldap.dn_lookup_bind.password"': '$key | quote' },
  },
  VALUE_REFUSAL,
];

/** An expression for the keys that brokers' pods have in their metadata anyway. */
function own(field: 'labels' | 'annotations'): string {
  interface Workload { readonly kind: string; readonly spec: { readonly template: { readonly metadata: Record<typeof field, object> } } }
  const found = (synthesize(withDefaults({}), 'messaging') as unknown as Workload[]).find(({ kind }) => kind === 'StatefulSet');
  return `^(${Object.keys(found?.spec.template.metadata[field] ?? {}).map(key => key.replaceAll('.', '\\.')).join('|')})$`;
}

function refusal(said: Said): string {
  const message = refusalOf(withDefaults(said.values));
  if (message === undefined) {
    throw new Error(`the library doesn't refuse ${JSON.stringify(said.values)}`);
  }
  return check(said, message, text => `{{- fail ${text} -}}`);
}

/** The part of the chart that refuses. */
export function refusalTemplate(): string {
  const since = SHIPPED.filter(plugin => plugin.since !== undefined).map(({ name, since: first }) => `"${name}" "${first ?? ''}"`).join(' ');
  return `{{- define "rabbitmq.refuse" -}}
{{- $v := .Values -}}
{{- $limit := include "rabbitmq.bytes" $v.resources.limits.memory | float64 -}}
{{- $available := floor (subf $limit (minf (mulf $limit 0.2) 2147483648.0)) -}}
{{- $watermark := floor (mulf $available 0.6) -}}
{{- $replicas := ternary $v.hpa.minReplicas $v.cluster.replicaCount $v.hpa.enabled | int -}}
{{- $version := regexFind "^[0-9.]+" $v.image.tag -}}
{{- $since := dict ${since} -}}
${refusals(own('labels'), own('annotations')).map(refusal).join('\n')}
{{- if $v.configuration -}}
{{- $series := regexFind "^[0-9]+\\\\.[0-9]+" $v.image.tag -}}
{{- $known := include "rabbitmq.keys" $series -}}
{{- $types := include "rabbitmq.types" . | fromJson -}}
{{- range $key, $given := $v.configuration -}}
{{- $value := include "rabbitmq.text" $given -}}
{{- if regexMatch ${quoted(DECIDES)} $key -}}{{- fail (printf "configuration has \\"%s\\", which more than rabbitmq.conf goes by: leave it out, or take the constructs, which follow it" $key) -}}{{- end -}}
{{- if not (regexMatch $known $key) -}}{{- fail (printf "configuration has \\"%s\\", which RabbitMQ %s doesn't know: see https://www.rabbitmq.com/docs/configure" $key $series) -}}{{- end -}}
{{- $type := index $types.types (int (include "rabbitmq.typeOf" (list $types $key))) -}}
${KEY_REFUSALS.map(refusal).join('\n')}
{{- end -}}
{{- end -}}
{{- end -}}
${keysTemplate()}${typesTemplate()}`;
}

/** Keys by which the library decides on ports, budgets, rights or alerts. */
export const DECIDES = '^(vm_memory_high_watermark(\\.|$)|total_memory_|disk_free_limit|listeners|ssl_options|cluster_(name$|formation\\.)|default_(user|pass)|auth_backends|stream\\.advertised'
  + '|(mqtt|stomp|stream|web_mqtt|web_stomp|management|prometheus)\\.(listeners|tcp|ssl)(\\.|$)|management\\.path_prefix|prometheus\\.(path|authentication)|(raft|quorum_queue)\\.wal_max)';

function keysTemplate(): string {
  const keys = SERIES.map(series => ({ series, pattern: `^(${keysOf(RabbitMQVersion.of(series).newestOfSeries).map(({ key }) => keyPattern(key)).sort().join('|')})$` }));
  return ['{{- define "rabbitmq.keys" -}}', ...keys.map(({ series, pattern }, i) => `{{- ${i === 0 ? 'if' : 'else if'} eq . "${series}" -}}${pattern}`), '{{- end -}}', '{{- end -}}', ''].join('\n');
}
