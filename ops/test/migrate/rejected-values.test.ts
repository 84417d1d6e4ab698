import * as fc from 'fast-check';
import { withDefaults } from '../../src/chart-values/defaults';
import { synthesize } from '../../../scripts/chart/values';
import { migrateBitnamiValues, type Migration } from '../../src/migrate/migrate';
import { runMain } from '../support/surroundings';

const SAID = { replicaCount: 3, auth: { username: 'admin' }, persistence: { size: '10Gi' }, networkPolicy: { enabled: false } };
const OURS = { cluster: { replicaCount: 3 }, credentials: { username: 'admin' }, persistence: { size: '10Gi' }, networkPolicy: { enabled: false } };
const migrated = (theirs: object): Migration => migrateBitnamiValues({ ...SAID, ...theirs });

/** Values that the chart refuses, and what is said of them. */
const REFUSED: [theirs: object, key: string, why: RegExp, left?: object][] = [
  [{ plugins: 'rabbitmq_delayed_message_exchange rabbitmq_shovel' }, 'plugins', /which RabbitMQ does not ship\. Use communityPlugins/, { plugins: ['rabbitmq_shovel'] }],
  [{ image: { tag: '4.0.9' }, extraPlugins: 'rabbitmq_queue_federation' }, 'extraPlugins', /since 4\.2\.0/, { image: { tag: '4.0.9-management' } }],
  [{ extraConfiguration: 'unknown.key.here = s3cret\nheartbeat = 30' }, 'extraConfiguration: unknown.key.here', /is not a key of RabbitMQ/, { configuration: { heartbeat: '30' } }],
  [{ configuration: 'heartbeat = s3cret # x' }, 'configuration: heartbeat', /configuration\["heartbeat"\] is …: it must be one line/],
  [{ advancedConfiguration: '[{rabbit, [{default_pass, <<"s3cret">>}]}].' }, 'advancedConfiguration', /advancedConfiguration has a secret in plain text/],
  [{ advancedConfiguration: '[{rabbit, [s3cret' }, 'advancedConfiguration', /list of Erlang terms/],
  [{ resources: { limits: { memory: '256Mi' } } }, 'resources', /resources\.limits\.memory is "256Mi", too small/],
  [{ resources: { limits: { cpu: 'two' } } }, 'resources', /resources\.requests\.cpu is "two"/],
  [{ auth: { username: 'my user' } }, 'auth.username', /credentials\.username is "my user": use up to 64/, { credentials: undefined }],
  [{ auth: { username: 'guest' } }, 'auth.username', /not "guest"/, { credentials: undefined }],
  [{ service: { type: 'ExternalName' } }, 'service.type', /service\.type is ExternalName: use ClusterIP, NodePort or LoadBalancer/],
  [{ persistence: { size: '10Gi', enabled: 'true' } }, 'persistence.enabled', /"true": it must be boolean/],
  [{ persistence: { size: 'big' } }, 'persistence.size', /persistence\.size is "big"/, { persistence: undefined }],
  [{ fullnameOverride: 'Orders' }, 'fullnameOverride', /"Orders"/],
  [{ podLabels: { app: 'x', team: 'shop' } }, 'podLabels: app', /which the cluster sets/, { podLabels: { team: 'shop' } }],
  [{ commonLabels: { 'a b': 'x' } }, 'commonLabels: a b', /commonLabels has the key "a b"/],
  [{ tolerations: [{ key: 'a' }, { key: 'b', operator: 'Or' }] }, 'tolerations', /"operator":"Or"/, { scheduling: { tolerations: [{ key: 'a' }] } }],
  [{ tolerations: 'all' }, 'tolerations', /"all": it must be array/],
  [{ nodeSelector: 'here' }, 'nodeSelector', /has to be a map/],
  [{ topologySpreadConstraints: { topologyKey: 'x' } }, 'topologySpreadConstraints', /has to be a list/],
  [{ global: { imagePullSecrets: ['a', ''] } }, 'global.imagePullSecrets', /not a valid name of a Secret/, { image: { pullSecrets: ['a'] } }],
  [{ ingress: { enabled: true, hostname: 'https://mq', ingressClassName: 'nginx' } }, 'ingress', /"https:\/\/mq"/],
];

test.each(REFUSED)('of %j what is refused is left out, and %s says why', (...[theirs, key, why, left]) => {
  const { values, notes } = migrated(theirs);
  expect(values).toEqual(JSON.parse(JSON.stringify({ ...OURS, ...left })));
  expect(notes).toContainEqual({ key, what: expect.stringMatching(why) });
  expect(notes.find(note => note.key === key && why.test(note.what))?.what).toMatch(/^left out: /);
  expect(JSON.stringify(notes)).not.toContain('s3cret');
});

