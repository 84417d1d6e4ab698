import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { nameOf } from '../../src/cli/commands/command';

const SOURCE = join(__dirname, '../../src');

/** Commands in quotes in messages, without comments. */
const quoted = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).flatMap((file) => {
  const text = readFileSync(join(SOURCE, file), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  return [...text.matchAll(/"((?:rabbitmq-k8s|kubectl|rabbitmqctl|rabbitmq-queues|rabbitmq-upgrade) [^"]*)"/g)].map(([, line]) => [file, line] as const);
});

/** Commands of this program that work on one cluster, by their names. */
const ON_CLUSTER = COMMANDS.filter(({ onCluster, usage }) => onCluster ?? ['deploy', 'doctor', 'diff', 'cleanup'].includes(usage)).map(nameOf);

describe('a command in a message can be pasted', () => {
  test.each(quoted.filter(([, line]) => line.startsWith('rabbitmq-k8s ')))('%s: %s', (_, line) => {
    const [, name = ''] = line.split(' ');
    expect(COMMANDS.map(nameOf).concat('completion', '<command>', '${name}', '${text}')).toContain(name.replace(/^\$\{(?:nameOf\(entry\)|program)\}$/, 'list'));
    expect({ line, isPlaced: !ON_CLUSTER.includes(name) || line.includes('-n ${') }).toEqual({ line, isPlaced: true });
  });

  test.each(quoted.filter(([, line]) => line.startsWith('kubectl ')))('%s: %s', (_, line) => {
    expect(line).toMatch(/^kubectl (-n \$\{|label namespace NAME |get (nodes|storageclass)$)/);
  });

  test.each(quoted.filter(([, line]) => /^rabbitmq(ctl|-queues|-upgrade) /.test(line)))('%s names a tool of the brokers only as evidence: %s', (_, line) => {
    expect(line).toBe('rabbitmqctl stop_app');
  });
});
