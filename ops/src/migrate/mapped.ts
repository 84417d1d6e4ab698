import { type Draft, isEmpty, isMap } from './draft';
import { imageTag, registry, repository } from './image';
import { configurationLines, pluginList } from './texts';

/** Carries a value over. */
export type Take = (value: unknown, draft: Draft, key: string) => void;

const to = (path: string): Take => (value, draft) => { draft.set(path, value); };

/** Takes a value where it is of a kind, and otherwise says that it isn't. */
const where = (is: (value: unknown) => boolean, kind: string, take: Take): Take => (value, draft, key) => {
  if (is(value)) {
    take(value, draft, key);
  } else {
    draft.note(key, `left out: it has to be a ${kind}`);
  }
};
const list = (take: Take): Take => where(Array.isArray, 'list', take);
const scalar = (take: Take): Take => where(value => typeof value !== 'object', 'text', take);

const text = (path: string): Take => scalar((value, draft) => { draft.set(path, String(value)); });

const texts = (path: string): Take => where(value => isMap(value) && Object.values(value).every(each => typeof each !== 'object'), 'map of texts', (value, draft) => {
  const given = Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, String(each)]));
  draft.set(path, { ...draft.ourValue(path) as object | undefined, ...given });
});
const nothing: Take = () => undefined;
const whenOn = (take: Take): Take => (value, draft, key) => {
  if (value === true) {
    take(value, draft, key);
  }
};

/** Where nothing is said, the number of brokers decides. */
const whenOff = (path: string): Take => (value, draft) => {
  if (value === false) {
    draft.set(path, false);
  }
};

const pullSecrets = list((value, draft) => {
  const names = (value as unknown[]).map(entry => (isMap(entry) ? entry.name : entry));
  draft.set('image.pullSecrets', names);
});

const keyOr = (usual: string, given: unknown): unknown => (isEmpty(given) ? usual : given);

/** A Secret of the other chart's has the password alone. */
const passwordSecret: Take = (value, draft, key) => {
  draft.set('credentials.existingSecret', value);
  draft.set('credentials.passwordKey', keyOr('rabbitmq-password', draft.theirValue('auth.existingSecretPasswordKey')));
  draft.note(key, 'the Secret has to have the user\'s name too, under credentials.usernameKey ("username")');
};

const cookieSecret: Take = (value, draft) => {
  draft.set('credentials.existingErlangCookieSecret', value);
  draft.set('credentials.erlangCookieKey', keyOr('rabbitmq-erlang-cookie', draft.theirValue('auth.existingSecretErlangKey')));
};

const tls: Take = (_value, draft, key) => {
  draft.set('tls.enabled', true);
  if (isEmpty(draft.theirValue('auth.tls.existingSecret'))) {
    draft.note(key, 'cert-manager makes the certificate, by tls.issuer, or name a Secret in tls.existingSecret');
  }
};

const name: Take = (value, draft, key) => {
  draft.set('cluster.name', value);
  draft.note(key, 'while the old release is in the same namespace, take another name: objects would meet');
};

const replicas = scalar((value, draft, key) => {
  if (Number(value) >= 1 && Number(value) <= 9) {
    draft.set('cluster.replicaCount', Number(value));
  } else {
    draft.note(key, 'the chart has 1 to 9 brokers');
  }
});

const SPREAD: Readonly<Record<string, string>> = { soft: 'preferred', hard: 'required' };

const zones = list((value, draft, key) => {
  for (const { topologyKey, whenUnsatisfiable } of (value as unknown[]).filter(isMap)) {
    if (topologyKey === 'topology.kubernetes.io/zone') {
      draft.set('scheduling.zoneSpread', whenUnsatisfiable === 'ScheduleAnyway' ? 'preferred' : 'required');
    } else {
      draft.note(key, 'scheduling.zoneSpread uses topology.kubernetes.io/zone, and nodeSpread the node; another topology key has no counterpart');
    }
  }
});

const accessModes = list((value, draft, key) => {
  const [mode] = value as string[];
  if (['ReadWriteOnce', 'ReadWriteOncePod'].includes(mode)) {
    draft.set('persistence.accessModes', [mode]);
  } else {
    draft.note(key, 'each broker has a volume of its own: ReadWriteOnce or ReadWriteOncePod');
  }
});

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

const interval: Take = (value, draft, key) => {
  const [, count, unit] = /^(\d+)([smh])$/.exec(String(value)) ?? [];
  if (count === undefined) {
    draft.note(key, 'write it in seconds in serviceMonitor.interval');
  } else {
    draft.set('serviceMonitor.interval', `${Number(count) * SECONDS[unit]}s`);
  }
};

