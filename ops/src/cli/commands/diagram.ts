import { writeFile } from 'node:fs/promises';
import { command } from './command';
import { STANDARD_INPUT } from './read-input';
import { diagramOf } from '../../diagram/graph';
import { manifestsIn } from '../../diagram/read';
import { svgOf } from '../../diagram/svg';
import { messageOf, UsageError } from '../../core/errors';

/** A picture of what is in YAML. */
export const diagram = command({
  usage: 'diagram <files..>',
  summary: 'Draw the objects of YAML files as SVG',
  examples: [
    ['diagram dist/k8s/prod.k8s.yaml --out prod.svg', 'dashed: objects that the YAML only refers to'],
    ['diagram - -o json', 'objects and relations for programs'],
  ],
  positionals: { files: { type: 'string', array: true, demandOption: true, describe: 'YAML files; - is the standard input' } },
  options: { out: { type: 'string', describe: 'File to write [default: the standard output]' } },
  rights: [],
  async run({ output, read }, { files, out }) {
    const manifests = (await Promise.all(files.map(async file => manifestsIn(await read(file), file)))).flat();
    if (manifests.length === 0) {
      throw new UsageError(`there is no object in ${files.join(', ')}`);
    }
    const drawn = diagramOf(manifests);
    const svg = await svgOf(drawn);
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
