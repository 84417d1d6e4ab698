import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { CERTIFICATE_DAYS, type HealthFacts } from './facts';
import type { Finding } from './finding';
import { lacksQuorum } from './status';
import { podOf } from '../broker/nodes';
import { isReady } from '../kubernetes/pods';
import { firstOf } from '../core/first-of';

type Check = (facts: HealthFacts) => readonly Finding[];

/** Every check, in the order of what it looks at. */
export const CHECKS: readonly Check[] = [
  pods, volumes, unanswered, unread, membership, listeners,
  partitions, alarms, queues, certificates, versions, featureFlags, autoscaler,
];

function pods({ statefulSet, pods: found, reasons }: HealthFacts): Finding[] {
  const wanted = statefulSet.spec?.replicas ?? 0;
  if (wanted === 0) {
    return [{ id: 'stopped', level: 'warning', what: 'The cluster is stopped: no brokers are wanted', meaning: 'nobody can connect; the data stays on its volumes', remedy: 'deploy again, with the number of brokers that there were' }];
  }
  const ready = found.filter(isReady).length;
  const level = ready <= wanted / 2 ? 'critical' : 'warning';
  const meaning = ready <= wanted / 2 ? 'without a majority of the brokers, replicated queues take no messages' : 'the cluster serves with less to spare';
  const missing = wanted - found.length;
  return [
    ...reasons.filter(reason => !reason.ready).map(({ pod, sentence, evidence, remedy }): Finding => ({ id: 'pod-not-ready', level, what: `${pod} isn't Ready: ${sentence}`, meaning, remedy: remedy ?? '"rabbitmq-k8s doctor" says more', evidence })),
    ...missing > 0 ? [{ id: 'pods-missing', level, what: `${missing} of ${wanted} pods aren't there`, meaning, remedy: '"rabbitmq-k8s doctor" says why' } as const] : [],
    ...found.flatMap(({ metadata, status }): Finding[] => {
      const ended = status?.containerStatuses?.find(({ lastState }) => lastState?.terminated?.finishedAt !== undefined)?.lastState?.terminated;
      const recent = ended?.finishedAt && Date.now() - new Date(ended.finishedAt).getTime() < 3_600_000;
      return recent ? [{ id: 'restarted', level: 'warning', what: `${metadata?.name} restarted within the last hour: ${ended.reason ?? ''} (${ended.exitCode})`, meaning: 'clients were disconnected, and leaders moved', remedy: `kubectl logs ${metadata?.name} --previous` }] : [];
    }),
  ];
}

function volumes({ claims }: HealthFacts): Finding[] {
  return claims.flatMap(({ metadata, status, spec }): Finding[] => {
    const name = metadata?.name ?? '';
    const growing = status?.conditions?.find(({ type, status: holds }) => type.includes('Resiz') && holds === 'True');
    return [
      ...status?.phase !== 'Bound' ? [{ id: 'volume-not-bound', level: 'critical', what: `Volume ${name} is ${status?.phase ?? 'unknown'}`, meaning: status?.phase === 'Lost' ? 'its data is gone; the broker has to rejoin as a new one' : 'its broker can\'t start', remedy: status?.phase === 'Lost' ? '"rabbitmq-k8s repair" gives its broker a new one' : `kubectl describe pvc ${name}; storage class ${spec?.storageClassName ?? 'none'}` } as const] : [],
      ...growing ? [{ id: 'volume-growing', level: 'info', what: `Volume ${name} is growing: ${growing.type}`, meaning: 'the broker goes on meanwhile', evidence: growing.message } as const] : [],
    ];
  });
}

function unanswered({ views }: HealthFacts): Finding[] {
  return views.filter(({ error }) => error !== undefined).map(({ pod, error }) => ({
    id: 'broker-unanswered', level: 'warning', what: `The broker of ${pod} doesn't answer its own tools`, meaning: 'it boots, it is stopped within its pod, or it is overloaded', remedy: `kubectl logs ${pod}`, evidence: error,
  }));
}

const UNREAD = {
  queues: { level: 'critical', meaning: 'whether they take and give messages isn\'t known', remedy: 'where a majority of the brokers is away, bring them back; otherwise look at the brokers\' logs' },
  listeners: { level: 'warning', meaning: 'whether every broker lets clients in isn\'t known', remedy: 'look again; if it stays so, look at the brokers\' logs' },
  certificates: { level: 'warning', meaning: 'whether one expires soon isn\'t known', remedy: 'look again; if it stays so, look at the brokers\' logs' },
} as const;

