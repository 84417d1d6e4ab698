import { k8s } from 'cdk8s-plus-28';
import { FEATURES, INTERVALS, MAX_REPLICAS, MEMORIES, PROTOCOL_PLUGINS, SERIES, STORAGES } from './features';
import { CLOSE, NAME, NAMESPACE, OPEN, slotsOf, withSlots } from './slots';
import { Manifest, synthesize, Values } from './values';

/** What the library makes of one choice of features; texts that a template fills in are expressions. */
export interface Sample {
  /** The option of each feature, by its id. */
  readonly options: Readonly<Record<string, string>>;
  /** The objects by kind and the end of their name. */
  readonly objects: ReadonlyMap<string, unknown>;
}

/** A sample of `networkPolicy.clientCidrs`. */
export const CIDR = '192.0.2.77/32';

/** The same sequence each time, as the chart has to come out the same. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Values with markers in them, and each switch thrown. */
function drawn(next: () => number): Values {
  const one = <T>(...options: readonly T[]): T => options[Math.floor(next() * options.length)];
  const maybe = (): boolean => next() < 0.5;
  const marked = (slot: string): Record<string, string> => (maybe() ? { [`zzslot-${slot}`]: 'zz' } : {});
  const tls = one('none', 'both', 'only');
  const peers = (slot: string): k8s.NetworkPolicyPeer[] => (maybe() ? [{ ipBlock: { cidr: `zzslot-${slot}` } }] : []);
  const ingressIssuer = one('none', 'issuer', 'clusterIssuer');
  const backupTo = one('volume', 'claim', 's3');
  const heavy = next() < 0.25;
  return {
    cluster: { enabled: true, name: NAME, replicaCount: 1 + Math.floor(next() * MAX_REPLICAS), production: next() < 0.25 },
    image: {
      registry: 'zzregistry', repository: 'rabbitmq', tag: `${one(...SERIES)}.77${one('-management', '-management-alpine')}`, digest: '',
      pullPolicy: 'zzpullpolicy', pullSecrets: maybe() ? ['zzpullsecret'] : [],
    },
    resources: { requests: { cpu: '777m', memory: '1255211Ki' }, limits: { cpu: '3777m', memory: one(...MEMORIES) } },
    persistence: { enabled: next() < 0.8, storageClass: one('', 'zzstorageclass'), size: one(...STORAGES), accessModes: [one('ReadWriteOnce', 'ReadWriteOncePod')] },
    plugins: PROTOCOL_PLUGINS.slice(0, 6).filter(() => next() < 0.35),
    configuration: {},
    advancedConfiguration: one('', '[].'),
    credentials: {
      username: 'zzadministrator', existingSecret: one('', 'zzcredentials'), usernameKey: 'zzusernamekey', passwordKey: 'zzpasswordkey',
      existingErlangCookieSecret: one('', 'zzcookie'), erlangCookieKey: 'zzcookiekey',
    },
    tls: { enabled: tls !== 'none', only: tls === 'only', interNode: tls !== 'none' && maybe(), existingSecret: one('', 'zzbrokertls'), issuer: 'zzissuer', issuerKind: 'zzissuerkind' },
    scheduling: {
      nodeSpread: one('none', 'preferred', 'required'), zoneSpread: one('none', 'preferred', 'required'),
      nodeSelector: marked('scheduling.nodeSelector'), tolerations: maybe() ? [{ key: 'zzslot-scheduling.tolerations' }] : [], priorityClassName: one('', 'zzpriority'),
    },
    service: { type: one('ClusterIP', 'NodePort', 'LoadBalancer'), annotations: marked('service.annotations') },
    podDisruptionBudget: { enabled: one(true, false, null) },
    networkPolicy: { enabled: one(true, false, null), ownNamespace: maybe(), clientNamespaces: { 'zzslot-networkPolicy.clientNamespaces': 'zz' }, clientCidrs: maybe() ? [CIDR] : [], managementFrom: peers('networkPolicy.managementFrom') },
    podLabels: marked('podLabels'),
    podAnnotations: marked('podAnnotations'),
    commonLabels: marked('commonLabels'),
    commonAnnotations: marked('commonAnnotations'),
    hpa: {
      enabled: next() < 0.35, oddSizes: maybe(), minReplicas: one(3, 5), maxReplicas: one(5, 7, 9),
      targetCPUUtilizationPercentage: 61, targetMemoryUtilizationPercentage: 67,
    },
    serviceMonitor: { enabled: maybe(), interval: one(...INTERVALS), path: '/zzmetrics', port: 'prometheus', labels: marked('serviceMonitor.labels') },
    prometheusRule: { enabled: heavy },
    dashboards: { enabled: heavy && maybe() },
    exporter: { enabled: next() < 0.65 },
    ingress: {
      enabled: next() < 0.65, host: 'zzhost.example.com', className: one('', 'zzclass'), controller: one('', 'nginx', 'traefik', 'haproxy'),
      allowFrom: peers('ingress.allowFrom'),
      annotations: marked('ingress.annotations'), allowPlain: true,
      tls: {
        existingSecret: one('', 'zzingresssecret'), issuer: ingressIssuer === 'issuer' ? 'zzuiissuer' : '',
        clusterIssuer: ingressIssuer === 'clusterIssuer' ? 'zzclusterissuer' : '',
      },
    },
    backup: {
      enabled: maybe(), schedule: '59 23 28 11 5', timeZone: one('', 'Zztime/Zone'), keep: 7123, suspend: maybe(), credentials: one('', 'zzbackuplogin'),
      encryption: { secret: one('', 'zzencryption'), key: 'zzencryptkey' },
      destination: {
        volume: { size: '3333Mi', storageClass: one('', 'zzbackupclass'), accessMode: 'zzaccessmode' },
        claim: { name: backupTo === 'claim' ? 'zzclaim' : '', folder: 'zzfolder' },
        s3: {
          bucket: backupTo === 's3' ? 'zzbucket' : '', credentials: 'zzstoragelogin', accessKeyIdKey: 'zzaccesskeyid', secretAccessKeyKey: 'zzsecretaccesskey',
          endpoint: 'https://zzendpoint.example.com:7443', region: 'zzregion', prefix: 'zzprefix/', virtualHosted: false,
          authority: { secret: one('', 'zzstorageca'), key: 'zzstoragecakey' },
        },
      },
    },
  };
}

