import { MAX_REPLICAS, SERIES } from './features';
import { SHIPPED } from '../../lib/cluster/shipped-plugins';

type Schema = Readonly<Record<string, unknown>>;

const object = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: 'object', additionalProperties: false, properties });
const text = (more: Schema = {}): Schema => ({ type: 'string', ...more });
const oneOf = (...options: readonly string[]): Schema => ({ type: 'string', enum: options });
const flag: Schema = { type: 'boolean' };
const flagOrNull: Schema = { type: ['boolean', 'null'] };
const texts: Schema = { type: 'object', additionalProperties: { type: 'string' } };
const secretName = text({ pattern: '^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$', maxLength: 253 });
const secretKey = text({ pattern: '^[-._a-zA-Z0-9]+$' });
const quantity = (more = ''): Schema => text({ pattern: `^(${more}[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+|[mkMGTPE]|[KMGTPE]i)?)$` });
const percentage: Schema = { type: 'integer', minimum: 1, maximum: 100 };

/** What a values file may say, and nothing else. */
export function valuesSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Values of the rabbitmq chart',
    ...object({
      global: { type: 'object' },
      cluster: object({
        enabled: flag,
        name: text({ pattern: '^[a-z]([a-z0-9-]*[a-z0-9])?$', maxLength: 52 }),
        replicaCount: { type: 'integer', minimum: 1, maximum: MAX_REPLICAS },
        production: flag,
      }),
      image: object({
        registry: text({ pattern: '^([a-zA-Z0-9][a-zA-Z0-9.-]*(:[0-9]+)?(/[a-z0-9._-]+)*)?$' }),
        repository: text({ pattern: '^[a-z0-9]+([._/-]+[a-z0-9]+)*$' }),
        tag: text({ pattern: `^(${SERIES.map(series => series.replace('.', '\\.')).join('|')})\\.[0-9]+(-management)?(-alpine)?$` }),
        digest: text({ pattern: '^(sha256:[0-9a-f]{64})?$' }),
        pullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
        pullSecrets: { type: 'array', items: text({ minLength: 1 }) },
      }),
      resources: object({
        requests: object({ cpu: quantity(), memory: quantity('|') }),
        limits: object({ cpu: quantity(), memory: quantity() }),
      }),
      persistence: object({
        enabled: flag,
        storageClass: secretName,
        size: quantity(),
        accessModes: { type: 'array', minItems: 1, maxItems: 1, items: oneOf('ReadWriteOnce', 'ReadWriteOncePod') },
      }),
      plugins: { type: 'array', uniqueItems: true, items: oneOf(...SHIPPED.map(({ name }) => name).filter(name => !name.endsWith('_examples'))) },
      configuration: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'], pattern: '^[^\\n]*$' } },
      advancedConfiguration: text(),
      credentials: object({
        username: text({ pattern: '^[a-zA-Z0-9._-]+$' }),
        existingSecret: secretName,
        usernameKey: secretKey,
        passwordKey: secretKey,
        existingErlangCookieSecret: secretName,
        erlangCookieKey: secretKey,
      }),
      tls: object({ enabled: flag, only: flag, existingSecret: secretName, issuer: text({ minLength: 1 }), issuerKind: text({ pattern: '^[A-Z][A-Za-z]+$' }) }),
      scheduling: object({
        nodeSpread: oneOf('none', 'preferred', 'required'),
        zoneSpread: oneOf('none', 'preferred', 'required'),
        nodeSelector: texts,
        tolerations: { type: 'array', items: { type: 'object' } },
        priorityClassName: secretName,
      }),
      service: object({ type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer'), annotations: texts }),
      podDisruptionBudget: object({ enabled: flagOrNull }),
      networkPolicy: object({ enabled: flagOrNull, clientNamespaces: { ...texts, minProperties: 1 } }),
      podLabels: texts,
      podAnnotations: texts,
      commonLabels: texts,
      commonAnnotations: texts,
      hpa: object({
        enabled: flag,
        minReplicas: { enum: [3, 5, 7] },
        maxReplicas: { enum: [5, 7, 9] },
        targetCPUUtilizationPercentage: percentage,
        targetMemoryUtilizationPercentage: { ...percentage, maximum: 95 },
      }),
      serviceMonitor: object({
        enabled: flag,
        interval: text({ pattern: '^[1-9][0-9]*s$' }),
        path: text({ pattern: '^/[-a-zA-Z0-9/_.]*$' }),
        port: oneOf('prometheus'),
        labels: texts,
      }),
      prometheusRule: object({ enabled: flag }),
      dashboards: object({ enabled: flag }),
      exporter: object({ enabled: flag }),
      ingress: object({
        enabled: flag,
        host: text({ pattern: '^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)?$' }),
        className: secretName,
        controller: oneOf('', 'nginx', 'traefik', 'haproxy'),
        annotations: texts,
        allowPlain: flag,
        tls: object({ existingSecret: secretName, issuer: text(), clusterIssuer: text() }),
      }),
    }),
  };
}
