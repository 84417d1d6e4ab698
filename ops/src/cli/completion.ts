import { clustersIn } from './target';
import { type Command, nameOf } from './commands/command';
import { bounded } from '../core/abort';
import { brokerPods } from '../broker/brokers';
import type { ConnectOptions, KubernetesConnection } from '../kubernetes/connection';

/** How long completion asks the API server, in milliseconds: nobody waits longer for a key press. */
const TIMEOUT_MS = 3_000;

/** What a word can name. */
type Name = 'namespace' | 'clusterName' | 'context' | 'pod' | 'node';

const OPTIONS: Readonly<Record<string, Name>> = {
  '-n': 'namespace',
  '--namespace': 'namespace',
  '--allow-namespace': 'namespace',
  '-c': 'clusterName',
  '--cluster-name': 'clusterName',
  '--context': 'context',
  '--pod': 'pod',
  '--lost': 'pod',
  '--off-node': 'node',
};

/** Options whose values are files, which the shell completes. */
const FILES: readonly string[] = ['--values', '--kubeconfig', '--key-file', '--out', '--to', '--from'];

/**
 * The names that complete the last word of a command line, by the API server. Undefined if the word is no name:
 * commands and options complete without it.
 *
 * @param words the command line, program name first
 */
export async function completedNames(
  words: readonly string[],
  commands: readonly Command[],
  connect: (options: ConnectOptions) => Promise<KubernetesConnection>,
): Promise<string[] | undefined> {
  const current = words.at(-1) ?? '';
  const previous = words.at(-2) ?? '';
  if (FILES.includes(previous)) {
    return [];
  }
  const entry = commands.find(command => words.slice(1, -1).includes(nameOf(command)));
  const isNode = entry !== undefined && 'node' in entry.positionals && previous === nameOf(entry) && !current.startsWith('-');
  const wanted = OPTIONS[previous] ?? (isNode ? 'node' : undefined);
  if (wanted === undefined) {
    return undefined;
  }
  try {
    const connection = await connect({ kubeconfig: valueOf(words, '--kubeconfig'), context: valueOf(words, '--context') });
    const controller = bounded([], TIMEOUT_MS);
    const names = await namesOf(wanted, connection.within(controller.signal), words).finally(() => {
      controller.abort();
    });
    return names.filter(name => name.startsWith(current)).sort();
  } catch {
    // a message in the middle of a command line helps nobody
    return [];
  }
}

async function namesOf(wanted: Name, connection: KubernetesConnection, words: readonly string[]): Promise<string[]> {
  const namespace = valueOf(words, '-n', '--namespace') ?? connection.namespace ?? 'default';
  switch (wanted) {
    case 'namespace': return (await connection.core.listNamespace()).items.map(({ metadata }) => metadata?.name ?? '');
    case 'clusterName': return (await clustersIn(connection, namespace)).map(({ name }) => name);
    case 'context': return connection.config.getContexts().map(({ name }) => name);
    case 'node': return (await connection.core.listNode()).items.map(({ metadata }) => metadata?.name ?? '');
    case 'pod': {
      const name = valueOf(words, '-c', '--cluster-name');
      const clusters = name === undefined ? await clustersIn(connection, namespace) : [{ namespace, name }];
      return (await Promise.all(clusters.map(async cluster => brokerPods(connection, cluster)))).flat().map(({ metadata }) => metadata?.name ?? '');
    }
  }
}

function valueOf(words: readonly string[], ...options: string[]): string | undefined {
  const at = words.findIndex((word, i) => options.includes(word) && i < words.length - 2);
  return at === -1 ? undefined : words[at + 1];
}
