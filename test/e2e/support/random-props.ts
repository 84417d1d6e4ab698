import { Duration } from 'cdk8s';
import { ImagePullPolicy, k8s, ServiceType } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { RabbitMQIpFamilyPolicy, RabbitMQSpread, RabbitMQTrafficPolicy, RabbitMQVersion, type RabbitMQClusterProps } from '../../../lib';

/** Right values as a rule, and now and then what people mistype. */
const mostly = <Value>(right: fc.Arbitrary<Value>, wrong: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 24, arbitrary: right }, { weight: 1, arbitrary: wrong });
const someOf = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const oddWord = fc.oneof(someOf('x'.repeat(53), 'x'.repeat(64), 'Upper', '1st', 'dot.ted', 'a_b', '-a', 'a-', '', ' ', 'ä'), fc.string({ maxLength: 12 }));
const word = mostly(someOf('orders', 'a', 'orders-1'), oddWord);
const path = mostly(someOf('/x', '/y/z'), someOf('/etc/rabbitmq', '/tmp', 'relative', '/a:b', ''));
const labels = fc.dictionary(mostly(someOf('team', 'example.com/team'), fc.oneof(oddWord, someOf('a/b/c', 'app', 'cluster'))), word, { maxKeys: 2 });
const oddQuantity = someOf('0', '-1', '128Mi', 'much', '1k', '', '1e3', '64Ki');
const cpu = mostly(someOf('1', '500m', '2', '1.5'), oddQuantity);
const bytes = mostly(someOf('1Gi', '1.5Gi', '2G', '2Gi', '4Gi', '4e9', '2147483648', '10Ti'), oddQuantity);
const duration = mostly(fc.integer({ min: 1, max: 1200 }), someOf(0, 100_000))
  .map(seconds => Duration.seconds(seconds));
const count = mostly(fc.integer({ min: 1, max: 2 }), fc.integer({ min: -1, max: 6 }));
const spread = someOf(...Object.values(RabbitMQSpread));
const optional = <Shape extends object>(
  shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> },
): fc.Arbitrary<Partial<Shape>> =>
  fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Partial<Shape>>;

const serviceOfAnyType = {
  annotations: labels,
  internalTrafficPolicy: someOf(...Object.values(RabbitMQTrafficPolicy)),
  sessionAffinity: duration,
  ipFamilyPolicy: someOf(RabbitMQIpFamilyPolicy.SINGLE_STACK, RabbitMQIpFamilyPolicy.PREFER_DUAL_STACK),
};
const balanced = {
  externalTrafficPolicy: someOf(...Object.values(RabbitMQTrafficPolicy)),
  loadBalancerClass: mostly(someOf('example.com/balancer'), oddWord),
  loadBalancerSourceRanges: fc.array(mostly(someOf('10.0.0.0/8', '192.168.0.0/16'), someOf('10.0.0.1', 'everywhere')), { maxLength: 2 }),
};

const volume = fc.record({ name: mostly(someOf('scratch'), word), emptyDir: fc.constant({}) });
const containerNamed = (name: string): fc.Arbitrary<k8s.Container> => fc.record({
  name: mostly(someOf(name), word),
  image: someOf('busybox:1', 'rabbitmq:4.3'),
  securityContext: fc.constant<k8s.SecurityContext>({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } }),
});