/** As many samples as asked for; choices that the library refuses are drawn again. */
export function samples(count: number, seed = 1): Sample[] {
  const next = random(seed);
  const found: Sample[] = [];
  while (found.length < count) {
    const values = drawn(next);
    const manifests = attempt(() => synthesize(values, NAMESPACE));
    if (manifests) {
      found.push(sampleOf(values, manifests));
    }
  }
  return found;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function sampleOf(values: Values, manifests: readonly Manifest[]): Sample {
  const slots = [...slotsOf(values), ...PASSED_THROUGH];
  const objects = new Map<string, unknown>();
  for (const manifest of manifests) {
    const { kind, metadata } = manifest;
    const hash = /-[0-9a-f]{5}$/.exec(kind === 'Job' ? metadata.name : '')?.[0] ?? '';
    // the name of an object without a namespace starts with the namespace; programs have another name with each release
    const suffix = metadata.name
      .replace(`${NAMESPACE}-${NAME}`, '')
      .replace(NAME, '')
      .replace(hash, '')
      .replace(/(-programs)-[0-9a-f]{10}$/, '$1');
    const name = hash === '' ? metadata.name : `${metadata.name.slice(0, -hash.length)}-${OPEN}$c.contentHash${CLOSE}`;
    objects.set(`${kind} ${suffix}`, replaced({ ...manifest, metadata: { ...metadata, name } }, slots));
  }
  return { options: Object.fromEntries(FEATURES.map(({ id, of }) => [id, of(values)])), objects };
}

/** Items that are there for each broker, from the first to the last, once. */
function perBroker(items: readonly unknown[]): unknown[] {
  const ofBroker = new RegExp(`^${NAME}-(\\d+)=`);
  return items
    .filter(item => typeof item !== 'string' || (ofBroker.exec(item)?.[1] ?? '0') === '0')
    .map(item => (typeof item === 'string' && ofBroker.test(item) ? item.replaceAll(`${NAME}-0`, `${NAME}-${OPEN}$i${CLOSE}`) : item));
}

const PASSED_THROUGH: [string, string][] = [
  ['zzpullpolicy', '$c.imagePullPolicy'], ['zzpriority', '$c.priorityClassName'],
];

/** Numbers that stand nowhere else. */
const NUMBERS: Readonly<Record<number, string>> = { 61: '$c.targetCpu', 67: '$c.targetMemory' };

/** Fields that are computed from other fields, or given by the user as they are, by their key. */
const COMPUTED: Readonly<Record<string, string>> = {
  enabled_plugins: `${OPEN}$c.enabledPlugins${CLOSE}`,
  'advanced.config': `${OPEN}$.Values.advancedConfiguration${CLOSE}`,
  'cdk8s-rabbitmq/configuration-checksum': `${OPEN}$c.configurationChecksum${CLOSE}`,
};

function replaced(value: unknown, slots: readonly [string, string][]): unknown {
  if (typeof value === 'string') {
    return withSlots(value.replace(/(target_cluster_size_hint = )\d+/, `$1${OPEN}$c.replicas${CLOSE}`), slots);
  }
  if (typeof value === 'number') {
    const expression = NUMBERS[value] ?? slots.find(([text]) => text === String(value))?.[1];
    return expression === undefined ? value : `${OPEN}#${expression}${CLOSE}`;
  }
  if (Array.isArray(value)) {
    return perBroker(value).map(item => replaced(item, slots));
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key.startsWith('zzslot-') ? key : withSlots(key, slots), COMPUTED[key] ?? replaced(child, slots)]));
}
