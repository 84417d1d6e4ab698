import { isObjectName, LABEL } from '../validation/object-name';

const DNS_NAME = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})+$`);

const IP_ADDRESS = /^[\d.]+$|^[\da-f]*:[\da-f:]*:[\da-f.]*$/i;

const NAMESPACE = new RegExp(`^${LABEL}$`);

/** @throws if a namespace is no DNS label */
export function requireNamespace(field: string, namespace: string): void {
  if (!NAMESPACE.test(namespace)) {
    throw new Error(`${field} is ${JSON.stringify(namespace)}: use up to 63 lower-case letters, digits and "-", starting and ending with a letter or digit`);
  }
}

const DOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);

/** @throws if no Kubernetes object can have a name */
export function requireObjectName(field: string, name: string): void {
  if (!isObjectName(name)) {
    throw new Error(`${field} is "${name}": use lower-case letters, digits, "-" and ".", starting and ending with a letter or digit`);
  }
}

/** @throws if a domain is no DNS domain */
export function requireDomain(field: string, domain: string): string {
  if (!DOMAIN.test(domain)) {
    throw new Error(`${field} is "${domain}": it must be a DNS domain in lower case without a dot at the end, such as "cluster.local"`);
  }
  return domain;
}

/** @throws if a host is no DNS name of several labels, or has a wildcard where none may be */
export function requireHost(field: string, host: string, { wildcard = false } = {}): void {
  if (!DNS_NAME.test(host) || host.length > 253 || IP_ADDRESS.test(host) || (!wildcard && host.startsWith('*'))) {
    throw new Error(`${field} is "${host}": it must be a DNS name in lower case, such as "mq.example.com"${wildcard ? ' or "*.example.com"' : ', without a scheme, port or wildcard'}`);
  }
}

const CERTIFIED_NAME = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})*$`);

/** @throws if a certificate can't be for a name */
export function requireCertifiedName(field: string, name: string): void {
  if (IP_ADDRESS.test(name)) {
    throw new Error(`${field} has "${name}": clients do not look for an IP address among the DNS names of a certificate. `
      + 'Use a host name');
  }
  if (!CERTIFIED_NAME.test(name) || name.length > 253) {
    throw new Error(`${field} has "${name}": it must be a DNS name in lower case, such as "mq.example.com" or "*.example.com"`);
  }
}
