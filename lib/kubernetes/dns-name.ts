const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const DNS_NAME = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})+$`);

/** @throws if a host is no DNS name of several labels, or has a wildcard where none may be */
export function requireHost(field: string, host: string, { wildcard = false } = {}): void {
  if (!DNS_NAME.test(host) || host.length > 253 || /^[\d.]+$/.test(host) || (!wildcard && host.startsWith('*'))) {
    throw new Error(`${field} is "${host}": it must be a DNS name in lower case, such as "mq.example.com"${wildcard ? ' or "*.example.com"' : ', without a scheme, port or wildcard'}`);
  }
}
