import { Yaml } from 'cdk8s';
import { k8s, ServiceType } from 'cdk8s-plus-28';
import { RabbitMQClusterProps, RabbitMQSpread, RabbitMQVersion } from '../../lib';
import { newCluster, synth, synthCluster } from '../support/synth';

const PROPS: RabbitMQClusterProps = {
  name: 'orders',
  replicas: 3,
  version: RabbitMQVersion.V4_0,
  resources: { cpuRequest: '1', cpuLimit: '2', memoryRequest: '4Gi', memoryLimit: '4Gi' },
  storage: { size: '20Gi', storageClass: 'fast', retainOnScaleIn: false },
  configuration: { memory: { highWatermark: 0.5 }, raw: { heartbeat: '30', channel_max: '128', 'log.console.level': 'info' } },
  plugins: ['rabbitmq_shovel', 'rabbitmq_mqtt', 'rabbitmq_stomp'],
  scheduling: {
    nodeSpread: RabbitMQSpread.REQUIRED,
    nodeSelector: { pool: 'brokers', disk: 'ssd' },
    tolerations: [{ key: 'brokers', operator: 'Exists', effect: 'NoSchedule' }],
  },
  service: { type: ServiceType.LOAD_BALANCER, annotations: { b: '2', a: '1' } },
  pod: {
    labels: { z: '1', a: '2' },
    annotations: { z: '1', a: '2' },
    env: [{ name: 'TZ', value: 'UTC' }],
    sidecars: [{ name: 'side', image: 'side:1', resources: { limits: { cpu: k8s.Quantity.fromString('1'), memory: k8s.Quantity.fromString('1Gi') } } }],
  },
  labels: { team: 'orders', stage: 'prod' },
  annotations: { owner: 'orders', contact: 'nobody' },
};

/** The same with the props of each plain object in the opposite order; lists stay as they are. */
function turned<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(turned) as Value;
  }
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain
    ? Object.fromEntries(Object.entries(value).reverse().map(([key, child]) => [key, turned(child)])) as Value
    : value;
}

const yamlOf = (props: RabbitMQClusterProps): string => Yaml.stringify(...synthCluster(props));

describe('the same input makes the same bytes', () => {
  const expected = yamlOf(PROPS);

  test('twice in one process', () => {
    expect(yamlOf(PROPS)).toBe(expected);
  });

  test('when one construct is synthesized twice', () => {
    const cluster = newCluster(PROPS);
    expect(Yaml.stringify(...synth(cluster))).toBe(Yaml.stringify(...synth(cluster)));
  });

  test('when props are given in another order', () => {
    expect(Object.keys(turned(PROPS))).not.toEqual(Object.keys(PROPS));
    expect(yamlOf(turned(PROPS))).toBe(expected);
  });

  test('when plugins are given in another order, or twice', () => {
    expect(yamlOf({ ...PROPS, plugins: ['rabbitmq_stomp', 'rabbitmq_mqtt', 'rabbitmq_shovel', 'rabbitmq_mqtt'] })).toBe(expected);
  });

  test('when plugins and keys are added after construction', () => {
    const cluster = newCluster({ ...PROPS, plugins: [], configuration: { ...PROPS.configuration, raw: {} } });
    cluster.addPlugins('rabbitmq_stomp');
    cluster.addConfig('log.console.level', 'info');
    cluster.addConfig('channel_max', '128');
    cluster.addConfig('heartbeat', '30');
    cluster.addPlugins('rabbitmq_mqtt', 'rabbitmq_shovel');
    expect(Yaml.stringify(...synth(cluster))).toBe(expected);
  });

  test('on another day', () => {
    jest.useFakeTimers({ now: new Date('2039-12-31T23:59:59Z') });
    try {
      expect(yamlOf(PROPS)).toBe(expected);
      expect(newCluster({ version: RabbitMQVersion.NEWEST }).warnings.filter(warning => warning.includes('support'))).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });
});
