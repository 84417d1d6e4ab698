import { BAD_VALUE_SETS } from './proof/bad-value-sets';
import { problems, profileProblems, refusalProblems } from './proof/check';
import { Helm } from './proof/helm';
import { pairwise } from './proof/pairs';
import { randomProblems } from './proof/random';
import { PROFILES, VALUE_SETS } from './proof/value-sets';

/**
 * Proves that helm makes of values what the library makes of them, warns as it does, and refuses what it refuses:
 * `verify.ts HELM…`. COUNT is the number of random sets, SEED where they start.
 */
// a change is proven by the same sets each time; more are drawn by COUNT and SEED
const COUNT = Number(process.env.COUNT ?? 20);
const SEED = Number(process.env.SEED ?? 1);
/** The names of what is checked, for work on the chart. */
const ONLY = new RegExp(process.env.ONLY ?? '');
const AT_ONCE = 2;

type Check = readonly [name: string, run: () => Promise<string[]>];

async function failuresOf(checks: readonly Check[]): Promise<number> {
  const left = [...checks];
  let failures = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [name, run] = next;
      const found = await run().catch((error: unknown) => [String(error)]);
      if (found.length > 0) {
        failures++;
        process.stderr.write(`${name}: ${found.length} problems\n  ${found.slice(0, 6).join('\n  ').slice(0, 3000)}\n`);
      }
    }
  }));
  return failures;
}

async function main(executables: readonly string[]): Promise<void> {
  const helms = executables.map(executable => new Helm(executable));
  const pairs = process.env.ONLY === undefined ? await pairwise() : [];
  const groups: Readonly<Record<string, readonly Check[]>> = {
    profiles: Object.keys(PROFILES).map(name => [`profile ${name}`, () => profileProblems(helms, name as keyof typeof PROFILES)] as const),
    'fixed sets': Object.entries(VALUE_SETS).map(([name, values]) => [name, () => problems(helms, values)] as const),
    refusals: Object.entries(BAD_VALUE_SETS).map(([name, bad]) => [name, () => refusalProblems(helms, bad)] as const),
    'sets for all pairs of options': pairs.map(values => [JSON.stringify(values), () => problems(helms, values)] as const),
    [`random sets with seed ${SEED}`]: COUNT === 0 ? [] : [[`random sets, seed ${SEED}`, () => randomProblems(helms, COUNT, SEED)]],
  };
  let failures = 0;
  for (const [name, all] of Object.entries(groups)) {
    const checks = all.filter(([check]) => ONLY.test(check));
    const failed = await failuresOf(checks);
    const count = name.startsWith('random') ? checks.length * COUNT : checks.length;
    process.stdout.write(`chart: ${count} ${name}, ${failed} with differences from the library\n`);
    failures += failed;
  }
  helms.forEach((helm) => { helm.close(); });
  process.exitCode = failures > 0 || helms.length === 0 ? 1 : 0;
}

void main(process.argv.slice(2));
