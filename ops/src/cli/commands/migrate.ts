import { command } from './command';
import { migrateBitnamiValues, migrateDialect, type Migration } from '../../migrate/migrate';
import { sourceOf } from '../../migrate/source';
import { migrateTerraform } from '../../migrate/terraform/terraform';
import { migrateTopology } from '../../migrate/topology-resources';
import { counted } from '../../core/counted';
import { readYamlDocuments, writeYaml } from '../../core/yaml';

const NOTES = '# Check: values without a counterpart, with another meaning, or left out because the chart refuses them.';

function page({ values, notes }: Migration): string {
  const comments = notes.map(({ key, what }) => `#   ${key}: ${what}\n`);
  const title = comments.length > 0 ? `\n${NOTES}\n` : '';
  return `${writeYaml(values)}${title}${comments.join('')}`;
}

/** From another chart or operator to the chart or the constructs here. */
export const migrate = command({
  usage: 'migrate <file>',
  summary: 'Convert values or resources of other tools',
  examples: [
    ['migrate values.yaml > ours.yaml', 'values of Bitnami, CloudPirates, groundhog2k'],
    ['migrate cluster.yaml > ours.yaml', 'a RabbitmqCluster of the Cluster Operator, from kubectl get -o yaml'],
    ['migrate queues.yaml > topology.ts', 'TypeScript for resources of the Topology Operator'],
    ['migrate terraform.tfstate > topology.ts', 'TypeScript for a Terraform state; also of terraform show -json'],
    ['migrate - -o json', 'values and notes for programs'],
  ],
  positionals: { file: { type: 'string', demandOption: true, describe: 'YAML or JSON file; - is the standard input' } },
  options: { topology: { type: 'boolean', describe: 'Write TypeScript for the topology beside a RabbitmqCluster' } },
  rights: [],
  async run({ output, read, given }, { file, topology }) {
    const source = sourceOf(readYamlDocuments(await read(file), file));
    if (source.values === undefined || topology === true) {
      const adopted = source.terraform === undefined
        ? migrateTopology(source.topology)
        : migrateTerraform(source.terraform, given);
      output.document(adopted, ({ typescript }) => typescript);
      adopted.secrets.forEach(({ name, content }) => {
        output.note(`Create Secret ${name} before you deploy it: ${content}`);
      });
      adopted.leftOut.forEach(({ object, reason }) => { output.note(`Left out: ${object}: ${reason}`); });
      return undefined;
    }
    const { map, dialect, within } = source.values;
    const migration = dialect === undefined ? migrateBitnamiValues(map) : migrateDialect(map, dialect);
    output.document(migration, page);
    if (within) {
      const rest = within.others.length === 0 ? '' : `, and left out ${within.others.join(', ')}`;
      output.note(`Read the values under "${within.key}"${rest}`);
    }
    if (source.topology.length > 0) {
      output.note(`${source.topology.length} resources of a topology: run it again with --topology to write TypeScript`);
    }
    if (migration.notes.length > 0) {
      output.note(`${counted(migration.notes.length, 'note')} to check. docs/migration.md describes how to move data`);
    }
    return undefined;
  },
});
