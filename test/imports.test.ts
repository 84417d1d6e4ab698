import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..');
const CRUISER = join(ROOT, 'node_modules', '.bin', 'depcruise');
const RULES = join(ROOT, '.dependency-cruiser.cjs');

interface Violation { from: string; to: string; rule: { name: string } }

/** What the import rules report about source files, as "file: rule". */
function violations(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    for (const [name, text] of Object.entries({ 'lib/index.ts': '', 'ops/src/index.ts': '', ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { stdout, stderr } = spawnSync(CRUISER, ['lib', 'ops/src', '--config', RULES, '--output-type', 'json'], { cwd: folder, encoding: 'utf8' });
    if (!stdout.startsWith('{')) {
      throw new Error(stderr);
    }
    const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
    return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const A = 'export interface A { readonly a: string }\n';

describe('import rules', () => {
  test('accept imports from folders below and from the cluster interface', () => {
    expect(violations({
      'lib/kubernetes/a.ts': A,
      'lib/cluster/interface/a.ts': 'import type { A } from \'../../kubernetes/a\';\nexport type B = A;\n',
      'lib/cluster/cluster.ts': 'import type { B } from \'./interface/a\';\nexport type C = B;\n',
      'lib/monitoring/a.ts': 'import type { B } from \'../cluster/interface/a\';\nexport type C = B;\n',
      'lib/deployment/a.ts': 'import type { C } from \'../cluster/cluster\';\nexport type D = C;\n',
      'ops/src/core/a.ts': A,
      'ops/src/cli/a.ts': 'import type { A } from \'../core/a\';\nexport type B = A;\n',
    })).toEqual([]);
  });

  test('refuse upward imports, cycles of types, and ways around the cluster interface', () => {
    expect(violations({
      'lib/deployment/a.ts': A,
      'lib/cluster/cluster.ts': 'import type { A } from \'../deployment/a\';\nexport type B = A;\n',
      'lib/monitoring/a.ts': 'import type { B } from \'../cluster/cluster\';\nexport type C = B;\n',
      'lib/cluster/model.ts': 'export type M = string;\n',
      'lib/cluster/interface/a.ts': 'import type { M } from \'../model\';\nexport type N = M;\n',
      'lib/validation/a.ts': 'import type { B } from \'./b\';\nexport interface A { readonly b: B }\n',
      'lib/validation/b.ts': 'import type { A } from \'./a\';\nexport interface B { readonly a?: A }\n',
      'lib/kubernetes/a.ts': 'import type { A } from \'../../ops/src/core/a\';\nexport type B = A;\n',
      'lib/elsewhere/a.ts': 'import type { A } from \'../deployment/a\';\nexport type B = A;\n',
      'ops/src/core/a.ts': A,
      'ops/src/kubernetes/a.ts': 'import type { A } from \'../cli/a\';\nexport type B = A;\n',
      'ops/src/cli/a.ts': A,
    })).toEqual([
      'lib/cluster/cluster.ts: lib: nothing below deployment imports it',
      'lib/cluster/interface/a.ts: the cluster interface imports nothing of the cluster except its connections',
      'lib/elsewhere/a.ts: lib: each folder is in the folder order',
      'lib/kubernetes/a.ts: the library never imports ops',
      'lib/monitoring/a.ts: only deployment imports RabbitMQCluster',
      'lib/validation/a.ts: no import cycle',
      'ops/src/kubernetes/a.ts: ops/src: nothing below cli imports it',
    ]);
  });
});
