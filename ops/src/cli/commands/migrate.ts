import { command } from './command';
import { migrateBitnamiValues, type Migration } from '../../migrate/migrate';
import { readValuesYaml, writeYaml } from '../../core/yaml';

function page({ values, notes }: Migration): string {
  const comments = notes.map(({ key, what }) => `#   ${key}: ${what}\n`);
  return `${writeYaml(values)}${comments.length > 0 ? '\n# Check: values without a counterpart, with another meaning, or left out because the schema refuses them.\n' : ''}${comments.join('')}`;
}

/** From another chart to the one here. */
export const migrate = command({
  usage: 'migrate <file>',
  summary: 'Convert values of Bitnami\'s chart to this chart',
  examples: [
    ['migrate values.yaml > ours.yaml', 'notes are comments at the end; no passwords'],
    ['migrate - -o json', 'values and notes for programs'],
  ],
  positionals: { file: { type: 'string', demandOption: true, describe: 'Values file; - is the standard input' } },
  rights: [],
  async run({ output, read }, { file }) {
    const migration = migrateBitnamiValues(readValuesYaml(await read(file), file));
    output.document(migration, page);
    if (migration.notes.length > 0) {
      output.note(`${migration.notes.length} notes to check. docs/migration.md describes how to move data`);
    }
    return undefined;
  },
});