function unread({ unread: found }: HealthFacts): Finding[] {
  return found.map(({ what, error }) => ({ id: `${what}-unread`, what: `The ${what} couldn't be read`, ...UNREAD[what], evidence: error }));
}

function membership({ status, pods: found }: HealthFacts): Finding[] {
  if (status === undefined) {
    return [];
  }
  const { members, running, maintenance } = status;
  const names = new Set(found.map(({ metadata }) => metadata?.name));
  const stale = members.filter(node => !names.has(podOf(node)));
  const down = members.filter(node => !running.includes(node) && !stale.includes(node));
  const outside = [...names].filter(name => name !== undefined && !members.some(node => podOf(node) === name));
  return [
    ...running.length <= members.length / 2 ? [{ id: 'quorum-lost', level: 'critical', what: `${running.length} of ${members.length} members run: no majority`, meaning: 'no definitions change, and replicated queues take no messages', remedy: 'bring the brokers back that are down; if they are lost for good, "rabbitmq-k8s repair"' } as const] : [],
    ...stale.map((node): Finding => ({ id: 'stale-member', level: 'warning', what: `${node} is a member and has no pod`, meaning: 'it counts for the majority and never comes: each loss of a broker weighs more', remedy: 'take it out with "rabbitmq-k8s repair", once it is certain that it doesn\'t come back' })),
    ...down.map((node): Finding => ({ id: 'member-down', level: 'warning', what: `${node} is a member and doesn't run`, meaning: 'its queues\' members are behind', remedy: '"rabbitmq-k8s doctor" says why its pod isn\'t up' })),
    ...outside.map((name): Finding => ({ id: 'not-a-member', level: 'critical', what: `${name} runs and isn't a member of the cluster`, meaning: 'it is a cluster of its own, or can\'t join', remedy: '"rabbitmq-k8s repair" finds out why' })),
    ...running.filter(node => maintenance[node] === 'draining').map((node): Finding => ({ id: 'draining', level: 'warning', what: `${node} is in maintenance mode`, meaning: 'it takes no clients and no leaders', remedy: `when the maintenance is over, kubectl exec ${podOf(node)} -c rabbitmq -- rabbitmq-upgrade revive` })),
  ];
}

function listeners({ suspended, status }: HealthFacts): Finding[] {
  const { running = [], maintenance = {} } = status ?? {};
  const isOnlyClosed = suspended.filter(node => maintenance[node] !== 'draining');
  const level = running.every(node => suspended.includes(node)) ? 'critical' : 'warning';
  return isOnlyClosed.map(node => ({
    id: 'listeners-suspended',
    level,
    what: `The listeners of ${podOf(node)} are suspended`,
    meaning: level === 'critical' ? 'no client can connect to any broker' : 'no client can connect to it',
    remedy: 'a backup of volumes does so for seconds; if none is under way, "rabbitmq-k8s repair" lets clients in again',
  }));
}

function partitions({ views }: HealthFacts): Finding[] {
  const sets = new Map(views.flatMap(({ pod, status }) => (status ? [[status.running.join(', '), pod] as const] : [])));
  const named = views.flatMap(({ status }) => Object.entries(status?.partitions ?? {})).filter(([, others]) => others.length > 0);
  return sets.size > 1 || named.length > 0
    ? [{ id: 'partition', level: 'critical', what: 'The brokers don\'t agree on who runs', meaning: 'the network between them is cut, or was: clients on the smaller side get no answers', remedy: 'look at the network between their nodes; docs/runbooks/RabbitMQPartition.md', evidence: [...sets].map(([running, pod]) => `${pod} sees ${running}`).join('; ') }]
    : [];
}

function alarms({ status }: HealthFacts): Finding[] {
  return (status?.alarms ?? []).map(({ node, resource }) => ({
    id: `alarm-${resource}`,
    level: 'critical',
    what: `The ${resource} alarm is on, on ${node}`,
    meaning: 'every publisher of the whole cluster is blocked',
    remedy: resource === 'disk' ? 'let consumers catch up, or grow the volumes: "rabbitmq-k8s expand"' : 'let consumers catch up, or raise the memory limit',
  }));
}

