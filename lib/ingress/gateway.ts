/** A Gateway that routes attach to. */
export interface RabbitMQGatewayOptions {
  /** Its name. */
  readonly name: string;
  /**
   * Its namespace.
   * @default - that of the routes
   */
  readonly namespace?: string;
  /**
   * The listener of it, by name.
   * @default - all that take routes of the kind and host
   */
  readonly sectionName?: string;
}

/** As a route refers to it. */
export function parentRef(
  { name, namespace, sectionName }: RabbitMQGatewayOptions,
): { group: string; kind: string; name: string; namespace?: string; sectionName?: string } {
  return { group: 'gateway.networking.k8s.io', kind: 'Gateway', name, namespace, sectionName };
}
