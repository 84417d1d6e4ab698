import { type Draft, isEmpty, isMap } from '../draft';
import { list, map, type Mapping, type Mappings, nothing, textsOf, whenOn } from './mapping';

const ISSUERS: Readonly<Record<string, string>> = {
  'cert-manager.io/cluster-issuer': 'ingress.tls.clusterIssuer',
  'cert-manager.io/issuer': 'ingress.tls.issuer',
};
/** How the class was named before it had a field. */
const CLASS = 'kubernetes.io/ingress.class';
const CONTROLLERS = ['nginx', 'traefik', 'haproxy'];

const MORE_HOSTS = 'the management UI has one host at /: write an Ingress for others in extraObjects';

/** The Ingress of the management UI; who makes its certificate is in annotations there, and in keys here. */
const ingress = whenOn((_value, draft) => {
  const theirs = draft.theirValue('ingress') as Readonly<Record<string, unknown>>;
  const { hostname = 'rabbitmq.local', ingressClassName, annotations, tls, existingSecret } = theirs;
  // one with all its keys
  draft.reading = 'ingress';
  draft.set('ingress', { enabled: true, host: hostname });
  const given = textsOf(annotations);
  setClass(isEmpty(ingressClassName) ? given[CLASS] : String(ingressClassName), draft);
  const issuer = Object.keys(ISSUERS).find(name => name in given);
  const rest = Object.entries(given).filter(([name]) => !(name in ISSUERS) && name !== CLASS);
  if (rest.length > 0) {
    draft.set('ingress.annotations', Object.fromEntries(rest));
  }
  if (tls !== true) {
    draft.set('ingress.allowPlain', true);
    draft.note('ingress.tls', 'passwords of the management UI still travel in plain text: set ingress.tls, and remove ingress.allowPlain');
    return;
  }
  if (issuer !== undefined) {
    draft.set(ISSUERS[issuer] ?? '', given[issuer]);
  }
  if (issuer === undefined || !isEmpty(existingSecret)) {
    draft.set('ingress.tls.existingSecret', isEmpty(existingSecret) ? `${String(hostname)}-tls` : existingSecret);
  }
});

function setClass(name: string | undefined, draft: Draft): void {
  if (name === undefined) {
    return;
  }
  const isKnown = CONTROLLERS.includes(name);
  draft.set('ingress.className', name);
  draft.set('ingress.controller', isKnown ? name : '');
  if (!isKnown) {
    draft.note('ingress.ingressClassName', 'set ingress.controller to nginx, traefik or haproxy if the class is one of them. '
    + 'For another one, NetworkPolicies allow its pods if ingress.allowFrom names them');
  }
}

/** The first parent of an HTTPRoute is the Gateway, and its first host that of the management UI. */
const httpRoute = map((value, draft, key) => {
  const { enabled, annotations, parentRefs, hostnames, rules } = value as Record<string, unknown>;
  if (enabled !== true) {
    return;
  }
  const [parent, ...parents] = [parentRefs].flat().filter(isMap);
  const [host, ...hosts] = [hostnames].flat();
  if (parent === undefined || isEmpty(parent.name) || isEmpty(host) || !['', 'Gateway', undefined].includes(parent.kind as string | undefined)) {
    draft.note(key, 'left out: it needs a Gateway in parentRefs and a host. Set gateway.name and gateway.management');
    return;
  }
  draft.set('gateway', {
    name: parent.name,
    ...!isEmpty(parent.namespace) && { namespace: parent.namespace },
    management: {
      enabled: true, host,
      ...!isEmpty(parent.sectionName) && { sectionName: parent.sectionName },
      ...!isEmpty(annotations) && { annotations: textsOf(annotations) },
    },
  });
  draft.note(key, 'NetworkPolicies allow the pods of the Gateway if gateway.allowFrom names them');
  const isPlain = JSON.stringify(rules ?? []).replace(/\{"matches":\[\{"path":\{"type":"PathPrefix","value":"\/"\}\}\]\}/, '') === '[]';
  if (parents.length > 0 || hosts.length > 0 || !isPlain) {
    draft.note(key, 'the HTTPRoute has one Gateway, one host and the path /: write another HTTPRoute in extraObjects');
  }
});

const moreHosts: Mapping = list((_value, draft, key) => { draft.note(key, MORE_HOSTS); });

/** Access to the management UI from outside. */
export const INGRESS_MAPPINGS: Mappings = {
  'ingress.enabled': ingress,
  'ingress.hostname': nothing,
  'ingress.ingressClassName': nothing,
  'ingress.annotations': nothing,
  'ingress.tls': nothing,
  'ingress.existingSecret': nothing,
  'ingress.extraHosts': moreHosts,
  'ingress.extraTls': moreHosts,
  httpRoute,
};
