import { JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { tls } from '../certified';
import { BROKER, Case, patched, Situation } from '../check';

const env = (...variables: k8s.EnvVar[]): Situation => ({ pod: { env: variables } });
const streamsOn = (volume: k8s.Volume): Situation => ({
  pod: { env: [{ name: 'RABBITMQ_STREAM_DIR', value: '/streams' }], volumes: [volume], volumeMounts: [{ name: volume.name, mountPath: '/streams' }] },
});

export const ENVIRONMENT_CASES: readonly Case[] = [
  {
    id: 'env-name',
    outside: env({ name: '1A', value: 'x' }),
    says: /^pod\.env has "1A", which is not a valid variable name\. Use letters,/,
    inside: env({ name: '_A-b.c1', value: 'x' }),
  },
  { id: 'env-name', outside: env({ name: 'A B' }), says: /"A B"/, inside: env({ name: 'A_B' }) },
  {
    id: 'env-own',
    outside: env({ name: 'RABBITMQ_NODENAME', value: 'rabbit@here' }),
    says: /^pod\.env has "RABBITMQ_NODENAME", which the cluster sets from other props\. Remove it/,
    inside: env({ name: 'RABBITMQ_IO_THREAD_POOL_SIZE', value: '64' }),
  },
  {
    id: 'env-of-configuration',
    outside: env({ name: 'RABBITMQ_NODE_PORT', value: '5680' }),
    says: /^pod\.env has "RABBITMQ_NODE_PORT", which Services, .* do not follow\. Remove it, and set "listeners\.tcp\.default" in configuration\.raw$/,
    inside: { configuration: { raw: { 'listeners.tcp.default': '5680' } } },
  },
  {
    id: 'env-of-configuration', about: 'between brokers',
    outside: env({ name: 'RABBITMQ_DIST_PORT', value: '25680' }),
    says: /brokers use port 25672 between each other$/,
    inside: env({ name: 'RABBITMQ_DISTRIBUTION_BUFFER_SIZE', value: '256000' }),
  },
  {
    id: 'env-of-configuration', about: 'of the virtual host',
    outside: env({ name: 'RABBITMQ_DEFAULT_VHOST', value: 'billing' }),
    says: /set "default_vhost" in configuration\.raw$/,
    inside: { configuration: { raw: { default_vhost: 'billing' } } },
  },
  {
    id: 'env-of-configuration', about: 'in rabbitmq-env.conf',
    outside: { configuration: { envConfig: '# ports\n  export NODE_PORT=5680\n' } },
    says: /^configuration\.envConfig has "NODE_PORT", which /,
    inside: { configuration: { envConfig: '# NODE_PORT=5680\nIO_THREAD_POOL_SIZE=64\n' } },
  },
  {
    id: 'env-own', about: 'in rabbitmq-env.conf, which does not replace the variable',
    outside: { configuration: { envConfig: 'NODENAME=rabbit@here\n' } },
    says: /^configuration\.envConfig has "NODENAME", which the cluster sets from other props\. Remove it/,
    inside: { configuration: { envConfig: 'IO_THREAD_POOL_SIZE=64\n' } },
  },
  {
    id: 'env-of-data',
    outside: env({ name: 'RABBITMQ_MNESIA_BASE', value: '/var/lib/rabbitmq/mnesia2' }),
    says: /^pod\.env "RABBITMQ_MNESIA_BASE" is "\/var\/lib\/rabbitmq\/mnesia2", where no persistent volume is mounted: .* lose their data .* use a folder in \/var\/lib\/rabbitmq\/mnesia or /,
    inside: env({ name: 'RABBITMQ_MNESIA_BASE', value: '/var/lib/rabbitmq/mnesia/2' }),
  },
  {
    id: 'env-of-data', about: 'in rabbitmq-env.conf',
    outside: { configuration: { envConfig: 'export QUORUM_DIR="/wal"  # fast\n' } },
    says: /^configuration\.envConfig "QUORUM_DIR" is "\/wal", where /,
    inside: { configuration: { envConfig: 'export QUORUM_DIR="/wal"  # fast\n' }, storage: { additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '10Gi' }] } },
  },
  {
    id: 'env-of-data', about: 'on a volume that ends with the pod',
    outside: streamsOn({ name: 'streams', emptyDir: {} }),
    says: /^pod\.env "RABBITMQ_STREAM_DIR" is "\/streams", where /,
    inside: streamsOn({ name: 'streams', hostPath: { path: '/fast' } }),
  },
  {
    id: 'env-of-tls',
    outside: { ...env({ name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value: '+P 2000000' }), ...tls() },
    says: /^pod\.env has "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", which tls sets\. Use ERL_ZFLAGS for Erlang options/,
    inside: env({ name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value: '+P 2000000' }),
  },
  {
    id: 'env-of-tls', about: 'in rabbitmq-env.conf',
    outside: { configuration: { envConfig: 'SERVER_ADDITIONAL_ERL_ARGS="+P 2000000"\n' }, ipv6: true },
    says: /^configuration\.envConfig has "SERVER_ADDITIONAL_ERL_ARGS", which ipv6 sets\./,
    inside: { configuration: { envConfig: 'SERVER_ADDITIONAL_ERL_ARGS="+P 2000000"\n' } },
  },
  {
    id: 'env-of-distribution-port',
    outside: env({ name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value: '-kernel inet_dist_listen_min 30000 inet_dist_listen_max 30010' }),
    says: /^pod\.env "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS" sets "inet_dist_listen_min", .* on port 25672\. Remove it$/,
    inside: env({ name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value: '-kernel inet_dist_use_interface "{0,0,0,0}"' }),
  },
  {
    id: 'env-of-distribution-port', about: 'the same port',
    outside: env({ name: 'ERL_ZFLAGS', value: '-kernel inet_dist_listen_min 25672 inet_dist_listen_max 25673' }),
    says: /^pod\.env "ERL_ZFLAGS" sets "inet_dist_listen_max"/,
    inside: env({ name: 'ERL_ZFLAGS', value: '-kernel inet_dist_listen_min 25672 inet_dist_listen_max 25672' }),
  },
  {
    id: 'env-of-distribution-port', about: 'of command line tools',
    outside: env({ name: 'ERL_AFLAGS', value: '-kernel inet_dist_listen_min 35672' }),
    says: /^pod\.env "ERL_AFLAGS" sets "inet_dist_listen_min"/,
    inside: env({ name: 'RABBITMQ_CTL_ERL_ARGS', value: '-kernel inet_dist_listen_min 35672 inet_dist_listen_max 35682' }),
  },
  {
    id: 'env-of-distribution-port', about: 'in rabbitmq-env.conf',
    outside: { configuration: { envConfig: 'SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_listen_max 30010"\n' } },
    says: /^configuration\.envConfig "SERVER_ADDITIONAL_ERL_ARGS" sets "inet_dist_listen_max"/,
    inside: { configuration: { envConfig: '# SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_listen_max 30010"\n' } },
  },
  {
    id: 'env-config-form',
    outside: { configuration: { envConfig: '# it\'s ours\nIO_THREAD_POOL_SIZE="64\n' } },
    says: /^configuration\.envConfig is read by a shell, and brokers would not start: line 2 opens a quotation mark, ", that nothing closes\. Close it$/,
    inside: { configuration: { envConfig: '# it\'s ours\nIO_THREAD_POOL_SIZE="64"\nX=\'a "b\'\nY=it\\\'s\n' } },
  },
  {
    id: 'env-config-form', about: 'as in rabbitmq.conf',
    outside: { configuration: { envConfig: 'X=1\nexport IO_THREAD_POOL_SIZE = 64\n' } },
    says: /: line 2 has a space between "IO_THREAD_POOL_SIZE" and "="\. Write IO_THREAD_POOL_SIZE=value$/,
    inside: { configuration: { envConfig: 'X=1\nif [ "$X" = 1 ]; then export IO_THREAD_POOL_SIZE=64; fi\n' } },
  },
  {
    id: 'env-config-form', about: 'beside a value of several lines',
    outside: { configuration: { envConfig: 'X="\n a = 1\n"\nIO_THREAD_POOL_SIZE = 64\n' } },
    says: /: line 4 has a space/,
    inside: { configuration: { envConfig: 'X="\n a = 1\n"\nY=\'\nb = 2\'\nIO_THREAD_POOL_SIZE=64\n' } },
  },
  {
    id: 'env-config-form', about: 'beside a command',
    outside: { configuration: { envConfig: 'X=$(hostname)\nY="a\n' } },
    says: /: line 2 opens a quotation mark/,
    inside: { configuration: { envConfig: 'X="$(echo "it\'s")"\n' } },
  },
  {
    id: 'env-config-form', about: 'beside a here-document',
    outside: { configuration: { envConfig: 'cat /tmp/x\nkey = value\n' } },
    says: /: line 2 has a space/,
    inside: { configuration: { envConfig: 'cat >/tmp/x <<END\nkey = it\'s\nEND\n' } },
  },
  {
    id: 'env-of-ip-family',
    outside: env({ name: 'RABBITMQ_CTL_ERL_ARGS', value: '-proto_dist inet6_tcp' }),
    says: /^"-proto_dist inet6_tcp" is in pod\.env .* Set ipv6 to true/,
    inside: env({ name: 'RABBITMQ_CTL_ERL_ARGS', value: '-proto_dist inet_tcp' }),
  },
  {
    id: 'env-of-ip-family', about: 'in rabbitmq-env.conf',
    outside: { configuration: { envConfig: 'SERVER_ADDITIONAL_ERL_ARGS="-proto_dist inet6_tcp"\n' } },
    says: /configuration\.envConfig/,
    inside: { ipv6: true },
  },
  {
    id: 'env-of-scaling',
    outside: env({ name: 'RABBITMQ_SERVER_START_ARGS', value: '+P 2000000' }),
    says: /^pod\.env has "RABBITMQ_SERVER_START_ARGS", which membership sets\. Use RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS for Erlang options, or/,
    inside: { ...env({ name: 'RABBITMQ_SERVER_START_ARGS', value: '+P 2000000' }), membership: { leaveOnScaleIn: false } },
  },
  {
    id: 'env-of-scaling', about: 'in rabbitmq-env.conf',
    outside: { configuration: { envConfig: 'export RABBITMQ_SERVER_START_ARGS="+P 2000000"\n' } },
    says: /^configuration\.envConfig has "RABBITMQ_SERVER_START_ARGS", which membership sets\./,
    inside: { configuration: { envConfig: 'SERVER_START_ARGS="+P 2000000"\n' }, membership: { leaveOnScaleIn: false } },
  },
  {
    id: 'env-own', about: 'by the adder',
    outside: { then: (cluster) => { cluster.addEnv({ name: 'POD_NAME', value: 'x' }); } },
    says: /"POD_NAME"/,
    inside: { then: (cluster) => { cluster.addEnv({ name: 'POD_IP', value: 'x' }); } },
  },
  {
    id: 'env-twice',
    outside: env({ name: 'A', value: 'x' }, { name: 'A', value: 'y' }),
    says: /^pod\.env has "A" twice/,
    inside: env({ name: 'A', value: 'x' }, { name: 'B', value: 'x' }),
  },
  {
    id: 'env-source',
    outside: env({ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
    says: /^pod\.env "A" has its value from value and fieldRef: it must have/,
    inside: env({ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
  },
  { id: 'env-source', about: 'from nowhere', outside: env({ name: 'A', valueFrom: {} }), says: /from nowhere/, inside: env({ name: 'A' }) },
  {
    id: 'env-refused',
    outside: env({ name: 'RABBITMQ_VM_MEMORY_HIGH_WATERMARK', value: '0.4' }),
    says: /^pod\.env has "RABBITMQ_VM_MEMORY_HIGH_WATERMARK", with which the official image does not start\. Use/,
    inside: env({ name: 'RABBITMQ_MAX_NUMBER_OF_PROCESSES', value: '2000000' }),
  },
  {
    id: 'env-refused',
    outside: env({ name: 'RABBITMQ_MANAGEMENT_SSL_CERTFILE', value: '/x' }),
    says: /SSL_CERTFILE/,
    inside: env({ name: 'SSL_CERT_FILE', value: '/x' }),
  },
  {
    id: 'env-twice', about: 'by a patch',
    outside: patched(JsonPatch.add(`${BROKER}/env/-`, { name: 'A' }), JsonPatch.add(`${BROKER}/env/-`, { name: 'A' })),
    says: /"A" twice/,
    inside: patched(JsonPatch.add(`${BROKER}/env/-`, { name: 'A' })),
  },
];
