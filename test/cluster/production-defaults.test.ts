import { RabbitMQCertificate, RabbitMQClusterProps, RabbitMQVersion } from '../../lib';
import { brokerConfiguration, newChart, newCluster, podTemplate, synth, synthCluster } from '../support/synth';

const KEYS = /^(management\.(login_session_timeout|hsts)|prometheus\.authentication)/;
const keysOf = (props: RabbitMQClusterProps): Record<string, string> =>
  Object.fromEntries(Object.entries(brokerConfiguration(synth(newCluster(props, newChart({ namespace: 'shop' }))))).filter(([key]) => KEYS.test(key)));
const tls = { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }) };

describe('in production', () => {
  test('sessions of the management UI last 1 hour, browsers keep to TLS, and metrics need a login', () => {
    expect(keysOf({ production: true, tls })).toEqual({
      'management.login_session_timeout': '60', 'management.hsts.policy': 'max-age=31536000', 'prometheus.authentication.enabled': 'true',
    });
  });

  test('browsers are not bound to TLS where there is none', () => {
    expect(keysOf({ production: true })).not.toHaveProperty(['management.hsts.policy']);
  });

  test('releases that do not know a key do without it', () => {
    expect(keysOf({ production: true, version: RabbitMQVersion.V3_10 })).not.toHaveProperty(['prometheus.authentication.enabled']);
  });

  test('configuration.raw replaces them', () => {
    expect(keysOf({ production: true, configuration: { raw: { 'prometheus.authentication.enabled': 'false' } } })).toMatchObject({ 'prometheus.authentication.enabled': 'false' });
  });

  test('none of it is set elsewhere', () => {
    expect(keysOf({ tls })).toEqual({});
  });
});

describe('the volumes of a pod without a claim', () => {
  const volumes: any[] = podTemplate(synthCluster({ resources: { memoryLimit: '2Gi' } })).spec.volumes.filter(({ emptyDir }: any) => emptyDir);

  test('are limited, and that with the cookie is in memory', () => {
    expect(volumes).toEqual([
      { name: 'home', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
      { name: 'logs', emptyDir: { sizeLimit: '6144Mi' } },
      { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
    ]);
  });
});
