/** Who may reach the brokers' pods, and whom they may reach. Peers are let in by `cluster.connections`. */
export interface RabbitMQNetworkPolicy {
  /**
   * Whether there is a NetworkPolicy. With one, the ports between brokers are open to the cluster's own pods only, and client
   * ports to those that were let in.
   * @default - true where there are several brokers, or `production` is set: a single broker on a laptop has none
   */
  readonly enabled?: boolean;
  /**
   * The ports of the API server, behind its Service too, for what has to ask it: the Job that makes Secrets, and brokers up to 4.0.
   * @default [443, 6443]
   */
  readonly apiServerPorts?: number[];
}

/** `RabbitMQNetworkPolicy` with the defaults in place. */
export interface ResolvedNetworkPolicy {
  readonly enabled: boolean;
  readonly apiServerPorts: readonly number[];
}

/** @throws if a port isn't one */
export function resolveNetworkPolicy(props: RabbitMQNetworkPolicy = {}, cluster: { replicas: number; production: boolean }): ResolvedNetworkPolicy {
  const apiServerPorts = props.apiServerPorts ?? [443, 6443];
  for (const port of apiServerPorts) {
    requirePort('networkPolicy.apiServerPorts', port);
  }
  return { enabled: props.enabled ?? (cluster.replicas > 1 || cluster.production), apiServerPorts };
}

/** @throws if a number is no port's */
export function requirePort(field: string, port: number): void {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${field} has ${port}: a port is a whole number from 1 to 65535`);
  }
}
