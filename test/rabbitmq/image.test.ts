import { OfficialImageOptions, RabbitMQImage, RabbitMQVersion } from '../../lib';
import { DIGESTS } from '../../lib/rabbitmq/digests';
import { SERIES } from '../../lib/rabbitmq/series';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the official image', () => {
  test.each([
    [{}, 'rabbitmq:4.3.6-management'],
    [{ version: RabbitMQVersion.V4_0 }, 'rabbitmq:4.0.9-management'],
    [{ version: RabbitMQVersion.of('4.2') }, 'rabbitmq:4.2-management'],
    [{ management: false }, 'rabbitmq:4.3.6'],
    [{ alpine: true }, 'rabbitmq:4.3.6-management-alpine'],
    [{ management: false, alpine: true }, 'rabbitmq:4.3.6-alpine'],
    [{ registry: 'registry.example.com:5000/mirror' }, 'registry.example.com:5000/mirror/rabbitmq:4.3.6-management'],
    [{ registry: 'registry.example.com/' }, 'registry.example.com/rabbitmq:4.3.6-management'],
    [{ digest: DIGEST }, `rabbitmq:4.3.6-management@${DIGEST}`],
    [{ pinned: false }, 'rabbitmq:4.3.6-management'],
  ])('with %j is %s', (options, reference) => {
    expect(RabbitMQImage.official(options).reference).toBe(reference);
  });

  test('knows its release and runs as the user of its variant', () => {
    const version = RabbitMQVersion.V4_1;
    expect(RabbitMQImage.official({ version }))
      .toMatchObject({ version, user: 999, group: 999, isAlpine: false, isPinned: true });
    expect(RabbitMQImage.official({ alpine: true })).toMatchObject({ user: 100, group: 101, isAlpine: true });
  });

  test.each(Object.entries(DIGESTS))('of %s is pinned by its digest', (release, digest) => {
    const { reference, version } = RabbitMQImage.official({ version: RabbitMQVersion.of(release), pinned: true, registry: 'mirror.example.com' });
    expect(reference).toBe(`mirror.example.com/rabbitmq:${release}-management@${digest}`);
    expect(version.version).toBe(release);
  });

  test.each<[OfficialImageOptions, string]>([
    [{ version: RabbitMQVersion.of('4.3.0') }, '4.3.0-management'],
    [{ version: RabbitMQVersion.of('4.3') }, '4.3-management'],
    [{ management: false }, '4.3.6'],
    [{ alpine: true }, '4.3.6-management-alpine'],
  ])('with %j can\'t be pinned, as no digest is known', (options, tag) => {
    expect(() => RabbitMQImage.official({ ...options, pinned: true })).toThrow(
      new RegExp(`pinned is true, and no digest is known for the tag ${tag}, but for 4\\.0\\.9-management, .*\\. Pass digest instead`));
  });

  test('refuses pinned beside a digest', () => {
    expect(() => RabbitMQImage.official({ pinned: true, digest: DIGEST })).toThrow('both pinned and digest are set. Remove one of them');
    expect(RabbitMQImage.official({ pinned: false, digest: DIGEST }).reference).toContain(DIGEST);
  });

  test('refuses what is no digest', () => {
    expect(() => RabbitMQImage.official({ digest: 'sha256:abc' })).toThrow('is not an image reference');
  });
});

