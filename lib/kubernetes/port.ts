/** The range of node ports, unless the API server has another `--service-node-port-range`. */
const NODE_PORTS = { from: 30_000, to: 32_767 };

/** Whether a number is a port. */
export function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 65_535;
}

/**
 * @param verb `has` where the field holds several
 * @throws if it isn't a port
 */
export function requirePort(field: string, value: number, verb: 'is' | 'has' = 'is'): void {
  if (!isPort(value)) {
    throw new Error(`${field} ${verb} ${value}: it must be a whole number from 1 to 65535`);
  }
}

/** Whether a port is outside the range from which most API servers allow node ports. */
export function isUnusualNodePort(value: number): boolean {
  return isPort(value) && (value < NODE_PORTS.from || value > NODE_PORTS.to);
}

/** What an unusual node port leads to, for messages. */
export const UNUSUAL_NODE_PORT = `most API servers allow node ports from ${NODE_PORTS.from} to ${NODE_PORTS.to} only. Use one of those, or acknowledge the warning if --service-node-port-range has it`;
