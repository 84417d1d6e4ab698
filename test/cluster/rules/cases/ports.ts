import { tls } from '../certified';
import { at, Case, raw } from '../check';

export const PORT_CASES: readonly Case[] = [
  {
    id: 'distribution-port',
    outside: raw({ 'distribution.listener.port_range.min': '25680' }),
    says: /^configuration\.raw "distribution\.listener\.port_range\.min" is 25680, which .*port 25672\. Remove it$/,
    inside: raw({ 'distribution.listener.port_range.min': '25672', 'distribution.listener.port_range.max': '25672' }),
  },
  {
    id: 'listener-without-certificate',
    outside: raw({ 'listeners.ssl.internal': '5673' }),
    says: /^configuration\.raw "listeners\.ssl\.internal" is 5673, but brokers have no certificate/,
    inside: raw({ 'listeners.ssl.internal': '5673', 'ssl_options.certfile': '/etc/tls.crt' }),
  },
  {
    id: 'listener-without-certificate', about: 'of a plugin',
    outside: { ...raw({ 'mqtt.listeners.ssl.default': '8883' }), plugins: ['rabbitmq_mqtt'] },
    says: /"mqtt\.listeners\.ssl\.default" is 8883/,
    inside: { ...tls(), ...raw({ 'listeners.ssl.internal': '5673' }) },
  },
  {
    id: 'port-twice',
    outside: raw({ 'management.tcp.port': '5672' }),
    says: /^port 5672 is used twice, by the default of "listeners\.tcp\.default" and by/,
    inside: raw({ 'management.tcp.port': '8080' }),
  },
  {
    id: 'port-twice', about: 'with the port mapper',
    outside: raw({ 'listeners.tcp.default': '4369' }),
    says: /^port 4369 is used twice, by configuration\.raw "listeners\.tcp\.default" and by epmd, the/,
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
    says: /^configuration\.raw "listeners\.tcp" is none, and there is no TLS: probes and the/,
    inside: raw({ 'listeners.tcp': 'none', 'listeners.ssl.default': '5671' }),
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
    says: /^configuration\.raw "listeners\.tcp\.1" replaces the default listener, which probes and the client Service use\. Name it "listeners\.tcp\.default", or set that key too$/,
    inside: raw({ 'listeners.tcp.1': '5673', 'listeners.tcp.default': '5672' }),
  },
  {
    id: 'listener-loopback',
    outside: raw({ 'listeners.tcp.default': '127.0.0.1:5672' }),
    says: /^configuration\.raw "listeners\.tcp\.default" is 127\.0\.0\.1:5672: nothing outside the pod can connect, including probes\./,
    inside: raw({ 'listeners.tcp.default': '0.0.0.0:5672' }),
  },
  {
    id: 'listener-address',
    outside: raw({ 'prometheus.tcp.listener': 'none' }),
    says: /^configuration\.raw "prometheus\.tcp\.listener" is none, but the Service's port is 15692: no listener/,
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
    says: /^configuration\.raw "management\.ssl\.port" without any "management\.tcp" key disables the plain listener: nothing answers/,
    inside: raw({ 'management.ssl.port': '15671', 'management.tcp.port': '15672' }),
  },
  {
    id: 'plain-listener-silenced', rule: 69, about: 'of the metrics',
    outside: at('3.11.15', { 'prometheus.ssl.certfile': '/tls/tls.crt' }),
    says: /"prometheus\.ssl\.certfile" without any "prometheus\.tcp" key .*15692/,
    inside: at('3.11.16', { 'prometheus.ssl.certfile': '/tls/tls.crt' }),
  },
  {
    id: 'plain-listener-silenced', rule: 69, about: 'of the metrics with any option',
    outside: at('3.10.25', { 'prometheus.ssl.port': '15691' }),
    says: /"prometheus\.ssl\.port"/,
    inside: at('3.10.25', { 'prometheus.ssl.port': '15691', 'prometheus.tcp.ip': '0.0.0.0' }),
  },
  { id: 'port-twice', about: 'of STOMP', outside: { plugins: ['rabbitmq_stomp'], ...raw({ 'management.tcp.port': '61613' }) }, says: /61613/, inside: raw({ 'management.tcp.port': '61613' }) },
  { id: 'port-twice', about: 'of MQTT over WebSocket', outside: { plugins: ['rabbitmq_web_mqtt'], ...raw({ 'management.tcp.port': '15675' }) }, says: /15675/, inside: raw({ 'management.tcp.port': '15675' }) },
  { id: 'port-twice', about: 'of STOMP over WebSocket', outside: { plugins: ['rabbitmq_web_stomp'], ...raw({ 'management.tcp.port': '15674' }) }, says: /15674/, inside: raw({ 'management.tcp.port': '15674' }) },
  { id: 'port-twice', about: 'with TLS by default', outside: raw({ 'management.tcp.port': '15671', 'management.ssl.certfile': '/tls.crt' }), says: /default of "management\.ssl\.port"/, inside: raw({ 'management.tcp.port': '15671' }) },
  { id: 'listener-loopback', about: 'of IPv6', outside: raw({ 'listeners.tcp.default': '::1:5672' }), says: /is ::1:5672/, inside: raw({ 'listeners.tcp.default': ':::5672' }) },
  {
    id: 'plain-listener-silenced', rule: 69, about: 'of plugins that keep theirs',
    outside: { plugins: ['rabbitmq_web_mqtt'], ...raw({ 'management.ssl.port': '15671' }) },
    says: /management/,
    inside: { plugins: ['rabbitmq_web_mqtt'], ...raw({ 'web_mqtt.ssl.port': '15676' }) },
  },
];
