import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completionScript } from '../../src/cli/completion-script';

/** What bash completes, in a folder with one file, where the program answers with `answer`. */
function completed(answer: string, words: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  const script = join(folder, 'script');
  writeFileSync(script, [
    `rabbitmq-k8s() { printf '%s' "$ANSWER"; }`,
    completionScript('rabbitmq-k8s', '/bin/bash'),
    `COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))`,
    '_rabbitmq_k8s; printf "%s\\n" "${COMPREPLY[@]}"; complete -p rabbitmq-k8s',
  ].join('\n'));
  return execFileSync('bash', [script], { env: { ...process.env, ANSWER: answer } }).toString().trimEnd().split('\n');
}

test('bash completes what the program offers and begins as the word does', () => {
  expect(completed('shop\nshipping\nother\n', ['rabbitmq-k8s', 'status', '-n', 'sh']).slice(0, -1)).toEqual(['shop', 'shipping']);
});

test('bash completes files where the program offers nothing', () => {
  const [none, rule] = completed('', ['rabbitmq-k8s', 'deploy', '--values', '']);
  expect(none).toBe('');
  expect(rule).toContain('-o default -F _rabbitmq_k8s rabbitmq-k8s');
});

test('zsh completes files where the program offers nothing', () => {
  expect(completionScript('rabbitmq-k8s', '/usr/bin/zsh')).toMatch(/^# .*\n#compdef rabbitmq-k8s\n[^]*_describe values found\n {2}else\n {4}_files\n/);
});
