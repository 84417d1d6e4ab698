import { isObjectName, LABEL } from './object-name';

const NAMESPACE = new RegExp(`^${LABEL}$`);
const HOST = new RegExp(`^(?=.{1,253}$)${LABEL}(\\.${LABEL})*$`);
const SECRET_KEY = /^(?!\.\.?$|\.\.)[-._a-zA-Z0-9]{1,253}$/;

/** A format of texts that a server refuses otherwise. */
interface Format {
  /** The props that have it, by their own name or with that of their struct. */
  readonly props: readonly string[];
  readonly isRight: (value: string) => boolean;
  /** What follows the prop and its value in a message. */
  readonly says: string;
}

const FORMATS: readonly Format[] = [
  {
    props: [
      'ingressClass', 'sectionName', 'clusterIssuer', 'serviceAccountName', 'serviceName', 'nodesServiceName', 'store',
      'RabbitMQExternalSecretProps.name', 'RabbitMQGatewayOptions.name', 'RabbitMQIngressTlsOptions.issuer', 'RabbitMQIssuedCertificateOptions.issuerGroup',
      'RabbitMQTopologyProps.name', 'k8s.ConfigMapKeySelector.name', 'k8s.ConfigMapVolumeSource.name', 'k8s.PersistentVolumeClaimVolumeSource.claimName',
      'k8s.SecretKeySelector.name', 'k8s.SecretVolumeSource.secretName', 'k8s.TypedLocalObjectReference.name', 'k8s.TypedObjectReference.name',
    ],
    isRight: isObjectName,
    says: ', which is not a valid name of an object. Use lower-case letters, digits, "-" and "."',
  },
  {
    props: ['prometheusNamespace', 'RabbitMQGatewayOptions.namespace', 'k8s.TypedObjectReference.namespace'],
    isRight: value => NAMESPACE.test(value),
    says: ': use up to 63 lower-case letters, digits and "-", starting and ending with a letter or digit',
  },
  {
    props: [
      'accessKeyIdKey', 'authorityKey', 'bindPasswordKey', 'caKey', 'certificateKey', 'clientAuthorityKey', 'clientSecretKey', 'configKey',
      'erlangCookieKey', 'passwordKey', 'privateKeyKey', 'secretAccessKeyKey', 'usernameKey', 'RabbitMQAuthority.key',
      'RabbitMQBackupEncryptionOptions.key', 'RabbitMQPasswordHashOptions.key', 'RabbitMQSecretValueOptions.key', 'RabbitMQSigningKeyOptions.key',
      'k8s.ConfigMapKeySelector.key', 'k8s.SecretKeySelector.key',
    ],
    isRight: isSecretKey,
    says: ', which is not a valid key of a Secret. Use letters, digits, "-", "_" and "."',
  },
  {
    props: ['RabbitMQClusterAttributes.serverName', 'RabbitMQScrapeTlsOptions.serverName'],
    isRight: value => HOST.test(value),
    says: ': it must be a DNS name in lower case, such as "mq.example.com"',
  },
  {
    props: ['issuerKind', 'RabbitMQConsumersOptions.kind'],
    isRight: value => /^[A-Za-z][A-Za-z0-9]*$/.test(value),
    says: ': a kind is letters and digits, such as "Deployment"',
  },
  {
    props: ['RabbitMQConsumersOptions.apiVersion'],
    isRight: value => /^([a-z0-9][-.a-z0-9]*\/)?v[a-z0-9]+$/.test(value),
    says: ': it must be a group and a version, such as "apps/v1"',
  },
  {
    props: ['runbooks', 'runbookUrl'],
    isRight: value => /^https?:\/\/[^\s/]\S*$/.test(value),
    says: ': it must be a URL, such as "https://example.com/runbooks"',
  },
];

/** Kinds of objects that props take as constructs or interfaces, by their types. */
const KINDS: Readonly<Record<string, string>> = { ISecret: 'Secret', IConfigMap: 'ConfigMap', IPersistentVolumeClaim: 'PersistentVolumeClaim' };

/** Whether the API server takes a key of a Secret or ConfigMap. */
export function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key);
}

/** What the API server refuses of an object that a prop takes. */
export function referenceProblems(type: string, field: string, value: unknown): string[] {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const name = (value as { readonly name?: unknown } | undefined)?.name;
  return kind === undefined || typeof name !== 'string' || isObjectName(name)
    ? []
    : [`${field} is "${name}", which is not a valid name of a ${kind}. Use lower-case letters, digits, "-" and "."`];
}

/** What a server refuses of a text that is a name, a key of a Secret, a host, a kind or a URL. */
export function nameProblems(struct: string, prop: string, field: string, value: unknown): string[] {
  return typeof value !== 'string'
    ? []
    : FORMATS.filter(({ props, isRight }) => (props.includes(prop) || props.includes(`${struct}.${prop}`)) && !isRight(value))
        .map(({ says }) => `${field} is "${value}"${says}`);
}
