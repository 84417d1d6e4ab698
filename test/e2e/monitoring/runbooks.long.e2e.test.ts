import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { RabbitMQBackup, RabbitMQCluster, RabbitMQMonitoring } from '../../../lib';
import { blocksOf } from '../../support/docs-blocks';
import { shell } from '../docs/blocks';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { manifestsOf } from '../support/deployment';
import { useCluster } from '../support/use-cluster';

const ROOT = join(__dirname, '../../..');

/** Commands that need something that this cluster lacks. Each pattern names the reason. */
const NOT_HERE: readonly [RegExp, string][] = [
  [/--previous/, 'no container has restarted'],
  [/\btop\b/, 'needs metrics-server and time'],
  [/\bhpa\b/, 'no autoscaler'],
  [/certificate/, 'no cert-manager resources'],
  [/volumeattachment/, 'no attached volumes here'],
];
/** Exit codes of `rabbitmq-k8s health` and `doctor` for what they find. */
const FINDINGS = [0, 1, 2];

interface Command {
  readonly page: string;
  readonly command: string;
  /** Assignments of the same block, such as `QUEUE=invoices`. */
  readonly variables: string;
}

/** The commands of the section "## Diagnose" of each runbook, with their pipes, each once. */
function commands(): Command[] {
  const pages = readdirSync(join(ROOT, 'docs/runbooks')).filter(file => file.startsWith('RabbitMQ'));
  const all = pages.flatMap(file => blocksOf(`docs/runbooks/${file}`)
    .filter(({ heading, language, notRun }) => heading === 'Diagnose' && language === 'sh' && notRun === undefined)
    .flatMap(({ code }) => {
      const lines = code.split('\n');
      const variables = lines.filter(line => /^\w+=/.test(line)).join('\n');
      return lines.filter(line => !/^\w+=/.test(line)).map(command => ({ page: file, command, variables }));
    }));
  const known = all.filter(({ command }) => !NOT_HERE.some(([pattern]) => pattern.test(command)));
  return [...new Map(known.map(one => [one.command, one])).values()].sort((a, b) => a.command.localeCompare(b.command));
}

describe('the runbooks', () => {
  const suite = useCluster('runbooks-', namespace => manifestsOf((app) => {
    const chart = new Chart(app, 'runbooks', { namespace });
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', {
      name: 'rabbitmq-prod', resources: { memoryLimit: '1Gi', cpuLimit: '1' }, plugins: ['rabbitmq_stream'],
    });
    new RabbitMQMonitoring(chart, 'Monitoring', { cluster });
    new RabbitMQBackup(chart, 'Backup', { cluster });
    return chart;
  }), async (deployment) => {
    await declareQueue(await deployment.amqp(), 'invoices');
  });

  test.each(commands())('$page: $command', async ({ command, variables }) => {
    const cli = `rabbitmq-k8s() { node ${ROOT}/ops/dist/cli/cli.js "$@"; }`;
    const setup = `${cli}\nNS=${suite().namespace} CLUSTER=rabbitmq-prod POD=rabbitmq-prod-2\n${variables}`;
    // grep without a match is an answer too, and so are findings of the CLI
    const isAnswer = `code=$?; case "$code" in ${command.startsWith('rabbitmq-k8s') ? FINDINGS.join('|') : command.includes('| grep') ? '0|1' : '0'}) ;; *) exit "$code" ;; esac`;
    const output = await shell(`${setup}\nset +e\n${command}\n${isAnswer}`, { timeoutMs: 90_000 });
    expect(output).not.toMatch(/Usage:|unrecognized|Error from server/);
  });
});
