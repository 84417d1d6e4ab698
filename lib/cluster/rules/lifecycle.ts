import { isCount, MAX_COUNT } from './count';
import { ProbeManifest } from './manifests';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const CHECKS = '/api/health/checks/';

/**
 * The HTTP checks that need no password, and the first release that has each; read from the tags of rabbitmq-server.
 */
const OPEN_CHECKS: Readonly<Record<string, string>> = {
  'is-in-service': '4.1.1',
  'ready-to-serve-clients': '4.1.1',
  'below-node-connection-limit': '4.1.1',
  'reached-target-cluster-size': '4.2.4',
};

/** What a broker gives its message store to write down, unless `message_store_shutdown_timeout` says otherwise. */
const FLUSH_MILLISECONDS = 600_000;

/**
 * A node waits for its metadata store for 5 minutes: Khepri for a leader, Mnesia ten times 30 seconds for its tables.
 */
const STARTUP_SECONDS = 360;

interface NamedProbe {
  readonly name: 'startupProbe' | 'readinessProbe' | 'livenessProbe';
  readonly probe: ProbeManifest;
}

/** Start, probes and shutdown of a broker. */
export const LIFECYCLE_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'shutdown-timeout-zero',
    severity: 'error',
    each: ({ shutdown }) => [{ field: 'quorumTimeout', value: shutdown.quorumSeconds }, { field: 'drainTimeout', value: shutdown.drainSeconds }],
    when: ({ value }) => value === 0,
    message: ({ field }) => `shutdown.${field} is 0, which would mean no limit. Set it to 1 second or more`,
  }),
  rule({
    id: 'grace-period-short',
    severity: 'warning',
    when: subject => (subject.podSpec.terminationGracePeriodSeconds ?? 30) < neededSeconds(subject),
    message: subject => `terminationGracePeriodSeconds is ${subject.podSpec.terminationGracePeriodSeconds ?? 'missing'}: `
      + `${subject.shutdown.leaveSeconds} s to leave the cluster, ${subject.shutdown.quorumSeconds} s for the quorum, ${subject.shutdown.drainSeconds} s for the drain and `
      + `${flushSeconds(subject)} s to write messages to disk add up to ${neededSeconds(subject)} s, and a broker killed earlier loses the messages in memory. `
      + `Set shutdown.flushTimeout to ${flushSeconds(subject)} s or more`,
  }),
  rule({
    id: 'drain-missing',
    severity: 'warning',
    when: subject => !preStop(subject).includes('rabbitmq-upgrade drain'),
    message: () => 'the preStop hook does not drain the broker: each restart cuts off its clients and queue leaders, and a rolling restart does not wait for a quorum. Remove the patch',
  }),
  rule({
    id: 'mirror-command-removed',
    severity: 'error',
    when: subject => subject.image.version.isAtLeast('4.0') && preStop(subject).includes('await_online_synchronized_mirror'),
    message: ({ image }) => `the preStop hook runs await_online_synchronized_mirror, which RabbitMQ ${image.version.version} does not have: 4.0 removed it together with mirrored queues. Remove it`,
  }),
  rule({
    id: 'liveness-command',
    severity: 'warning',
    when: ({ broker }) => broker.livenessProbe?.exec !== undefined,
    message: ({ broker }) => `livenessProbe runs "${broker.livenessProbe?.exec?.command?.join(' ') ?? ''}": under load the command times out, and Kubernetes kills the broker. The RabbitMQ team advises against a liveness probe. Remove it`,
  }),
  rule({
    id: 'readiness-needs-cluster',
    severity: 'error',
    when: ({ broker }) => /cluster|quorum|await_online|metadata-store|metadata_store/.test(question(broker.readinessProbe)),
    message: ({ broker }) => `readinessProbe checks "${question(broker.readinessProbe)}", which depends on other brokers: a broker that waits for its peers never becomes Ready. Check the broker alone`,
  }),
  rule({
    id: 'startup-short',
    // for Mnesia too: it waits as long as Khepri
    severity: 'warning',
    when: ({ broker: { startupProbe } }) => startupProbe !== undefined && budgetSeconds(startupProbe) < STARTUP_SECONDS,
    message: ({ broker: { startupProbe = {} } }) => `probes.startupTimeout is ${budgetSeconds(startupProbe)} s: a broker waits up to 300 s for its metadata store, and must not be killed meanwhile. Set it to ${STARTUP_SECONDS} s or more`,
  }),
  ruleForEach({
    id: 'probe-endpoint-missing',
    severity: 'error',
    each: probes,
    when: ({ probe }, { image }) => {
      const since = OPEN_CHECKS[check(probe)];
      return since !== undefined && !image.version.isAtLeast(since);
    },
    message: ({ name, probe }, { image }) => `${name} requests ${probe.httpGet?.path ?? ''}, which exists since RabbitMQ ${OPEN_CHECKS[check(probe)]} (version is ${image.version.version}): it would get 404. Use a TCP probe`,
  }),
  ruleForEach({
    id: 'probe-endpoint-closed',
    severity: 'error',
    each: probes,
    when: ({ probe }) => probe.httpGet?.path?.startsWith('/api/') === true && OPEN_CHECKS[check(probe)] === undefined,
    message: ({ name, probe }) => `${name} requests ${probe.httpGet?.path ?? ''}, which needs a password: it would get 401. Use a TCP probe, or ${CHECKS} and one of ${Object.keys(OPEN_CHECKS).join(', ')}`,
  }),
  ruleForEach({
    id: 'probe-number',
    severity: 'error',
    each: subject => probes(subject).flatMap(({ name, probe }) =>
      (['periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const).map(field => ({ name, field, value: probe[field] }))),
    // tries without end come of a period of 0, which is found itself
    when: ({ value }) => value !== undefined && value !== Infinity && !isCount(value, 1),
    message: ({ name, field, value }) => `${field} of the ${name} is ${value ?? ''}: it must be a whole number from 1 to ${MAX_COUNT}. See probes`,
  }),
];

function flushSeconds({ configuration }: ClusterSubject): number {
  return Math.ceil((configuration.number('message_store_shutdown_timeout') ?? FLUSH_MILLISECONDS) / 1000);
}

function neededSeconds(subject: ClusterSubject): number {
  return subject.shutdown.leaveSeconds
    + subject.shutdown.quorumSeconds
    + subject.shutdown.drainSeconds
    + flushSeconds(subject);
}

function preStop({ broker }: ClusterSubject): string {
  return broker.lifecycle?.preStop?.exec?.command?.join(' ') ?? '';
}

function probes({ broker }: ClusterSubject): NamedProbe[] {
  return (['startupProbe', 'readinessProbe', 'livenessProbe'] as const).flatMap((name) => {
    const probe = broker[name];
    return probe ? [{ name, probe }] : [];
  });
}

function question(probe: ProbeManifest = {}): string {
  return probe.httpGet?.path ?? probe.exec?.command?.join(' ') ?? '';
}

/** The name of the health check that a probe asks, if it asks one. */
function check({ httpGet }: ProbeManifest): string {
  return httpGet?.path?.startsWith(CHECKS) ? httpGet.path.slice(CHECKS.length).split('/')[0] : '';
}

function budgetSeconds({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: ProbeManifest): number {
  return initialDelaySeconds + periodSeconds * failureThreshold;
}
