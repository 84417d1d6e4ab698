import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { RabbitMQCertificate, RabbitMQClientCertificates, RabbitMQCluster, type RabbitMQClusterProps, type RabbitMQTlsOptions } from '../../../lib';
import type { Authority, KeyPair } from '../support/authority';
import { manifestsOf } from '../support/deployment';
import type { Manifest } from '../support/manifests';

export const NAME = 'secure';

/** The ports of a secured cluster by name. */
export const TLS_PORTS = {
  amqps: 5671,
  'management-tls': 15_671,
  'prometheus-tls': 15_691,
  mqtts: 8883,
  stomps: 61_614,
  streams: 5551,
  'web-mqtt-tls': 15_676,
  'web-stomp-tls': 15_673,
};

export const CLIENTS_SHOW_CERTIFICATES = ['amqps', 'mqtts', 'stomps', 'streams', 'web-mqtt-tls', 'web-stomp-tls'];

export const PLAIN_PORTS = [5672, 15_672, 15_692, 1883, 61_613, 5552, 15_675, 15_674];

/** A cluster that speaks TLS only, in each protocol there is, by the certificate in the Secret `brokers`. */
export function securedCluster(
  tls: Partial<RabbitMQTlsOptions>,
  props: Partial<RabbitMQClusterProps> = {},
): Manifest[] {
  return manifestsOf((app) => {
    const chart = new Chart(app, 'tls');
    new RabbitMQCluster(chart, 'RabbitMQ', {
      name: NAME,
      plugins: ['rabbitmq_stream', 'rabbitmq_web_mqtt', 'rabbitmq_web_stomp'],
      tls: {
        certificate: RabbitMQCertificate.fromSecret(Secret.fromSecretName(chart, 'Certificate', 'brokers')),
        disablePlainListeners: true,
        clientCertificates: RabbitMQClientCertificates.REQUIRED,
        ...tls,
      },
      ...props,
    });
    return chart;
  });
}

/** A certificate for the client Service and for each pod. */
export function brokersCertificate(authority: Authority, namespace: string, replicas = 3): KeyPair {
  return authority.issue({
    commonName: NAME,
    dnsNames: [`${NAME}.${namespace}.svc`, ...Array.from({ length: replicas }, (_, ordinal) => `${NAME}-${ordinal}.${NAME}-nodes.${namespace}`)],
  });
}
