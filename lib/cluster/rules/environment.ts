import { EnvManifest } from './manifests';
import { ClusterSubject } from './subject';
import { envConfErrors } from '../../configuration/env-conf';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { DISTRIBUTION_ENV, RESOLVER_ENV } from '../distribution';
import { INTERNAL_PORTS } from '../../rabbitmq/port';
import { SCALING_ENV } from '../membership/broker';
import { BOOT_ENV } from '../boot/broker';
import { PLUGINS_ENV } from '../plugin-downloads';
import { REPLACED_ENV } from '../boot/secrets';
import { OWN_ENV } from '../broker-pod';
import { isPersistent, STAY } from './storage';

/** Variables by which the official images' entrypoint refuses to start: https://hub.docker.com/_/rabbitmq */
export const REFUSED_ENV = /^RABBITMQ_(DEFAULT_(PASS|USER)_FILE|VM_MEMORY_HIGH_WATERMARK|(MANAGEMENT_)?SSL_\w+)$/;

/** Names in rabbitmq-env.conf that RabbitMQ reads as they are. */
const UNPREFIXED = /^(RABBITMQ|ERL|POD|K8S)_/;

const INET6 = /-proto_dist\s+inet6_t/;

/** Another port than the one on which brokers connect to each other. */
const DISTRIBUTION_PORT = new RegExp(`\\b(inet_dist_listen_(?:min|max))\\b(?!\\s+${INTERNAL_PORTS['cluster-rpc']}\\b)`);

const KEY = (key: string): string => `Remove it, and set "${key}" in configuration.raw`;

/** Variables that move what other objects refer to, and what to do instead: https://www.rabbitmq.com/docs/configure#supported-environment-variables */
export const MOVED_ENV: Readonly<Record<string, string>> = {
  RABBITMQ_NODE_PORT: KEY('listeners.tcp.default'),
  RABBITMQ_NODE_IP_ADDRESS: KEY('listeners.tcp.default'),
  RABBITMQ_DEFAULT_VHOST: KEY('default_vhost'),
  RABBITMQ_DIST_PORT: 'Remove it: each pod has an address of its own and brokers use port 25672 between each other',
  ERL_EPMD_PORT: 'Remove it: each pod has an address of its own and the port mapper uses port 4369',
  RABBITMQ_ENABLED_PLUGINS: 'Remove it, and set plugins',
  RABBITMQ_CONFIG_FILE: 'Remove it, and set configuration',
  RABBITMQ_CONFIG_FILES: 'Remove it, and set configuration',
};

/** Variables that move what a data volume holds: https://www.rabbitmq.com/docs/relocate */
export const DATA_ENV: readonly string[] = ['RABBITMQ_MNESIA_BASE', 'RABBITMQ_MNESIA_DIR', 'RABBITMQ_QUORUM_DIR', 'RABBITMQ_STREAM_DIR'];

