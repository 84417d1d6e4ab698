const QUALIFIED = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/;

/** The problem of a class of load balancers, which Kubernetes accepts with a domain only. */
export function loadBalancerClassProblem(field: string, name: string): string | undefined {
  return QUALIFIED.test(name) ? undefined : `${field} is "${name}": it must be a name with a domain prefix, such as "example.com/internal"`;
}
