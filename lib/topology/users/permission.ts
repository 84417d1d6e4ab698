import { RabbitMQPermission } from './user-props';
import { isRegularExpression } from '../../validation/regular-expression';

const RIGHTS = ['configure', 'write', 'read'] as const;

/** @throws if a broker would refuse it */
export function requirePermission(permission: RabbitMQPermission): void {
  if (permission.vhost === '') {
    throw new Error('permissions has the vhost "": a virtual host has a name; that of the first is "/"');
  }
  for (const right of RIGHTS) {
    const expression = permission[right];
    if (expression !== undefined && (/[\r\n]/.test(expression) || !isRegularExpression(expression))) {
      throw new Error(`permissions.${right} is "${expression}": it must be a regular expression of names, such as "^web\\." or ".*"`);
    }
  }
}
