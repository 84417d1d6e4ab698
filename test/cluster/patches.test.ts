import { ApiObject, JsonPatch } from 'cdk8s';
import { RabbitMQCluster, RabbitMQVersion } from '../../lib';
import { brokerContainer, find, newCluster, podTemplate, synth } from '../support/synth';

/** All objects of a cluster of a series that has them all. */
const objectsOf = (cluster: RabbitMQCluster): ApiObject[] =>
  cluster.node.findAll().filter(child => ApiObject.isApiObject(child));
const PATHS = objectsOf(newCluster({ version: RabbitMQVersion.V4_0 })).map(({ node }) => node.path);

describe('a JSON patch', () => {
  test('finds 19 objects to patch', () => {
    expect(PATHS).toHaveLength(19);
  });

  test.each(PATHS)('reaches %s, with fields that no type knows', (path) => {
    const cluster = newCluster({ version: RabbitMQVersion.V4_0 });
    const object = objectsOf(cluster).find(({ node }) => node.path === path)!;
    ApiObject.of(object).addJsonPatch(
      JsonPatch.add('/metadata/finalizers', ['example.com/hold']),
      JsonPatch.add('/fieldOfTomorrow', { deep: [{ very: 1 }] }),
    );
    // a Job has a checksum at the end of its name
    const name = expect.stringMatching(new RegExp(`^${object.name}(-[0-9a-f]+)?$`));
    const changed = synth(cluster).filter(manifest => 'fieldOfTomorrow' in manifest);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({
      kind: object.kind,
      metadata: { name, finalizers: ['example.com/hold'] },
      fieldOfTomorrow: { deep: [{ very: 1 }] },
    });
  });

  test('gives a Service a field that is newer than our types', () => {
    const cluster = newCluster();
    ApiObject.of(cluster.service).addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'), JsonPatch.replace('/spec/ports/0/targetPort', 5672));
    expect(find(synth(cluster), 'Service', 'rabbitmq-cluster').spec).toMatchObject({ trafficDistribution: 'PreferClose', ports: [{ targetPort: 5672 }, {}, {}] });
  });

  test('gives the StatefulSet plain quantities', () => {
    const cluster = newCluster();
    ApiObject.of(cluster.statefulSet).addJsonPatch(
      JsonPatch.replace('/spec/template/spec/containers/0/resources/limits/memory', '2147483648'),
      JsonPatch.replace('/spec/template/spec/containers/0/resources/requests/memory', '2Gi'),
      JsonPatch.add('/spec/template/spec/containers/0/resources/limits/ephemeral-storage', '1Gi'),
      JsonPatch.replace('/spec/volumeClaimTemplates/0/spec/resources/requests/storage', '20Gi'),
    );
    const manifests = synth(cluster);
    expect(brokerContainer(manifests).resources).toEqual({
      limits: { cpu: '2', memory: '2147483648', 'ephemeral-storage': '1Gi' },
      requests: { cpu: '500m', memory: '2Gi' },
    });
    expect(find(manifests, 'StatefulSet').spec.volumeClaimTemplates[0].spec.resources.requests.storage).toBe('20Gi');
  });

  test('gives pods fields that are newer than our types', () => {
    const cluster = newCluster();
    ApiObject.of(cluster.statefulSet).addJsonPatch(
      JsonPatch.add('/spec/template/spec/containers/0/securityContext/appArmorProfile', { type: 'RuntimeDefault' }),
      JsonPatch.add('/spec/template/spec/containers/0/resizePolicy', [{ resourceName: 'memory', restartPolicy: 'RestartContainer' }]),
    );
    expect(brokerContainer(synth(cluster))).toMatchObject({
      securityContext: { appArmorProfile: { type: 'RuntimeDefault' } },
      resizePolicy: [{ resourceName: 'memory', restartPolicy: 'RestartContainer' }],
    });
  });

  test('of the cluster itself is one of its StatefulSet', () => {
    const cluster = newCluster();
    expect(ApiObject.of(cluster)).toBe(cluster.statefulSet);
    ApiObject.of(cluster).addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10));
    expect(find(synth(cluster), 'StatefulSet').spec.minReadySeconds).toBe(10);
  });

  test('stays on what is added after it', () => {
    const cluster = newCluster();
    ApiObject.of(cluster.statefulSet).addJsonPatch(JsonPatch.add('/spec/template/spec/hostname', 'broker'));
    cluster.addEnv({ name: 'TZ', value: 'UTC' });
    const manifests = synth(cluster);
    expect(podTemplate(manifests).spec.hostname).toBe('broker');
    expect(brokerContainer(manifests).env).toContainEqual({ name: 'TZ', value: 'UTC' });
  });
});
