import { Duration, JsonPatch } from 'cdk8s';
import { at, BROKER, Case, patched, POD, raw, Situation } from '../check';

const preStop = (script: string): Situation => patched(JsonPatch.replace(`${BROKER}/lifecycle/preStop/exec/command/2`, script));
const readiness = (probe: object): Situation => patched(JsonPatch.replace(`${BROKER}/readinessProbe`, probe));
const health = (check: string): Situation =>
  patched(JsonPatch.replace(`${BROKER}/startupProbe`, { httpGet: { path: `/api/health/checks/${check}`, port: 'management' }, failureThreshold: 90 }));
const startup = (probe: object): Situation => patched(JsonPatch.replace(`${BROKER}/startupProbe`, { tcpSocket: { port: 'amqp' }, ...probe }));

export const LIFECYCLE_CASES: readonly Case[] = [
  {
    id: 'shutdown-timeout-zero',
    outside: { shutdown: { quorumTimeout: Duration.seconds(0) } },
    says: /^shutdown\.quorumTimeout is 0/,
    inside: { shutdown: { quorumTimeout: Duration.seconds(1) } },
  },
  {
    id: 'shutdown-timeout-zero',
    outside: { shutdown: { drainTimeout: Duration.seconds(0) } },
    says: /^shutdown\.drainTimeout is 0/,
    inside: { shutdown: { drainTimeout: Duration.seconds(1) } },
  },
  {
    id: 'grace-period-short', rule: 9,
    outside: { shutdown: { flushTimeout: Duration.seconds(599) } },
    says: /^terminationGracePeriodSeconds is 4559: 3600 s to leave the .*600 s or more$/,
    inside: { shutdown: { flushTimeout: Duration.seconds(600) } },
  },
  {
    id: 'grace-period-short', rule: 9, about: 'by a longer flush',
    outside: raw({ message_store_shutdown_timeout: '600001' }), says: /^terminationGracePeriodSeconds is 4560: 3600 s to leave the cluster, 300 s for/,
    inside: { ...raw({ message_store_shutdown_timeout: '60000' }), shutdown: { flushTimeout: Duration.minutes(1) } },
  },
  {
    id: 'grace-period-short', rule: 9, about: 'by a patch',
    outside: patched(JsonPatch.remove(`${POD}/terminationGracePeriodSeconds`)), says: /^terminationGracePeriodSeconds is missing/,
    inside: patched(JsonPatch.replace(`${POD}/terminationGracePeriodSeconds`, 4560)),
  },
  {
    id: 'drain-missing', rule: 10,
    outside: patched(JsonPatch.remove(`${BROKER}/lifecycle`)), says: /^the preStop hook does not drain the broker: each restart cuts off/,
    inside: preStop('rabbitmq-upgrade await_online_quorum_plus_one; rabbitmq-upgrade drain'),
  },
  {
    id: 'mirror-command-removed', rule: 11,
    outside: { ...at('4.0.0'), ...preStop('rabbitmq-upgrade await_online_synchronized_mirror; rabbitmq-upgrade drain') },
    says: /^the preStop hook runs await_online_synchronized_mirror, which RabbitMQ 4\.0\.0 does not have: 4\.0/,
    inside: { ...at('3.13.7'), ...preStop('rabbitmq-upgrade await_online_synchronized_mirror; rabbitmq-upgrade drain') },
  },
  {
    id: 'liveness-command', rule: 12,
    outside: patched(JsonPatch.add(`${BROKER}/livenessProbe`, { exec: { command: ['rabbitmq-diagnostics', 'ping'] } })),
    says: /^livenessProbe runs "rabbitmq-diagnostics ping"/,
    inside: patched(JsonPatch.add(`${BROKER}/livenessProbe`, { tcpSocket: { port: 'epmd' }, initialDelaySeconds: 900 })),
  },
  {
    id: 'readiness-needs-cluster', rule: 13,
    outside: readiness({ httpGet: { path: '/api/health/checks/reached-target-cluster-size', port: 'management' } }),
    says: /^readinessProbe checks "\/api\/health\/checks\/reached-target-cluster-size", which depends on other brokers: a broker that waits/,
    inside: readiness({ httpGet: { path: '/api/health/checks/is-in-service', port: 'management' } }),
  },
  {
    id: 'readiness-needs-cluster', rule: 13, about: 'by a command',
    outside: readiness({ exec: { command: ['rabbitmq-diagnostics', 'check_if_node_is_quorum_critical'] } }),
    says: /check_if_node_is_quorum_critical/,
    inside: readiness({ exec: { command: ['rabbitmq-diagnostics', 'check_port_connectivity'] } }),
  },
  {
    id: 'startup-short', rule: 14,
    outside: { probes: { startupTimeout: Duration.seconds(358) } }, says: /^probes\.startupTimeout is 358 s: a broker waits up .*360 s or more$/,
    inside: { probes: { startupTimeout: Duration.seconds(360) } },
  },
  {
    id: 'startup-short', rule: 14, about: 'with Mnesia, whose nodes wait as long',
    outside: { ...at('3.13.7'), probes: { startupTimeout: Duration.minutes(5) } }, says: /^probes\.startupTimeout is 300 s: a broker waits up to 300 s for/,
    inside: patched(JsonPatch.remove(`${BROKER}/startupProbe`)),
  },
  {
    id: 'probe-endpoint-missing', rule: 15,
    outside: { ...at('4.2.3'), ...health('reached-target-cluster-size') },
    says: /^startupProbe requests \/api\/health\/checks\/reached-target-cluster-size, which exists since RabbitMQ 4\.2\.4 \(version is 4\.2\.3\): it/,
    inside: { ...at('4.2.4'), ...health('reached-target-cluster-size') },
  },
  {
    id: 'probe-endpoint-missing', rule: 15, about: 'of another check',
    outside: { ...at('4.1.0'), ...health('is-in-service') },
    says: /^startupProbe requests \/api\/health\/checks\/is-in-service, which exists since RabbitMQ 4\.1\.1 \(version is 4\.1\.0\): it/,
    inside: { ...at('4.1.1'), ...health('is-in-service') },
  },
  {
    id: 'probe-endpoint-closed',
    outside: health('alarms'),
    says: /^startupProbe requests \/api\/health\/checks\/alarms, which needs a password: it would get 401\. Use/,
    inside: health('ready-to-serve-clients'),
  },
  {
    id: 'probe-number',
    outside: { probes: { readinessFailureThreshold: 0 } },
    says: /^failureThreshold of the readinessProbe is 0: .*whole number/,
    inside: { probes: { readinessFailureThreshold: 1 } },
  },
  {
    id: 'probe-number',
    outside: { probes: { readinessFailureThreshold: 1.5 } },
    says: /is 1\.5/,
    inside: { probes: { readinessFailureThreshold: 10 } },
  },
  {
    id: 'probe-number',
    outside: { probes: { readinessTimeout: Duration.seconds(0) } },
    says: /^timeoutSeconds of the readinessProbe is 0/,
    inside: { probes: { readinessTimeout: Duration.seconds(1) } },
  },
  {
    id: 'probe-number',
    outside: { probes: { startupPeriod: Duration.seconds(0) } },
    says: /^periodSeconds of the startupProbe is 0/,
    inside: { probes: { startupPeriod: Duration.seconds(1) } },
  },
  { id: 'startup-short', rule: 14, about: 'by Kubernetes\' own period', outside: startup({ failureThreshold: 35 }), says: /350 s/, inside: startup({ failureThreshold: 36 }) },
  { id: 'startup-short', rule: 14, about: 'by Kubernetes\' own number of tries', outside: startup({ periodSeconds: 119 }), says: /357 s/, inside: startup({ periodSeconds: 120 }) },
  { id: 'startup-short', rule: 14, about: 'with a delay', outside: startup({ failureThreshold: 35, initialDelaySeconds: 9 }), says: /359 s/, inside: startup({ failureThreshold: 35, initialDelaySeconds: 10 }) },
  { id: 'probe-number', about: 'too large', outside: { probes: { readinessFailureThreshold: 2147483648 } }, says: /is 2147483648: .*to 2147483647/, inside: { probes: { readinessFailureThreshold: 2147483647 } } },
];
