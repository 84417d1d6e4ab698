import { ALGORITHMS } from '../../lib/cluster/authentication/oauth2';
import { SUITE_NAMES } from '../../lib/cluster/tls/cipher-suites';
import { otherNames, otherNamesIn } from './other-names';
import { flag, HOST_LABEL, name, object, oneOf, optionalName, Schema, schedule, secretKey, SUBDOMAIN, text } from './schema-parts';
import { MAX_REPLICAS, SERIES } from './series';
import { argument, topologySchema } from './topology-schema';

/** A part of the values, in which other charts have other names. */
const part = (
  name: Parameters<typeof otherNamesIn>[0],
  properties: Readonly<Record<string, Schema>>,
): Schema =>
  object({ ...properties, ...otherNamesIn(name) });
/** A list of objects of Kubernetes, of which the chart checks some fields. */
const listOf = (properties: Readonly<Record<string, Schema>>, required: readonly string[], more: Schema = {}): Schema =>
  ({ type: 'array', items: { type: 'object', properties, required, ...more } });
const flagOrNull: Schema = { type: ['boolean', 'null'] };

/** A part of a label or annotation. */
export const WORD = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
/** The key of a label. */
export const QUALIFIED = `(${SUBDOMAIN}/)?${WORD}`;
const host = text({ pattern: `^(${HOST_LABEL}(\\.${HOST_LABEL})+)?$`, maxLength: 253 });
const labels: Schema = { type: 'object', patternProperties: { [`^${QUALIFIED}$`]: { type: ['string', 'number', 'boolean'], pattern: `^(${WORD})?$` } }, additionalProperties: false };
const annotations: Schema = { type: 'object', patternProperties: { [`^([a-zA-Z0-9][-a-zA-Z0-9.]*/)?${WORD}$`]: { type: ['string', 'number', 'boolean'] } }, additionalProperties: false };
/** A host of a certificate, of several labels. */
const certifiedHost = text({ pattern: `^(\\*\\.)?${HOST_LABEL}(\\.${HOST_LABEL})+$`, maxLength: 253 });
const portName = text({ pattern: '^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$' });
const RELEASE = `(${SERIES.map(series => series.replace('.', '\\.')).join('|')})(\\.[0-9]+)?`;
const registry = text({ pattern: '^([a-zA-Z0-9][a-zA-Z0-9.-]*(:[0-9]+)?(/[a-z0-9._-]+)*)?$' });
const port: Schema = { type: 'integer', minimum: 1, maximum: 65_535 };
const volumeName = text({ pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$' });
const pluginName = text({ pattern: '^[a-z][a-zA-Z0-9_@]*$' });
const time = text({ pattern: '^[1-9][0-9]*[hms]$' });
/** More than nothing. */
const quantity = (more = ''): Schema => ({
  type: ['string', 'number'],
  exclusiveMinimum: 0,
  pattern: `^(${more}(0*[1-9][0-9]*(\\.[0-9]+)?|0+\\.0*[1-9][0-9]*)([eE][+-]?[0-9]+|[mkMGTPE]|[KMGTPE]i)?)$`,
});
/** Cores: 100 and more need the unit m. */
const cpu = (more = ''): Schema => ({
  type: ['string', 'number'],
  exclusiveMinimum: 0,
  exclusiveMaximum: 100,
  pattern: `^(${more}0*[1-9][0-9]?(\\.[0-9]+)?|0+\\.0*[1-9][0-9]*|0*[1-9][0-9]*m)$`,
});
/** Bytes, with a unit or of 7 digits at the least. */
const bytes: Schema = {
  type: ['string', 'number'], minimum: 2 ** 20, pattern: '^([0-9]+(\\.[0-9]+)?[MGTPE]i?|[0-9]{4,}(Ki|k)|[0-9]{7,}|[0-9]+(\\.[0-9]+)?[eE]([6-9]|1[0-9]))$',
};
const amounts: Schema = { type: 'object', properties: { cpu: cpu(), memory: bytes, 'ephemeral-storage': bytes } };
const variables = listOf({ name: text({ pattern: '^[-._a-zA-Z][-._a-zA-Z0-9]*$' }), value: text() }, ['name']);
const containers = listOf({
  name: volumeName,
  image: text({ pattern: '^[^\\s]+$' }),
  env: variables,
  resources: { type: 'object', properties: { requests: amounts, limits: amounts } },
}, ['name', 'image']);
const BYTE = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const cidr = text({ pattern: `^((${BYTE}\\.){3}${BYTE}/([12]?[0-9]|3[0-2])|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/([1-9]?[0-9]|1[01][0-9]|12[0-8]))$` });
const selector = object({
  matchLabels: labels,
  matchExpressions: { type: 'array', items: object({ key: text({ pattern: `^${QUALIFIED}$` }), operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'), values: { type: 'array', items: text() } }, { required: ['key', 'operator'] }) },
});
/** Peers of a NetworkPolicy: networks, or pods and namespaces. */
const peers: Schema = {
  type: 'array',
  items: object({ podSelector: selector, namespaceSelector: selector, ipBlock: object({ cidr, except: { type: 'array', items: cidr } }, { required: ['cidr'] }) }, {
    minProperties: 1,
    not: { required: ['ipBlock'], anyOf: [{ required: ['podSelector'] }, { required: ['namespaceSelector'] }] },
  }),
};
/** Peers that brokers may connect to. */
const target = object({ to: { ...peers, minItems: 1 }, ports: { type: 'array', items: port } }, { required: ['to'] });
const toleration = object({
  key: text(), operator: text(), value: text(), effect: text(), tolerationSeconds: { type: 'integer' },
});
const nodeRequirements: Schema = {
  type: 'array',
  items: object({
    key: text({ pattern: `^${QUALIFIED}$` }),
    operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'),
    values: { type: 'array', items: text() },
  }, { required: ['key', 'operator'] }),
};
const nodeTerm = object({ matchExpressions: nodeRequirements, matchFields: nodeRequirements });
const nodeAffinity = object({
  requiredDuringSchedulingIgnoredDuringExecution: object({ nodeSelectorTerms: { type: 'array', minItems: 1, items: nodeTerm } }, { required: ['nodeSelectorTerms'] }),
  preferredDuringSchedulingIgnoredDuringExecution: {
    type: 'array', items: object({ weight: { type: 'integer', minimum: 1, maximum: 100 }, preference: nodeTerm }, { required: ['weight', 'preference'] }),
  },
});
const percentage: Schema = { type: 'integer', minimum: 1, maximum: 100 };

/** What a values file may say, and nothing else. */
export function valuesSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Values of the rabbitmq chart',
    // anchors of YAML, which other keys refer to
    patternProperties: { '^x-': {} },
    ...object({
      // the condition of a parent chart
      enabled: flag,
      // a parent chart's globals are for all of its subcharts
      global: {
        type: 'object',
        properties: { imageRegistry: registry, imagePullSecrets: { type: 'array', items: { anyOf: [name, object({ name }, { required: ['name'] })] } }, storageClass: optionalName },
      },
      cluster: object({
        enabled: flag,
        name: text({ pattern: '^[a-z]([a-z0-9-]*[a-z0-9])?$', maxLength: 52 }),
        replicaCount: { type: 'integer', minimum: 1, maximum: MAX_REPLICAS },
        production: flag,
      }),
      image: object({
        registry,
        repository: text({ pattern: '^[a-z0-9]+([._/-]+[a-z0-9]+)*$' }),
        tag: text({ pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$' }),
        release: text({ pattern: `^(${RELEASE})?$` }),
        user: { type: ['integer', 'null'], minimum: 1, maximum: 2_147_483_647 },
        group: { type: ['integer', 'null'], minimum: 0, maximum: 2_147_483_647 },
        digest: text({ pattern: '^(sha256:[0-9a-f]{64})?$' }),
        pullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
        pullSecrets: { type: 'array', items: name },
      }, {
        if: { type: 'object', properties: { release: { const: '' } } },
        then: { type: 'object', properties: { tag: { type: 'string', pattern: `^${RELEASE}(-management)?(-alpine)?$` } } },
      }),
      resources: object({
        requests: object({ cpu: cpu(), memory: quantity('|') }),
        limits: object({ cpu: cpu('none|'), memory: quantity() }),
      }),
      persistence: part('persistence', {
        enabled: flag,
        storageClass: optionalName,
        size: quantity(),
        accessModes: { type: 'array', minItems: 1, maxItems: 1, items: oneOf('ReadWriteOnce', 'ReadWriteOncePod') },
        labels,
        annotations,
        selector,
        dataSource: object({ apiGroup: text(), kind: text(), name: text() }),
        dataSourceRef: object({ apiGroup: text(), kind: text(), name: text(), namespace: text() }),
      }),
      communityPlugins: { type: 'array', uniqueItems: true, items: pluginName },
      pod: object({
        env: variables,
        sidecars: containers,
        initContainers: containers,
        volumes: listOf({ name: volumeName }, ['name'], { minProperties: 2, maxProperties: 2 }),
        volumeMounts: listOf({ name: volumeName, mountPath: text({ pattern: '^/([^:.]|[^/:.][^/:]*)*$' }) }, ['name', 'mountPath']),
        hostAliases: listOf({ ip: text(), hostnames: { type: 'array', items: text() } }, ['ip', 'hostnames']),
        dnsConfig: { type: 'object' },
        dnsPolicy: oneOf('', 'ClusterFirst', 'Default', 'None'),
      }),
      probes: object({
        startupTimeout: time, startupPeriod: time, readinessPeriod: time, readinessTimeout: time,
        readinessFailureThreshold: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
      }),
      serviceAccount: object({ create: flag, name: optionalName, annotations, automountToken: flagOrNull }),
      platformAssignedIds: flag,
      ipv6: flag,
      clusterDomain: text({ pattern: `^${SUBDOMAIN}$` }),
      extraObjects: {
        type: 'array',
        items: { anyOf: [{ type: 'object', properties: { apiVersion: text(), kind: text() }, required: ['apiVersion', 'kind'] }, text({ pattern: 'kind:' })] },
      },
      plugins: { type: 'array', uniqueItems: true, items: pluginName },
      pluginDownloads: {
        type: 'array',
        items: object({
          name: pluginName,
          url: text({ pattern: '^https?://[^\\s/?#@]+/([^\\s?#@]*/)?[\\w.%+-]+\\.ez$' }),
          sha256: text({ pattern: '^[0-9a-fA-F]{64}$' }),
        }, { required: ['name', 'url', 'sha256'] }),
      },
      // one line, without space around it, and without # but in quotes
      configuration: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'], pattern: '^([^\\s#]([^\\r\\n#]*[^\\s#])?|\'[^\'\\r\\n]+\')$' } },
      rabbitmqConf: text(),
      advancedConfiguration: text(),
      authentication: object({ oauth2: oauth2(), ldap: ldap() }),
      definitions: object({ existingSecret: optionalName, key: secretKey }),
      credentials: object({
        username: text({ pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,63}$' }),
        existingSecret: optionalName,
        usernameKey: secretKey,
        passwordKey: secretKey,
        existingErlangCookieSecret: optionalName,
        erlangCookieKey: secretKey,
      }),
      tls: object({
        enabled: flag,
        only: flag,
        interNode: flag,
        existingSecret: optionalName,
        certificateKey: secretKey,
        privateKeyKey: secretKey,
        authorityKey: secretKey,
        publiclyTrusted: flag,
        serverName: host,
        issuer: name,
        issuerKind: text({ pattern: '^[A-Z][A-Za-z]+$' }),
        issuerGroup: name,
        dnsNames: { type: 'array', uniqueItems: true, items: text({ pattern: `^(\\*\\.)?${HOST_LABEL}(\\.${HOST_LABEL})*$`, maxLength: 253 }) },
        internalNames: flagOrNull,
        duration: text({ pattern: '^([1-9][0-9]*[hms])?$' }),
        renewBefore: text({ pattern: '^([1-9][0-9]*[hms])?$' }),
        privateKeyAlgorithm: oneOf('ECDSA', 'RSA'),
        interNodeSecret: optionalName,
        clientCertificates: oneOf('none', 'optional', 'required'),
        clientAuthority: optionalName,
        clientAuthorityKey: secretKey,
        clientCertificateDepth: { type: ['integer', 'null'], minimum: 0, maximum: 255 },
        versions: { type: 'array', minItems: 1, uniqueItems: true, items: oneOf('tlsv1.3', 'tlsv1.2') },
        ciphers: { type: 'array', uniqueItems: true, items: oneOf(...Object.values(SUITE_NAMES).flat()) },
      }),
      scheduling: object({
        nodeSpread: oneOf('none', 'preferred', 'required'),
        zoneSpread: oneOf('none', 'preferred', 'required'),
        nodeSelector: labels,
        tolerations: { type: 'array', items: toleration },
        priorityClassName: optionalName,
        nodeAffinity,
        topologySpreadConstraints: listOf({ topologyKey: text({ pattern: `^${QUALIFIED}$` }), maxSkew: { type: 'integer', minimum: 1 }, whenUnsatisfiable: oneOf('DoNotSchedule', 'ScheduleAnyway') }, ['topologyKey', 'maxSkew', 'whenUnsatisfiable']),
      }),
      service: part('service', {
        type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer'),
        annotations,
        externalTrafficPolicy: oneOf('', 'Cluster', 'Local'),
        internalTrafficPolicy: oneOf('', 'Cluster', 'Local'),
        sessionAffinity: text({ pattern: '^([1-9][0-9]{0,3}s|[1-7][0-9]{4}s|8[0-5][0-9]{3}s|86[0-3][0-9]{2}s|86400s)?$' }),
        loadBalancerClass: text({ pattern: '^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$' }),
        loadBalancerSourceRanges: { type: 'array', items: cidr, uniqueItems: true },
        ipFamilyPolicy: oneOf('', 'SingleStack', 'PreferDualStack', 'RequireDualStack'),
        ipFamilies: { type: 'array', items: oneOf('IPv4', 'IPv6'), uniqueItems: true },
        nodePorts: { type: 'object', additionalProperties: port },
        trafficDistribution: oneOf('', 'PreferClose', 'PreferSameZone', 'PreferSameNode'),
      }),
      podDisruptionBudget: object({ enabled: flagOrNull }),
      networkPolicy: part('networkPolicy', {
        enabled: flagOrNull,
        ownNamespace: flag,
        clientNamespaces: { ...labels, minProperties: 1 },
        clientCidrs: { type: 'array', items: cidr, uniqueItems: true },
        managementFrom: peers,
        allowTo: { type: 'array', items: target },
        apiServerPorts: { type: 'array', items: port, minItems: 1 },
        apiServerPeers: peers,
        dnsPorts: { type: 'array', items: port, minItems: 1 },
        dnsPeers: peers,
      }),
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
      serviceMonitor: part('serviceMonitor', {
        enabled: flag,
        interval: text({ pattern: '^[1-9][0-9]*s$' }),
        path: text({ pattern: '^/[-a-zA-Z0-9/_.]*$' }),
        kind: oneOf('ServiceMonitor', 'PodMonitor'),
        timeout: text({ pattern: '^([1-9][0-9]*s)?$' }),
        perObject: flag,
        credentials: optionalName,
        prometheusNamespace: text({ pattern: `^${HOST_LABEL}$` }),
        port: portName,
        labels,
      }),
      prometheusRule: prometheusRule(),
      dashboards: object({ enabled: flag, folder: text({ minLength: 1 }), labels }),
      exporter: object({ enabled: flag, credentials: optionalName }),
      ingress: part('ingress', {
        enabled: flag,
        // a DNS name of several labels
        host,
        className: optionalName,
        controller: oneOf('', 'nginx', 'traefik', 'haproxy'),
        controllerAuthority: optionalName,
        allowFrom: peers,
        annotations,
        allowPlain: flag,
        tls: object({ existingSecret: optionalName, issuer: optionalName, clusterIssuer: optionalName }),
      }),
      gateway: object({
        name: optionalName,
        namespace: text({ pattern: `^(${HOST_LABEL})?$` }),
        allowFrom: peers,
        management: object({
          enabled: flag, host, sectionName: optionalName, annotations, backendAuthority: optionalName,
        }),
        routes: { type: 'array', items: object({ port: portName, hosts: { type: 'array', items: certifiedHost, uniqueItems: true }, sectionName: name, allowPlain: flag }, { required: ['port'] }) },
      }),
      topology: topologySchema(target),
      backup: backup(),
      ...otherNames(),
    }),
    definitions: { argument },
  };
}

/** A text of rabbitmq.conf: one line, without space around it, and without # but in quotes; or none. */
const CONF_TEXT = '[^\\s#]([^\\r\\n#]*[^\\s#])?|\'[^\'\\r\\n]+\'';
const optionalConfText = text({ pattern: `^(${CONF_TEXT})?$` });
const optionalUrl = text({ pattern: '^(https://[^\\s#]+)?$' });

/** Names in Prometheus, of labels and annotations of alerts. */
function alertMap(): Schema {
  return { type: 'object', propertyNames: { pattern: '^[a-zA-Z_]\\w*$' }, additionalProperties: { type: ['string', 'number', 'boolean'] } };
}

const url = text({ pattern: '^(https?://[^\\s/][^\\s]*)?$' });

function prometheusRule(): Schema {
  const severity = oneOf('critical', 'warning', 'info');
  const change = object({ enabled: flag, severity, threshold: { type: 'number', minimum: 0 }, for: time, labels: alertMap(), annotations: alertMap() });
  const alert = object({
    name: text({ pattern: '^[a-zA-Z_]\\w*$' }), expr: text({ pattern: '\\S' }), severity, summary: text({ pattern: '\\S' }),
    description: text(), for: time, runbookUrl: url, labels: alertMap(),
  }, { required: ['name', 'expr', 'severity', 'summary'] });
  return object({
    enabled: flag, changes: { type: 'object', additionalProperties: change }, additional: { type: 'array', items: alert }, labels: alertMap(), runbooks: url,
  });
}

function oauth2(): Schema {
  return object({
    enabled: flag,
    resourceServerId: optionalConfText,
    issuer: optionalUrl,
    jwksUrl: optionalUrl,
    signingKeys: { type: 'array', items: object({ id: text({ pattern: '^[A-Za-z0-9_-]+$' }), key: secretKey }, { required: ['id', 'key'] }) },
    signingKeysSecret: optionalName,
    authority: optionalName,
    authorityKey: secretKey,
    scopePrefix: optionalConfText,
    additionalScopesKey: optionalConfText,
    usernameClaims: { type: 'array', items: text({ pattern: `^(${CONF_TEXT})$` }) },
    verifyAudience: flagOrNull,
    algorithms: { type: 'array', items: oneOf(...ALGORITHMS) },
    peers,
    management: object({
      enabled: flag, clientId: optionalConfText, clientSecret: optionalName, clientSecretKey: secretKey,
      scopes: optionalConfText, providerUrl: optionalUrl,
    }),
  });
}

function ldap(): Schema {
  const query = text({ pattern: `^(${CONF_TEXT})$` });
  return object({
    enabled: flag,
    servers: { type: 'array', items: text({ pattern: '^[A-Za-z0-9_.:-]+$' }) },
    port: { type: ['integer', 'null'], minimum: 1, maximum: 65_535 },
    tls: oneOf('ldaps', 'starttls', 'none'),
    authority: optionalName,
    authorityKey: secretKey,
    userDnPattern: optionalConfText,
    lookup: object({
      attribute: optionalConfText,
      baseDn: optionalConfText,
      bindDn: optionalConfText,
      bindPassword: optionalName,
      bindPasswordKey: secretKey,
    }),
    authorization: oneOf('', 'internal', 'ldap'),
    queries: object({ vhostAccess: query, resourceAccess: query, topicAccess: query, tags: query }),
    groupLookupBase: optionalConfText,
    timeout: text({ pattern: '^[1-9][0-9]*[hms]$' }),
    connectionPoolSize: { type: ['integer', 'null'], minimum: 1 },
    peers,
  });
}

/** The patterns are those of the library's own checks. */
function backup(): Schema {
  return object({
    enabled: flag,
    schedule,
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
