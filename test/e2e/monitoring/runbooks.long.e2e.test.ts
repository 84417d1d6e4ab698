import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { RabbitMQBackup, RabbitMQCluster, RabbitMQMonitoring } from '../../../lib';
import { declareQueue } from '../support/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { createNamespace, deleteNamespace } from '../support/namespaces';

const RUNBOOKS = join(__dirname, '../../../docs/runbooks');

/** What is about something that this cluster doesn't have, or that waits for a person. */
const NOT_HERE = new RegExp([
  '--previous', '-it ', 'YOUR-CONSUMER', 'NAMESPACE', '\\bUSER\\b', '\\bQUEUE\\b', 'kubectl top', 'hpa', 'volumeattachment', 'stop_app', 'start_app', 'reset', 'join_cluster',
  'delete pod', 'rollout history',
].join('|'));

/** The commands that runbooks look with, each once: kubectl, without what picks lines out of what it says. */
function commands(): string[] {
  const blocks = readdirSync(RUNBOOKS)
    .filter(file => file.endsWith('.md'))
    .flatMap(file => [...readFileSync(join(RUNBOOKS, file), 'utf8').matchAll(/## How to look\n[^]*?```sh\n([^]*?)```/g)].map(([, block]) => block));
  const lines = blocks.flatMap(block => block.split('\n')).filter(line => line.startsWith('kubectl ') && !NOT_HERE.test(line));
  return [...new Set(lines.map(line => line.replace(/ \| (?:grep|sort|oneline|uniq|head).*$/, '')))].sort();
}

describe('the runbooks', () => {
  let namespace: string;

  beforeAll(async () => {
    namespace = await createNamespace('runbooks-');
    const deployment = Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'runbooks', { namespace });
      const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { resources: { memoryLimit: '1Gi', cpuLimit: '1' }, plugins: ['rabbitmq_stream'] });
      new RabbitMQMonitoring(chart, 'Monitoring', { cluster });
      new RabbitMQBackup(chart, 'Backup', { cluster });
      return chart;
    }), namespace);
    await deployment.up();
    await declareQueue(await deployment.amqp(), 'invoices');
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test.each(commands())('%s', async (command) => {
    const output = await new Promise<{ code: number; said: string }>((resolve) => {
      execFile('bash', ['-c', command.replace(/^kubectl /, `kubectl -n ${namespace} `)], { timeout: 60_000 }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}`.slice(-500) });
      });
    });
    expect(output).toMatchObject({ code: 0, said: expect.any(String) });
  });
});
