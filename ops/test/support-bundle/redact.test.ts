import { redact } from '../../src/support-bundle/redact';

describe('a support bundle', () => {
  test.each([
    ['default_pass = hunter2', 'default_pass = [redacted]'],
    ['  password: "hunter2"', '  password: [redacted]'],
    ['auth_oauth2.client_secret = hunter2', 'auth_oauth2.client_secret = [redacted]'],
    ['erlang-cookie: hunter2', 'erlang-cookie: [redacted]'],
    ['connecting to amqps://admin:hunter2@mq.example.com:5671/orders', 'connecting to amqps://[redacted]@mq.example.com:5671/orders'],
    ['-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----', '[redacted]'],
  ])('has no secret of %j', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  test.each(['listeners.tcp.default = 5672', 'name: mq-credentials', 'https://www.rabbitmq.com/docs', 'user admin logged in'])('keeps %j', (text) => {
    expect(redact(text)).toBe(text);
  });
});
