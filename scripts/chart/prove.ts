import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { isDeepStrictEqual } from 'util';
import { tmpdir } from 'os';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { BAD_VALUE_SETS } from './bad-value-sets';
import { withDefaults } from './defaults';
import { VALUE_SETS } from './value-sets';
import { Manifest, synthesize } from './values';

/** Proves that helm makes of values what the library makes of them, and refuses what it refuses: `prove.ts HELM…`. */
const CHART = process.env.CHART ?? join(__dirname, '../../chart');
const NAMESPACE = 'messaging';
// the same for every helm, whose own idea of it differs
const KUBERNETES = '1.34.0';

type Objects = Readonly<Record<string, Manifest>>;

function byName(manifests: readonly Manifest[]): Objects {
  return Object.fromEntries(manifests.map(manifest => [`${manifest.kind} ${manifest.metadata.name}`, manifest]));
}

function template(helm: string, values: object): Objects {
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  try {
    const file = join(folder, 'values.json');
    writeFileSync(file, JSON.stringify(values));
    const text = execFileSync(helm, ['template', 'release', CHART, '--namespace', NAMESPACE, '--values', file, '--kube-version', KUBERNETES], { encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 28 });
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
  try {
    const ours = JSON.parse(JSON.stringify(byName(synthesize(withDefaults(values), NAMESPACE)))) as Objects;
    return differences('', ours, template(helm, values));
  } catch (error) {
    return [String((error as { stderr?: string }).stderr ?? error)];
  }
}

function refusedByBoth(helm: string, values: object, says: RegExp): string[] {
  const chart = complaint(() => template(helm, values));
  return [
    ...(complaint(() => synthesize(withDefaults(values), NAMESPACE)) === undefined ? ['the library takes it'] : []),
    ...(chart === undefined ? ['helm takes it'] : says.test(chart) ? [] : [`helm says: ${chart}`]),
  ];
}

function main(helms: readonly string[]): void {
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = () => true;
  let failures = 0;
  for (const helm of helms) {
    const version = execFileSync(helm, ['version', '--short'], { encoding: 'utf8' }).trim();
    const results = [
      ...Object.entries(VALUE_SETS).map(([name, values]) => [name, sameObjects(helm, values)] as const),
      ...Object.entries(BAD_VALUE_SETS).map(([name, { values, says }]) => [name, refusedByBoth(helm, values, says)] as const),
    ];
    const failed = results.filter(([, problems]) => problems.length > 0);
    failed.forEach(([name, problems]) => write(`${name}: ${problems.length} problems\n  ${problems.slice(0, 5).join('\n  ').slice(0, 3000)}\n`));
    failures += failed.length;
    process.stdout.write(`chart, helm ${version}: ${Object.keys(VALUE_SETS).length} sets of values and ${Object.keys(BAD_VALUE_SETS).length} bad ones, ${failed.length} not as the library has them\n`);
  }
  process.exitCode = failures > 0 || helms.length === 0 ? 1 : 0;
}

main(process.argv.slice(2));
