import { Duration } from 'cdk8s';
import { IPV6_RESOLVER } from '../distribution';
import { wholeSeconds } from '../../kubernetes/seconds';
import { leaveScript } from '../membership/broker';
import { ResolvedMembership } from '../membership/options';
import { INTERNAL_PORTS } from '../../rabbitmq/port';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** Maximum duration of a broker's shutdown. A broker that no queue depends on stops within seconds. */
export interface RabbitMQShutdownOptions {
  /**
   * Maximum time a broker waits until no queue and no metadata store would lose its majority. Afterwards
   * it stops anyway.
   * @default Duration.minutes(5)
   */
  readonly quorumTimeout?: Duration;
  /**
   * Maximum time to move queue leaders to other brokers and to close connections.
   * @default Duration.minutes(1)
   */
  readonly drainTimeout?: Duration;
  /**
   * Maximum time to flush messages from memory to disk. RabbitMQ's own limit is 10 minutes.
   * @default Duration.minutes(10)
   */
  readonly flushTimeout?: Duration;
}

/** `RabbitMQShutdownOptions` with the defaults in place, in seconds. */
export interface ResolvedShutdown {
  /** 0 where brokers don't leave the cluster. */
  readonly leaveSeconds: number;
  readonly quorumSeconds: number;
  readonly drainSeconds: number;
  readonly flushSeconds: number;
  readonly gracePeriodSeconds: number;
}

export function resolveShutdown(
  props: RabbitMQShutdownOptions | undefined,
  membership: ResolvedMembership,
): ResolvedShutdown {
  const quorumSeconds = wholeSeconds('shutdown.quorumTimeout', props?.quorumTimeout ?? Duration.minutes(5));
  const drainSeconds = wholeSeconds('shutdown.drainTimeout', props?.drainTimeout ?? Duration.minutes(1));
  const flushSeconds = wholeSeconds('shutdown.flushTimeout', props?.flushTimeout ?? Duration.minutes(10));
  const leaveSeconds = membership.leaveOnScaleIn ? membership.leaveSeconds : 0;
  const gracePeriodSeconds = leaveSeconds + quorumSeconds + drainSeconds + flushSeconds;
  return { leaveSeconds, quorumSeconds, drainSeconds, flushSeconds, gracePeriodSeconds };
}

/** The files by which the preStop hook and the membership program talk, in a folder that both can write. */
const STOP = '/var/lib/rabbitmq/stop';

/**
 * Seconds in which the membership program accepts the request of the preStop hook. It checks for one 5 times a second.
 */
const ACCEPT_SECONDS = 2;

/** Where Erlang looks a host's name up before it asks the DNS. */
const HOSTS = '/tmp/hosts.inetrc';

/**
 * The lines that hand over to the membership program in the broker, which starts no Erlang VM: each CLI command takes
 * seconds to start. The script continues with the CLI if the program does not accept the request, or fails.
 */
function requestScript({ leaveSeconds, quorumSeconds, drainSeconds }: ResolvedShutdown): string[] {
  const limit = leaveSeconds + quorumSeconds + drainSeconds;
  return [
    `rm -f ${STOP}-accepted ${STOP}-answer`,
    `echo ${leaveSeconds - 10} ${quorumSeconds} ${drainSeconds} >${STOP}-part && mv ${STOP}-part ${STOP}-request`,
    `timeout ${ACCEPT_SECONDS} sh -c "until [ -e ${STOP}-accepted ]; do sleep 0.1; done"`,
    // the program renames the request too, so exactly one of both gets it; a program that starts now deletes it as
    // an old one
    `if mv ${STOP}-request ${STOP}-cancelled 2>/dev/null || [ ! -e ${STOP}-accepted ]; then`,
    '  echo "preStop: the membership program does not answer; using the CLI"',
    'else',
    `  timeout ${limit} sh -c "until [ -e ${STOP}-answer ]; do sleep 0.1; done"`,
    `  [ "$(cat ${STOP}-answer 2>/dev/null)" = failed ] || exit 0`,
    'fi',
  ];
}

/** Seconds that Erlang has to end after RabbitMQ has stopped and connections between brokers are closed. */
const END_SECONDS = 10;

