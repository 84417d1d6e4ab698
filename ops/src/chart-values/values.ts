import type { k8s } from 'cdk8s-plus-28';
import type * as lib from 'cdk8s-rabbitmq';
import type { Target } from './kubernetes';
import type { TopologyValues } from './topology-values';

/** YAML has `2` as a number and `2Gi` as a text. */
type Quantity = string | number;

/** Labels or annotations: YAML has `1` as a number and `true` as a switch. */
type Texts = Readonly<Record<string, string | number | boolean>>;

/** A time such as 5m, and labels and annotations. */
interface AlertValues {
  readonly for?: string;
  readonly labels?: Texts;
  readonly annotations?: Texts;
}

/** What a values file of the chart says; the defaults are in `chart/values.yaml`. */
export interface Values {
  readonly enabled?: boolean;
  readonly global: {
    readonly imageRegistry: string;
    readonly imagePullSecrets: readonly (string | { readonly name: string })[];
    readonly storageClass: string;
  };
  readonly cluster: {
    readonly enabled: boolean;
    readonly name: string;
    readonly replicaCount: number;
    readonly production: boolean;
  };
  readonly image: {
    readonly registry: string;
    readonly repository: string;
    readonly tag: string;
    readonly release: string;
    readonly user: number | null;
    readonly group: number | null;
    readonly digest: string;
    readonly pullPolicy: string;
    readonly pullSecrets: readonly string[];
  };
  readonly resources: {
    readonly requests: { readonly cpu: Quantity; readonly memory: Quantity };
    readonly limits: { readonly cpu?: Quantity; readonly memory: Quantity };
  };
  readonly persistence: {
    readonly enabled: boolean; readonly storageClass: string; readonly size: Quantity;
    readonly accessModes: readonly string[];
    readonly labels: Texts; readonly annotations: Texts;
    readonly selector: k8s.LabelSelector; readonly dataSource: k8s.TypedLocalObjectReference;
    readonly dataSourceRef: k8s.TypedObjectReference;
  };
  readonly communityPlugins: readonly string[];
  readonly pluginDownloads: lib.RabbitMQPluginDownload[];
  readonly pod: {
    readonly env: k8s.EnvVar[]; readonly sidecars: k8s.Container[]; readonly initContainers: k8s.Container[];
    readonly volumes: k8s.Volume[]; readonly volumeMounts: k8s.VolumeMount[];
    readonly hostAliases: k8s.HostAlias[]; readonly dnsConfig: k8s.PodDnsConfig; readonly dnsPolicy: string;
  };
  readonly serviceAccount: {
    readonly create: boolean;
    readonly name: string;
    readonly annotations: Texts;
    readonly automountToken: boolean | null;
  };
  readonly probes: {
    readonly startupTimeout: string; readonly startupPeriod: string;
    readonly readinessPeriod: string; readonly readinessTimeout: string;
    readonly readinessFailureThreshold: number;
  };
  readonly platformAssignedIds: boolean;
  readonly ipv6: boolean;
  readonly clusterDomain: string;
  readonly extraObjects: readonly (object | string)[];
  readonly plugins: readonly string[];
  readonly configuration: Readonly<Record<string, string | number | boolean>>;
  readonly rabbitmqConf: string;
  readonly advancedConfiguration: string;
  readonly topology: TopologyValues;
  readonly authentication: {
    readonly oauth2: {
      readonly enabled: boolean; readonly resourceServerId: string; readonly issuer: string; readonly jwksUrl: string;
      readonly signingKeys: lib.RabbitMQSigningKeyOptions[]; readonly signingKeysSecret: string;
      readonly authority: string; readonly authorityKey: string;
      readonly scopePrefix: string; readonly additionalScopesKey: string; readonly usernameClaims: string[];
      readonly verifyAudience?: boolean | null;
      readonly algorithms: string[]; readonly peers: readonly k8s.NetworkPolicyPeer[];
      readonly management: {
        readonly enabled: boolean; readonly clientId: string;
        readonly clientSecret: string; readonly clientSecretKey: string;
        readonly scopes: string; readonly providerUrl: string;
      };
    };
    readonly ldap: {
      readonly enabled: boolean; readonly servers: string[];
      readonly port?: number | null; readonly tls: lib.RabbitMQLdapTls;
      readonly authority: string; readonly authorityKey: string; readonly userDnPattern: string;
      readonly lookup: {
        readonly attribute: string;
        readonly baseDn: string;
        readonly bindDn: string;
        readonly bindPassword: string;
        readonly bindPasswordKey: string;
      };
      readonly authorization: lib.RabbitMQLdapAuthorization | ''; readonly queries: lib.RabbitMQLdapQueriesOptions; readonly groupLookupBase: string;
      readonly timeout: string; readonly connectionPoolSize?: number | null;
      readonly peers: readonly k8s.NetworkPolicyPeer[];
    };
  };
  readonly definitions: { readonly existingSecret: string; readonly key: string };
  readonly credentials: {
    readonly username: string;
    readonly existingSecret: string;
    readonly usernameKey: string;
    readonly passwordKey: string;
    readonly existingErlangCookieSecret: string;
    readonly erlangCookieKey: string;
  };
  readonly tls: {
    readonly enabled: boolean; readonly only: boolean; readonly interNode: boolean;
    readonly existingSecret: string; readonly issuer: string; readonly issuerKind: string; readonly issuerGroup: string;
    readonly certificateKey: string; readonly privateKeyKey: string; readonly authorityKey: string;
    readonly publiclyTrusted: boolean; readonly serverName: string;
    readonly dnsNames: string[]; readonly internalNames: boolean | null;
    readonly duration: string; readonly renewBefore: string;
    readonly privateKeyAlgorithm: lib.RabbitMQPrivateKeyAlgorithm;
    readonly interNodeSecret: string; readonly clientCertificates: lib.RabbitMQClientCertificates;
    readonly clientAuthority: string; readonly clientAuthorityKey: string;
    readonly clientCertificateDepth: number | null;
    readonly versions: lib.RabbitMQTlsVersion[]; readonly ciphers: string[];
  };
  readonly scheduling: {
    readonly nodeSpread: lib.RabbitMQSpread; readonly zoneSpread: lib.RabbitMQSpread; readonly nodeSelector: Texts;
    readonly tolerations: readonly object[]; readonly priorityClassName: string;
    readonly nodeAffinity: k8s.NodeAffinity; readonly topologySpreadConstraints: k8s.TopologySpreadConstraint[];
  };
  readonly service: {
    readonly type: string; readonly annotations: Texts; readonly externalTrafficPolicy: lib.RabbitMQTrafficPolicy | '';
    readonly internalTrafficPolicy: lib.RabbitMQTrafficPolicy | '';
    readonly sessionAffinity: string; readonly loadBalancerClass: string; readonly loadBalancerSourceRanges: string[];
    readonly ipFamilyPolicy: lib.RabbitMQIpFamilyPolicy | ''; readonly ipFamilies: string[]; readonly nodePorts: Readonly<Record<string, number>>;
    readonly trafficDistribution: string;
  };
  readonly podDisruptionBudget: { readonly enabled: boolean | null };
  readonly networkPolicy: {
    readonly enabled: boolean | null; readonly ownNamespace: boolean; readonly clientNamespaces: Texts;
    readonly clientCidrs: readonly string[]; readonly managementFrom: readonly k8s.NetworkPolicyPeer[];
    readonly allowTo: readonly Target[];
    readonly apiServerPorts: readonly number[]; readonly apiServerPeers: readonly k8s.NetworkPolicyPeer[];
    readonly dnsPorts: readonly number[]; readonly dnsPeers: readonly k8s.NetworkPolicyPeer[];
  };
  readonly podLabels: Texts;
  readonly podAnnotations: Texts;
  readonly commonLabels: Texts;
  readonly commonAnnotations: Texts;
  readonly hpa: {
    readonly enabled: boolean; readonly oddSizes: boolean; readonly minReplicas: number; readonly maxReplicas: number;
    readonly targetCPUUtilizationPercentage: number; readonly targetMemoryUtilizationPercentage: number;
  };
  readonly serviceMonitor: {
    readonly enabled: boolean;
    readonly interval: string;
    readonly path: string;
    readonly kind: lib.RabbitMQScrapeMethod; readonly timeout: string;
    readonly perObject: boolean; readonly credentials: string;
    readonly prometheusNamespace: string;
    readonly port: string;
    readonly labels: Texts;
  };
  readonly prometheusRule: {
    readonly enabled: boolean;
    readonly changes: Readonly<Record<string, Omit<lib.RabbitMQAlertChangeOptions, 'for' | 'labels' | 'annotations'> & AlertValues>>;
    readonly additional: readonly (Omit<lib.RabbitMQAlertOptions, 'for' | 'labels'> & AlertValues)[];
    readonly labels: Texts; readonly runbooks: string;
  };
  readonly dashboards: { readonly enabled: boolean; readonly folder: string; readonly labels: Texts };
  readonly exporter: { readonly enabled: boolean; readonly credentials: string };
  readonly ingress: {
    readonly enabled: boolean; readonly host: string; readonly className: string; readonly controller: lib.RabbitMQIngressController | '';
    readonly controllerAuthority: string;
    readonly allowFrom: readonly k8s.NetworkPolicyPeer[];
    readonly annotations: Texts; readonly allowPlain: boolean;
    readonly tls: { readonly existingSecret: string; readonly issuer: string; readonly clusterIssuer: string };
  };
  readonly gateway: {
    readonly name: string; readonly namespace: string; readonly allowFrom: readonly k8s.NetworkPolicyPeer[];
    readonly management: {
      readonly enabled: boolean;
      readonly host: string;
      readonly sectionName: string;
      readonly annotations: Texts;
      readonly backendAuthority: string;
    };
    readonly routes: readonly {
      readonly port: string;
      readonly hosts?: string[];
      readonly sectionName?: string;
      readonly allowPlain?: boolean;
    }[];
  };
  readonly backup: {
    readonly enabled: boolean; readonly schedule: string; readonly timeZone: string;
    readonly keep: number; readonly suspend: boolean;
    readonly credentials: string;
    readonly encryption: { readonly secret: string; readonly key: string };
    readonly destination: {
      readonly volume: { readonly size: Quantity; readonly storageClass: string; readonly accessMode: string };
      readonly claim: { readonly name: string; readonly folder: string };
      readonly s3: {
        readonly bucket: string; readonly credentials: string;
        readonly accessKeyIdKey: string; readonly secretAccessKeyKey: string;
        readonly endpoint: string; readonly region: string; readonly prefix: string; readonly virtualHosted: boolean;
        readonly authority: { readonly secret: string; readonly key: string };
      };
    };
  };
}
