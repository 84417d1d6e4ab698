import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { RabbitMQDeployment, RabbitMQProfile, RabbitMQUser } from '../../../lib';
import { Deployment, manifestsOf } from '../support/deployment';
import { kubectl } from '../support/kubectl';
import { createNamespace, deleteNamespace } from '../support/namespaces';
import { blocksFor, shell } from './blocks';

const MINUTES = 60_000;
const steps = blocksFor(__filename, 'docs/connect.md');
const [troubleshooting] = blocksFor(__filename, 'docs/troubleshooting.md');
const [uninstall] = blocksFor(__filename, 'docs/uninstall.md');

describe('connect an application', () => {
  let messaging: string;
  let shop: string;
  let folder: string;

  /** What a reader types, with the namespaces of this test and an image that exists here in place of an application. */
  const here = (code: string): string => code
    .replace(/\bmessaging\b/g, messaging)
    .replace(/\bshop\b/g, shop)
    .replace(/image: registry.example.com.*/, 'image: rabbitmq:4.3.6-management\n          command: [sh, -c, \'test -n "$RABBITMQ_URI" && sleep 600\']');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connect-'));
    messaging = await createNamespace('connect-');
    // an application's namespace, which enforces no Pod Security
    shop = `${messaging}-shop`;
    await kubectl(['create', 'namespace', shop]);
    await Deployment.closed(manifestsOf((app) => {
      const chart = new Chart(app, 'connect', { namespace: messaging });
      const { cluster } = new RabbitMQDeployment(chart, 'RabbitMQ', {
        profile: RabbitMQProfile.TEST,
        cluster: { name: 'orders', resources: { memoryLimit: '768Mi', cpuRequest: '100m', cpuLimit: '1' }, storage: { size: '2Gi' } },
      });
      new RabbitMQUser(chart, 'Checkout', { cluster, name: 'checkout', permissions: [{ vhost: '/', configure: '^checkout\\.', write: '^checkout\\.', read: '^checkout\\.' }] });
      return chart;
    }), messaging).up();
  }, 10 * MINUTES);

  afterAll(async () => {
    await kubectl(['delete', 'namespace', shop, '--wait=false']);
    await deleteNamespace(messaging);
    rmSync(folder, { recursive: true, force: true });
  });

  test('the connection is blocked before the namespace is allowed', async () => {
    const [, check] = steps;
    await expect(shell(here(check.code).replace('exec 3', 'timeout 5 true; exec 3').replace('bash -c', 'timeout 5 bash -c'), { timeoutMs: 2 * MINUTES }))
      .rejects.toThrow();
  }, 3 * MINUTES);

  test.each(steps.map(step => [step.file ?? `${step.heading}: ${step.code.split('\n')[0]}`, step] as const))('%s', async (_name, step) => {
    if (step.file !== undefined) {
      writeFileSync(join(folder, step.file), here(step.code));
      return;
    }
    const output = await shell(here(step.code), { cwd: folder, timeoutMs: 5 * MINUTES });
    if (step.code.includes('the broker answers')) {
      expect(output).toContain('the broker answers');
    }
  }, 6 * MINUTES);

  test('troubleshooting collects information without the password', async () => {
    const password = await shell(`kubectl -n ${messaging} get secret orders-credentials -o jsonpath='{.data.password}' | base64 -d`, { timeoutMs: MINUTES });
    const output = await shell(here(troubleshooting.code), { timeoutMs: 2 * MINUTES });
    expect(output).toContain('Cluster status of node');
    expect(password.length).toBeGreaterThan(20);
    expect(output).not.toContain(password);
  }, 3 * MINUTES);

  test('uninstall deletes volumes and Secrets', async () => {
    await shell(here(uninstall.code), { timeoutMs: 10 * MINUTES });
    expect(await kubectl(['-n', messaging, 'get', 'pvc', '-l', 'app=rabbitmq,cluster=orders', '-o', 'name'])).toBe('');
    expect(await kubectl(['-n', messaging, 'get', 'secret', 'orders-credentials', '--ignore-not-found', '-o', 'name'])).toBe('');
  }, 11 * MINUTES);
});