describe('any image', () => {
  test.each([
    ['rabbitmq:4.3.6', '4.3.6'],
    ['rabbitmq:4.3', '4.3'],
    ['rabbitmq:4.2.3-alpine', '4.2.3'],
    ['localhost:5000/rabbitmq:4.1.8-management', '4.1.8'],
    ['registry.example.com/a/b_c/rabbit-mq:3.13.7-management-alpine', '3.13.7'],
    [`rabbitmq:4.3.6@${DIGEST}`, '4.3.6'],
  ])('%s says that it has %s', (reference, version) => {
    expect(RabbitMQImage.fromReference(reference).version.version).toBe(version);
    expect(RabbitMQImage.fromReference(reference).reference).toBe(reference);
  });

  test.each(['rabbitmq', 'rabbitmq:latest', 'rabbitmq:4', 'rabbitmq:management', 'rabbitmq:4.3.6-custom', 'localhost:5000/rabbitmq', `rabbitmq@${DIGEST}`])(
    '%s doesn\'t say which release it has, so the version has to be stated', (reference) => {
      expect(() => RabbitMQImage.fromReference(reference)).toThrow(
        `image "${reference}" has no RabbitMQ release in its tag. Pass it, as in RabbitMQImage.fromReference('${reference}', { version: RabbitMQVersion.of('4.3.6') })`,
      );
      expect(RabbitMQImage.fromReference(reference, { version: RabbitMQVersion.V4_2 }).version)
        .toBe(RabbitMQVersion.V4_2);
    },
  );

  test.each([
    ['rabbitmq:3-management', '3.13.7'],
    ['rabbitmq:3', '3.13.7'],
    ['rabbitmq:v4.2.1', '4.2.1'],
    ['registry.example.com:5000/rabbitmq:v4.0', '4.0.9'],
    ['rabbitmq:4.1.3-debian-12-r1', '4.1.3'],
    ['rabbitmq:hardened-4.2.4', '4.2.4'],
    ['rabbitmq:2024-10-01', '4.3.6'],
    ['rabbitmq:1.4.2-custom', '4.3.6'],
  ])('%s is likely %s, which the message suggests', (reference, likely) => {
    expect(() => RabbitMQImage.fromReference(reference)).toThrow(`Pass it, as in RabbitMQImage.fromReference('${reference}', { version: RabbitMQVersion.of('${likely}') })`);
  });

  test.each(['bitnami/rabbitmq:4.1.3', 'bitnamilegacy/rabbitmq:4.1.3-debian-12-r1', 'registry.example.com:5000/mirror/bitnami/rabbitmq:3.13', `docker.io/bitnamisecure/rabbitmq@${DIGEST}`])(
    '%s is refused for its layout', (reference) => {
      expect(() => RabbitMQImage.fromReference(reference, { version: RabbitMQVersion.V4_1 }))
        .toThrow(/is one of Bitnami: .* Use RabbitMQImage\.official\(\)/);
    },
  );

  test('a copy of the official image by a team of a similar name is taken', () => {
    expect(RabbitMQImage.fromReference('registry.example.com/not-bitnami/rabbitmq:4.3.6').version.version).toBe('4.3.6');
  });

  test.each(['', ' ', 'rabbitmq:', ':4.3.6', 'rabbitmq:4.3.6@sha256:abc', 'rabbitmq:4.3.6 ', 'a//', 'https://docker.io/rabbitmq:4.3.6', 'team/RabbitMQ:4.3.6', 'rabbitmq:4.3.6:latest', `rabbitmq:${'a'.repeat(129)}`])(
    '"%s" is no image reference', (reference) => {
      expect(() => RabbitMQImage.fromReference(reference, { version: RabbitMQVersion.V4_3 })).toThrow(`image "${reference}" is not an image reference`);
    },
  );

  test('a tag of an unknown series is refused', () => {
    expect(() => RabbitMQImage.fromReference('rabbitmq:3.9.29')).toThrow('version "3.9.29" is not a RabbitMQ release');
  });

  test.each([
    ['rabbitmq:4.3.6', '4.3.5'],
    ['rabbitmq:4.3.6-management', '4.2.10'],
    ['rabbitmq:4.3', '4.2.10'],
    ['rabbitmq:4.3.6', '4.2'],
    ['rabbitmq:3-management', '4.3.6'],
    ['rabbitmq:3', '4.3.6'],
    ['rabbitmq:v4.3.6', '4.2.10'],
    ['rabbitmq:4.30', '4.3.6'],
  ])('%s stated to be %s contradicts itself', (reference, stated) => {
    const tagged = /:v?([\d.]+)/.exec(reference)![1];
    expect(() => RabbitMQImage.fromReference(reference, { version: RabbitMQVersion.of(stated) })).toThrow(
      `image "${reference}" is tagged ${tagged}, but version is ${stated}. Remove one of them, or make them agree`,
    );
  });

  test.each([['rabbitmq:4.3.6', '4.3.6'], ['rabbitmq:4.3', '4.3.6'], ['rabbitmq:4.3.6', '4.3'], ['team/broker:2026-11', '4.3.6'], ['team/broker:v4.3.6', '4.3.6'], ['rabbitmq:4-management', '4.3.6'], ['team/broker:1.2.3-house', '4.3.6'], ['team/broker:17', '4.3.6']])(
    '%s can be stated to be %s', (reference, stated) => {
      expect(RabbitMQImage.fromReference(reference, { version: RabbitMQVersion.of(stated) }).version.version)
        .toBe(stated);
    },
  );

  test('its user can be stated', () => {
    expect(RabbitMQImage.fromReference('rabbitmq:4.3.6', { user: 1001, group: 0 })).toMatchObject({ user: 1001, group: 0 });
  });

  test.each([
    ['rabbitmq:4.3.6', true],
    ['rabbitmq:4.3.6-management-alpine', true],
    [`rabbitmq:4.3@${DIGEST}`, true],
    [`rabbitmq@${DIGEST}`, true],
    ['team/broker:build-7', true],
    ['team/broker:4.3.6-management-hardened.2', true],
    ['team/broker:v4.3.6', true],
    ['team/broker:20261101', true],
    ['team/broker:2-hardened', true],
    ['team/broker:4.3-debian13', false],
    ['team/broker:v4.3', false],
    ['team/broker:latest-management', false],
    ['team/broker:stable', false],
    ['rabbitmq:4.3', false],
    ['rabbitmq:4.3-management', false],
    ['rabbitmq:4', false],
    ['rabbitmq:4-management', false],
    ['rabbitmq:management', false],
    ['rabbitmq:management-alpine', false],
    ['rabbitmq:alpine', false],
    ['rabbitmq:latest', false],
    ['rabbitmq', false],
  ])('%s stays the same release: %s', (reference, pinned) => {
    expect(RabbitMQImage.fromReference(reference, { version: RabbitMQVersion.of('4.3') }).isPinned).toBe(pinned);
  });
});

test('digests are of releases that are known, and each is complete', () => {
  for (const [release, digest] of Object.entries(DIGESTS)) {
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(SERIES.map(({ name }) => name)).toContain(RabbitMQVersion.of(release).series);
  }
});
