import type { Broker } from './broker';
import { RUNNING_NODES } from './erlang-texts';

/**
 * Nodes with listeners for clients that are suspended: by `suspend_listeners`, or as the node is in maintenance mode.
 */
const SUSPENDED = `
lists:usort([Node || Node <- ${RUNNING_NODES},
  Listeners <- [rpc:call(Node, ranch, info, [])], is_map(Listeners),
  #{status := suspended} <- maps:values(Listeners)]).`;

/** The running nodes that let no client in. */
export async function suspendedNodes(broker: Broker): Promise<string[]> {
  const { value = [] } = await broker.json<{ value?: string[] }>(['rabbitmqctl', 'eval', SUSPENDED]);
  return value;
}
