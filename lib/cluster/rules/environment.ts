import { EnvManifest } from './manifests';
import { ClusterSubject } from './subject';
import { Rule, ruleForEach } from '../../validation/rule';
import { TLS_ENV } from '../tls/inter-node';
import { SCALING_ENV } from '../membership/broker';
import { BOOT_ENV } from '../boot/broker';
import { REPLACED_ENV } from '../boot/secrets';
import { OWN_ENV } from '../broker-pod';

/** Variables by which the official images' entrypoint refuses to start: https://hub.docker.com/_/rabbitmq */
const REFUSED = /^RABBITMQ_(DEFAULT_(PASS|USER)_FILE|VM_MEMORY_HIGH_WATERMARK|(MANAGEMENT_)?SSL_\w+)$/;

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
    each: ({ pod }) => pod.env,
    when: ({ name }) => [...OWN_ENV, ...BOOT_ENV, ...REPLACED_ENV].includes(name),
    message: ({ name }) => `pod.env has "${name}", which the cluster sets from other props. Remove it`,
  }),
  ruleForEach({
    id: 'env-of-tls',
    severity: 'error',
    each: ({ pod }) => pod.env,
    when: ({ name }, { tls }) => tls !== undefined && TLS_ENV.includes(name),
    message: ({ name }) => `pod.env has "${name}", which tls sets. Use ERL_ZFLAGS for Erlang options`,
  }),
  ruleForEach({
    id: 'env-of-scaling',
    severity: 'error',
    each: ({ pod }) => pod.env,
    when: ({ name }, { membership }) => membership.leaveOnScaleIn && SCALING_ENV.includes(name),
    message: ({ name }) => `pod.env has "${name}", which membership sets. Use RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS for Erlang options, or set membership.leaveOnScaleIn to false`,
  }),
  ruleForEach({
    id: 'env-twice',
    severity: 'error',
    each: ({ broker }) => broker.env ?? [],
    when: (variable, { broker }) => ![...OWN_ENV, ...BOOT_ENV, ...TLS_ENV, ...SCALING_ENV].includes(variable.name ?? '') && broker.env?.find(({ name }) => name === variable.name) !== variable,
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
    when: ({ name }) => REFUSED.test(name),
    message: ({ name }) => `pod.env has "${name}", with which the official image does not start. Use configuration or credentials`,
  }),
];

function sources({ value, valueFrom = {} }: EnvManifest): string {
  return [...(value === undefined || value === '' ? [] : ['value']), ...Object.keys(valueFrom)].join(' and ') || 'nowhere';
}
