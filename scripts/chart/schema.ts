import { MAX_REPLICAS, SERIES } from './series';
import { SHIPPED } from '../../lib/rabbitmq/shipped-plugins';

type Schema = Readonly<Record<string, unknown>>;

/** All of the keys have to be there, as the defaults are: a null takes one away. */
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema =>
  ({ type: 'object', additionalProperties: false, properties, required: Object.keys(properties).filter(key => !optional.includes(key)) });
/** Some of the keys, as Kubernetes has them. */
const some = (properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema => ({ type: 'object', additionalProperties: false, properties, ...more });
const text = (more: Schema = {}): Schema => ({ type: 'string', ...more });
const oneOf = (...options: readonly string[]): Schema => ({ type: 'string', enum: options });
const flag: Schema = { type: 'boolean' };
const flagOrNull: Schema = { type: ['boolean', 'null'] };

const HOST_LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
/** A part of a label or annotation. */
export const WORD = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
/** The key of a label. */
export const QUALIFIED = `(${SUBDOMAIN}/)?${WORD}`;
const labels: Schema = { type: 'object', patternProperties: { [`^${QUALIFIED}$`]: text({ pattern: `^(${WORD})?$` }) }, additionalProperties: false };
const annotations: Schema = { type: 'object', patternProperties: { [`^([a-zA-Z0-9][-a-zA-Z0-9.]*/)?${WORD}$`]: text() }, additionalProperties: false };
const optionalName = text({ pattern: `^(${SUBDOMAIN})?$`, maxLength: 253 });
const name = text({ pattern: `^${SUBDOMAIN}$`, maxLength: 253 });
const secretKey = text({ pattern: '^([-_a-zA-Z0-9]|\\.[-_a-zA-Z0-9])[-._a-zA-Z0-9]*$', maxLength: 253 });
/** More than nothing. */
const quantity = (more = ''): Schema => ({
  type: ['string', 'number'],
  exclusiveMinimum: 0,
  pattern: `^(${more}(0*[1-9][0-9]*(\\.[0-9]+)?|0+\\.0*[1-9][0-9]*)([eE][+-]?[0-9]+|[mkMGTPE]|[KMGTPE]i)?)$`,
});
const BYTE = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const cidr = text({ pattern: `^((${BYTE}\\.){3}${BYTE}/([12]?[0-9]|3[0-2])|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/([1-9]?[0-9]|1[01][0-9]|12[0-8]))$` });
const selector = some({
  matchLabels: labels,
  matchExpressions: { type: 'array', items: some({ key: text({ pattern: `^${QUALIFIED}$` }), operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'), values: { type: 'array', items: text() } }, { required: ['key', 'operator'] }) },
});
/** Peers of a NetworkPolicy: networks, or pods and namespaces. */
const peers: Schema = {
  type: 'array',
  items: some({ podSelector: selector, namespaceSelector: selector, ipBlock: some({ cidr, except: { type: 'array', items: cidr } }, { required: ['cidr'] }) }, {
    minProperties: 1,
    not: { required: ['ipBlock'], anyOf: [{ required: ['podSelector'] }, { required: ['namespaceSelector'] }] },
  }),
};
const toleration = some({
  key: text(), operator: text(), value: text(), effect: text(), tolerationSeconds: { type: 'integer' },
});
const percentage: Schema = { type: 'integer', minimum: 1, maximum: 100 };

/** What a values file may say, and nothing else. */
export function valuesSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Values of the rabbitmq chart',
    ...object({
      // helm gives it to charts that are part of another
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
        tag: text({ pattern: `^(${SERIES.map(series => series.replace('.', '\\.')).join('|')})(\\.[0-9]+)?(-management)?(-alpine)?$` }),
        digest: text({ pattern: '^(sha256:[0-9a-f]{64})?$' }),
        pullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
        pullSecrets: { type: 'array', items: name },
      }),
      resources: object({
        requests: object({ cpu: quantity(), memory: quantity('|') }),
        limits: object({ cpu: quantity(), memory: quantity() }),
      }),
      persistence: object({
        enabled: flag,
        storageClass: optionalName,
        size: quantity(),
        accessModes: { type: 'array', minItems: 1, maxItems: 1, items: oneOf('ReadWriteOnce', 'ReadWriteOncePod') },
      }),
      plugins: { type: 'array', uniqueItems: true, items: oneOf(...SHIPPED.map(({ name }) => name).filter(name => !name.endsWith('_examples'))) },
      // one line, without space around it, and without # but in quotes
      configuration: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'], pattern: '^([^\\s#]([^\\r\\n#]*[^\\s#])?|\'[^\'\\r\\n]+\')$' } },
      advancedConfiguration: text(),
      credentials: object({
        username: text({ pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,63}$' }),
        existingSecret: optionalName,
        usernameKey: secretKey,
        passwordKey: secretKey,
        existingErlangCookieSecret: optionalName,
        erlangCookieKey: secretKey,
      }),
      tls: object({ enabled: flag, only: flag, interNode: flag, existingSecret: optionalName, issuer: name, issuerKind: text({ pattern: '^[A-Z][A-Za-z]+$' }) }),
      scheduling: object({
        nodeSpread: oneOf('none', 'preferred', 'required'),
        zoneSpread: oneOf('none', 'preferred', 'required'),
        nodeSelector: labels,
        tolerations: { type: 'array', items: toleration },
        priorityClassName: optionalName,
      }),
      service: object({ type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer'), annotations }),
      podDisruptionBudget: object({ enabled: flagOrNull }, ['enabled']),
      networkPolicy: object({
        enabled: flagOrNull,
        ownNamespace: flag,
        clientNamespaces: { ...labels, minProperties: 1 },
        clientCidrs: { type: 'array', items: cidr, uniqueItems: true },
        managementFrom: peers,
      }, ['enabled']),
      podLabels: labels,
      podAnnotations: annotations,
      commonLabels: labels,
      commonAnnotations: annotations,
      hpa: object({
        enabled: flag,
        oddSizes: flag,
        minReplicas: { type: 'integer', minimum: 1 },
        maxReplicas: { type: 'integer', minimum: 1 },
        targetCPUUtilizationPercentage: percentage,
        targetMemoryUtilizationPercentage: { ...percentage, maximum: 95 },
      }),
      serviceMonitor: object({
        enabled: flag,
        interval: text({ pattern: '^[1-9][0-9]*s$' }),
        path: text({ pattern: '^/[-a-zA-Z0-9/_.]*$' }),
        port: text({ pattern: '^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$' }),
        labels,
      }),
      prometheusRule: object({ enabled: flag }),
      dashboards: object({ enabled: flag }),
      exporter: object({ enabled: flag }),
      ingress: object({
        enabled: flag,
        // a DNS name of several labels
        host: text({ pattern: `^(${HOST_LABEL}(\\.${HOST_LABEL})+)?$`, maxLength: 253 }),
        className: optionalName,
        controller: oneOf('', 'nginx', 'traefik', 'haproxy'),
        controllerAuthority: optionalName,
        allowFrom: peers,
        annotations,
        allowPlain: flag,
        tls: object({ existingSecret: optionalName, issuer: optionalName, clusterIssuer: optionalName }),
      }),
      backup: backup(),
    }, ['global']),
  };
}

/** The patterns are those of the library's own checks. */
function backup(): Schema {
  return object({
    enabled: flag,
    schedule: text({ pattern: '^[-0-9A-Za-z*/,]+( [-0-9A-Za-z*/,]+){4}$' }),
    timeZone: text({ pattern: '^([A-Za-z][-A-Za-z0-9_+/]*)?$' }),
    keep: { type: 'integer', minimum: 1 },
    suspend: flag,
    credentials: optionalName,
    encryption: object({ secret: optionalName, key: secretKey }),
    destination: object({
      volume: object({ size: quantity(), storageClass: optionalName, accessMode: oneOf('ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany') }),
      claim: object({ name: optionalName, folder: text({ pattern: '^([A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*)?$' }) }),
      s3: object({
        bucket: text({ pattern: '^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$' }),
        credentials: optionalName,
        accessKeyIdKey: secretKey,
        secretAccessKeyKey: secretKey,
        endpoint: text({ pattern: '^(https?://[a-z0-9.-]+(:[0-9]+)?)?$' }),
        region: text({ pattern: '^[a-zA-Z0-9][-a-zA-Z0-9_]*$' }),
        prefix: text({ pattern: '^([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*$' }),
        virtualHosted: flag,
        authority: object({ secret: optionalName, key: secretKey }),
      }),
    }),
  });
}
