import { Release } from './helm';
import { claimsOf, deploymentFor, secretsOf } from './installed';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { figure } from '../support/figures';
import { apps } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { useNamespace } from '../support/use-cluster';

/** The folder or the archive of a chart that was released before this one. */
const BEFORE = process.env.E2E_CHART_BEFORE;

const NAME = 'mq';
const VALUES = { cluster: { replicaCount: 3 }, networkPolicy: { enabled: false }, resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '1Gi' } } };

describe('a chart from before', () => {
  const suite = useNamespace('helm-before-');

  (BEFORE === undefined ? test.skip : test)('is upgraded to this one with at most one restart of each broker, and no confirmed message is lost', async () => {
    const { namespace } = suite();
    await new Release('helm4', namespace, NAME, BEFORE).install(VALUES);
    const deployment = deploymentFor(VALUES, namespace);
    await deployment.ready();
    const target = await deployment.amqp();
    await declareQueue(target, 'load');
    const [claims, secrets] = [await claimsOf(deployment), await secretsOf(deployment)];
    const ledger = await underLoad({ target, queue: 'load', rate: 100 }, async ({ publisher }) => {
      await publisher.reached(100);
      await new Release('helm4', namespace, NAME).upgrade(VALUES);
      await deployment.ready();
      await publisher.reached(publisher.confirmed.size + 100);
    });
    figure('upgrade from the chart before: confirmed', ledger.confirmed, 'messages');
    figure('upgrade from the chart before: lost', ledger.lost, 'messages');
    figure('upgrade from the chart before: longest publishing gap', ledger.longestGapMs, 'ms');
    expect(ledger.lost).toBe(0);
    const { items: revisions } = await apps.listNamespacedControllerRevision({ namespace });
    expect(revisions.length).toBeLessThanOrEqual(2);
    expect((await deployment.pods())
      .flatMap(({ status }) => status?.containerStatuses ?? [])
      .map(({ restartCount }) => restartCount)).toEqual([0, 0, 0]);
    expect(await claimsOf(deployment)).toEqual(claims);
    expect(await secretsOf(deployment)).toEqual(secrets);
  });
});
