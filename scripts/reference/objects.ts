import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramOf } from '../../ops/src/diagram/graph';
import { manifestsIn } from '../../ops/src/diagram/read';
import { svgOf } from '../../ops/src/diagram/svg';

const PROFILES = ['dev', 'test', 'prod'];
const SYNTHESIZED = join(__dirname, '../../dist/k8s');

/** The objects of each profile by name, with a picture of how they hang together; files by name. */
export async function objectsFiles(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const sections: string[] = [];
  for (const profile of PROFILES) {
    const manifests = manifestsIn(readFileSync(join(SYNTHESIZED, `${profile}.k8s.yaml`), 'utf8'), profile);
    files[`${profile}.svg`] = await svgOf(diagramOf(manifests));
    sections.push(
      `## ${profile}`,
      `![The objects of the ${profile} profile and how they hang together](./${profile}.svg)`,
      ['| kind | name |', '|---|---|', ...manifests.map(({ kind, metadata: { name } }) => `| ${kind} | \`${name}\` |`)].join('\n'),
    );
  }
  const head = [
    '# Objects and names',
    'What each profile of `examples/` makes. Dashed is what is made in the cluster, or has to be there. Every name begins with that of the cluster, which is '
    + 'its identity: another one is another cluster. `rabbitmq-k8s diagram FILE` draws the same of any YAML.',
  ];
  files['objects.md'] = `${[...head, ...sections].join('\n\n')}\n`;
  return files;
}
