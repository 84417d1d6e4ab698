import { RabbitMQPermissionOptions } from './user-props';
import { isRegularExpression } from '../../validation/regular-expression';

export const RIGHTS = ['configure', 'write', 'read'] as const;

/** One of the rights of a permission. */
export type Right = (typeof RIGHTS)[number];

/** @throws if a broker would refuse it */
export function requirePermission(user: string, vhost: string, permission: RabbitMQPermissionOptions): void {
  if (permission.vhost === '') {
    throw new Error('permissions has the vhost "": it must be the name of a virtual host. The default one is "/"');
  }
  for (const right of RIGHTS) {
    requirePattern(`permissions.${right} of user "${user}" in virtual host "${vhost}"`, permission[right]);
  }
}

/** @throws if a pattern is not a regular expression */
export function requirePattern(option: string, pattern: string | undefined): void {
  if (pattern !== undefined && (/[\r\n]/.test(pattern) || !isRegularExpression(pattern))) {
    throw new Error(`${option} is "${pattern}": it must be a regular expression of names, such as "^web\\." or ".*"`);
  }
}
