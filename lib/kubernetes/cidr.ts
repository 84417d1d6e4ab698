import { isIP } from 'node:net';

/** Whether a text is a network, such as 192.0.2.0/24. */
export function isCidr(range: string): boolean {
  const [address, length, ...more] = range.split('/');
  return more.length === 0 && /^(0|[1-9]\d*)$/.test(length ?? '') && Number(length) <= ({ 4: 32, 6: 128 }[isIP(address)] ?? -1);
}

/** @throws if one of them is no network */
export function requireCidrs(field: string, ranges: readonly string[]): void {
  const wrong = ranges.find(range => !isCidr(range));
  if (wrong !== undefined) {
    throw new Error(`${field} has "${wrong}": it must be a network as a CIDR, such as "192.0.2.0/24"`);
  }
}