const perObject: Take = (_value, draft, key) => {
  draft.set('serviceMonitor.enabled', true);
  if (draft.theirValue('metrics.serviceMonitor.default.enabled') === true) {
    draft.note(key, 'one path is scraped: serviceMonitor.path decides which');
  } else {
    draft.set('serviceMonitor.path', '/metrics/per-object');
  }
};

const CLIENTS = 'by default anybody may connect there; here, with more than one broker, namespaces labelled as networkPolicy.clientNamespaces says ("rabbitmq-client: true")';

const clients: Take = (value, draft, key) => {
  if (draft.theirValue('networkPolicy.enabled') === false) {
    return;
  }
  if (value === true) {
    draft.note(key, CLIENTS);
  } else {
    draft.set('networkPolicy.enabled', true);
  }
};

const plugins = scalar((value, draft) => { pluginList(String(value), draft); });
const lines = scalar((value, draft, key) => { configurationLines(String(value), draft, key); });

/** The other chart's keys and what becomes of each. */
export const MAPPED: Readonly<Record<string, Take>> = {
  'global.imageRegistry': scalar(registry),
  'global.imagePullSecrets': pullSecrets,
  'global.storageClass': to('persistence.storageClass'),
  'global.defaultStorageClass': to('persistence.storageClass'),
  'image.registry': scalar(registry),
  'image.repository': scalar(repository),
  'image.tag': scalar(imageTag),
  'image.pullPolicy': to('image.pullPolicy'),
  'image.pullSecrets': pullSecrets,
  fullnameOverride: name,
  replicaCount: replicas,
  'auth.username': text('credentials.username'),
  'auth.existingPasswordSecret': passwordSecret,
  'auth.existingSecretPasswordKey': nothing,
  'auth.existingErlangSecret': cookieSecret,
  'auth.existingSecretErlangKey': nothing,
  'auth.tls.enabled': whenOn(tls),
  'auth.tls.existingSecret': (value, draft, key) => {
    draft.set('tls.existingSecret', value);
    draft.note(key, 'the Secret has to have tls.crt, tls.key and ca.crt');
  },
  plugins,
  extraPlugins: plugins,
  'metrics.plugins': plugins,
  configuration: lines,
  extraConfiguration: lines,
  advancedConfiguration: text('advancedConfiguration'),
  resources: nothing,
  resourcesPreset: nothing,
  'persistence.enabled': to('persistence.enabled'),
  'persistence.storageClass': (value, draft, key) => {
    if (value === '-') {
      draft.note(key, 'a volume without a class has no counterpart: name one');
    } else {
      draft.set('persistence.storageClass', value);
    }
  },
  'persistence.size': text('persistence.size'),
  'persistence.accessModes': accessModes,
  podAntiAffinityPreset: scalar((value, draft) => { draft.set('scheduling.nodeSpread', SPREAD[String(value)] ?? 'none'); }),
  topologySpreadConstraints: zones,
  nodeSelector: texts('scheduling.nodeSelector'),
  tolerations: to('scheduling.tolerations'),
  priorityClassName: to('scheduling.priorityClassName'),
  'pdb.create': whenOff('podDisruptionBudget.enabled'),
  podLabels: texts('podLabels'),
  podAnnotations: texts('podAnnotations'),
  commonLabels: texts('commonLabels'),
  commonAnnotations: texts('commonAnnotations'),
  'service.type': to('service.type'),
  'service.annotations': texts('service.annotations'),
  'networkPolicy.enabled': whenOff('networkPolicy.enabled'),
  'networkPolicy.allowExternal': clients,
  'networkPolicy.ingressNSMatchLabels': texts('networkPolicy.clientNamespaces'),
  'metrics.enabled': nothing,
  'metrics.serviceMonitor.enabled': whenOn(to('serviceMonitor.enabled')),
  'metrics.serviceMonitor.default.enabled': whenOn(to('serviceMonitor.enabled')),
  'metrics.serviceMonitor.perObject.enabled': whenOn(perObject),
  'metrics.serviceMonitor.interval': interval,
  'metrics.serviceMonitor.default.interval': interval,
  'metrics.serviceMonitor.labels': texts('serviceMonitor.labels'),
  'metrics.prometheusRule.enabled': to('prometheusRule.enabled'),
  'metrics.prometheusRule.additionalLabels': texts('serviceMonitor.labels'),
  'ingress.enabled': nothing,
  'ingress.hostname': nothing,
  'ingress.ingressClassName': nothing,
  'ingress.annotations': nothing,
  'ingress.tls': nothing,
  'ingress.existingSecret': nothing,
};
