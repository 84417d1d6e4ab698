import { command } from './command';
import { configOf, DEPLOY_OPTIONS } from './deploy-options';
import { findingText } from './health';
import { LOOK_TIMEOUT_MS, KubernetesRabbitMQManager } from '../../manager/manager';
import { ExitCode } from '../../core/errors';
import type { Diagnosis } from '../../doctor/diagnosis';
import { worst } from '../../health/finding';
import { PREFLIGHT_RIGHTS } from '../../deploy/rights';
import type { Style } from '../output/style';

/** Shows what prevents a deploy, or keeps pods from starting. */
export const doctor = command({
  usage: 'doctor',
  summary: 'Check what keeps a cluster from starting',
  limit: LOOK_TIMEOUT_MS,
  examples: [
    ['doctor --profile prod --ingress rabbitmq.example.com', 'before a deploy'],
    ['doctor -n shop -c orders', 'why a cluster does not start'],
    ['doctor -n shop -c orders --replicas 5', 'before a change of a cluster'],
  ],
  options: DEPLOY_OPTIONS,
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { resources: ['pods', 'events', 'persistentvolumeclaims'], verbs: ['list'] },
    { resources: ['configmaps'], verbs: ['get'], optional: true, part: 'options for a cluster that exists' },
    { resources: ['pods/log'], verbs: ['get'], optional: true },
    { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get'], optional: true },
    { resources: ['pods/exec'], verbs: ['create', 'get'], optional: true },
    { resources: ['namespaces'], verbs: ['get'], clusterWide: true, optional: true },
    ...PREFLIGHT_RIGHTS,
  ],
  // 1 says that there are warnings
  failure: ExitCode.UNKNOWN,
  async run(context, args) {
    const manager = new KubernetesRabbitMQManager(await context.connect());
    const diagnosis = await context.operate(options => manager.diagnose(configOf(args, context.given), options));
    context.output.show(diagnosis, diagnosisText);
    const level = worst(diagnosis.examinations.flatMap(({ finding }) => finding ?? []));
    return level === 'critical' ? ExitCode.CRITICAL : level === 'warning' ? ExitCode.FAILED : ExitCode.OK;
  },
});

function diagnosisText({ namespace, name, exists, examinations }: Diagnosis, style: Style): string {
  const width = Math.max(...examinations.map(({ subject }) => subject.length));
  return [
    style.bold(exists ? `${namespace}/${name}` : `${namespace}/${name} doesn't exist yet: checks before a deploy`),
    ...examinations.map(({ subject, seen, finding }) => (finding
      ? `${style.dim(subject.padEnd(width))}  ${findingText(finding, style).replace(/\n/g, `\n${' '.repeat(width)}`)}`
      : `${style.dim(subject.padEnd(width))}  ${style.green('✔')} ${seen}`)),
  ].join('\n');
}
