import { isCount, MAX_COUNT } from './count';
import { ProbeManifest } from './manifests';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const CHECKS = '/api/health/checks/';

/** The HTTP checks that need no password, and the first release that has each; read from the tags of rabbitmq-server. */
const OPEN_CHECKS: Readonly<Record<string, string>> = {
  'is-in-service': '4.1.1',
  'ready-to-serve-clients': '4.1.1',
  'below-node-connection-limit': '4.1.1',
  'reached-target-cluster-size': '4.2.4',
};

/** What a broker gives its message store to write down, unless `message_store_shutdown_timeout` says otherwise. */
const FLUSH_MILLISECONDS = 600_000;

/** A node waits for its metadata store for 5 minutes: Khepri for a leader, Mnesia ten times 30 seconds for its tables. */
const STARTUP_SECONDS = 360;

interface NamedProbe {
  readonly name: 'startupProbe' | 'readinessProbe' | 'livenessProbe';
  readonly probe: ProbeManifest;
}

/** How a broker is started, watched and stopped. */
export const LIFECYCLE_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'shutdown-timeout-zero',
    severity: 'error',
    each: ({ shutdown }) => [{ field: 'quorumTimeout', value: shutdown.quorumSeconds }, { field: 'drainTimeout', value: shutdown.drainSeconds }],
    when: ({ value }) => value === 0,
    message: ({ field }) => `shutdown.${field} is 0, which would be no limit at all: give it at least a second`,
  }),
  rule({
    id: 'grace-period-short',
    severity: 'warning',
    when: subject => (subject.podSpec.terminationGracePeriodSeconds ?? 30) < neededSeconds(subject),
    message: subject => `terminationGracePeriodSeconds is ${subject.podSpec.terminationGracePeriodSeconds ?? 'missing'}: `
      + `${subject.shutdown.leaveSeconds} s to leave the cluster, ${subject.shutdown.quorumSeconds} s for the quorum, ${subject.shutdown.drainSeconds} s for the drain and `
      + `${flushSeconds(subject)} s to write messages down make ${neededSeconds(subject)}, and a broker killed before loses what it holds in memory; `
      + `shutdown.flushTimeout must be ${flushSeconds(subject)} s or more`,
  }),
  rule({
    id: 'drain-missing',
    severity: 'warning',
    when: subject => !preStop(subject).includes('rabbitmq-upgrade drain'),
    message: () => 'the preStop hook doesn\'t drain the broker: its clients and queue leaders are cut off at each restart, and a rollout waits for no quorum; take the patch out',
  }),
  rule({
    id: 'mirror-command-removed',
    severity: 'error',
    when: subject => subject.image.version.isAtLeast('4.0') && preStop(subject).includes('await_online_synchronized_mirror'),
    message: ({ image }) => `the preStop hook runs await_online_synchronized_mirror, which RabbitMQ ${image.version.version} doesn't have: it went with mirrored queues in 4.0; take it out`,
  }),
  rule({
    id: 'liveness-command',
    severity: 'warning',
    when: ({ broker }) => broker.livenessProbe?.exec !== undefined,
    message: ({ broker }) => `livenessProbe runs "${broker.livenessProbe?.exec?.command?.join(' ') ?? ''}": under load the command times out and the broker is killed for it; the RabbitMQ team advises to have no liveness probe`,
  }),
  rule({
    id: 'readiness-needs-cluster',
    severity: 'error',
    when: ({ broker }) => /cluster|quorum|await_online|metadata-store|metadata_store/.test(question(broker.readinessProbe)),
    message: ({ broker }) => `readinessProbe asks "${question(broker.readinessProbe)}", which depends on other brokers: one that waits for its peers never gets ready, and clients have no broker left; ask for the broker alone`,
  }),
  rule({
    id: 'startup-short',
    // for Mnesia too: it waits as long as Khepri
    severity: 'warning',
    when: ({ broker: { startupProbe } }) => startupProbe !== undefined && budgetSeconds(startupProbe) < STARTUP_SECONDS,
    message: ({ broker: { startupProbe = {} } }) => `probes.startupTimeout comes to ${budgetSeconds(startupProbe)} s: a node waits 300 s for its metadata store before it gives up, and must not be killed meanwhile; give it ${STARTUP_SECONDS} s or more`,
  }),
  ruleForEach({
    id: 'probe-endpoint-missing',
    severity: 'error',
    each: probes,
    when: ({ probe }, { image }) => {
      const since = OPEN_CHECKS[check(probe)];
      return since !== undefined && !image.version.isAtLeast(since);
    },
    message: ({ name, probe }, { image }) => `${name} asks ${probe.httpGet?.path ?? ''}, which exists from RabbitMQ ${OPEN_CHECKS[check(probe)]} (version is ${image.version.version}): it would get 404; use a TCP probe`,
  }),
  ruleForEach({
    id: 'probe-endpoint-closed',
    severity: 'error',
    each: probes,
    when: ({ probe }) => probe.httpGet?.path?.startsWith('/api/') === true && OPEN_CHECKS[check(probe)] === undefined,
    message: ({ name, probe }) => `${name} asks ${probe.httpGet?.path ?? ''}, which needs a password: it would get 401; use a TCP probe, or ${CHECKS} and one of ${Object.keys(OPEN_CHECKS).join(', ')}`,
  }),
  ruleForEach({
    id: 'probe-number',
    severity: 'error',
    each: subject => probes(subject).flatMap(({ name, probe }) =>
      (['periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const).map(field => ({ name, field, value: probe[field] }))),
    // tries without end come of a period of 0, which is found itself
    when: ({ value }) => value !== undefined && value !== Infinity && !isCount(value, 1),
    message: ({ name, field, value }) => `${field} of the ${name} is ${value ?? ''}: it must be a whole number from 1 to ${MAX_COUNT}; see probes`,
  }),
];

function flushSeconds({ configuration }: ClusterSubject): number {
  return Math.ceil((configuration.number('message_store_shutdown_timeout') ?? FLUSH_MILLISECONDS) / 1000);
}

function neededSeconds(subject: ClusterSubject): number {
  return subject.shutdown.leaveSeconds + subject.shutdown.quorumSeconds + subject.shutdown.drainSeconds + flushSeconds(subject);
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
