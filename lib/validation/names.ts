import { isObjectName } from './object-name';

const SECRET_KEY = /^(?!\.\.?$|\.\.)[-._a-zA-Z0-9]{1,253}$/;
const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Kinds of objects that props take as constructs or interfaces, by their types. */
const KINDS: Readonly<Record<string, string>> = { ISecret: 'Secret', IConfigMap: 'ConfigMap' };

/** Props that hold the name of an object, by their own name or with that of their struct. */
const OBJECTS: readonly string[] = [
  'ingressClass', 'sectionName', 'clusterIssuer', 'serviceAccountName', 'serviceName', 'nodesServiceName', 'store',
  'RabbitMQExternalSecretProps.name', 'RabbitMQGatewayOptions.name', 'RabbitMQIngressTlsOptions.issuer',
];

/** Props that hold the name of a namespace. */
const NAMESPACES: readonly string[] = ['prometheusNamespace', 'RabbitMQGatewayOptions.namespace'];

/** Props that hold a key of a Secret or ConfigMap. */
const KEYS: readonly string[] = [
  'accessKeyIdKey', 'authorityKey', 'bindPasswordKey', 'caKey', 'certificateKey', 'clientAuthorityKey', 'clientSecretKey', 'configKey', 'erlangCookieKey',
  'passwordKey', 'privateKeyKey', 'secretAccessKeyKey', 'usernameKey', 'RabbitMQAuthority.key', 'RabbitMQBackupEncryptionOptions.key',
  'RabbitMQPasswordHashOptions.key', 'RabbitMQSecretValueOptions.key', 'RabbitMQSigningKeyOptions.key',
];

/** What the API server refuses of an object that a prop takes. */
export function referenceProblems(type: string, field: string, value: unknown): string[] {
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const name = (value as { readonly name?: unknown } | undefined)?.name;
  return kind === undefined || typeof name !== 'string' || isObjectName(name)
    ? []
    : [`${field} is "${name}", which is not a valid name of a ${kind}. Use lower-case letters, digits, "-" and "."`];
}

/** What the API server refuses of a prop that names an object, a namespace or a key of a Secret. */
export function nameProblems(struct: string, prop: string, field: string, value: unknown): string[] {
  if (typeof value !== 'string') {
    return [];
  }
  const isOf = (props: readonly string[]): boolean => props.includes(prop) || props.includes(`${struct}.${prop}`);
  return [
    ...isOf(OBJECTS) && !isObjectName(value) ? [`${field} is "${value}", which is not a valid name of an object. Use lower-case letters, digits, "-" and "."`] : [],
    ...isOf(NAMESPACES) && !LABEL.test(value)
      ? [`${field} is "${value}": use up to 63 lower-case letters, digits and "-", starting and ending with a letter or digit`]
      : [],
    ...isOf(KEYS) && !SECRET_KEY.test(value) ? [`${field} is "${value}", which is not a valid key of a Secret. Use letters, digits, "-", "_" and "."`] : [],
  ];
}
