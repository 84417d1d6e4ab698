import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { erlangVerdict } from '../../src/upgrade/erlang';

const judge = (running: string[], from: string, to: string, isKhepri = true) =>
  erlangVerdict(
    { erlang: Object.fromEntries(running.map((version, i) => [`rabbit@orders-${i}`, version])) },
    isKhepri,
    { image: from, release: RabbitMQVersion.of('4.2.10') },
    { image: to, release: RabbitMQVersion.of('4.3.6') },
  );

const OWN = 'registry.example.com/mq:17';
const DIGEST = `sha256:${'0'.repeat(64)}`;
const OFFICIAL = 'docker.io/library/rabbitmq:4.3.6';

test.each([
  ['is fine from one to the same', ['27.3.4'], OWN, OFFICIAL],
  ['is fine between neighbours up to 27', ['26.2.5', '26.2.1'], OWN, OFFICIAL],
])('Erlang %s', (_, running, from, to) => {
  expect(judge(running, from, to)).toEqual({});
});

test.each([['28.1'], ['25.3.2']])('from Erlang %s an official image is refused, with Khepri', (running) => {
  const major = running.split('.')[0];
  expect(judge([running], OWN, OFFICIAL).refusal).toContain(`the brokers run on Erlang ${major}, and ${OFFICIAL} has 27: with Khepri, these don't get along`);
  expect(judge([running], OWN, `${OFFICIAL}@${DIGEST}`).refusal).toContain(' has 27: ');
  expect(judge([running], OWN, OFFICIAL, false)).toEqual({});
});

test.each([
  ['an image of one\'s own', ['27.3.4'], 'rabbitmq:4.2.10', OWN],
  ['a digest alone', ['28.1'], OWN, `rabbitmq@${DIGEST}`],
  ['a mirror', ['28.1'], OWN, 'registry.example.com/rabbitmq:4.3.6'],
  ['an official tag, where that of the brokers isn\'t Docker\'s', ['29.1.1'], 'rabbitmq:4.2.10', 'rabbitmq:4.3.6'],
])('what Erlang is in %s is a risk', (_, running, from, to) => {
  expect(judge(running, from, to)).toEqual({ risk: expect.stringContaining(`the brokers run on Erlang ${running[0].split('.')[0]}: with Khepri, ${to} has to have the same`) });
});
