import { RabbitMQImage, RabbitMQVersion } from '../../../lib';
import { containersOf, nameOf, workloadsOf } from '../../support/manifest';
import { synthCluster } from '../../support/synth';

const ALLOWED_VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];

const CLUSTERS = {
  'the defaults': synthCluster(),
  '3.10': synthCluster({ version: RabbitMQVersion.V3_10 }),
  alpine: synthCluster({ image: RabbitMQImage.official({ alpine: true }) }),
  'no volumes': synthCluster({ storage: { ephemeral: true } }),
  'one replica': synthCluster({ replicas: 1 }),
};

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
describe.each(Object.entries(CLUSTERS))('pods of a cluster with %s are restricted:', (_what, manifests) => {
  const workloads = workloadsOf(manifests);
  const containers = workloads.flatMap(({ manifest, pod }) =>
    containersOf(pod).map(container => ({ ...container, where: `${nameOf(manifest)}/${container.name}` })));

  test('those of the brokers, and of the bootstrap too', () => {
    expect(containers.map(({ name }) => name).sort()).toEqual(['bootstrap', 'rabbitmq', 'setup']);
  });

  test('none runs as root', () => {
    for (const { pod } of workloads) {
      expect(pod.securityContext.runAsNonRoot).toBe(true);
      expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
    }
    expect(containers.filter(({ securityContext }) =>
      securityContext.runAsUser === 0 || securityContext.runAsNonRoot === false)).toEqual([]);
  });

  test('each has the runtime\'s seccomp profile', () => {
    expect(workloads.map(({ pod }) => pod.securityContext.seccompProfile)).toEqual(workloads.map(() => ({ type: 'RuntimeDefault' })));
  });

  test('none can gain rights, each drops all capabilities, and none is privileged', () => {
    for (const { where, securityContext } of containers) {
      expect({ where, ...securityContext }).toEqual({
        where,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      });
    }
  });

  test('none shares anything with its node', () => {
    for (const { pod } of workloads) {
      expect(pod).not.toHaveProperty('hostNetwork');
      expect(pod).not.toHaveProperty('hostPID');
      expect(pod).not.toHaveProperty('hostIPC');
      expect(pod.volumes.flatMap(Object.keys).filter((key: string) => key !== 'name' && !ALLOWED_VOLUMES.includes(key))).toEqual([]);
    }
    expect(containers.flatMap(({ ports }) => ports ?? []).filter(({ hostPort }: any) => hostPort !== undefined))
      .toEqual([]);
  });

  test('each container says what it needs and what it may have', () => {
    for (const { where, resources } of containers) {
      expect({ where, resources }).toEqual({
        where,
        resources: {
          requests: { cpu: expect.any(String), memory: expect.any(String) },
          limits: { cpu: expect.any(String), memory: expect.any(String) },
        },
      });
    }
  });
});
