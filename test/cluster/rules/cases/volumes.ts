import { k8s } from 'cdk8s-plus-28';
import { Case, Situation } from '../check';

const mounted = (mount: Partial<k8s.VolumeMount>, volume: Partial<k8s.Volume> = { emptyDir: {} }): Situation =>
  ({ pod: { volumes: [{ name: 'mine', ...volume }], volumeMounts: [{ name: 'mine', mountPath: '/mine', ...mount }] } });
const claims = (...names: string[]): Situation => ({ storage: { additionalClaims: names.map(name => ({ name, mountPath: `/${name}`, size: '1Gi' })) } });
const sidecar = (fields: Partial<k8s.Container>): Situation => ({ pod: { sidecars: [{ name: 'proxy', image: 'proxy:1', ...fields }] } });

export const VOLUME_CASES: readonly Case[] = [
  {
    id: 'volume-name',
    outside: { pod: { volumes: [{ name: 'My_Volume', emptyDir: {} }] } },
    says: /^pod\.volumes has "My_Volume", which is not a valid name of a volume\./,
    inside: { pod: { volumes: [{ name: 'my-volume', emptyDir: {} }] } },
  },
  { id: 'volume-name', about: 'of a claim', outside: claims('a.b'), says: /^storage\.additionalClaims has "a\.b"/, inside: claims('a-b') },
  { id: 'volume-name', about: 'of 64 letters', outside: claims('a'.repeat(64)), says: /up to 63/, inside: claims('a'.repeat(63)) },
  {
    id: 'volume-twice',
    outside: { pod: { volumes: [{ name: 'home', emptyDir: {} }] } },
    says: /^pod\.volumes has "home", but the cluster or another prop already adds a/,
    inside: { pod: { volumes: [{ name: 'house', emptyDir: {} }] } },
  },
  {
    id: 'volume-twice', about: 'as the data of brokers',
    outside: { pod: { volumes: [{ name: 'rabbitmq-data', emptyDir: {} }] } },
    says: /^pod\.volumes has "rabbitmq-data", but the cluster or another prop already adds a/,
    inside: { pod: { volumes: [{ name: 'rabbitmq-date', emptyDir: {} }] } },
  },
  {
    id: 'mount-path', about: 'that is missing',
    outside: mounted({ mountPath: undefined }), says: /^pod\.volumeMounts mounts at ""/, inside: mounted({ mountPath: '/a' }),
  },
  {
    id: 'volume-twice', about: 'as a claim',
    outside: { pod: { volumes: [{ name: 'wal', emptyDir: {} }] }, ...claims('wal') },
    says: /^storage\.additionalClaims has "wal"/,
    inside: { pod: { volumes: [{ name: 'log', emptyDir: {} }] }, ...claims('wal') },
  },
  {
    id: 'volume-source',
    outside: { pod: { volumes: [{ name: 'mine' }] } },
    says: /^pod\.volumes "mine" has no source/,
    inside: { pod: { volumes: [{ name: 'mine', emptyDir: {} }] } },
  },
  {
    id: 'volume-source',
    outside: { pod: { volumes: [{ name: 'mine', emptyDir: {}, configMap: { name: 'a' } }] } },
    says: /has emptyDir and configMap/,
    inside: { pod: { volumes: [{ name: 'mine', configMap: { name: 'a' } }] } },
  },
  {
    id: 'mount-volume-missing',
    outside: { pod: { volumeMounts: [{ name: 'mine', mountPath: '/mine' }] } },
    says: /^pod\.volumeMounts mounts "mine" at \/mine, but there is no volume with that/,
    inside: mounted({}),
  },
  {
    id: 'mount-volume-missing', about: 'of a sidecar',
    outside: sidecar({ volumeMounts: [{ name: 'mine', mountPath: '/mine' }] }),
    says: /^pod\.sidecars "proxy" mounts "mine"/,
    inside: sidecar({ volumeMounts: [{ name: 'rabbitmq-data', mountPath: '/data' }] }),
  },
  ...['relative', '', '/a:b', '/a/../b'].map(mountPath => ({
    id: 'mount-path', about: `"${mountPath}"`,
    outside: mounted({ mountPath }),
    says: /^pod\.volumeMounts mounts at ".*the path must start with "\/"/,
    inside: mounted({ mountPath: '/a/b..c' }),
  })),
  {
    id: 'mount-path', about: 'of a part',
    outside: mounted({ subPath: '../x' }),
    says: /the subPath "\.\.\/x"/,
    inside: mounted({ subPath: 'a/b' }),
  },
  {
    id: 'mount-path', about: 'of a claim',
    outside: { storage: { additionalClaims: [{ name: 'wal', mountPath: 'wal', size: '1Gi' }] } },
    says: /^storage\.additionalClaims mounts at "wal"/,
    inside: claims('wal'),
  },
  {
    id: 'mount-path-twice',
    outside: mounted({ mountPath: '/tmp/' }),
    says: /^pod\.volumeMounts mounts "mine" at \/tmp\/, where the cluster or another prop already/,
    inside: mounted({ mountPath: '/tmp/mine' }),
  },
  {
    id: 'mount-path-twice', about: 'of a claim',
    outside: { storage: { additionalClaims: [{ name: 'wal', mountPath: '/var/lib/rabbitmq/mnesia', size: '1Gi' }] } },
    says: /^storage\.additionalClaims mounts "wal"/,
    inside: { storage: { additionalClaims: [{ name: 'wal', mountPath: '/var/lib/rabbitmq/wal', size: '1Gi' }] } },
  },
  {
    id: 'mount-hides-configuration', rule: 21,
    outside: mounted({ mountPath: '/etc/rabbitmq' }),
    says: /^pod\.volumeMounts mounts "mine" at \/etc\/rabbitmq: it hides/,
    inside: mounted({ mountPath: '/etc/rabbitmq/tls' }),
  },
  {
    id: 'mount-hides-configuration', rule: 21, about: 'with a configuration of its own',
    outside: mounted({ mountPath: '/etc/rabbitmq/rabbitmq.conf', subPath: 'rabbitmq.conf' }),
    says: /rabbitmq\.conf/,
    inside: mounted({ mountPath: '/etc/rabbitmq/tls/tls.crt', subPath: 'tls.crt' }),
  },
  {
    id: 'mount-hides-configuration', rule: 21, about: 'of a claim',
    outside: { storage: { additionalClaims: [{ name: 'wal', mountPath: '/etc/rabbitmq', size: '1Gi' }] } },
    says: /^storage\.additionalClaims mounts "wal" at \/etc\/rabbitmq: it hides/,
    inside: claims('wal'),
  },
  {
    id: 'mount-inside-read-only',
    outside: mounted({ mountPath: '/etc/rabbitmq/conf.d/99.conf', subPath: '99.conf' }),
    says: /^pod\.volumeMounts mounts "mine" at \/etc\/rabbitmq\/conf\.d\/99\.conf, inside a read-only volume: the container would/,
    inside: mounted({ mountPath: '/var/lib/rabbitmq/mine' }),
  },
  {
    id: 'mount-inside-read-only', about: 'of a claim',
    outside: { storage: { additionalClaims: [{ name: 'wal', mountPath: '/etc/rabbitmq/conf.d/wal', size: '1Gi' }] } },
    says: /^storage\.additionalClaims mounts "wal" at \/etc\/rabbitmq\/conf\.d\/wal, inside a read-only volume: the container would/,
    inside: claims('wal'),
  },
  {
    id: 'mount-subpath-secret', rule: 22,
    outside: mounted({ subPath: 'tls.crt' }, { secret: { secretName: 'tls' } }),
    says: /^pod\.volumeMounts mounts Secret volume "mine" with subPath: the broker never reads a changed Secret/,
    inside: mounted({}, { secret: { secretName: 'tls' } }),
  },
  {
    id: 'mount-subpath-secret', rule: 22, about: 'of other volumes',
    outside: mounted({ subPath: 'tls.crt' }, { projected: { sources: [{ secret: { name: 'tls' } }] } }),
    says: /"mine"/,
    inside: mounted({ subPath: 'a' }, { configMap: { name: 'a' } }),
  },
  { id: 'volume-twice', about: 'as the data', outside: claims('rabbitmq-data'), says: /^storage\.additionalClaims has "rabbitmq-data"/, inside: claims('rabbitmq-wal') },
  { id: 'volume-twice', about: 'as another claim', outside: { storage: { additionalClaims: [
    { name: 'wal', mountPath: '/wal', size: '1Gi' }, { name: 'wal', mountPath: '/more', size: '1Gi' }] } }, says: /"wal"/, inside: claims('wal', 'more') },
  {
    id: 'mount-subpath-secret', rule: 22, about: 'of several sources',
    outside: mounted({ subPath: 'tls.crt' }, { projected: { sources: [{ configMap: { name: 'a' } }, { secret: { name: 'tls' } }] } }),
    says: /"mine"/,
    inside: mounted({ subPath: 'tls.crt' }, { projected: { sources: [{ configMap: { name: 'a' } }] } }),
  },
];
