import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { CERTIFICATE_DAYS, type HealthFacts } from './facts';
import type { Finding } from './finding';
import { lacksQuorum } from './status';
import { isApart, type View } from './views';
import { isMembershipPaused } from '../broker/membership-pause';
import { podOf } from '../broker/nodes';
import { budgetRemedy } from './surroundings';
import { imageOf, rollUnderWay } from '../broker/image-change';
import { BROKER_CONTAINER, type ClusterRef, commandLine } from '../core/cluster-ref';
import { isReady } from '../kubernetes/pods';
import type { PodReason } from '../pods/pod-reason';
import { firstOf } from '../core/first-of';

type Check = (facts: HealthFacts) => readonly Finding[];

/** Every check, in the order of what it looks at. */
export const CHECKS: readonly Check[] = [
  pods, disruptionBudget, paused, rollout, volumes, unanswered, unread, secondCluster, membership, listeners,
  partitions, alarms, queues, certificates, versions, plugins, featureFlags, autoscaler,
];

function pods({ cluster, statefulSet, pods: found, reasons }: HealthFacts): Finding[] {
  const wanted = statefulSet.spec?.replicas ?? 0;
  if (wanted === 0) {
    return [{ id: 'stopped', level: 'warning', what: 'The cluster is stopped: its desired size is 0', meaning: 'no client can connect; the data stays on its volumes', remedy: `${commandLine('resume', cluster)} after "hibernate", otherwise ${commandLine('scale REPLICAS', cluster)}` }];
  }
  const ready = found.filter(isReady).length;
  const level = ready <= wanted / 2 ? 'critical' : 'warning';
  const meaning = ready <= wanted / 2 ? 'without a majority of the brokers, replicated queues take no messages' : 'the cluster tolerates fewer failures';
  const missing = missingPods({ cluster, statefulSet, pods: found });
  return [
    ...byCause(reasons.filter(reason => !reason.ready)).map(([names, { sentence, evidence, remedy }]): Finding => ({
      id: 'pod-not-ready', level, what: `${names.join(', ')} ${names.length === 1 ? 'isn\'t' : 'aren\'t'} Ready: ${sentence}`, meaning, remedy: remedy ?? commandLine('doctor', cluster), evidence,
    })),
    ...missing.length > 0 ? [{ id: 'pods-missing', level, what: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: ${missing.length} of ${wanted} pods`, meaning, remedy: commandLine('doctor', cluster) } as const] : [],
    ...found.flatMap(({ metadata, status }): Finding[] => {
      const ended = status?.containerStatuses?.find(({ lastState }) => lastState?.terminated?.finishedAt !== undefined)
        ?.lastState?.terminated;
      const recent = ended?.finishedAt && Date.now() - new Date(ended.finishedAt).getTime() < 3_600_000;
      return recent ? [{ id: 'restarted', level: 'warning', what: `${metadata?.name} restarted within the last hour: ${ended.reason ?? ''} (${ended.exitCode})`, meaning: 'clients were disconnected, and leaders moved', remedy: logsOf(cluster, metadata?.name ?? '', true) }] : [];
    }),
  ];
}

/** Pods that the StatefulSet should have and has not. */
function missingPods({ cluster, statefulSet, pods: found }: Pick<HealthFacts, 'cluster' | 'statefulSet' | 'pods'>): string[] {
  const names = found.map(({ metadata }) => metadata?.name);
  const { replicas = 0, ordinals } = statefulSet.spec ?? {};
  return Array.from({ length: replicas }, (_, i) => `${cluster.name}-${(ordinals?.start ?? 0) + i}`).filter(name => !names.includes(name));
}

/** Pods that aren't Ready: that is the cause of what their brokers don't do, and a finding of its own. */
function notReady({ reasons }: HealthFacts): string[] {
  return reasons.filter(({ ready }) => !ready).map(({ pod }) => pod);
}

function disruptionBudget({ cluster, statefulSet, isProtected }: HealthFacts): Finding[] {
  return (statefulSet.spec?.replicas ?? 1) > 1 && isProtected === false
    ? [{ id: 'no-disruption-budget', level: 'warning', what: 'No PodDisruptionBudget protects the brokers', meaning: 'a drain of nodes can stop several brokers at once', remedy: budgetRemedy(cluster, statefulSet.spec?.replicas ?? 1) }]
    : [];
}

function paused({ cluster, statefulSet }: HealthFacts): Finding[] {
  return isMembershipPaused(statefulSet)
    ? [{ id: 'membership-paused', level: 'warning', what: 'Automatic changes of members, replicas and leaders are paused', meaning: 'new brokers get no replicas, and brokers that are gone stay members', remedy: `${commandLine('membership resume', cluster)} ends the pause` }]
    : [];
}

function rollout({ cluster, statefulSet, operator }: HealthFacts): Finding[] {
  const roll = rollUnderWay(statefulSet);
  if (roll === undefined) {
    return operator === undefined ? [] : [{ id: 'operation-in-progress', level: 'info', what: `An operation is in progress: ${operator}`, meaning: 'other operations wait for it or are refused' }];
  }
  const image = imageOf(statefulSet);
  const article = roll === 'upgrade' ? 'An upgrade' : 'A rollback';
  return [operator === undefined
    ? { id: 'rollout-stopped', level: 'warning', what: `${article} to ${image} stopped before it was complete`, meaning: 'brokers run different images, and deploys are refused', remedy: `${commandLine(roll === 'upgrade' ? `upgrade ${image}` : 'rollback', cluster)} finishes it, ${commandLine(roll === 'upgrade' ? 'rollback' : 'upgrade IMAGE', cluster)} undoes it` }
    : { id: 'rollout-in-progress', level: 'info', what: `${article} to ${image} is in progress: ${operator}`, meaning: 'brokers are replaced one at a time' }];
}

function logsOf({ namespace }: ClusterRef, pod: string, previous = false): string {
  return `kubectl -n ${namespace} logs ${pod} -c ${BROKER_CONTAINER}${previous ? ' --previous' : ''}`;
}

/** Pods with one cause. */
function byCause(reasons: readonly PodReason[]): [string[], PodReason][] {
  const causes = new Map<string, [string[], PodReason]>();
  for (const reason of reasons) {
    const [names] = causes.get(reason.sentence) ?? [[]];
    causes.set(reason.sentence, [[...names, reason.pod], causes.get(reason.sentence)?.[1] ?? reason]);
  }
  return [...causes.values()];
}

function volumes({ cluster, claims }: HealthFacts): Finding[] {
  return claims.flatMap(({ metadata, status, spec }): Finding[] => {
    const name = metadata?.name ?? '';
    const growing = status?.conditions?.find(({ type, status: holds }) => type.includes('Resiz') && holds === 'True');
    return [
      ...status?.phase !== 'Bound' ? [{ id: 'volume-not-bound', level: 'critical', what: `Volume ${name} is ${status?.phase ?? 'unknown'}`, meaning: status?.phase === 'Lost' ? 'its data is gone; the broker has to rejoin as a new one' : 'its broker can\'t start', remedy: status?.phase === 'Lost' ? `${commandLine('repair', cluster)} gives its broker a new one` : `kubectl -n ${cluster.namespace} describe pvc ${name}; storage class ${spec?.storageClassName ?? 'none'}` } as const] : [],
      ...growing ? [{ id: 'volume-growing', level: 'info', what: `Volume ${name} is growing: ${growing.type}`, meaning: 'the broker keeps running', evidence: growing.message } as const] : [],
    ];
  });
}

function unanswered(facts: HealthFacts): Finding[] {
  const { cluster, views } = facts;
  const known = notReady(facts);
  return views.filter(({ pod, error }) => error !== undefined && !known.includes(pod)).map(({ pod, error }) => ({
    id: 'broker-unanswered', level: 'warning', what: `The broker of ${pod} doesn't answer its CLI tools`, meaning: 'it is starting, RabbitMQ is stopped inside its pod, or it is overloaded', remedy: logsOf(cluster, pod), evidence: error,
  }));
}

