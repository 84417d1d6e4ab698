import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCertificate, RabbitMQClusterProps, RabbitMQIpFamilyPolicy } from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerContainer, find, newChart, newCluster, podTemplate, synth } from '../support/synth';

const made = (props: RabbitMQClusterProps = {}): Manifest[] => synth(newCluster({ ipv6: true, ...props }, newChart({ namespace: 'six' })), { external: { Secret: ['brokers'] } });
const env = (manifests: readonly Manifest[]): Record<string, string> =>
  Object.fromEntries(brokerContainer(manifests).env.map(({ name, value }: any) => [name, value]));
const tls = { certificate: RabbitMQCertificate.fromSecret(Secret.fromSecretName(newChart(), 'Secret', 'brokers')) };

describe('IPv6 between brokers', () => {
  test('is what brokers and command line tools use', () => {
    expect(env(made())).toMatchObject({
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-proto_dist inet6_tcp', RABBITMQ_CTL_ERL_ARGS: '-proto_dist inet6_tcp', ERL_INETRC: '/var/lib/rabbitmq/ipv6.inetrc',
    });
    expect(podTemplate(made()).spec.initContainers[0].command[2]).toContain('echo \'{inet6, true}.\' >/var/lib/rabbitmq/ipv6.inetrc');
  });

  test('goes together with TLS', () => {
    const options = '-proto_dist inet6_tls -ssl_dist_optfile /var/lib/rabbitmq/inter-node-tls.config';
    expect(env(made({ tls: { ...tls, interNode: {} } }))).toMatchObject({ RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: `-ssl ssl_pem_cache_clean 10000 ${options}`, RABBITMQ_CTL_ERL_ARGS: options });
    expect(env(made({ tls }))).toMatchObject({ RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-ssl ssl_pem_cache_clean 10000 -proto_dist inet6_tcp', RABBITMQ_CTL_ERL_ARGS: '-proto_dist inet6_tcp' });
  });

  test('can\'t be switched on or off: it is in what Kubernetes lets nobody change', () => {
    const annotations = (manifests: readonly Manifest[]): any => find(manifests, 'StatefulSet').spec.volumeClaimTemplates[0].metadata.annotations;
    expect(annotations(made())).toEqual({ 'cdk8s-rabbitmq/inter-node-ipv6': 'true' });
    expect(annotations(made({ ipv6: false }))).toBeUndefined();
  });

  test('gives the Services IPv6 addresses, unless families are stated', () => {
    const families = (manifests: readonly Manifest[]): any[] =>
      ['rabbitmq-cluster', 'rabbitmq-cluster-nodes'].map(name => find(manifests, 'Service', name).spec).map(({ ipFamilies, ipFamilyPolicy }) => ({ ipFamilies, ipFamilyPolicy }));
    const single = { ipFamilies: ['IPv6'], ipFamilyPolicy: 'SingleStack' };
    const dual = { ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: RabbitMQIpFamilyPolicy.REQUIRE_DUAL_STACK };
    expect(families(made())).toEqual([single, single]);
    expect(families(made({ service: dual }))).toEqual([dual, dual]);
    expect(families(made({ ipv6: false }))).toEqual([{}, {}]);
  });

  test('keeps its variables to itself', () => {
    const errors = (name: string, ipv6: boolean): string => newCluster({ ipv6, pod: { env: [{ name, value: 'x' }] } }, newChart({ namespace: 'six' })).node.validate().join();
    expect(errors('RABBITMQ_CTL_ERL_ARGS', true)).toMatch(/"RABBITMQ_CTL_ERL_ARGS", which ipv6 sets/);
    expect(errors('ERL_INETRC', true)).toMatch(/"ERL_INETRC", which the cluster sets from other props/);
    expect([errors('RABBITMQ_CTL_ERL_ARGS', false), errors('ERL_INETRC', false)]).toEqual(['', '']);
  });

  test('has the preStop hook find its broker by both families', () => {
    const script = (manifests: readonly Manifest[]): string =>
      brokerContainer(manifests).lifecycle.preStop.exec.command[2];
    expect(script(made())).toContain('{host, {0,0,0,0,0,0,0,1}, ["%s"]}.');
    expect(script(made())).toContain('{inet6, true}.');
    expect(script(made({ ipv6: false }))).not.toContain('inet6');
  });
});
