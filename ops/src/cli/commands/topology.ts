import { command, type CommandContext } from './command';
import { ExitCode, UsageError } from '../../core/errors';
import type { AdoptedTopology } from '../../topology/adopt/adopt';
import type { TopologyRun } from '../../topology/apply';
import type { ObjectDrift, PropertyDifference } from '../../topology/compare';
import { type TopologyDiff, TopologyManager } from '../../topology/topology-manager';
import type { Style } from '../output/style';

/** Compares, applies and adopts what is declared in a cluster. */
export const topology = command({
  usage: 'topology <action>',
  onCluster: true,
  summary: 'Compare, apply or adopt queues, policies and users',
  limit: '5m; apply: 1h',
  examples: [
    ['topology diff -n shop -c orders', 'missing, changed and undeclared objects; exit code 1 if there are any'],
    ['topology apply -n shop -c orders', 'run the Job of the topology now and show its report'],
    ['topology adopt -n shop -c orders > topology.ts', 'TypeScript for the existing objects'],
  ],
  positionals: { action: { choices: ['diff', 'apply', 'adopt'] as const, demandOption: true, describe: 'diff, apply or adopt' } },
  options: { topology: { type: 'string', describe: 'Topology to apply [default: all of the cluster]' } },
  failure: ExitCode.UNKNOWN,
  rights: [
    { resources: ['configmaps'], verbs: ['list'] },
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['secrets'], verbs: ['get'], optional: true, part: 'diff, adopt: the administrator\'s name' },
    { resources: ['pods/exec'], verbs: ['create', 'get'], optional: true, part: 'diff, adopt' },
    { apiGroup: 'batch', resources: ['cronjobs'], verbs: ['get'], optional: true, part: 'apply' },
    { apiGroup: 'batch', resources: ['jobs'], verbs: ['get', 'list', 'create'], optional: true, part: 'apply' },
    { resources: ['pods/log'], verbs: ['get'], optional: true, part: 'apply' },
  ],
  check({ action, topology: name }) {
    if (name !== undefined && action !== 'apply') {
      throw new UsageError(`--topology is for apply: leave it out with ${action}`);
    }
  },
  async run(context, { action, topology: name }) {
    const manager = new TopologyManager(await context.connect());
    switch (action) {
      case 'diff': return showDiff(context, manager);
      case 'apply': return showRuns(context, manager, name);
      case 'adopt': return showAdopted(context, manager);
    }
  },
});

async function showDiff(
  { output, operate, cluster }: CommandContext,
  manager: TopologyManager,
): Promise<ExitCode | undefined> {
  const diff = await operate(options => manager.diff(cluster, options));
  output.show(diff, diffText);
  return diff.drift.length > 0 ? ExitCode.FAILED : undefined;
}

async function showRuns(
  { output, operate, cluster }: CommandContext,
  manager: TopologyManager,
  topologyName: string | undefined,
): Promise<ExitCode | undefined> {
  const runs = await operate(options => manager.apply(cluster, { ...options, topology: topologyName }));
  output.show(runs, (shown, style) => shown.map(run => runText(run, style)).join('\n'));
  return runs.every(({ isApplied }) => isApplied) ? undefined : ExitCode.FAILED;
}

async function showAdopted({ output, operate, cluster }: CommandContext, manager: TopologyManager): Promise<undefined> {
  const adopted = await operate(options => manager.adopt(cluster, options));
  output.document(adopted, ({ typescript }) => typescript);
  notesOf(adopted).forEach((note) => { output.note(note); });
  return undefined;
}

function notesOf({ secrets, leftOut }: AdoptedTopology): string[] {
  return [
    ...secrets.map(({ name, content }) => `Create Secret ${name} before you deploy it: ${content}`),
    ...leftOut.map(({ object, reason }) => `Left out: ${object}: ${reason}`),
  ];
}

function diffText({ namespace, name, topologies, drift }: TopologyDiff, style: Style): string {
  const count = (state: ObjectDrift['drift']): number => drift.filter(one => one.drift === state).length;
  return [
    ...drift.flatMap(one => [`${signOf(one, style)} ${one.title}`, ...one.differences.map(difference => `    ${differenceText(difference, style)}`)]),
    drift.length === 0
      ? `${style.green('✔')} ${style.bold(`${namespace}/${name}`)}: no difference from ${topologies.join(', ')}`
      : `${style.bold(`${namespace}/${name}`)}: ${count('missing')} missing, ${count('changed')} changed, ${count('undeclared')} undeclared`,
  ].join('\n');
}

function signOf({ drift }: ObjectDrift, style: Style): string {
  const colour = { missing: style.red, changed: style.yellow, undeclared: style.dim } as const;
  return colour[drift](drift.padEnd('undeclared'.length));
}

function differenceText({ property, declared, actual }: PropertyDifference, style: Style): string {
  const shown = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));
  return `${style.dim(property)}: declared ${shown(declared)}, actual ${shown(actual)}`;
}

function runText({ topology: topologyName, isApplied, report }: TopologyRun, style: Style): string {
  return [...report, `${isApplied ? style.green('✔') : style.red('✘')} ${style.bold(topologyName)}: ${isApplied ? 'everything is as declared' : 'not everything is as declared'}`].join('\n');
}
