/**
 * How the names of queues begin that this program declares: for its test message, for PerfTest and for
 * rehearsals. They expire.
 */
export const OWN_QUEUES = 'rabbitmq-k8s.';

/** Whether this program declares a queue of that name. */
export function isOwnQueue({ name }: { readonly name?: unknown }): boolean {
  return typeof name === 'string' && name.startsWith(OWN_QUEUES);
}