test('of an image that is refused nothing else is', () => {
  const { values, notes } = migrated({ image: { registry: 'a b', tag: '4.3.6' }, extraPlugins: 'rabbitmq_top' });
  expect(values).toEqual({ ...OURS, image: { tag: '4.3.6-management' }, plugins: ['rabbitmq_top'] });
  expect(notes.filter(({ what }) => what.startsWith('left out'))).toHaveLength(1);
});

test('of two that are refused together the first one stays', () => {
  const { values, notes } = migrated({
    service: { type: 'ClusterIP', externalTrafficPolicy: 'Local', loadBalancerSourceRanges: ['192.0.2.0/24'] }, podLabels: { a: 'b' },
  });
  expect(values).toEqual({ ...OURS, service: { type: 'ClusterIP' }, podLabels: { a: 'b' } });
  expect(notes.map(({ key }) => key)).toEqual(['service.externalTrafficPolicy', 'service.loadBalancerSourceRanges']);
});

test('a mount without its volume is left out', () => {
  const { values, notes } = migrated({ extraVolumeMounts: [{ name: 'a', mountPath: '/a' }, { name: 'b', mountPath: '/b' }], extraVolumes: [{ name: 'b', emptyDir: {} }] });
  expect(values).toEqual({ ...OURS, pod: { volumes: [{ name: 'b', emptyDir: {} }], volumeMounts: [{ name: 'b', mountPath: '/b' }] } });
  expect(notes).toEqual([{ key: 'extraVolumeMounts: a', what: expect.stringMatching(/^left out: pod\.volumeMounts mounts "a" at \/a, but there is no volume/) }]);
});

test('the command says it below the values, a line each', async () => {
  const { stdout } = await runMain(['migrate', '-'], undefined, { input: 'persistence: { enabled: "true" }\nservice: { annotations: { a: "on" } }\n' });
  expect(stdout).toContain('    a: "on"\n');
  expect(stdout).toContain('#   persistence.enabled: left out: the chart refuses "true": it must be boolean\n');
});

const word = fc.oneof(fc.constantFrom('', 'a', 'on', '1', 'a b', 'A', '5Gi', '500m', '-', '{{ .Values.a }}', 'a\nb'), fc.string({ maxLength: 8 }));
const map = fc.dictionary(fc.oneof(fc.constantFrom('app', 'cluster', 'a/b', 'a'), word), word, { maxKeys: 3, noNullPrototype: true });
const quantity = fc.constantFrom('1', '2', '500m', '256Mi', '1Gi', '4Gi', '1Ti', 'x', 2);
const quantities = fc.record({ cpu: quantity, memory: quantity }, { requiredKeys: [] });
const any = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 2 }), map);
const or = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary, weight: 9 }, { arbitrary: any, weight: 1 });
const theirValues = fc.record({
  image: or(fc.record({ registry: word, tag: fc.constantFrom('4.0.9', '4.3.6-debian-12', '3.13.7', 'latest') }, { requiredKeys: [] })),
  replicaCount: or(fc.integer({ min: -1, max: 11 })),
  fullnameOverride: or(word),
  auth: or(fc.record(
    { username: or(word), existingPasswordSecret: word, tls: fc.record({ enabled: any, existingSecret: word }) },
    { requiredKeys: [] },
  )),
  plugins: or(fc.constantFrom('rabbitmq_top', 'rabbitmq_queue_federation rabbitmq_delayed_message_exchange', 'x,y')),
  extraConfiguration: or(fc.constantFrom('heartbeat = 30', 'heartbeat =', 'channel_max = many\nx.y = 1', 'default_pass = a')),
  advancedConfiguration: or(fc.constantFrom('[].', '[', '[{rabbit, [{default_pass, <<"a">>}]}].')),
  resources: or(fc.record({ requests: quantities, limits: quantities })),
  persistence: or(fc.record(
    { enabled: or(fc.boolean()), size: or(quantity), storageClass: word, accessModes: any },
    { requiredKeys: [] },
  )),
  nodeSelector: or(map), podLabels: or(map), podAnnotations: or(map), commonLabels: or(map), commonAnnotations: or(map),
  tolerations: or(fc.array(fc.record({ key: word, operator: word, effect: fc.constantFrom('NoSchedule', 'x') }, { requiredKeys: [] }), { maxLength: 2 })),
  service: or(fc.record({ type: fc.constantFrom('ClusterIP', 'LoadBalancer', 'ExternalName'), annotations: or(map) }, { requiredKeys: [] })),
  topologySpreadConstraints: any, podAntiAffinityPreset: any, priorityClassName: or(word),
}, { requiredKeys: [] });

test('every result is accepted by the library, or the difference is reported', () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  fc.assert(fc.property(theirValues, (theirs) => {
    const { values } = migrateBitnamiValues(theirs);
    synthesize(withDefaults(values), 'messaging');
  }), { numRuns: 60, seed: 8 });
});
