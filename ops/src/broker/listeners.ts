import type { Broker } from './broker';

/** Nodes with listeners for clients that are suspended: by `suspend_listeners`, or as the node is in maintenance mode. */
const SUSPENDED = `
lists:usort([Node || Node <- rabbit_nodes:list_running(),
  Listeners <- [rpc:call(Node, ranch, info, [])], is_map(Listeners),
  #{status := suspended} <- maps:values(Listeners)]).`;

/** The running nodes that let no client in. */
export async function suspendedNodes(broker: Broker): Promise<string[]> {
  const { value = [] } = await broker.json<{ value?: string[] }>(['rabbitmqctl', 'eval', SUSPENDED]);
  return value;
}
