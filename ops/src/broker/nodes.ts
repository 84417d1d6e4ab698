/** The pod of a node, as its name has it. */
export function podOf(node: string): string {
  return /@([^.]+)/.exec(node)?.[1] ?? node;
}

/** Whether a node is the broker of a pod. */
export function isOf(pod: string, node: string): boolean {
  return node.startsWith(`rabbit@${pod}.`);
}
