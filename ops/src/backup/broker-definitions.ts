import { createHash, randomUUID } from 'node:crypto';
import type { Broker } from '../broker/broker';
import type { Definitions } from '../broker/definitions';
import { OperationError } from '../core/errors';

/** Queues are made one after the other, each by a vote of its members. */
const IMPORT_TIMEOUT_MS = 20 * 60_000;
const SEND_TIMEOUT_MS = 5 * 60_000;

/** Takes as many bytes as are announced, so that a connection that breaks leaves no half file that looks whole. */
const RECEIVE = 'umask 077; head -c "$1" > "$2" && sha256sum < "$2"';

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
    const output = await broker.run(['sh', '-c', RECEIVE, 'sh', String(Buffer.byteLength(content)), path], { stdin: content, timeoutMs: SEND_TIMEOUT_MS });
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
