import { createHash, randomUUID } from 'node:crypto';
import type { Definitions } from './definitions';
import type { Broker } from '../broker/broker';
import { BrokerError, OperationError } from '../core/errors';

/** Queues are made one after the other, each by a vote of its members. */
const IMPORT_TIMEOUT_MS = 20 * 60_000;
const EXPORT_TIMEOUT_MS = 5 * 60_000;

/** Takes as many bytes as are announced, so that a connection that breaks leaves no half file that looks whole. */
const RECEIVE = 'umask 077; head -c "$1" > "$2" && sha256sum < "$2"';

/** What a broker defines, by its own command line tool: no password is needed. */
export async function exportDefinitions(broker: Broker): Promise<Definitions> {
  const output = await broker.run(['rabbitmqctl', '--silent', 'export_definitions', '-', '--format', 'json'], { timeoutMs: EXPORT_TIMEOUT_MS });
  try {
    return JSON.parse(output) as Definitions;
  } catch (error) {
    // without the output, which has password hashes in it
    throw new BrokerError(`${broker.pod} gave definitions that are no JSON, ${output.length} characters`, { cause: (error as Error).name });
  }
}

const SIZE_HINT = 'proplists:get_value(target_cluster_size_hint, application:get_env(rabbit, cluster_formation, []), 1).';

/** How many brokers RabbitMQ expects to run: while fewer do, an import skips queues and bindings without an error. */
export async function expectedBrokers(broker: Broker): Promise<number> {
  return Number(await broker.run(['rabbitmqctl', '--silent', 'eval', SIZE_HINT], { isRead: true }));
}

/** Definitions that are in a broker's pod as a file, whole and checked, and not imported yet. */
export interface SentDefinitions {
  import(): Promise<void>;
  /** Removes the file. */
  remove(): Promise<void>;
}

/** Sends definitions to a broker; nothing is imported. */
export async function sendDefinitions(broker: Broker, definitions: Definitions): Promise<SentDefinitions> {
  const content = JSON.stringify(definitions);
  const path = `/tmp/restore-${randomUUID()}.json`;
  const remove = async (): Promise<void> => {
    await broker.exec(['rm', '-f', path]);
  };
  try {
    const output = await broker.run(['sh', '-c', RECEIVE, 'sh', String(Buffer.byteLength(content)), path], { stdin: content, timeoutMs: EXPORT_TIMEOUT_MS });
    if (!output.startsWith(createHash('sha256').update(content).digest('hex'))) {
      throw new OperationError(`what arrived in ${broker.pod} isn't what was sent: try again`);
    }
  } catch (error) {
    await remove().catch(() => undefined);
    throw error;
  }
  return {
    import: async () => {
      await broker.run(['rabbitmqctl', '--silent', 'import_definitions', path, '--format', 'json'], { timeoutMs: IMPORT_TIMEOUT_MS });
    },
    remove,
  };
}