/** Props of a cluster, with what people mistype among them. */
export const randomProps: fc.Arbitrary<RabbitMQClusterProps> = optional<RabbitMQClusterProps>({
  name: word,
  replicas: mostly(fc.integer({ min: 0, max: 9 }), someOf(-1, 1.5, 1000)),
  version: someOf(...['3.10', '3.11.28', '3.12.14', '3.13.7', '4.0', '4.1.8', '4.2.10', '4.3.6'].map(version => RabbitMQVersion.of(version))),
  imagePullPolicy: someOf(...Object.values(ImagePullPolicy)),
  resources: mostly<object>(
    optional({ cpuRequest: someOf('100m', '0.5'), cpuLimit: someOf('1', '2500m'), memoryRequest: someOf('512Mi', '5e8'), memoryLimit: someOf('1Gi', '1.5Gi', '2G', '2147483648') }),
    optional({ cpuRequest: cpu, cpuLimit: cpu, memoryRequest: bytes, memoryLimit: bytes }),
  ),
  storage: optional({
    size: bytes,
    storageClass: word,
    accessMode: mostly(someOf('ReadWriteOnce', 'ReadWriteOncePod'), someOf('ReadWriteMany', 'Anything')),
    retainOnDelete: fc.boolean(),
    retainOnScaleIn: fc.boolean(),
    ephemeral: fc.boolean(),
    additionalClaims: fc.array(fc.record({ name: word, mountPath: path, size: bytes }), { maxLength: 1 }),
  }),
  configuration: optional({
    raw: fc.dictionary(mostly(someOf('channel_max', 'heartbeat'), someOf('network_backlog', 'disk_free_limit.relative', 'mqtt.vhost')), mostly(someOf('60', '128'), oddWord), { maxKeys: 2 }),
  }),
  plugins: fc.array(mostly(someOf('rabbitmq_mqtt', 'rabbitmq_stream', 'rabbitmq_stomp', 'rabbitmq_web_mqtt'), someOf('rabbitmq_strem')), { maxLength: 3 }),
  credentials: optional({ username: word }),
  scheduling: optional({
    nodeSpread: spread,
    zoneSpread: spread,
    nodeSelector: labels,
    priorityClassName: word,
    tolerations: fc.array(fc.record({ key: word, operator: mostly(someOf('Equal'), someOf('Exists', 'Like')), effect: mostly(someOf('NoSchedule', 'NoExecute'), someOf('Never')) }), { maxLength: 1 }),
    topologySpreadConstraints: fc.array(fc.record({
      maxSkew: count,
      topologyKey: word,
      whenUnsatisfiable: mostly(someOf('DoNotSchedule', 'ScheduleAnyway'), someOf('Perhaps')),
    }), { maxLength: 1 }),
  }),
  service: fc.oneof(
    optional(serviceOfAnyType),
    optional({ ...serviceOfAnyType, type: someOf(ServiceType.LOAD_BALANCER), ...balanced }),
    mostly<object>(fc.constant({}), optional({ ...serviceOfAnyType, ...balanced, type: someOf(...Object.values(ServiceType)), ipFamilies: fc.array(someOf('IPv4', 'IPv5'), { maxLength: 2 }) })),
  ),
  disruptionBudget: mostly<object>(
    fc.record({ maxUnavailable: count }),
    optional({ enabled: fc.boolean(), maxUnavailable: count, minAvailable: count }),
  ),
  probes: optional({
    startupTimeout: duration,
    startupPeriod: duration,
    readinessPeriod: duration,
    readinessTimeout: duration,
    readinessFailureThreshold: count,
  }),
  shutdown: optional({ quorumTimeout: duration, drainTimeout: duration, flushTimeout: duration }),
  pod: optional({
    labels,
    annotations: labels,
    env: fc.array(fc.record({ name: mostly(someOf('TZ', 'LANG'), fc.oneof(oddWord, someOf('RABBITMQ_NODENAME', 'A B'))), value: word }), { maxLength: 2 }),
    sidecars: fc.array(containerNamed('sidecar'), { maxLength: 1 }),
    initContainers: fc.array(containerNamed('before'), { maxLength: 1 }),
    volumes: fc.array(volume, { maxLength: 1 }),
    volumeMounts: fc.array(fc.record({ name: mostly(someOf('tmp', 'home'), word), mountPath: path }), { maxLength: 1 }),
  }),
  labels,
  annotations: labels,
  ordinalStart: mostly(fc.integer({ min: 0, max: 3 }), someOf(-1)),
  production: fc.boolean(),
});
