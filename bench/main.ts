import { cpus, loadavg } from 'os';
import { coldSynth } from './cold-synth';
import { imports } from './imports';
import { scale } from './scale';

const [load] = loadavg();
process.stdout.write(`Node.js ${process.version}, ${cpus().length} processors, load ${load.toFixed(1)} at the start\n\n`);
for (const measurement of [coldSynth, imports, scale]) {
  process.stdout.write(`${measurement()}\n`);
}
