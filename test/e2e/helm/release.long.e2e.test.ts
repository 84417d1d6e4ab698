import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { eventually } from '../support/eventually';
import { underLoad } from '../support/load';
import { Publisher } from '../support/publisher';
import { MAJORS, Release } from './helm';
import { claimsOf, deploymentFor, differences, observed, podsOf, secretsOf } from './installed';
import { useNamespace } from '../support/use-cluster';

const VALUES = { cluster: { replicaCount: 1 }, resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '1Gi' } } };
const WATCHED = { ...VALUES, serviceMonitor: { enabled: true }, podDisruptionBudget: { enabled: true }, service: { type: 'NodePort' } };
const MESSAGES = 100;

describe.each(MAJORS)('%s', (major) => {
  const deployment = (): ReturnType<typeof deploymentFor> => deploymentFor(VALUES, suite().namespace);
  const messages = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await deployment().broker(0).queues()).map(({ name, messages: count }) => [name, count]));

  // a broker counts them every few seconds
  const kept = async (): Promise<unknown> => eventually('all messages are there', 60_000, messages, ({ kept: count }) => count === MESSAGES);

  const suite = useNamespace('helm-', namespace => ({ release: new Release(major, namespace) }));

  test('installs what the library makes, and says how to go on', async () => {
    const { namespace, release } = suite();
    const said = await release.install(VALUES);
    expect(said).toContain('kubectl -n');
    expect(await differences(VALUES, namespace)).toEqual([]);
    const target = await deployment().amqp();
    await declareQueue(target, 'kept');
    await declareQueue(target, 'load');
    const publisher = Publisher.start({ target, queue: 'kept', count: MESSAGES });
    await publisher.reached();
    await publisher.stop();
    await kept();
  });

  test('passes helm test', async () => {
    expect(await suite().release.test()).toContain('a message passes through a queue');
  });

  test('upgrades without a restart, with the credentials as they were', async () => {
    const { namespace, release } = suite();
    const [pods, secrets] = [await podsOf(deployment()), await secretsOf(deployment())];
    await release.upgrade(WATCHED);
    await observed(deployment());
    expect(await differences(WATCHED, namespace)).toEqual([]);
    expect(await podsOf(deployment())).toEqual(pods);
    expect(await secretsOf(deployment())).toEqual(secrets);
  });

  test('upgrades with a restart, and no confirmed message is lost', async () => {
    const { namespace, release } = suite();
    const plugged = { ...WATCHED, plugins: ['rabbitmq_stream'] };
    const [pods, secrets] = [await podsOf(deployment()), await secretsOf(deployment())];
    const ledger = await underLoad({ target: await deployment().amqp(), queue: 'load', rate: 100 }, async ({ publisher }) => {
      await publisher.reached(100);
      await release.upgrade(plugged);
      await deployment().ready();
    });
    expect(ledger.lost).toBe(0);
    expect(await differences(plugged, namespace)).toEqual([]);
    expect(await podsOf(deployment())).not.toEqual(pods);
    expect(await secretsOf(deployment())).toEqual(secrets);
    expect(await deployment().broker(0).run(['rabbitmq-diagnostics', '--silent', 'listeners'])).toMatch(/port: 5552/);
  });

  test('rolls back to what was installed first', async () => {
    const { namespace, release } = suite();
    const secrets = await secretsOf(deployment());
    await release.rollback(1);
    await deployment().ready();
    expect(await differences(VALUES, namespace, { ...WATCHED, plugins: ['rabbitmq_stream'] })).toEqual([]);
    expect(await secretsOf(deployment())).toEqual(secrets);
    await kept();
  });

  test('uninstalls and leaves volumes and Secrets, onto which it installs again with all messages', async () => {
    const { release } = suite();
    const [claims, secrets] = [await claimsOf(deployment()), await secretsOf(deployment())];
    await release.uninstall();
    await eventually('brokers are gone', 120_000, () => podsOf(deployment()), pods => pods.length === 0);
    expect(await claimsOf(deployment())).toEqual(claims);
    await release.install(VALUES);
    await deployment().ready();
    expect(await claimsOf(deployment())).toEqual(claims);
    expect(await secretsOf(deployment())).toEqual(secrets);
    await kept();
  });
});
