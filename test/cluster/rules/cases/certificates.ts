import { OF_ANY_POD, OF_EACH_POD, OF_SERVICE } from '../../../support/certificates';
import { certificate, issued, publicly, tls } from '../certified';
import { Case } from '../check';

export const CERTIFICATE_CASES: readonly Case[] = [
  {
    id: 'certificate-names', about: 'of pods',
    outside: tls(OF_SERVICE),
    says: new RegExp([
      String.raw`^tls\.certificate is for rabbitmq-cluster\.shop\.svc, but not for rabbitmq-cluster-0\.rabbitmq-cluster-nodes\.shop\.svc, `,
      '.*rabbitmq-cluster-2.*clients would reject',
    ].join('')),
    inside: tls(OF_ANY_POD),
  },
  {
    id: 'certificate-names', about: 'of a pod more',
    outside: { ...tls(OF_EACH_POD), replicas: 5 },
    says: /not for rabbitmq-cluster-3\.\S+, rabbitmq-cluster-4\.\S+:/,
    inside: { ...tls(OF_EACH_POD), replicas: 3 },
  },
  {
    id: 'certificate-names', about: 'of the pods that there may be one day',
    outside: { ...tls(OF_EACH_POD), then: (cluster) => { cluster.reserveReplicas(4); } },
    says: /not for rabbitmq-cluster-3\.\S+:/,
    inside: { ...tls(OF_EACH_POD), then: (cluster) => { cluster.reserveReplicas(3); } },
  },
  {
    id: 'certificate-names', about: 'of another namespace',
    outside: { ...tls(OF_ANY_POD), namespace: 'store' },
    says: /not for rabbitmq-cluster\.store\.svc, /,
    inside: tls(OF_ANY_POD),
  },
  {
    id: 'certificate-names', about: 'that clients verify',
    outside: { ...tls(OF_ANY_POD), namespace: 'store' },
    says: /or set tls\.serverName to a name that it is for/,
    inside: { ...tls(OF_ANY_POD, { serverName: 'amqp.example.com' }), namespace: 'store' },
  },
  {
    id: 'certificate-server-name',
    outside: tls(OF_ANY_POD, { serverName: 'mq.example.com' }),
    says: /^tls\.serverName is "mq\.example\.com", and tls\.certificate is for .*amqp\.example\.com:/,
    inside: tls(OF_ANY_POD, { serverName: 'amqp.example.com' }),
  },
  {
    id: 'certificate-server-name', about: 'of a requested certificate',
    outside: issued({ publiclyTrusted: true, dnsNames: ['*.example.com'] }, { serverName: 'mq.eu.example.com' }),
    says: /is for \*\.example\.com:/,
    inside: issued({ publiclyTrusted: true, dnsNames: ['*.example.com'] }, { serverName: 'mq.example.com' }),
  },
  {
    id: 'certificate-server-name-missing',
    outside: issued({ publiclyTrusted: true }),
    says: /^tls\.certificate is issued by a public authority, .*Add the host/,
    inside: issued({ publiclyTrusted: true, dnsNames: ['mq.example.com'] }),
  },
  {
    id: 'certificate-server-name-missing', about: 'behind a wildcard',
    outside: issued({ internalNames: false, dnsNames: ['*.example.com'] }),
    says: /^tls\.certificate is issued with internalNames false, /,
    inside: issued({ internalNames: true, dnsNames: ['*.example.com'] }),
  },
  {
    id: 'certificate-server-name-unknown',
    outside: publicly(),
    says: /^tls\.certificate is signed by a public authority, .*"rabbitmq-cluster".*Set tls\.serverName/,
    inside: publicly({ serverName: 'amqp.example.com' }),
  },
  {
    id: 'certificate-internal-names-between-nodes',
    outside: issued({ internalNames: false, dnsNames: ['mq.example.com'] }, { interNode: {} }),
    says: /^the certificate of tls\.interNode is issued without internalNames, /,
    inside: issued({ dnsNames: ['mq.example.com'] }, { interNode: {} }),
  },
  {
    id: 'certificate-names-between-nodes',
    outside: tls(OF_ANY_POD, { interNode: {} }),
    says: /^the certificate of tls\.interNode is for rabbitmq-cluster\.shop\.svc, \*\.rabbitmq-cluster-nodes\.shop, amqp\.example\.com, but not for/,
    inside: tls(OF_EACH_POD, { interNode: {} }),
  },
  {
    id: 'certificate-names-between-nodes', about: 'of its own certificate',
    outside: tls(OF_ANY_POD, { interNode: { certificate: certificate(OF_ANY_POD) } }),
    says: /rabbitmq-cluster-2\.rabbitmq-cluster-nodes\.shop:/,
    inside: tls(OF_ANY_POD, { interNode: { certificate: certificate(OF_EACH_POD) } }),
  },
  {
    id: 'certificate-names-added',
    outside: { ...tls(OF_ANY_POD), then: (cluster) => { cluster.addCertificateNames('mq.example.com'); } },
    says: /^addCertificateNames\(\) has "mq\.example\.com", but tls\.certificate is for .*amqp\.example\.com\. Issue it/,
    inside: { ...tls(OF_ANY_POD), then: (cluster) => { cluster.addCertificateNames('amqp.example.com'); } },
  },
  {
    id: 'certificate-names-added', about: 'without TLS',
    outside: { then: (cluster) => { cluster.addCertificateNames('mq.example.com'); } },
    says: /brokers have no certificate/,
    inside: { ...tls(), then: (cluster) => { cluster.addCertificateNames('mq.example.com'); } },
  },
];
