import type { Broker } from './broker';
import { BrokerError } from '../core/errors';

const EXPORT_TIMEOUT_MS = 5 * 60_000;

/** One definition, as RabbitMQ writes it. */
export type Definition = Readonly<Record<string, unknown>>;

/** What a cluster is told, as `GET /api/definitions` and `rabbitmqctl export_definitions` give it. */
export interface Definitions {
  readonly rabbitmq_version?: string;
  readonly users?: readonly Definition[];
  readonly vhosts?: readonly Definition[];
  readonly permissions?: readonly Definition[];
  readonly topic_permissions?: readonly Definition[];
  readonly parameters?: readonly Definition[];
  readonly global_parameters?: readonly Definition[];
  readonly policies?: readonly Definition[];
  readonly queues?: readonly Definition[];
  readonly exchanges?: readonly Definition[];
  readonly bindings?: readonly Definition[];
}

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
