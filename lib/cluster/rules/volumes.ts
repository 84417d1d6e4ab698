import { MountManifest, VolumeManifest } from './manifests';
import { ClusterSubject } from './subject';
import { Rule, ruleForEach } from '../../validation/rule';

const CONFIGURATION_PATH = '/etc/rabbitmq';

/** Volumes and where they are mounted. */
export const VOLUME_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'volume-name',
    severity: 'error',
    each: volumeNames,
    when: ({ name }) => !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name),
    message: ({ field, name }) => `${field} has "${name}", which is not a valid name of a volume. Use up to 63 lower-case letters, digits and "-", starting and ending with a letter or digit`,
  }),
  ruleForEach({
    id: 'volume-twice',
    severity: 'error',
    each: subject =>
      volumeNames(subject).filter(({ name }, i, all) => all.findIndex(other => other.name === name) !== i),
    when: () => true,
    message: ({ field, name }) => `${field} has "${name}", but the cluster or another prop already adds a volume with that name. Choose another`,
  }),
  ruleForEach({
    id: 'volume-source',
    severity: 'error',
    each: ({ pod }) => pod.volumes,
    when: volume => sources(volume).length !== 1,
    message: volume => `pod.volumes "${volume.name}" has ${sources(volume).join(' and ') || 'no source'}: a volume must have exactly one source, such as secret, configMap or emptyDir`,
  }),
  ruleForEach({
    id: 'mount-volume-missing',
    severity: 'error',
    each: containerMounts,
    when: ({ mount }, subject) => !volumeNames(subject).some(({ name }) => name === mount.name),
    message: ({ field, mount }) => `${field} mounts "${mount.name ?? ''}" at ${mount.mountPath ?? ''}, but there is no volume with that name. Add it to pod.volumes`,
  }),
  ruleForEach({
    id: 'mount-path',
    severity: 'error',
    each: containerMounts,
    when: ({ mount: { mountPath = '', subPath = '' } }) => !/^\/[^:]*$/.test(mountPath) || /(^|\/)\.\.(\/|$)/.test(`${mountPath}/${subPath}`) || subPath.startsWith('/'),
    message: ({ field, mount: { mountPath = '', subPath } }) => `${field} mounts at "${mountPath}"${subPath === undefined ? '' : ` the subPath "${subPath}"`}: the path must start with "/", a subPath must not, and neither may contain ".." or ":"`,
  }),
  ruleForEach({
    id: 'mount-path-twice',
    severity: 'error',
    each: subject => containerMounts(subject).filter((one, i, all) =>
      all.findIndex(other => other.container === one.container && normal(other.mount) === normal(one.mount)) !== i),
    when: () => true,
    message: ({ field, mount }) => `${field} mounts "${mount.name ?? ''}" at ${mount.mountPath ?? ''}, where the cluster or another prop already mounts a volume. Choose another path`,
  }),
  ruleForEach({
    id: 'mount-hides-configuration',
    severity: 'error',
    each: fieldedBrokerMounts,
    when: ({ mount }) => [CONFIGURATION_PATH, '/etc', '/'].includes(normal(mount)) || normal(mount) === `${CONFIGURATION_PATH}/rabbitmq.conf`,
    message: ({ field, mount }) => `${field} mounts "${mount.name ?? ''}" at ${mount.mountPath ?? ''}: it hides files of the image, or sets unvalidated configuration. Use configuration, and mount other files below ${CONFIGURATION_PATH}`,
  }),
  ruleForEach({
    id: 'mount-inside-read-only',
    severity: 'error',
    each: fieldedBrokerMounts,
    when: ({ mount }, subject) => brokerMounts(subject).some(other => other.readOnly === true && normal(mount).startsWith(`${normal(other)}/`)),
    message: ({ field, mount }) => `${field} mounts "${mount.name ?? ''}" at ${mount.mountPath ?? ''}, inside a read-only volume: the container would not start. Choose another path`,
  }),
  ruleForEach({
    id: 'mount-subpath-secret',
    severity: 'warning',
    each: brokerMounts,
    when: ({ name, subPath, subPathExpr }, { podSpec }) => (subPath ?? subPathExpr) !== undefined
      && (podSpec.volumes ?? []).some(volume => volume.name === name && holdsSecret(volume)),
    message: mount => `pod.volumeMounts mounts Secret volume "${mount.name ?? ''}" with subPath: the broker never reads a changed Secret. Mount the whole volume`,
  }),
];

interface Mount {
  readonly container: string;
  readonly field: string;
  readonly mount: MountManifest;
}

function sources(volume: object): string[] {
  return Object.entries(volume).filter(([kind, source]) => kind !== 'name' && source !== undefined).map(([kind]) => kind);
}

/** Volumes of the cluster come first: of two with one name, the later one is reported, which is the user's. */
function volumeNames(subject: ClusterSubject): { field: string; name: string }[] {
  const claims = claimNames(subject).map(name => ({ field: 'storage.additionalClaims', name }));
  const own = claims.length - subject.storage.additionalClaims.length;
  return [
    ...claims.slice(0, own),
    ...(subject.podSpec.volumes ?? []).map(({ name = '' }) => ({ field: 'pod.volumes', name })),
    ...claims.slice(own),
  ];
}

function claimNames({ statefulSet }: ClusterSubject): string[] {
  return (statefulSet.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => metadata?.name ?? '');
}

function brokerMounts({ broker }: ClusterSubject): readonly MountManifest[] {
  return broker.volumeMounts ?? [];
}

/** The broker's own mounts with the fields that they come from. */
function fieldedBrokerMounts(subject: ClusterSubject): Mount[] {
  return containerMounts(subject).filter(({ container }) => container === subject.broker.name);
}

function containerMounts(subject: ClusterSubject): Mount[] {
  const { podSpec: { containers = [], initContainers = [] }, storage } = subject;
  const claimPaths = new Map(storage.additionalClaims.map(({ name, mountPath }) => [name, mountPath]));
  const fieldOf = (prop: string, container: string | undefined, { name = '', mountPath }: MountManifest): string => {
    if (container !== subject.broker.name) {
      return `pod.${prop} "${container ?? ''}"`;
    }
    return claimPaths.has(name) && claimPaths.get(name) === mountPath ? 'storage.additionalClaims' : 'pod.volumeMounts';
  };
  return [['sidecars', containers] as const, ['initContainers', initContainers] as const].flatMap(([prop, group]) =>
    group.flatMap(({ name = '', volumeMounts = [] }) => volumeMounts.map(mount => ({ container: name, field: fieldOf(prop, name, mount), mount }))));
}

/** A path as the container runtime sees it. */
function normal({ mountPath = '' }: MountManifest): string {
  return mountPath.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}

function holdsSecret({ secret, projected }: VolumeManifest): boolean {
  return secret !== undefined || projected?.sources?.some(source => source.secret !== undefined) === true;
}
