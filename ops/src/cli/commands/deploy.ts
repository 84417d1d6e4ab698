import { command, type CommandContext } from './command';
import { isYes, YES_OPTION } from './confirm';
import { configOf, DEPLOY_OPTIONS, TAKEOVER_OPTIONS } from './deploy-options';
import { showPlan } from './diff';
import { WAIT_OPTION, waitMsOf } from './lease-wait-option';
import { DEPLOY_RIGHTS } from '../../deploy/rights';
import { CHANGE_TIMEOUT_MS, KubernetesRabbitMQManager } from '../../manager/manager';
import type { DeploymentResult } from '../../deploy/deploy';
import { placedLabelOf } from '../../inventory/removal';
import { synthesize } from '../../inventory/synth';
import type { ObjectRef } from '../../kubernetes/objects';
import { UsageError } from '../../core/errors';
import type { Style } from '../output/style';
import { facts } from '../output/table';
import { writeYaml } from '../../core/yaml';

/** Makes a cluster, or changes one. */
export const deploy = command({
  usage: 'deploy',
  summary: 'Deploy or update a cluster, and verify it',
  limit: CHANGE_TIMEOUT_MS,
  examples: [
    ['deploy', '3 brokers named rabbitmq-cluster'],
    ['deploy --profile prod --ingress rabbitmq.example.com', '5 brokers for production'],
    ['deploy --namespace shop --cluster-name orders --replicas 3 --storage-class ssd --storage-size 50Gi --monitoring', 'custom sizes'],
    ['deploy --profile test --diff', 'preview changes'],
    ['deploy --profile test --dry-run > test.yaml', 'print the manifests'],
  ],
  options: {
    ...DEPLOY_OPTIONS,
    ...TAKEOVER_OPTIONS,
    'dry-run': { type: 'boolean', default: false, describe: 'Print the manifests without applying them' },
    diff: { type: 'boolean', default: false, describe: 'Preview changes without applying them' },
    ...YES_OPTION,
    ...WAIT_OPTION,
  },
  rights: DEPLOY_RIGHTS,
  async run(context, args) {
    const { output } = context;
    const config = configOf(args, context.given);
    if (args.dryRun && args.diff) {
      throw new UsageError('--dry-run prints manifests and --diff changes: use one of them');
    }
    if (args.dryRun) {
      const { manifests, warnings } = synthesize(config);
      warnings.forEach((warning) => { output.note(`warning: ${warning}`); });
      output.document(manifests, all => all.map(writeYaml).join('---\n'));
      return undefined;
    }
    const { reset, adopt } = args;
    const manager = new KubernetesRabbitMQManager(await context.connect());
    if (args.diff) {
      return showPlan(
        output,
        await context.operate(options => manager.planDeployment(config, { ...options, reset, adopt })),
      );
    }
    const waitMs = waitMsOf(args.wait);
    const confirmRemoval = args.yes ? undefined : (removed: readonly ObjectRef[]) => confirmed(context, removed);
    output.show(
      await context.operate(options =>
        manager.createDeployment(config, { ...options, waitMs, reset, adopt, confirmRemoval })),
      resultText,
    );
    return undefined;
  },
});

async function confirmed(context: CommandContext, removed: readonly ObjectRef[]): Promise<boolean> {
  const list = ['This deploy deletes:', ...removed.map(object => `  ${placedLabelOf(object)}`)].join('\n');
  return isYes(await context.ask(`${list}\nDelete these objects? [y/N]`, '--yes'));
}

/** What was deployed, and how to go on. */
export function resultText(
  { namespace, name, replicas, members, roundTrip, clients, seconds }: DeploymentResult,
  style: Style,
): string {
  const where = `-n ${namespace} -c ${name}`;
  return [
    `${style.green('✔')} ${style.bold(`${namespace}/${name}`)} works, after ${seconds} s`,
    facts(style, [
      ['Brokers', `${members.length} of ${replicas} are members and run`],
      ['Message', `through a replicated queue in ${roundTrip.milliseconds} ms, as user ${roundTrip.user}`],
      ['Clients', `${roundTrip.host}, user and password in the Secret ${name}-credentials`],
      ['Allowed', `${clients.join('; ')}${clients.some(peer => peer.includes('rabbitmq-client=true')) ? '\n         (kubectl label namespace NAME rabbitmq-client=true, or --allow-namespace NAME)' : ''}`],
      ['Look', `rabbitmq-k8s status ${where}`],
      ['Open', `rabbitmq-k8s connect ${where}`],
    ]),
  ].join('\n');
}