/**
 * The lines that end a broker that has stopped, and whose Erlang VM does not end: it waits until the data of all its
 * connections is sent, and a peer or a client whose node lost its power takes none. Without these lines, that takes the
 * 15 minutes in which Linux gives up; measured: a pod still terminating 13 minutes after a node of 5 lost its power.
 * Erlang closes the port between brokers after all applications have stopped, so what a broker writes is on disk.
 */
function endScript(): string[] {
  const port = INTERNAL_PORTS['cluster-rpc'].toString(16).toUpperCase();
  return [
    `listens() { grep -qE ":${port} [0-9A-F]+:0000 0A " /proc/net/tcp /proc/net/tcp6 2>/dev/null; }`,
    'end() {',
    // a check can fail for want of memory or processes: only two of them end a broker
    `  while listens || { sleep ${END_SECONDS}; listens; }; do sleep 1; done`,
    '  for process in /proc/[0-9]*; do',
    '    [ "$(cat $process/comm)" = beam.smp ] && kill -KILL "$(basename $process)"',
    '  done',
    '}',
    // Kubernetes waits for the hook as long as a process has its output open
    'if listens; then (exec </dev/null >/dev/null 2>&1; end) & fi',
  ];
}

/** What of a cluster decides on how a broker stops. */
interface StoppingBroker {
  readonly shutdown: ResolvedShutdown;
  readonly membership: ResolvedMembership;
  readonly image: { readonly version: RabbitMQVersion };
  readonly ipv6: boolean;
}

/**
 * The shell script of the preStop hook. A broker that is scaled in leaves the cluster. For a restart it marks itself as
 * stopping, waits while a majority would be lost without it and a peer runs that stays, and drains. If all brokers
 * stop, or there is only one, it stops without delay.
 */
export function preStopScript({ shutdown, membership, image: { version }, ipv6 }: StoppingBroker): string {
  const members = version.isAtLeast('3.12') ? 'rabbit_nodes:list_members()' : 'rabbit_nodes:all()';
  return [
    '[ -w /proc/1/fd/1 ] && exec >/proc/1/fd/1 2>&1',
    ...endScript(),
    ...(membership.leaveOnScaleIn ? requestScript(shutdown) : []),
    // without the headless Service, which may be deleted with the pod, a CLI command resolves its own broker's name
    // for 50 s
    // not by the shell's own way, which a substitution by Flux would fill in
    `host=$(echo "$RABBITMQ_NODENAME" | cut -d@ -f2)`,
    `printf '{host, {127,0,0,1}, ["%s"]}.\\n{host, {0,0,0,0,0,0,0,1}, ["%s"]}.\\n{lookup, [file, native]}.\\n' "$host" "$host" >${HOSTS} && export ERL_INETRC=${HOSTS}`,
    ...(ipv6 ? [`echo '${IPV6_RESOLVER}' >>${HOSTS}`] : []),
    ...leaveScript(membership, shutdown.drainSeconds),
    `peer_stays=$(timeout ${shutdown.quorumSeconds} rabbitmqctl --silent eval '`,
    '  application:set_env(rabbit, stopping_for_kubernetes, true),',
    `  Peers = ${members} -- [node()],`,
    '  Stays = fun(Peer) ->',
    '    false =:= rpc:call(Peer, application, get_env, [rabbit, stopping_for_kubernetes, false], 2000)',
    '  end,',
    '  IsSafe = fun() ->',
    '    length(Peers) < 2 orelse',
    '      true =:= rpc:call(node(), rabbit_upgrade_preparation, await_online_quorum_plus_one, [1000], 5000)',
    '  end,',
    '  Wait = fun Again() ->',
    '    lists:any(Stays, Peers) andalso (IsSafe() orelse Again())',
    '  end,',
    '  Wait().',
    '\') || echo "preStop: a queue or the metadata may lose its majority; the broker stops anyway"',
    `[ "$peer_stays" = false ] || timeout ${shutdown.drainSeconds} rabbitmq-upgrade drain || echo "preStop: the broker is not drained; it stops anyway"`,
    '',
  ].join('\n');
}
