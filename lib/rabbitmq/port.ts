/** A port that a broker listens on for clients. */
export interface Port {
  /** The name in containers and Services. */
  readonly name: string;
  readonly number: number;
  readonly appProtocol: string;
  /** The configuration key that sets it. */
  readonly key: string;
  readonly isTls: boolean;
}

/** The ports between brokers, which no client needs: the port mapper's and Erlang distribution's. */
export const INTERNAL_PORTS = { epmd: 4369, 'cluster-rpc': 25672 } as const;

/**
 * The port of AMQP that probes connect to and that applications bind to: the plain one where it is open,
 * which comes first.
 */
export function amqpPort(ports: readonly Port[]): Port {
  return ports[0];
}
