import { Duration } from 'cdk8s';
import { ServiceType } from 'cdk8s-plus-28';
import { RabbitMQClusterProps, RabbitMQIpFamilyPolicy, RabbitMQTrafficPolicy } from '../../lib';
import { brokerContainer, find, newCluster, synth, synthCluster } from '../support/synth';

const serviceWith = (props: RabbitMQClusterProps): any => find(synthCluster(props), 'Service', 'rabbitmq-cluster');
const nodesWith = (props: RabbitMQClusterProps): any => find(synthCluster(props), 'Service', 'rabbitmq-cluster-nodes');

describe('the Service for clients', () => {
  test('has the ports of AMQP, management and metrics, each by the name of the container\'s', () => {
    expect(serviceWith({}).spec).toMatchObject({
      type: 'ClusterIP',
      ports: [
        { name: 'amqp', port: 5672, targetPort: 'amqp', appProtocol: 'amqp' },
        { name: 'management', port: 15672, targetPort: 'management', appProtocol: 'http' },
        { name: 'prometheus', port: 15692, targetPort: 'prometheus', appProtocol: 'prometheus.io/metrics' },
      ],
    });
  });

  test('never has a port that is for brokers only', () => {
    const ports = serviceWith({ service: { type: ServiceType.LOAD_BALANCER } }).spec.ports.map(({ port }: any) => port);
    expect(ports.filter((port: number) => [4369, 25672].includes(port))).toEqual([]);
  });

  test.each([
    ['rabbitmq_mqtt', { name: 'mqtt', port: 1883 }],
    ['rabbitmq_stomp', { name: 'stomp', port: 61613 }],
    ['rabbitmq_stream', { name: 'stream', port: 5552 }],
    ['rabbitmq_web_mqtt', { name: 'web-mqtt', port: 15675 }],
    ['rabbitmq_web_stomp', { name: 'web-stomp', port: 15674 }],
  ])('has the port of %s, as has the container', (plugin, { name, port }) => {
    const cluster = newCluster({ plugins: [plugin] });
    const manifests = synth(cluster);
    expect(cluster.ports).toHaveProperty([name], port);
    expect(find(manifests, 'Service', 'rabbitmq-cluster').spec.ports).toContainEqual(expect.objectContaining({ name, port, targetPort: name }));
    expect(brokerContainer(manifests).ports).toContainEqual({ name, containerPort: port });
  });

  test.each([
    ['listeners.tcp.default', '5673', 'amqp', 5673],
    ['listeners.tcp.default', '0.0.0.0:5673', 'amqp', 5673],
    ['listeners.tcp.default', ':::5673', 'amqp', 5673],
    ['management.tcp.port', '15673', 'management', 15673],
    ['prometheus.tcp.port', '15693', 'prometheus', 15693],
  ])('follows %s = %s', (key, value, name, port) => {
    const cluster = newCluster({ configuration: { raw: { [key]: value } } });
    const manifests = synth(cluster);
    expect(cluster.ports[name]).toBe(port);
    expect(find(manifests, 'Service', 'rabbitmq-cluster').spec.ports).toContainEqual(expect.objectContaining({ name, port, targetPort: name }));
    expect(brokerContainer(manifests).ports).toContainEqual({ name, containerPort: port });
  });

  test('is made as it is asked for', () => {
    const { spec, metadata } = serviceWith({ service: {
      type: ServiceType.LOAD_BALANCER,
      annotations: { 'example.com/internal': 'true' },
      externalTrafficPolicy: RabbitMQTrafficPolicy.LOCAL,
      internalTrafficPolicy: RabbitMQTrafficPolicy.CLUSTER,
      sessionAffinity: Duration.minutes(5),
      loadBalancerClass: 'example.com/internal',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      ipFamilyPolicy: RabbitMQIpFamilyPolicy.PREFER_DUAL_STACK,
      ipFamilies: ['IPv6', 'IPv4'],
    } });
    expect(metadata.annotations).toEqual({ 'example.com/internal': 'true' });
    expect(spec).toMatchObject({
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      internalTrafficPolicy: 'Cluster',
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 300 } },
      loadBalancerClass: 'example.com/internal',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      ipFamilyPolicy: 'PreferDualStack',
      ipFamilies: ['IPv6', 'IPv4'],
    });
  });

  test('has its own annotations and those of every object', () => {
    expect(serviceWith({ annotations: { owner: 'orders', both: 'object' }, service: { annotations: { both: 'service' } } }).metadata.annotations)
      .toEqual({ owner: 'orders', both: 'service' });
  });

  test('keeps its options to itself', () => {
    const nodes = nodesWith({ service: { type: ServiceType.LOAD_BALANCER, annotations: { a: 'b' }, externalTrafficPolicy: RabbitMQTrafficPolicy.LOCAL } });
    expect(nodes.metadata).not.toHaveProperty('annotations');
    expect(nodes.spec).not.toHaveProperty('type');
    expect(nodes.spec).not.toHaveProperty('externalTrafficPolicy');
  });
});

describe('the Service for nodes', () => {
  test('names each node, those that aren\'t ready too', () => {
    expect(nodesWith({}).spec).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      ports: [
        { name: 'epmd', port: 4369, targetPort: 'epmd' },
        { name: 'cluster-rpc', port: 25672, targetPort: 'cluster-rpc' },
      ],
    });
  });

  test('is the StatefulSet\'s', () => {
    expect(find(synthCluster(), 'StatefulSet').spec.serviceName).toBe('rabbitmq-cluster-nodes');
  });

  test('has the IP families of the other', () => {
    expect(nodesWith({ service: { ipFamilyPolicy: RabbitMQIpFamilyPolicy.SINGLE_STACK, ipFamilies: ['IPv6'] } }).spec)
      .toMatchObject({ ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv6'] });
  });
});
