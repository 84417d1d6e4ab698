import { type Draft, isEmpty, isMap } from './draft';

const ISSUERS: Readonly<Record<string, string>> = {
  'cert-manager.io/cluster-issuer': 'ingress.tls.clusterIssuer',
  'cert-manager.io/issuer': 'ingress.tls.issuer',
};
const CONTROLLERS = ['nginx', 'traefik', 'haproxy'];

/** The Ingress of the management UI; who makes its certificate is in annotations there, and in keys here. */
export function ingress(draft: Draft): void {
  const theirs = draft.theirValue('ingress');
  if (!isMap(theirs) || theirs.enabled !== true) {
    return;
  }
  const { hostname = 'rabbitmq.local', ingressClassName, annotations, tls, existingSecret } = theirs;
  draft.set('ingress', { enabled: true, host: hostname });
  if (typeof ingressClassName === 'string' && ingressClassName !== '') {
    draft.set('ingress.className', ingressClassName);
    draft.set('ingress.controller', CONTROLLERS.includes(ingressClassName) ? ingressClassName : '');
  }
  const given = Object.entries(isMap(annotations) ? annotations : {}).map(
    ([name, value]) => [name, String(value)] as const,
  );
  const issuer = given.find(([name]) => name in ISSUERS);
  const rest = given.filter(([name]) => !(name in ISSUERS));
  if (rest.length > 0) {
    draft.set('ingress.annotations', Object.fromEntries(rest));
  }
  if (tls !== true) {
    draft.set('ingress.allowPlain', true);
    draft.note('ingress.tls', 'passwords of the management UI still travel in plain text: set ingress.tls, and remove ingress.allowPlain');
    return;
  }
  if (issuer !== undefined) {
    draft.set(ISSUERS[issuer[0]], issuer[1]);
  }
  if (issuer === undefined || !isEmpty(existingSecret)) {
    draft.set('ingress.tls.existingSecret', isEmpty(existingSecret) ? `${String(hostname)}-tls` : existingSecret);
  }
}
