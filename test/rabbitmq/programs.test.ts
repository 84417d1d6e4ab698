import { spawnSync } from 'child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { readEscript, readExpressions, readModules } from '../../lib/rabbitmq/programs';

const ROOT = join(__dirname, '../..');
const ERLANG = join(ROOT, 'erlang');
const names = (folder: string): string[] => readdirSync(join(ERLANG, folder));

describe('programs', () => {
  test.each(names('escript'))('has every file that %s includes', (file) => {
    const files = readEscript(file.replace(/\.escript$/, ''));
    expect(files[file]).toBe(readFileSync(join(ERLANG, 'escript', file), 'utf8'));
    for (const text of Object.values(files)) {
      for (const [, included] of text.matchAll(/-include\("([^"]+)"\)/g)) {
        expect(Object.keys(files)).toContain(included);
      }
    }
  });

  test('has the files of an escript that includes several', () => {
    expect(Object.keys(readEscript('back-up'))).toEqual(['back-up.escript', 'backup_format.hrl', 's3.hrl', 'broker_api.hrl', 'https.hrl']);
  });

  test('has the modules of a prefix, and no other', () => {
    expect(Object.keys(readModules('rabbitmq_membership'))).toContain('rabbitmq_membership.erl');
    expect(readModules('rabbitmq_unknown')).toEqual({});
  });

  test('throws for an unknown escript', () => {
    expect(() => readEscript('unknown')).toThrow(/unknown\.escript/);
  });

  test.each(names('eval'))('has the expressions of %s', (file) => {
    expect(readExpressions(file.replace(/\.eval$/, ''))).toEqual({ [file]: readFileSync(join(ERLANG, 'eval', file), 'utf8') });
  });

  test.each(['src', 'escript', 'include'].flatMap(folder => names(folder).map(name => `${folder}/${name}`)))('%s sends no login to where a server redirects', (file) => {
    const text = readFileSync(join(ERLANG, file), 'utf8');
    const requests = text.match(/httpc:request\(/g) ?? [];
    expect(text.match(/\{autoredirect, false\}/g) ?? []).toHaveLength(text.includes('authorization') ? requests.length : 0);
  });

  test.each(['src', 'escript', 'include', 'eval'])('has file names of %s that are valid keys of a ConfigMap', (folder) => {
    expect(names(folder).filter(name => !/^[-._a-zA-Z0-9]+$/.test(name))).toEqual([]);
  });
});

describe('packed library', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'packed-'))));
  afterEach(() => { rmSync(folder, { recursive: true }); });

  test('reads its programs from its own package', () => {
    const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
    for (const path of ['package.json', 'dist/lib/rabbitmq/programs.js', ...files.filter(file => file.startsWith('erlang'))]) {
      expect(existsSync(join(ROOT, path))).toBe(true);
      cpSync(join(ROOT, path), join(folder, 'node_modules/cdk8s-rabbitmq', path), { recursive: true });
    }
    const script = 'const { readEscript, readExpressions, readModules } = require("./node_modules/cdk8s-rabbitmq/dist/lib/rabbitmq/programs.js");'
      + 'console.log(Object.keys({ ...readEscript("exporter"), ...readExpressions("start-membership"), ...readModules("rabbitmq_membership") }).join(" "))';
    const { stdout, stderr } = spawnSync('node', ['-e', script], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^exporter\.escript json\.hrl .*https\.hrl .* start-membership\.eval rabbitmq_membership\.erl/);
  });
});
