import { existsSync } from 'fs';
import { join } from 'path';
import { ROOT, run } from './child';
import { formatTable, median, milliseconds } from './figures';

const RUNS = 9;
const COMPILED = join(ROOT, 'dist/lib/index.js');

/** Loads modules one after the other and prints how long each took beyond those before it. */
const LOAD = `
  const times = process.argv.slice(1).map((module) => {
    const start = performance.now();
    require(module);
    return performance.now() - start;
  });
  console.log(JSON.stringify(times));
`;

/** What the compiled package adds to the time that its peers take to load. */
export function imports(): string {
  if (!existsSync(COMPILED)) {
    throw new Error('there is no dist/lib, whose import is to be measured: run "npm run build" first');
  }
  const modules = ['constructs', 'cdk8s', 'cdk8s-plus-28', COMPILED];
  const times = Array.from({ length: RUNS }, () => JSON.parse(run([process.execPath, '-e', LOAD, ...modules])) as number[]);
  const medians = modules.map((_, index) => median(times.map(time => time[index])));
  return formatTable(`Import in a fresh process, median of ${RUNS}`, ['', 'beyond those before it'], modules.map((module, index) =>
    [module === COMPILED ? 'cdk8s-rabbitmq' : module, milliseconds(medians[index])]));
}
