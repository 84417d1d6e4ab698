import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramOf } from '../../ops/src/diagram/graph';
import { manifestsIn } from '../../ops/src/diagram/read';
import { overviewOf } from '../../ops/src/diagram/overview';
import { overviewSvg } from '../../ops/src/diagram/overview-svg';

const PROFILES = ['dev', 'test', 'prod'];
const SYNTHESIZED = join(__dirname, '../../dist/k8s');

/** The objects of each profile by name, with an overview picture; files by name. */
export function objectsFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  const sections: string[] = [];
  for (const profile of PROFILES) {
    const manifests = manifestsIn(readFileSync(join(SYNTHESIZED, `${profile}.k8s.yaml`), 'utf8'), profile);
    files[`${profile}.svg`] = overviewSvg(overviewOf(manifests, diagramOf(manifests)), `The ${profile} profile`);
    sections.push(
      `## ${profile}`,
      `![Lanes of the ${profile} profile: outside, entry, brokers and state; below configuration, one-time Jobs, monitoring and backup](./${profile}.svg)`,
      ['| kind | name |', '|---|---|', ...manifests.map(({ kind, metadata: { name } }) => `| ${kind} | \`${name}\` |`)].join('\n'),
    );
  }
  const head = [
    '# Objects and names',
    'The objects that each profile of `examples/` creates. Dashed boxes are not in the YAML: they are created in the cluster, or must exist. All names begin with '
    + 'the cluster name, which is its identity: another name is another cluster. `rabbitmq-k8s diagram FILE` draws any YAML; `--detail full` shows every object.',
  ];
  files['objects.md'] = `${[...head, ...sections].join('\n\n')}\n`;
  return files;
}