const UNREAD = {
  queues: { level: 'critical', meaning: 'unavailable queues would go unnoticed', remedy: 'if a majority of the brokers is down, bring them back; otherwise read the brokers\' logs' },
  listeners: { level: 'warning', meaning: 'suspended listeners would go unnoticed', remedy: 'run the check again; if the error stays, read the brokers\' logs' },
  certificates: { level: 'warning', meaning: 'an expiring certificate would go unnoticed', remedy: 'run the check again; if the error stays, read the brokers\' logs' },
} as const;

function unread({ unread: found }: HealthFacts): Finding[] {
  return found.map(({ what, error }) => ({ id: `${what}-unread`, what: `The ${what} couldn't be read`, ...UNREAD[what], evidence: error }));
}

function membership(facts: HealthFacts): Finding[] {
  const { cluster, status, pods: found, views } = facts;
  if (status === undefined) {
    return [];
  }
  const { members, running, maintenance } = status;
  const names = new Set(found.map(({ metadata }) => metadata?.name));
  const absent = members.filter(node => !names.has(podOf(node)));
  const missing = missingPods(facts);
  const stale = absent.filter(node => !missing.includes(podOf(node)));
  const known = notReady(facts);
  const down = members.filter(
    node => !running.includes(node) && !absent.includes(node) && !known.includes(podOf(node)),
  );
  const apart = apartFrom(views, status).map(({ pod }) => pod);
  const outside = [...names].filter(
    name => name !== undefined && !apart.includes(name) && !members.some(node => podOf(node) === name),
  );
  return [
    ...running.length <= members.length / 2 ? [{ id: 'quorum-lost', level: 'critical', what: `${running.length} of ${members.length} members run: no majority`, meaning: 'no definitions change, and replicated queues take no messages', remedy: `bring the brokers back that are down; if they are lost for good, ${commandLine('repair --lost POD', cluster)}` } as const] : [],
    ...stale.map((node): Finding => ({ id: 'stale-member', level: 'warning', what: `${node} is a member and has no pod`, meaning: 'it counts for the majority, so the cluster tolerates fewer failures', remedy: `if it is lost permanently, remove it with ${commandLine('repair', cluster)}` })),
    ...down.map((node): Finding => ({ id: 'member-down', level: 'warning', what: `${node} is a member and doesn't run`, meaning: 'its queue replicas fall behind', remedy: `${commandLine('doctor', cluster)} shows why its pod does not start` })),
    ...outside.map((name): Finding => ({ id: 'not-a-member', level: 'critical', what: `${name} runs and isn't a member of the cluster`, meaning: 'it formed a separate cluster, or can\'t join', remedy: `${commandLine('repair', cluster)} shows the reason` })),
    ...running.filter(node => maintenance[node] === 'draining').map((node): Finding => ({ id: 'draining', level: 'warning', what: `${node} is in maintenance mode`, meaning: 'it accepts no clients and no queue leaders', remedy: `after the maintenance: kubectl -n ${cluster.namespace} exec ${podOf(node)} -c rabbitmq -- rabbitmq-upgrade revive` })),
  ];
}

