import { ImagePullPolicy, ServiceType } from 'cdk8s-plus-28';
import { KNOWN_ENUMS } from './known-props';
import { isPlainObject } from './plain-object';

const ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...KNOWN_ENUMS,
  ImagePullPolicy,
  ServiceType,
};

/** The method by which a value of another package is recognized, whose version may be another than the library's. */
const METHODS: Readonly<Record<string, string>> = {
  Duration: 'toSeconds',
  Size: 'toKibibytes',
  INetworkPolicyPeer: 'toNetworkPolicyPeerConfig',
};

/** How a value of a type is made. */
const EXAMPLES: Readonly<Record<string, string>> = {
  Cron: 'Cron.daily()',
  Duration: 'Duration.seconds(60)',
  IConfigMap: 'ConfigMap.fromConfigMapName(this, "Id", "name")',
  INetworkPolicyPeer: 'Namespaces.select(this, "Id", { names: ["name"] })',
  ISecret: 'Secret.fromSecretName(this, "Id", "name")',
  RabbitMQArgument: 'RabbitMQArgument.text("value")',
  RabbitMQBackupDestination: 'RabbitMQBackupDestination.volume()',
  RabbitMQCertificate: 'RabbitMQCertificate.fromIssuer({ issuer: "name" })',
  RabbitMQImage: 'RabbitMQImage.fromReference("registry.example.com/rabbitmq:4.3.6-management")',
  RabbitMQProfile: 'RabbitMQProfile.PROD',
  RabbitMQScalingMetric: 'RabbitMQScalingMetric.cpu(70)',
  RabbitMQVersion: 'RabbitMQVersion.of("4.3")',
  Size: 'Size.gibibytes(1)',
};

const PRIMITIVES: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  boolean: [value => typeof value === 'boolean', 'it must be true or false'],
  number: [value => typeof value === 'number' && Number.isFinite(value), 'it must be a number'],
  string: [value => typeof value === 'string', 'it must be a string'],
};

/**
 * The problem of a value of a type that is neither a list nor a map.
 *
 * @param type as TypeScript has it, such as `string`, `Duration` or `k8s.Container`
 * @param isStruct whether it is a struct of the library
 * @returns undefined if nothing is
 */
export function wrongValue(type: string, isStruct: boolean, value: unknown): string | undefined {
  if (value === null) {
    return 'is null: leave it out';
  }
  const primitive = PRIMITIVES[type];
  if (primitive) {
    return primitive[0](value) ? undefined : `is ${show(value)}: ${primitive[1]}`;
  }
  const members = ENUMS[type];
  if (members) {
    return Object.values(members).includes(value as string) ? undefined : `is ${show(value)}: use ${type}.${Object.keys(members).join(', ')}`;
  }
  if (isStruct || type.startsWith('k8s.')) {
    return isObject(value) ? undefined : `is ${show(value)}: it must be an object`;
  }
  const example = EXAMPLES[type];
  // a value in the place of a Secret can be the password itself
  const shown = type === 'ISecret' && typeof value === 'string' ? 'a string' : show(value);
  return isInstance(type, value) ? undefined : `is ${shown}: it must be ${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}${example ? `, such as ${example}` : ''}`;
}

/** A short text for a value in a message. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return isObject(value) ? 'an object' : typeof value === 'function' ? 'a function' : String(value);
}

/** An interface can be implemented by an object without a class. */
function isInstance(type: string, value: unknown): boolean {
  const method = METHODS[type];
  if (method !== undefined) {
    return isObject(value) && typeof value[method] === 'function';
  }
  return isObject(value) && (/^I[A-Z]/.test(type) || !isPlainObject(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
