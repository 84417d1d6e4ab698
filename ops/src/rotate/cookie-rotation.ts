import { randomBytes } from 'node:crypto';
import type { Broker } from '../broker/broker';
import { brokerOf, brokerPods } from '../broker/brokers';
import { rollUnderWay } from '../broker/image-change';
import { lackingFor } from '../broker/safety';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { IncompleteError, messageOf, RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { firstOf } from '../core/first-of';
import { statefulSetOf } from '../kubernetes/stateful-set';
import type { Operation } from '../operation/operation';
import { COOKIE_FILE, cookieFacts, type CookieFacts, fingerprintIn, fingerprintOf } from '../repair/cookie-facts';
import { decoded, encoded } from '../kubernetes/secret-data';

/** What a rotation of the Erlang cookie changes. */
export interface CookiePlan extends ClusterRef {
  readonly secret: string;
  /** Whether a new cookie is generated. Otherwise brokers take the one that is in the Secret already. */
  readonly isNew: boolean;
  /** The pods of brokers that change their cookie. */
  readonly brokers: readonly string[];
  /**
   * The number of shovels and federation upstreams, whose URIs brokers keep encrypted with the cookie that
   * they started with.
   */
  readonly links: number;
}

/** What was done. */
export interface CookieRotation extends ClusterRef {
  readonly secret: string;
  /** The pods of brokers that changed their cookie. */
  readonly brokers: readonly string[];
}

/** Where a broker finds the new cookie before it switches. */
const STAGED = `${COOKIE_FILE}.new`;

/**
 * Erlang checks the cookie when two nodes connect, and not afterwards: connections between brokers stay. Those of nodes
 * that are not members end, as someone with the old cookie may have opened them; this command's own is
 * `node(group_leader())`.
 */
const SWITCH = `
{ok, Content} = file:read_file("${STAGED}"),
true = erlang:set_cookie(node(), binary_to_atom(string:trim(Content), latin1)),
ok = file:rename("${STAGED}", "${COOKIE_FILE}"),
Members = try rabbit_nodes:list_members() catch error:undef -> rabbit_nodes:all() end,
[erlang:disconnect_node(Node) || Node <- nodes(connected) -- [node(group_leader()) | Members]],
ok.`;

const LINKS = `
length([Parameter || Parameter <- rabbit_runtime_parameters:list(),
  lists:member(proplists:get_value(component, Parameter), [<<"shovel">>, <<"federation-upstream">>])]).`;

/** @throws RefusedError if brokers are down, an upgrade is in progress, or the cookie can't be changed here */
export async function planCookieRotation(operation: Operation, cluster: ClusterRef): Promise<CookiePlan> {
  return (await planned(operation, cluster)).plan;
}

/**
 * Changes the Erlang cookie of all brokers while they run.
 *
 * @throws IncompleteError if brokers are left with the old cookie: the same again goes on
 */
export async function rotateCookie(operation: Operation, cluster: ClusterRef): Promise<CookieRotation> {
  const { kubernetes, progress } = operation;
  const { plan, secret, brokers } = await planned(operation, cluster);
  const done: string[] = [];
  await withFailureState(() => stateOf(plan, done), async () => {
    const cookie = plan.isNew
      ? await putNewCookie(operation, cluster, secret)
      : await cookieIn(operation, cluster, secret);
    progress.step(`Changing the cookie of ${plan.brokers.join(', ')}`);
    await Promise.all(brokers.map(broker => stage(broker, cookie)));
    const results = await Promise.allSettled(brokers.map(async (broker) => {
      await broker.run(['rabbitmqctl', '--silent', 'eval', SWITCH]);
      done.push(broker.pod);
    }));
    const failed = results.find(result => result.status === 'rejected');
    if (failed) {
      throw new IncompleteError(`the cookie of ${titleOf(cluster)} is not changed everywhere: ${messageOf(failed.reason)}`, { cause: failed.reason });
    }
    progress.step('Connecting brokers with the new cookie');
    const all = (await brokerPods(kubernetes, cluster)).map(pod => brokerOf(kubernetes, pod));
    await Promise.all(all.map(broker => requireCookie(broker, fingerprintOf(Buffer.from(cookie)))));
    await reachAll(all[0]);
  });
  return { ...cluster, secret: secret.name, brokers: plan.brokers };
}

function stateOf({ brokers }: CookiePlan, done: readonly string[]): string {
  const left = brokers.filter(pod => !done.includes(pod));
  return [
    done.length > 0 ? `${done.join(', ')} have the new cookie` : 'no broker has a new cookie',
    ...left.length > 0 ? [`${left.join(', ')} may have the old one`] : [],
    'brokers stay connected; the same command again goes on',
  ].join('; ');
}

type CookieSecret = NonNullable<CookieFacts['secret']>;

async function planned(
  operation: Operation,
  cluster: ClusterRef,
): Promise<{ plan: CookiePlan; secret: CookieSecret; brokers: Broker[] }> {
  const { kubernetes } = operation;
  const [statefulSet, pods] = await Promise.all([statefulSetOf(kubernetes, cluster), brokerPods(kubernetes, cluster)]);
  const roll = rollUnderWay(statefulSet);
  const lacking = roll === undefined ? await lackingFor(kubernetes, cluster) : [`an ${roll} is in progress`];
  if (lacking.length > 0) {
    throw new RefusedError(`The cookie of ${titleOf(cluster)} can't be changed: ${firstOf(lacking)}. Brokers that are down would keep the old cookie`);
  }
  const { secret, byPod } = await cookieFacts(operation, { cluster, statefulSet, pods });
  if (secret?.fingerprint === undefined) {
    throw new RefusedError(`${titleOf(cluster)} takes its Erlang cookie from no Secret that is known here: change it where it comes from`);
  }
  const others = pods.filter(pod => byPod.get(pod.metadata?.name ?? '') !== secret.fingerprint);
  const isNew = others.length === 0;
  if (isNew && secret.owner !== undefined) {
    throw new RefusedError(`Secret ${secret.name} is kept by ${secret.owner}: change the cookie there, and run this again to have brokers take it`);
  }
  const brokers = (isNew ? pods : others).map(pod => brokerOf(kubernetes, pod));
  const { value: links = 0 } = await brokers[0].json<{ value?: number }>(['rabbitmqctl', 'eval', LINKS]);
  return {
    plan: { ...cluster, secret: secret.name, isNew, brokers: brokers.map(({ pod }) => pod), links },
    secret,
    brokers,
  };
}

async function putNewCookie(
  { kubernetes, progress }: Operation,
  { namespace }: ClusterRef,
  { name, key, fingerprint }: CookieSecret,
): Promise<string> {
  progress.step(`Putting a new cookie into Secret ${name}`);
  const cookie = randomBytes(24).toString('hex');
  const secret = await kubernetes.core.readNamespacedSecret({ namespace, name });
  if (fingerprintOf(Buffer.from(secret.data?.[key] ?? '', 'base64')) !== fingerprint) {
    throw new IncompleteError(`someone else changed Secret ${name}`);
  }
  await kubernetes.core.replaceNamespacedSecret({
    namespace,
    name,
    body: { ...secret, data: { ...secret.data, [key]: encoded(cookie) } },
  });
  return cookie;
}

async function cookieIn(
  { kubernetes }: Operation,
  { namespace }: ClusterRef,
  { name, key }: CookieSecret,
): Promise<string> {
  const { data = {} } = await kubernetes.core.readNamespacedSecret({ namespace, name });
  return decoded(data[key]);
}

/** By standard input, so that the cookie is on no command line. */
async function stage(broker: Broker, cookie: string): Promise<void> {
  await broker.run(['sh', '-c', `umask 077 && cat >${STAGED}`], { stdin: cookie });
}

async function requireCookie(broker: Broker, fingerprint: string): Promise<void> {
  if (await fingerprintIn(broker) !== fingerprint) {
    throw new IncompleteError(`${broker.pod} does not have the cookie of the Secret`);
  }
}

/** A command line tool opens a new connection to each broker, which uses the new cookie. */
async function reachAll(broker: Broker): Promise<void> {
  const { running } = await broker.clusterStatus();
  for (const node of running) {
    await broker.run(['rabbitmq-diagnostics', '--silent', '-n', node, 'ping'], { isRead: true });
  }
}