function secondCluster({ cluster, views, status }: HealthFacts): Finding[] {
  return apartFrom(views, status).map(({ pod, status: own }): Finding => ({
    id: 'second-cluster',
    level: 'critical',
    what: `${pod} is in another cluster than the others`,
    meaning: 'clients that reach it publish messages which the others never see',
    remedy: `${commandLine('repair', cluster)} puts its data aside and has it join the others`,
    evidence: `its members: ${own?.members.map(podOf).join(', ')}; those of the others: ${status?.members.map(podOf).join(', ')}`,
  }));
}

function listeners({ cluster, suspended, status }: HealthFacts): Finding[] {
  const { running = [], maintenance = {} } = status ?? {};
  const isOnlyClosed = suspended.filter(node => maintenance[node] !== 'draining');
  const level = running.every(node => suspended.includes(node)) ? 'critical' : 'warning';
  return isOnlyClosed.map(node => ({
    id: 'listeners-suspended',
    level,
    what: `The listeners of ${podOf(node)} are suspended`,
    meaning: level === 'critical' ? 'no client can connect to any broker' : 'no client can connect to it',
    remedy: `a volume backup suspends them for seconds; if none is running, run ${commandLine('repair', cluster)} to resume them`,
  }));
}

function apartFrom(views: readonly View[], status: HealthFacts['status']): View[] {
  return status ? views.filter(view => isApart(view, status)) : [];
}

