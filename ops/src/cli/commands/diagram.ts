import { writeFile } from 'node:fs/promises';
import { command } from './command';
import { STANDARD_INPUT } from './read-input';
import { diagramOf } from '../../diagram/graph';
import { overviewOf } from '../../diagram/overview';
import { overviewSvg } from '../../diagram/overview-svg';
import { manifestsIn } from '../../diagram/read';
import { svgOf } from '../../diagram/svg';
import { messageOf, UsageError } from '../../core/errors';

/** Draws the objects of YAML files. */
export const diagram = command({
  usage: 'diagram <files..>',
  summary: 'Draw the objects of YAML files as SVG',
  examples: [
    ['diagram dist/k8s/prod.k8s.yaml --out prod.svg', 'about 20 boxes, grouped by purpose'],
    ['diagram dist/k8s/prod.k8s.yaml --detail full --out prod.svg', 'every object and reference'],
    ['diagram - -o json', 'objects and relations for programs'],
  ],
  positionals: { files: { type: 'string', array: true, demandOption: true, describe: 'YAML files; - is the standard input' } },
  options: {
    detail: { choices: ['overview', 'full'] as const, default: 'overview', describe: 'Objects grouped by purpose, or every object' },
    out: { type: 'string', describe: 'File to write [default: the standard output]' },
  },
  rights: [],
  async run({ output, read }, { files, out, detail }) {
    const manifests = (await Promise.all(files.map(async file => manifestsIn(await read(file), file)))).flat();
    if (manifests.length === 0) {
      throw new UsageError(`no Kubernetes object found in ${files.join(', ')}`);
    }
    const drawn = diagramOf(manifests);
    const svg = detail === 'full' ? await svgOf(drawn) : overviewSvg(overviewOf(manifests, drawn));
    if (out === undefined || out === STANDARD_INPUT) {
      output.document(drawn, () => svg);
    } else {
      await write(out, svg);
      output.note(`${out}: ${drawn.objects.length} objects, ${drawn.relations.length} relations`);
    }
    return undefined;
  },
});

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`${file} can't be written: ${messageOf(error)}`);
  }
}
