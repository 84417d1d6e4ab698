import { hasSecret, isSecretObject, isSecretVariable } from '../secret-values';
import { type Draft, isEmpty, isMap } from '../draft';
import { isScalar, items, list, map, type Mappings, nothing, scalar, text, texts, to, unless, whenOff } from './mapping';
import { readYamlDocuments } from '../../core/yaml';

const SECRET_VARIABLE = 'left out, as it may be a secret: put it into a Secret, and write '
  + '{ name: NAME, valueFrom: { secretKeyRef: { name: SECRET, key: KEY } } } in pod.env';
const SECRET_CONTAINER = 'left out, as its command line or a variable may have a secret: read it from a Secret with valueFrom, '
  + 'and write the container in';
const SECRET_OBJECT = 'left out, as it may have a secret: create it with kubectl before the release, '
  + 'or write it without the secret in extraObjects';

/** Variables that only Bitnami's image reads: https://github.com/bitnami/containers/tree/main/bitnami/rabbitmq */
const OF_BITNAMI = new RegExp(`^(BITNAMI_DEBUG|RABBITMQ_(${[
  'VHOSTS?', 'USERNAME', 'PLUGINS', 'COMMUNITY_PLUGINS', 'NODE_TYPE', 'NODE_NAME', 'CLUSTER_\\w+', 'DISK_FREE_\\w+', 'FEATURE_FLAGS', 'FORCE_BOOT',
  'LDAP_\\w+', 'ENABLE_LDAP', 'LOAD_DEFINITIONS', 'DEFINITIONS_FILE', 'MANAGER_\\w+', 'MANAGEMENT_\\w+', 'NODE_PORT_NUMBER', 'ULIMIT_NOFILES',
  'MAX_AVAILABLE_SCHEDULERS', 'ONLINE_SCHEDULERS',
].join('|')}))$`);

/** A variable of the broker container; values are texts. */
function variable(item: unknown, draft: Draft, key: string): void {
  if (!isMap(item) || typeof item.name !== 'string') {
    draft.note(key, 'left out: a variable has to be a map with name, and value or valueFrom');
    return;
  }
  const { name, value } = item;
  const text = isScalar(value) ? String(value) : undefined;
  if (draft.isBitnami && OF_BITNAMI.test(name)) {
    draft.note(key, 'left out: only Bitnami\'s image reads it. Write what it says in configuration, plugins or credentials');
  } else if (value === undefined) {
    draft.append('pod.env', item);
  } else if (text === undefined) {
    draft.note(key, 'left out: its value has to be a text');
  } else if (isSecretVariable(name, text)) {
    draft.note(key, SECRET_VARIABLE.replace('NAME', name));
  } else {
    draft.append('pod.env', { ...item, value: text });
  }
}

/** A container, unless it may have a secret. */
const container = (path: string) => (item: unknown, draft: Draft, key: string): void => {
  if (hasSecret(item)) {
    draft.note(key, `${SECRET_CONTAINER} ${path}`);
  } else {
    draft.append(path, item);
    noteFolders(isMap(item) ? item.volumeMounts : undefined, draft, key);
  }
};

function mount(item: unknown, draft: Draft, key: string): void {
  draft.append('pod.volumeMounts', item);
  noteFolders([item], draft, key);
}

function noteFolders(mounts: unknown, draft: Draft, key: string): void {
  const folders = (Array.isArray(mounts) ? mounts : []).map(one => (isMap(one) ? String(one.mountPath) : ''));
  if (draft.isBitnami && folders.some(folder => folder.startsWith('/opt/bitnami'))) {
    draft.note(key, 'the official image reads nothing in /opt/bitnami: write configuration in rabbitmqConf, '
    + 'and change other paths to those of your image');
  }
}

/** A further object of the release, as a map or as the text of one. */
function object(item: unknown, draft: Draft, key: string): void {
  const documents = typeof item === 'string' ? documentsOf(item) : [item];
  for (const document of documents) {
    if (!isMap(document)) {
      draft.note(key, 'left out: it is no object of Kubernetes. Write each as a map with apiVersion and kind in extraObjects');
    } else if (isSecretObject(document)) {
      draft.note(key, `${String(document.kind)} ${SECRET_OBJECT}`);
    } else {
      draft.append('extraObjects', document);
    }
  }
}

function documentsOf(text: string): readonly unknown[] {
  try {
    return readYamlDocuments(text, 'extraObjects');
  } catch {
    return [undefined];
  }
}

/** Erlang's numbers of schedulers, as the other chart writes them. */
function schedulers(draft: Draft): void {
  const [most, online] = ['maxAvailableSchedulers', 'onlineSchedulers'].map(key => draft.theirValue(key) as string | number | undefined ?? '');
  const value = `+S ${most}:${online}`;
  if (/^\+S \d*:\d*$/.test(value)) {
    draft.append('pod.env', { name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value });
  } else {
    draft.note('maxAvailableSchedulers', 'left out: it has to be a whole number');
  }
}

/** Pods name no ids if either security context is off. */
const withoutIds = whenOff((_value, draft, key) => {
  draft.set('platformAssignedIds', true);
  draft.note(key, 'pods name no user and group ids, as there: the platform has to assign them, as OpenShift does. '
  + 'Remove platformAssignedIds on other platforms');
});

/** What pods have beyond a broker. */
export const POD_MAPPINGS: Mappings = {
  podLabels: texts('podLabels'),
  podAnnotations: texts('podAnnotations'),
  commonLabels: texts('commonLabels'),
  commonAnnotations: texts('commonAnnotations'),
  extraEnvVars: items(variable),
  sidecars: items(container('pod.sidecars')),
  initContainers: items(container('pod.initContainers')),
  extraVolumes: items((item, draft) => { draft.append('pod.volumes', item); }),
  extraVolumeMounts: items(mount),
  hostAliases: list(to('pod.hostAliases')),
  dnsPolicy: text('pod.dnsPolicy'),
  dnsConfig: map(to('pod.dnsConfig')),
  extraDeploy: items(object),
  maxAvailableSchedulers: scalar((_value, draft) => { schedulers(draft); }),
  onlineSchedulers: scalar((_value, draft) => { schedulers(draft); }),
  'pdb.create': whenOff((_value, draft) => { draft.set('podDisruptionBudget.enabled', false); }),
  'podSecurityContext.enabled': withoutIds,
  'containerSecurityContext.enabled': withoutIds,
  'global.compatibility.openshift.adaptSecurityContext': scalar((value, draft) => {
    if (value === 'force') {
      draft.set('platformAssignedIds', true);
    }
  }),
  'serviceAccount.create': whenOff((_value, draft) => {
    draft.set('serviceAccount.create', false);
    // the account of pods that name none
    if (isEmpty(draft.theirValue('serviceAccount.name'))) {
      draft.set('serviceAccount.name', 'default');
    }
  }),
  'serviceAccount.name': text('serviceAccount.name'),
  'serviceAccount.annotations': texts('serviceAccount.annotations'),
  'serviceAccount.automountServiceAccountToken': (value, draft) => {
    if (value === true) {
      draft.set('serviceAccount.automountToken', true);
    }
  },
  // these two are the same for any kind of probe
  'readinessProbe.periodSeconds': scalar((value, draft) => { draft.set('probes.readinessPeriod', `${String(value)}s`); }),
  'readinessProbe.failureThreshold': scalar((value, draft) => { draft.set('probes.readinessFailureThreshold', value); }),
  // pods have neither links nor a token that they don't need
  enableServiceLinks: nothing,
  automountServiceAccountToken: nothing,
  clusterDomain: unless('cluster.local', text('clusterDomain')),
};