function partitions({ views, status }: HealthFacts): Finding[] {
  const apart = apartFrom(views, status);
  const sets = new Map(views.filter(view => !apart.includes(view)).flatMap(({ pod, status: own }) => (own ? [[own.running.join(', '), pod] as const] : [])));
  const named = views
    .flatMap(({ status: own }) => Object.entries(own?.partitions ?? {}))
    .filter(([, others]) => others.length > 0);
  return sets.size > 1 || named.length > 0
    ? [{ id: 'partition', level: 'critical', what: 'The brokers report different sets of running members', meaning: 'a network partition, present or past: clients of the smaller side get no answers', remedy: 'check the network between their nodes; see docs/runbooks/RabbitMQPartition.md', evidence: [...sets].map(([running, pod]) => `${pod} sees ${running}`).join('; ') }]
    : [];
}

function alarms({ cluster, status }: HealthFacts): Finding[] {
  return (status?.alarms ?? []).map(({ node, resource }) => ({
    id: `alarm-${resource}`,
    level: 'critical',
    what: `The ${resource} alarm is active on ${node}`,
    meaning: 'all publishers of the cluster are blocked',
    remedy: resource === 'disk' ? `wait for consumers to catch up, or run ${commandLine('expand SIZE', cluster)}` : 'wait for consumers to catch up, or raise the memory limit',
  }));
}

function queues({
  cluster,
  queues: found,
  pods: all,
  atMinimum,
  leaderless: hiddenLeaderless,
}: HealthFacts): Finding[] {
  const titles = (some: typeof found): string[] => some.map(({ vhost, name }) => `${name} in ${vhost}`);
  const row = (id: string, level: Finding['level'], some: readonly string[], what: string, meaning: string, remedy: string): Finding[] =>
    (some.length > 0 ? [{ id, level, what: `${some.length} ${some.length === 1 ? 'queue has' : 'queues have'} ${what}`, meaning, remedy, evidence: firstOf(some, 5, ', ') }] : []);
  const replicated = found.filter(({ type, members }) => type !== 'classic' && members.length > 0);
  const noQuorum = replicated.filter(lacksQuorum);
  const leaderless = replicated.filter(queue => queue.leader === '' && !noQuorum.includes(queue));
  const behind = replicated.filter(queue => queue.online.length < queue.members.length && !noQuorum.includes(queue));
  const few = all.length >= 3 ? replicated.filter(({ members }) => members.length < 3) : [];
  return [
    ...row('queue-without-quorum', 'critical', titles(noQuorum), 'no majority of replicas', 'they accept and deliver no messages', 'bring back the brokers with the other replicas'),
    ...row('queue-without-leader', 'critical', [...titles(leaderless), ...hiddenLeaderless], 'no leader', 'they accept and deliver no messages until one is elected', 'if this persists, read the logs of the brokers with replicas'),
    ...row('queue-down', 'critical', titles(found.filter(({ type, state }) => type === 'classic' && state === 'down')), 'no running broker', 'they are on a broker that is down', 'bring that broker back'),
    ...row('queue-member-down', 'warning', titles(behind), 'replicas that are down', 'they tolerate fewer failures', 'bring back the brokers with these replicas'),
    ...row('queue-at-minimum', 'warning', all.length > 1 ? atMinimum : [], 'no replica to spare', 'they stop when one more broker stops', 'bring back the brokers with the other replicas'),
    ...row('queue-few-members', 'warning', titles(few), 'fewer than 3 replicas', 'the loss of 1 or 2 brokers stops them', `"rabbitmq-k8s shell -n ${cluster.namespace} -c ${cluster.name} rabbitmq-queues grow NODE all" adds replicas on a node`),
  ];
}

