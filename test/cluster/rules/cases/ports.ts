import { Case, raw } from '../check';

export const PORT_CASES: readonly Case[] = [
  {
    id: 'port-twice',
    outside: raw({ 'management.tcp.port': '5672' }),
    says: /^port 5672 is taken twice, by the default of "listeners\.tcp\.default" and by configuration\.raw "management\.tcp\.port"/,
    inside: raw({ 'management.tcp.port': '8080' }),
  },
  {
    id: 'port-twice', about: 'with the port mapper',
    outside: raw({ 'listeners.tcp.default': '4369' }),
    says: /^port 4369 is taken twice, by configuration\.raw "listeners\.tcp\.default" and by epmd/,
    inside: raw({ 'listeners.tcp.default': '4370' }),
  },
  {
    id: 'port-twice', about: 'between the brokers',
    outside: raw({ 'listeners.ssl.default': '25672' }),
    says: /25672 .* by cluster-rpc/,
    inside: raw({ 'listeners.ssl.default': '5671' }),
  },
  {
    id: 'port-twice', about: 'of a plugin',
    outside: { ...raw({ 'prometheus.tcp.port': '1883' }), plugins: ['rabbitmq_web_mqtt'] },
    says: /"mqtt\.listeners\.tcp\.default"/,
    inside: raw({ 'prometheus.tcp.port': '1883' }),
  },
  {
    id: 'port-twice', about: 'with TLS',
    outside: raw({ 'management.ssl.port': '15672', 'management.tcp.ip': '0.0.0.0' }),
    says: /"management\.tcp\.port" and by configuration\.raw "management\.ssl\.port"/,
    inside: raw({ 'management.ssl.port': '15671', 'management.tcp.port': '15672' }),
  },
  {
    id: 'port-twice', about: 'of a sidecar',
    outside: { pod: { sidecars: [{ name: 'proxy', image: 'proxy:1', ports: [{ containerPort: 15692 }] }] } },
    says: /^port 15692 .* by pod\.sidecars "proxy"/,
    inside: { pod: { sidecars: [{ name: 'proxy', image: 'proxy:1', ports: [{ containerPort: 15693 }] }] } },
  },
  {
    id: 'listener-off',
    outside: raw({ 'listeners.tcp': 'none' }),
    says: /^configuration\.raw "listeners\.tcp" is none: probes and the client Service go to port 5672/,
    inside: raw({ 'listeners.ssl': 'none' }),
  },
  {
    id: 'listener-off', about: 'of a plugin',
    outside: { ...raw({ 'stream.listeners.tcp': 'none' }), plugins: ['rabbitmq_stream'] },
    says: /port 5552/,
    inside: { plugins: ['rabbitmq_stream'] },
  },
  {
    id: 'listener-name',
    outside: raw({ 'listeners.tcp.1': '5673' }),
    says: /^configuration\.raw "listeners\.tcp\.1" stands in for the default listener.*"listeners\.tcp\.default"/,
    inside: raw({ 'listeners.tcp.1': '5673', 'listeners.tcp.default': '5672' }),
  },
  {
    id: 'listener-loopback',
    outside: raw({ 'listeners.tcp.default': '127.0.0.1:5672' }),
    says: /is 127\.0\.0\.1:5672: nobody outside the pod can connect/,
    inside: raw({ 'listeners.tcp.default': '0.0.0.0:5672' }),
  },
  {
    id: 'listener-address',
    outside: raw({ 'prometheus.tcp.listener': 'none' }),
    says: /"prometheus\.tcp\.listener" is none, and the Service's port is 15692/,
    inside: raw({ 'prometheus.tcp.listener': '0.0.0.0:15692' }),
  },
  {
    id: 'listener-address', about: 'with another port',
    outside: raw({ 'prometheus.tcp.listener': '0.0.0.0:9000' }),
    says: /set "prometheus\.tcp\.port"/,
    inside: raw({ 'prometheus.tcp.port': '9000' }),
  },
  {
    id: 'plain-listener-silenced', rule: 69,
    outside: raw({ 'management.ssl.port': '15671' }),
    says: /^configuration\.raw "management\.ssl\.port" without any "management\.tcp" key switches the plain listener off, .*15672.*"management\.tcp\.port"/,
    inside: raw({ 'management.ssl.port': '15671', 'management.tcp.port': '15672' }),
  },
  {
    id: 'plain-listener-silenced', rule: 69, about: 'of the metrics',
    outside: raw({ 'prometheus.ssl.certfile': '/tls/tls.crt' }),
    says: /prometheus/,
    inside: raw({ 'prometheus.ssl.certfile': '/tls/tls.crt', 'prometheus.tcp.ip': '0.0.0.0' }),
  },
];