function queues({ queues: found, pods: all }: HealthFacts): Finding[] {
  const named = (some: typeof found): string => firstOf(some.map(({ vhost, name }) => `${name} in ${vhost}`), 5, ', ');
  const row = (id: string, level: Finding['level'], some: typeof found, what: string, meaning: string, remedy: string): Finding[] =>
    (some.length > 0 ? [{ id, level, what: `${some.length} ${some.length === 1 ? 'queue has' : 'queues have'} ${what}`, meaning, remedy, evidence: named(some) }] : []);
  const replicated = found.filter(({ type, members }) => type !== 'classic' && members.length > 0);
  const noQuorum = replicated.filter(lacksQuorum);
  const leaderless = replicated.filter(queue => queue.leader === '' && !noQuorum.includes(queue));
  const behind = replicated.filter(queue => queue.online.length < queue.members.length && !noQuorum.includes(queue));
  const few = all.length >= 3 ? replicated.filter(({ members }) => members.length < 3) : [];
  return [
    ...row('queue-without-quorum', 'critical', noQuorum, 'no majority of members', 'they take and give no messages', 'bring the brokers back that hold the other members'),
    ...row('queue-without-leader', 'critical', leaderless, 'no leader', 'they take and give no messages until one is elected', 'if it stays so, look at the log of the brokers that hold members'),
    ...row('queue-down', 'critical', found.filter(({ type, state }) => type === 'classic' && state === 'down'), 'no broker that runs', 'they are on a broker that is down', 'bring it back'),
    ...row('queue-member-down', 'warning', behind, 'members that are down', 'they serve, and have less to spare', 'bring the brokers back that hold them'),
    ...row('queue-few-members', 'warning', few, 'fewer than three members', 'the loss of one or two brokers stops them', 'rabbitmq-queues grow gives them members on other brokers'),
  ];
}

function certificates({ expiring }: HealthFacts): Finding[] {
  return expiring
    ? [{ id: 'certificate-expiring', level: expiring.days <= CERTIFICATE_DAYS.critical ? 'critical' : 'warning', what: `A certificate expires within ${expiring.days} days`, meaning: 'clients that check it can\'t connect from then on', remedy: 'renew it: see that cert-manager\'s Issuer is Ready, or put a new one into the Secret', evidence: expiring.output }]
    : [];
}

function versions({ status }: HealthFacts): Finding[] {
  const found = [...new Set(Object.values(status?.versions ?? {}))].sort();
  const known = found.flatMap(knownVersion);
  return [
    ...found.length > 1 ? [{ id: 'versions-differ', level: 'warning', what: `The brokers are of several releases: ${found.join(', ')}`, meaning: 'an upgrade is under way, or has stopped half-way', remedy: 'finish it: "rabbitmq-k8s upgrade"' } as const] : [],
    ...known.filter(({ isOutOfSupport }) => isOutOfSupport).map(({ version, series, supportEnds }): Finding => ({
      id: 'version-unsupported', level: 'warning', what: `RabbitMQ ${version} is out of community support since ${supportEnds}`, meaning: 'security holes stay open', remedy: `upgrade to a series after ${series}`,
    })),
  ];
}

/** None where the library doesn't know the series. */
function knownVersion(version: string): RabbitMQVersion[] {
  try {
    return [RabbitMQVersion.of(version)];
  } catch {
    return [];
  }
}

function featureFlags({ status }: HealthFacts): Finding[] {
  const off = (status?.featureFlags ?? []).filter(({ state, stability = 'stable' }) => state === 'disabled' && (stability === 'stable' || stability === 'required'));
  return off.length > 0
    ? [{ id: 'feature-flags-off', level: 'warning', what: `${off.length} stable feature ${off.length === 1 ? 'flag is' : 'flags are'} not enabled`, meaning: 'the next upgrade is refused until they are', remedy: 'rabbitmqctl enable_feature_flag all, once all brokers are of one release', evidence: off.map(({ name }) => name).join(', ') }]
    : [];
}

function autoscaler({ autoscaler: found }: HealthFacts): Finding[] {
  const { currentReplicas = 0 } = found?.status ?? {};
  const max = found?.spec?.maxReplicas;
  return max !== undefined && currentReplicas >= max
    ? [{ id: 'autoscaler-at-maximum', level: 'warning', what: `The autoscaler is at its maximum of ${max} brokers`, meaning: 'more load isn\'t answered by more brokers', remedy: 'find out what the load is before raising the maximum' }]
    : [];
}
