import { RabbitMQVersion } from 'cdk8s-rabbitmq';
import { pathRefusal, releaseOf, upgradePath } from '../../src/broker/release';

const of = (version: string): RabbitMQVersion => RabbitMQVersion.of(version);

describe('the way from one release to another', () => {
  test.each([
    ['4.3.5', '4.3.6', []],
    ['4.2.10', '4.3.6', ['4.3']],
    ['4.0.9', '4.3.6', ['4.2', '4.3']],
    ['3.10.25', '4.3.6', ['3.11', '3.12', '3.13', '4.2', '4.3']],
    ['4.3.6', '4.2.10', undefined],
  ])('%s to %s is %j', (from, to, path) => {
    expect(upgradePath(of(from), of(to))).toEqual(path);
  });

  test.each([
    ['4.3.5', '4.3.6', undefined],
    ['4.3.6', '4.3.6', undefined],
    ['4.3', '4.3.5', undefined],
    ['4.2.10', '4.3.6', undefined],
    ['4.3.6', '4.3.5', /4\.3\.5 is older than 4\.3\.6, which runs\. After an upgrade, the command rollback/],
    ['4.0.9', '4.3.6', /^4\.0\.9 can't become 4\.3\.6 in one step: upgrade to 4\.2\.\d+, then to 4\.3\.6, each with all stable feature flags enabled$/],
    ['4.3.6', '4.2.10', /RabbitMQ can't go back to an older series/],
  ])('%s to %s is refused with %p', (from, to, refusal) => {
    const found = pathRefusal(of(from), of(to));
    expect(found ?? '').toMatch(refusal ?? /^$/);
  });
});

describe('the release in an image', () => {
  test.each([
    ['rabbitmq:4.3.6-management', undefined, '4.3.6'],
    ['registry.example.com/mq:17', '4.3.6', '4.3.6'],
  ])('%s, stated as %s, is %s', (image, stated, release) => {
    expect(releaseOf(image, stated).version).toBe(release);
  });

  test.each([
    ['registry.example.com/mq:17', undefined, /has no RabbitMQ release in its tag\. Pass it with --release$/],
    ['rabbitmq:4.3.6', '4.2.10', /contradict|agree/],
    ['rabbitmq:9.9.9', undefined, /not a RabbitMQ release/],
    ['Not An Image', undefined, /not an image reference/],
  ])('%s, stated as %s, is refused', (image, stated, message) => {
    expect(() => releaseOf(image, stated)).toThrow(message);
  });
});
