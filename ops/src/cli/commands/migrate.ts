import { command } from './command';
import { migrateBitnamiValues, type Migration } from '../../migrate/migrate';
import { readValuesYaml, writeYaml } from '../../core/yaml';

function page({ values, notes }: Migration): string {
  const comments = notes.map(({ key, what }) => `#   ${key}: ${what}\n`);
  return `${writeYaml(values)}${comments.length > 0 ? '\n# To look at: what has no counterpart, isn\'t quite the same, or is refused here and left out.\n' : ''}${comments.join('')}`;
}

/** From another chart to the one here. */
export const migrate = command({
  usage: 'migrate <file>',
  summary: 'Prints the values of Bitnami\'s chart as this project\'s chart has them, and names what has no counterpart; asks no cluster',
  examples: [
    ['migrate values.yaml > ours.yaml', 'what there is to look at is in comments at the end; passwords are left out'],
    ['migrate - -o json', 'from the standard input; values and notes for programs'],
  ],
  positionals: { file: { type: 'string', demandOption: true, describe: 'The values file; - is the standard input' } },
  rights: [],
  async run({ output, read }, { file }) {
    const migration = migrateBitnamiValues(readValuesYaml(await read(file), file));
    output.show(migration, page);
    if (migration.notes.length > 0) {
      output.note(`${migration.notes.length} to look at; how data comes over: docs/migration.md`);
    }
    return undefined;
  },
});
