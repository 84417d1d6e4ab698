import { execFileSync } from 'child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { isDeepStrictEqual } from 'util';
import { tmpdir } from 'os';
import { join } from 'path';
import { Chart, Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import * as lib from '../../lib';
import { BAD_VALUE_SETS, BadValues } from './bad-value-sets';
import { withDefaults } from './defaults';
import { warningsIn } from './said';
import { PROFILES, VALUE_SETS } from './value-sets';
import { Manifest, synthesize } from './values';
import { NOT_TOLD } from './warnings';

/** Proves that helm makes of values what the library makes of them, warns of what it warns of, and refuses what it refuses: `prove.ts HELM…`. */
const CHART = process.env.CHART ?? join(__dirname, '../../chart');
const NAMESPACE = 'messaging';
// the same for every helm, whose own idea of it differs
const KUBERNETES = '1.34.0';

type Objects = Readonly<Record<string, Manifest>>;

function byName(manifests: readonly Manifest[]): Objects {
  return Object.fromEntries(manifests.map(manifest => [`${manifest.kind} ${manifest.metadata.name}`, manifest]));
}

/** The chart with an object that has what helm tells who installs it, which `helm template` leaves out. */
function withNotes(folder: string): string {
  const chart = join(folder, 'chart');
  cpSync(CHART, chart, { recursive: true });
  writeFileSync(join(chart, 'templates', 'notes.yaml'), 'kind: Notes\nmetadata:\n  name: notes\nnotes: {{ include "rabbitmq.notes" . | toJson }}\n');
  return chart;
}

function template(helm: string, values: object, namespace = NAMESPACE): Objects {
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  try {
    const file = join(folder, 'values.json');
    writeFileSync(file, JSON.stringify(values));
    const text = execFileSync(helm, ['template', 'release', withNotes(folder), '--namespace', namespace, '--values', file, '--kube-version', KUBERNETES], { encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 28 });
    return byName(parseAllDocuments(text).map(document => document.toJS() as Manifest | null).filter(manifest => manifest !== null));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where two values differ, each place with both. */
function differences(path: string, library: unknown, chart: unknown): string[] {
  if (isDeepStrictEqual(library, chart)) {
    return [];
  }
  if (typeof library !== 'object' || typeof chart !== 'object' || library === null || chart === null) {
    return [`${path}: the library has ${JSON.stringify(library)}, the chart ${JSON.stringify(chart)}`];
  }
  const [ours, theirs] = [library, chart] as Record<string, unknown>[];
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap(key => differences(`${path}.${key}`, ours[key], theirs[key]));
}

function complaint(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return stderr ?? message;
  }
}

function sameObjects(helm: string, values: object): string[] {
  const { [NOTES]: notes, ...theirs } = template(helm, values);
  return [...differences('', plain(synthesize(withDefaults(values), NAMESPACE)), theirs), ...differences('warnings', warned(values), told(notes))];
}

/** The problems, one of which is that nothing came out. */
function attempted(find: () => string[]): string[] {
  try {
    return find();
  } catch (error) {
    return [String((error as { stderr?: string }).stderr ?? error)];
  }
}

const NOTES = 'Notes notes';

function plain(manifests: readonly Manifest[]): Objects {
  return JSON.parse(JSON.stringify(byName(manifests))) as Objects;
}

function warned(values: object): string[] {
  return warningsIn(withDefaults(values)).filter(({ id }) => !NOT_TOLD.includes(id)).map(({ message }) => message).sort();
}

/** The warnings in what helm tells. */
function told(notes: Manifest): string[] {
  const [, warnings = ''] = (notes as unknown as { notes: string }).notes.split('\nWarnings:\n');
  return warnings.split('\n').filter(line => line.trim() !== '').map(line => line.replace(/^ {2}- /, '')).sort();
}

const PROFILE = { dev: lib.RabbitMQProfile.DEV, test: lib.RabbitMQProfile.TEST, prod: lib.RabbitMQProfile.PROD } as const;

/** What helm alone reads. */
const KEPT = /: the library has undefined, the chart (\{"helm\.sh\/resource-policy":"keep"\}|"keep")$/;

/** Where the chart isn't what the library makes of a profile, but for what helm alone reads. */
function sameAsProfile(helm: string, name: keyof typeof PROFILE): string[] {
  const profile = PROFILE[name];
  const chart = new Chart(Testing.app(), 'chart', { namespace: profile.namespace });
  lib.RabbitMQWarnings.of(chart).silence();
  new lib.RabbitMQDeployment(chart, 'RabbitMQ', { profile, ingress: profile.hasIngress ? { management: { host: 'rabbitmq.example.com' } } : undefined });
  const { [NOTES]: notes, ...theirs } = template(helm, PROFILES[name], profile.namespace);
  const problems = notes === undefined ? ['there are no notes'] : differences('', plain(Testing.synth(chart) as Manifest[]), theirs);
  return problems.filter(problem => !KEPT.test(problem));
}

function refusedByBoth(helm: string, { values, says, isTaken }: BadValues): string[] {
  const chart = complaint(() => template(helm, values));
  return [
    ...(isTaken === undefined && complaint(() => synthesize(withDefaults(values), NAMESPACE)) === undefined ? ['the library takes it'] : []),
    ...(chart === undefined ? ['helm takes it'] : says.test(chart) ? [] : [`helm says: ${chart}`]),
  ];
}

function main(helms: readonly string[]): void {
  let failures = 0;
  for (const helm of helms) {
    const version = execFileSync(helm, ['version', '--short'], { encoding: 'utf8' }).trim();
    const results = [
      ...Object.keys(PROFILES).map(name => [`the library's profile ${name}`, attempted(() => sameAsProfile(helm, name as keyof typeof PROFILE))] as const),
      ...Object.entries(VALUE_SETS).map(([name, values]) => [name, attempted(() => sameObjects(helm, values))] as const),
      ...Object.entries(BAD_VALUE_SETS).map(([name, bad]) => [name, refusedByBoth(helm, bad)] as const),
    ];
    const failed = results.filter(([, problems]) => problems.length > 0);
    failed.forEach(([name, problems]) => process.stderr.write(`${name}: ${problems.length} problems\n  ${problems.slice(0, 5).join('\n  ').slice(0, 3000)}\n`));
    failures += failed.length;
    process.stdout.write(`chart, helm ${version}: ${Object.keys(PROFILES).length} profiles, ${Object.keys(VALUE_SETS).length} sets of values and ${Object.keys(BAD_VALUE_SETS).length} bad ones, ${failed.length} not as the library has them\n`);
  }
  process.exitCode = failures > 0 || helms.length === 0 ? 1 : 0;
}

main(process.argv.slice(2));