/** The broker's environment. */
export const ENVIRONMENT_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'env-name',
    severity: 'error',
    each: ({ broker }) => broker.env ?? [],
    when: ({ name = '' }) => !/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name),
    message: ({ name = '' }) => `pod.env has "${name}", which is not a valid variable name. Use letters, digits, "_", "-" and ".", not starting with a digit`,
  }),
  ruleForEach({
    id: 'env-own',
    severity: 'error',
    each: subject => [...ofPod(subject), ...ofEnvConfig(subject)],
    // rabbitmq-env.conf does not replace a variable of the container
    when: ({ variable }, subject) => ownVariables(subject).includes(variable),
    message: ({ field, name }) => `${field} has "${name}", which the cluster sets from other props. Remove it`,
  }),
  ruleForEach({
    id: 'env-of-configuration',
    severity: 'error',
    each: subject => [...ofPod(subject), ...ofEnvConfig(subject)],
    when: ({ variable }) => variable in MOVED_ENV,
    message: ({ field, name, variable }) => `${field} has "${name}", which Services, NetworkPolicies, probes and Secrets do not follow. ${MOVED_ENV[variable]}`,
  }),
  ruleForEach({
    id: 'env-of-data',
    severity: 'error',
    each: subject => [...ofPod(subject), ...ofEnvConfig(subject)],
    when: ({ variable, value }, subject) => DATA_ENV.includes(variable) && !isPersistent(value, subject),
    message: ({ field, name, value }) => `${field} "${name}" is "${value}", where no persistent volume is mounted: brokers would lose their data with their pods. ${STAY}`,
  }),
  ruleForEach({
    id: 'env-of-tls',
    severity: 'error',
    each: subject => [...ofPod(subject), ...ofEnvConfig(subject)],
    when: ({ variable }, { tls, ipv6 }) => (tls !== undefined || ipv6) && DISTRIBUTION_ENV.includes(variable),
    message: ({ field, name }, { ipv6 }) => `${field} has "${name}", which ${ipv6 ? 'ipv6' : 'tls'} sets. Use ERL_ZFLAGS for Erlang options`,
  }),
  rule({
    id: 'env-of-ip-family',
    severity: 'warning',
    when: ({ pod, envConfig = '', ipv6, tls }) => !ipv6 && tls === undefined
      && (INET6.test(envConfig) || pod.env.some(({ name, value = '' }) => DISTRIBUTION_ENV.includes(name) && INET6.test(value))),
    message: () => '"-proto_dist inet6_tcp" is in pod.env or configuration.envConfig: Services and command line tools of the preStop hook do not follow it. '
      + 'Set ipv6 to true for a new cluster, or acknowledge the warning',
  }),
  ruleForEach({
    id: 'env-of-distribution-port',
    severity: 'error',
    each: subject => [...ofPod(subject), ...ofEnvConfig(subject)],
    when: ({ variable, value }) => DISTRIBUTION_PORT.test(value) && !variable.startsWith('RABBITMQ_CTL_'),
    message: ({ field, name, value }) => `${field} "${name}" sets "${DISTRIBUTION_PORT.exec(value)?.[1] ?? ''}", which the headless Service and `
      + `NetworkPolicies do not follow: brokers connect to each other on port ${INTERNAL_PORTS['cluster-rpc']}. Remove it`,
  }),
  ruleForEach({
    id: 'env-config-form',
    severity: 'error',
    each: ({ envConfig = '' }) => envConfErrors(envConfig),
    when: () => true,
    message: ({ line, problem }) => `configuration.envConfig is read by a shell, and brokers would not start: line ${line} ${problem}`,
  }),
  ruleForEach({
    id: 'env-of-scaling',
    severity: 'error',
    each: subject => [...ofPod(subject), ...ofEnvConfig(subject)],
    when: ({ variable }, { membership }) => membership.leaveOnScaleIn && SCALING_ENV.includes(variable),
    message: ({ field, name }) => `${field} has "${name}", which membership sets. `
      + 'Use RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS for Erlang options, or set membership.leaveOnScaleIn to false',
  }),
  ruleForEach({
    id: 'env-twice',
    severity: 'error',
    each: ({ broker }) => broker.env ?? [],
    when: (variable, { broker }) => ![...OWN_ENV, ...BOOT_ENV, ...DISTRIBUTION_ENV, ...SCALING_ENV].includes(variable.name ?? '') && broker.env?.find(({ name }) => name === variable.name) !== variable,
    message: ({ name = '' }) => `pod.env has "${name}" twice. Set it once`,
  }),
  ruleForEach({
    id: 'env-source',
    severity: 'error',
    each: ({ broker }) => broker.env ?? [],
    when: ({ value, valueFrom }) => valueFrom !== undefined && ((value !== undefined && value !== '') || Object.keys(valueFrom).length !== 1),
    message: variable => `pod.env "${variable.name ?? ''}" has its value from ${sources(variable)}: it must have exactly one source`,
  }),
  ruleForEach({
    id: 'env-refused',
    severity: 'error',
    each: ({ pod }) => pod.env,
    when: ({ name }) => REFUSED_ENV.test(name),
    message: ({ name }) => `pod.env has "${name}", with which the official image does not start. Use configuration or credentials`,
  }),
];

/** The variables that the cluster sets. */
function ownVariables({ ipv6, pluginDownloads }: ClusterSubject): string[] {
  return [
    ...OWN_ENV,
    ...BOOT_ENV,
    ...REPLACED_ENV,
    ...(ipv6 ? [RESOLVER_ENV] : []),
    ...(pluginDownloads.length > 0 ? [PLUGINS_ENV] : []),
  ];
}

/** A variable of the broker by its full name; `rabbitmq-env.conf` may leave out the prefix. */
interface Variable {
  readonly field: string;
  readonly name: string;
  readonly variable: string;
  readonly value: string;
}

function ofPod({ pod }: ClusterSubject): Variable[] {
  return pod.env.map(({ name, value = '' }) => ({ field: 'pod.env', name, variable: name, value }));
}

function ofEnvConfig({ envConfig = '' }: ClusterSubject): Variable[] {
  return envConfig.split('\n').flatMap((line) => {
    const [, name, quoted, plain = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(?:["']([^"']*)|([^"'#\s]*))/.exec(line) ?? [];
    return name === undefined ? [] : [{ field: 'configuration.envConfig', name, variable: UNPREFIXED.test(name) ? name : `RABBITMQ_${name}`, value: quoted ?? plain }];
  });
}

function sources({ value, valueFrom = {} }: EnvManifest): string {
  return [...(value === undefined || value === '' ? [] : ['value']), ...Object.keys(valueFrom)].join(' and ') || 'nowhere';
}
