import { App, Chart, Testing } from 'cdk8s';
import * as lib from 'cdk8s-rabbitmq';
import { corrected } from '../../../ops/src/chart-values/corrections';
import { withDefaults } from '../../../ops/src/chart-values/defaults';
import { NOT_TOLD } from '../messages/examples';
import { warningsIn } from '../messages/wording';
import { Manifest, synthesize } from '../values';
import { BadValues } from './bad-value-sets';
import { byName, differences, normalized } from './compare';
import { Helm, NAMESPACE, Rendered } from './helm';
import { PROFILES } from './value-sets';

/** The outcome of something that can fail. */
async function attempt<T>(run: () => T | Promise<T>): Promise<{ readonly result: T } | { readonly error: string }> {
  try {
    return { result: await run() };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

function warned(values: object): string[] {
  return warningsIn(withDefaults(values))
    .filter(({ id }) => !NOT_TOLD.includes(id))
    .map(({ message }) => message)
    .sort();
}

function compared(values: object, manifests: readonly Manifest[], chart: Rendered): string[] {
  return [
    ...differences('', byName(manifests), normalized(chart.manifests)),
    ...differences('warnings', warned(values), [...chart.warnings].sort()),
    ...differences('corrections', [...corrected(withDefaults(values)).notes].sort(), [...chart.corrections].sort()),
  ];
}

/** How helm differs from the library in what it makes of values, or in whether it refuses them. */
export async function problems(helms: readonly Helm[], values: object): Promise<string[]> {
  const library = await attempt(() => synthesize(withDefaults(values), NAMESPACE));
  const found = await Promise.all(helms.map(async (helm) => {
    const chart = await attempt(() => helm.template(values));
    if ('error' in library) {
      return 'error' in chart ? [] : [`helm takes what the library refuses: ${library.error}`];
    }
    if ('error' in chart) {
      return [`helm refuses: ${chart.error}`];
    }
    const found = await attempt(() => compared(values, library.result, chart.result));
    return 'error' in found ? [found.error] : found.result;
  }));
  return found.flatMap((all, i) => all.map(problem => `helm ${helms[i].version} ${problem}`));
}

/** Whether the library refuses values. */
export async function isRefused(values: object): Promise<boolean> {
  return 'error' in await attempt(() => synthesize(withDefaults(values), NAMESPACE));
}

/** How helm differs in values that both have to refuse. */
export async function refusalProblems(helms: readonly Helm[], { values, says, isTaken }: BadValues): Promise<string[]> {
  const library = await attempt(() => synthesize(withDefaults(values), NAMESPACE));
  const found = await Promise.all(helms.map(async (helm) => {
    const chart = await attempt(() => helm.template(values));
    return 'error' in chart ? (says.test(chart.error) ? [] : [`helm says: ${chart.error}`]) : ['helm takes it'];
  }));
  return [...'error' in library || isTaken ? [] : ['the library takes it'], ...found.flat()];
}

const PROFILE = {
  dev: lib.RabbitMQProfile.DEV, test: lib.RabbitMQProfile.TEST, prod: lib.RabbitMQProfile.PROD,
} as const;

/** What helm alone reads. */
const KEPT = /(helm\.sh\/resource-policy|PersistentVolumeClaim \S+\.metadata\.annotations): only the chart has it$/;

/** How the chart differs from what the library makes of a profile. */
export async function profileProblems(helms: readonly Helm[], name: keyof typeof PROFILE): Promise<string[]> {
  const profile = PROFILE[name];
  const chart = new Chart(new App(), 'chart', { namespace: profile.namespace });
  lib.RabbitMQWarnings.of(chart).silence();
  new lib.RabbitMQDeployment(chart, 'RabbitMQ', { profile, ingress: profile.hasIngress ? { management: { host: 'rabbitmq.example.com', controller: lib.RabbitMQIngressController.NGINX } } : undefined });
  const expected = byName(Testing.synth(chart) as Manifest[]);
  const found = await Promise.all(helms.map(async helm => differences('', expected, normalized((await helm.template(PROFILES[name], profile.namespace)).manifests))));
  return found.flat().filter(problem => !KEPT.test(problem));
}