function certificates({ expiring }: HealthFacts): Finding[] {
  return expiring
    ? [{ id: 'certificate-expiring', level: expiring.days <= CERTIFICATE_DAYS.critical ? 'critical' : 'warning', what: `A certificate expires within ${expiring.days} days`, meaning: 'clients that verify it can\'t connect afterwards', remedy: 'renew it: see that cert-manager\'s Issuer is Ready, or put a new one into the Secret', evidence: expiring.output }]
    : [];
}

function versions({ cluster, status }: HealthFacts): Finding[] {
  const found = [...new Set(Object.values(status?.versions ?? {}))].sort();
  const known = found.flatMap(knownVersion);
  return [
    ...found.length > 1 ? [{ id: 'versions-differ', level: 'warning', what: `The brokers run several releases: ${found.join(', ')}`, meaning: 'an upgrade is in progress, or stopped before it was complete', remedy: `finish it: ${commandLine('upgrade IMAGE', cluster)}` } as const] : [],
    ...known.filter(({ isOutOfSupport }) => isOutOfSupport).map(({ version, series, supportEnds }): Finding => ({
      id: 'version-unsupported', level: 'warning', what: `RabbitMQ ${version} is out of community support since ${supportEnds}`, meaning: 'no security fixes are released', remedy: `upgrade to a series after ${series}`,
    })),
  ];
}

/** A broker that isn't Ready may still be about to start its plugins. */
function plugins({ cluster, status, pods: found }: HealthFacts): Finding[] {
  const ready = found.filter(isReady).map(({ metadata }) => metadata?.name ?? '');
  return Object.entries(status?.missingPlugins ?? {}).filter(
    ([node, missing]) => missing.length > 0 && ready.includes(podOf(node)),
  ).map(([node, missing]): Finding => ({
    id: 'plugins-missing',
    level: 'warning',
    what: `${podOf(node)} runs without the enabled ${missing.length === 1 ? 'plugin' : 'plugins'} ${missing.join(', ')}`,
    meaning: 'their features, such as an exchange type or a protocol, are not available on this broker',
    remedy: `a file is missing or is for another release: correct pluginDownloads or the image, or disable it; ${logsOf(cluster, podOf(node))}`,
  }));
}

/** None where the library doesn't know the series. */
function knownVersion(version: string): RabbitMQVersion[] {
  try {
    return [RabbitMQVersion.of(version)];
  } catch {
    return [];
  }
}

function featureFlags({ cluster, status }: HealthFacts): Finding[] {
  const off = (status?.featureFlags ?? []).filter(({ state, stability = 'stable' }) => state === 'disabled' && (stability === 'stable' || stability === 'required'));
  return off.length > 0
    ? [{ id: 'feature-flags-off', level: 'warning', what: `${off.length} stable feature ${off.length === 1 ? 'flag is' : 'flags are'} not enabled`, meaning: 'the next upgrade is refused until they are', remedy: `${commandLine('flags enable', cluster)}, once all brokers run one release`, evidence: off.map(({ name }) => name).join(', ') }]
    : [];
}

function autoscaler({ autoscaler: found }: HealthFacts): Finding[] {
  const { currentReplicas = 0 } = found?.status ?? {};
  const max = found?.spec?.maxReplicas;
  return max !== undefined && currentReplicas >= max
    ? [{ id: 'autoscaler-at-maximum', level: 'warning', what: `The autoscaler is at its maximum of ${max} brokers`, meaning: 'more load adds no brokers', remedy: 'check the cause of the load before you raise the maximum' }]
    : [];
}
