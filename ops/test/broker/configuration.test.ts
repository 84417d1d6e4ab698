import { configuredIn } from '../../src/broker/configuration';

const data = {
  '10-main.conf': 'default_vhost = orders\nprometheusXpath = /wrong\nprometheus.path = /metrics',
  '20-raw.conf': 'prometheus.path = \'/internal\'\n',
};

test.each([
  ['default_vhost', 'orders'],
  ['prometheus.path', '/internal'],
  ['management.path_prefix', undefined],
])('%s is %s', (key, value) => {
  expect(configuredIn({ data }, key)).toBe(value);
});

test('a dot of a key matches only a dot', () => {
  expect(configuredIn({ data: { 'rabbitmq.conf': 'prometheusXpath = /wrong' } }, 'prometheus.path')).toBeUndefined();
});

test('nothing is configured without a ConfigMap', () => {
  expect(configuredIn(undefined, 'default_vhost')).toBeUndefined();
});
