/** A label of a DNS name, as a part of a regular expression. */
export const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';

const OBJECT_NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Whether a Kubernetes object can have a name. */
export function isObjectName(name: string): boolean {
  return OBJECT_NAME.test(name);
}
