import { command } from './command';
import { showOrWatch, WATCH_OPTION } from './watch-loop';
import { ExitCode } from '../../core/errors';
import type { Finding, Level } from '../../health/finding';
import { HEALTH_TIMEOUT_MS, HealthChecker, type HealthReport } from '../../manager/health-checker';
import { readByText } from '../../health/views';
import { READ_RIGHTS } from '../../management/access';
import type { Style } from '../output/style';

const CODES: Readonly<Record<Level, ExitCode>> = {
  critical: ExitCode.CRITICAL,
  warning: ExitCode.FAILED,
  info: ExitCode.OK,
};

/** What is wrong with a cluster. */
export const health = command({
  usage: 'health',
  onCluster: true,
  summary: 'Check cluster health and suggest fixes',
  limit: HEALTH_TIMEOUT_MS,
  examples: [
    ['health -n production -c rabbitmq-prod', 'findings with remedies'],
    ['health -o json || notify', 'in scripts: 1 warnings, 2 critical, 3 unknown'],
  ],
  options: WATCH_OPTION,
  rights: [
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { resources: ['pods', 'events', 'persistentvolumeclaims'], verbs: ['list'] },
    ...READ_RIGHTS,
    { resources: ['pods/log'], verbs: ['get'], optional: true },
    { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
    { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get'], optional: true },
    { apiGroup: 'policy', resources: ['poddisruptionbudgets'], verbs: ['list'], optional: true },
  ],
  // 1 says that there are warnings
  failure: ExitCode.UNKNOWN,
  async run(context, { watch }) {
    const checker = new HealthChecker(await context.connect());
    const { level = 'info' } = await showOrWatch(context, watch, options => checker.check(context.cluster.namespace, context.cluster.name, options), reportText);
    return CODES[level];
  },
});

/** The findings, the gravest first. */
export function reportText({ namespace, name, findings, readBy }: HealthReport, style: Style): string {
  const way = readByText(readBy);
  return [
    ...findings.length === 0 ? [`${style.green('✔')} ${namespace}/${name} is healthy`] : [style.bold(`${namespace}/${name}`), ...findings.map(finding => findingText(finding, style))],
    ...way === undefined ? [] : [style.dim(way)],
  ].join('\n');
}

/** A finding with what it means and what to do. */
export function findingText({ level, what, meaning, remedy, evidence }: Finding, style: Style): string {
  const mark = { critical: style.red('✘ critical'), warning: style.yellow('! warning'), info: style.cyan('· info') }[level];
  return [
    `${mark}  ${what}`,
    `    ${style.dim('means')}  ${meaning}`,
    ...remedy === undefined ? [] : [`    ${style.dim('do')}     ${remedy}`],
    ...evidence === undefined ? [] : [`    ${style.dim('seen')}   ${evidence}`],
  ].join('\n');
}
