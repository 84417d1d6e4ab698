import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanup } from '../../src/cli/commands/cleanup';
import { DEPLOY_OPTIONS } from '../../src/cli/commands/deploy-options';

describe('deploy.sh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));

  beforeAll(() => {
    copyFileSync(join(__dirname, '../../../deploy.sh'), join(folder, 'deploy.sh'));
    for (const [path, content] of [['ops/dist/cli/cli.js', 'console.log(JSON.stringify(process.argv.slice(2)))'], ['dist/lib/index.js', '']]) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  });
  afterAll(() => { rmSync(folder, { recursive: true }); });

  const run = (...argv: string[]): string[] => JSON.parse(execFileSync('bash', [join(folder, 'deploy.sh'), ...argv], { encoding: 'utf8' }));

  test('takes what deploy takes', () => {
    expect(run()).toEqual(['deploy']);
    expect(run('--profile', 'test', '--replicas', '3', '--ingress', 'a b')).toEqual(['deploy', '--profile', 'test', '--replicas', '3', '--ingress', 'a b']);
  });

  test('with --cleanup deletes what the same flags have deployed', () => {
    expect(run('--cleanup')).toEqual(['cleanup']);
    expect(run('--profile', 'test', '--cleanup', '--yes')).toEqual(['cleanup', '--profile', 'test', '--yes']);
    expect(run('--cleanup', '-n', 'shop', '--replicas', '3', '--image=mq:4.3.6', '--hpa', '--no-monitoring', '--delete-data')).toEqual(['cleanup', '-n', 'shop', '--delete-data']);
    expect(run('--cleanup', '--replicas')).toEqual(['cleanup']);
  });

  test('with --cleanup leaves what only deploy knows out, each of its options', () => {
    for (const [name, option] of Object.entries(DEPLOY_OPTIONS)) {
      const given = 'type' in option && option.type === 'boolean' ? [`--${name}`] : [`--${name}`, 'value'];
      expect(run('--cleanup', ...given)).toEqual(['cleanup', ...name in cleanup.options ? given : []]);
    }
  });

  test('with --cleanup lets through what is to change nothing, which cleanup refuses', () => {
    expect(run('--cleanup', '--dry-run')).toEqual(['cleanup', '--dry-run']);
  });
});
