import { ADVANCED_CONFIG_CASES } from './cases/advanced-config';
import { AUTHENTICATION_CASES } from './cases/authentication';
import { CERTIFICATE_CASES } from './cases/certificates';
import { CLUSTERING_CASES } from './cases/clustering';
import { CONFIGURATION_KEY_CASES } from './cases/configuration-keys';
import { CONTAINER_CASES } from './cases/containers';
import { DEFINITION_CASES } from './cases/definitions';
import { DISK_CASES } from './cases/disk';
import { DISRUPTION_CASES } from './cases/disruption';
import { ENVIRONMENT_CASES } from './cases/environment';
import { IMAGE_CASES } from './cases/image';
import { LIFECYCLE_CASES } from './cases/lifecycle';
import { LIMIT_CASES } from './cases/limits';
import { LOGIN_CASES } from './cases/login';
import { MEMORY_CASES } from './cases/memory';
import { METADATA_CASES } from './cases/metadata';
import { NETWORK_CASES } from './cases/network';
import { OBSOLETE_KEY_CASES } from './cases/obsolete-keys';
import { PLUGIN_CASES } from './cases/plugins';
import { PORT_CASES } from './cases/ports';
import { QUEUE_CASES } from './cases/queues';
import { SECRET_CASES } from './cases/secrets';
import { SERVICE_CASES } from './cases/services';
import { STORAGE_CASES } from './cases/storage';
import { TLS_CASES } from './cases/tls';
import { TOPOLOGY_CASES } from './cases/topology';
import { VOLUME_CASES } from './cases/volumes';
import { Case, check, errors } from './check';
import { CLUSTER_RULES } from '../../../lib/cluster/rules';

const CASES: readonly Case[] = [
  ...ADVANCED_CONFIG_CASES,
  ...AUTHENTICATION_CASES,
  ...CERTIFICATE_CASES,
  ...CLUSTERING_CASES,
  ...CONFIGURATION_KEY_CASES,
  ...CONTAINER_CASES,
  ...DEFINITION_CASES,
  ...DISK_CASES,
  ...DISRUPTION_CASES,
  ...ENVIRONMENT_CASES,
  ...IMAGE_CASES,
  ...LIFECYCLE_CASES,
  ...LIMIT_CASES,
  ...LOGIN_CASES,
  ...MEMORY_CASES,
  ...METADATA_CASES,
  ...NETWORK_CASES,
  ...OBSOLETE_KEY_CASES,
  ...PLUGIN_CASES,
  ...PORT_CASES,
  ...QUEUE_CASES,
  ...SECRET_CASES,
  ...SERVICE_CASES,
  ...STORAGE_CASES,
  ...TLS_CASES,
  ...TOPOLOGY_CASES,
  ...VOLUME_CASES,
];

const fired = new Set<string>();

describe.each(CLUSTER_RULES.map(({ id, severity }) => ({ id, severity })))('$id', ({ id, severity }) => {
  const cases = CASES.filter(one => one.id === id);
  const numbered = (one: Case): string => [one.rule === undefined ? '' : `rule ${one.rule}: `, one.about ?? ''].join('');

  test.each(cases.map(one => ({ ...one, title: numbered(one) })))('$title just outside is found', ({ outside, says }) => {
    const found = check(outside).filter(finding => finding.rule === id);
    expect(found).toEqual([{ rule: id, severity, message: expect.stringMatching(says) }]);
    fired.add(id);
  });

  test.each(cases.map(one => ({ ...one, title: numbered(one) })))('$title just inside is not, and no error is', ({ inside }) => {
    const found = check(inside);
    expect(found.filter(finding => finding.rule === id)).toEqual([]);
    expect(found.filter(finding => finding.severity === 'error')).toEqual([]);
  });
});

test('each row is broken by a case, and each case breaks a row', () => {
  const ids = CLUSTER_RULES.map(rule => rule.id);
  expect([...fired].sort()).toEqual([...ids].sort());
  expect(CASES.map(({ id }) => id).filter(id => !ids.includes(id))).toEqual([]);
});

/** The checks of the reference that no row is for. */
const WITHOUT_ROW: Readonly<Record<number, string>> = {
  16: 'the management plugin can\'t be switched off',
  24: 'synth sees no cluster that exists; names are frozen by a test of their own, and docs say what another name means',
  26: 'an autoscaler\'s rule, not the cluster\'s',
  44: 'total_memory_available_override_value is always set, so that a relative limit uses the container\'s memory',
  86: 'nothing in a manifest says it; alerts watch the file descriptors that a broker has',
};

test('each of the 87 checks of the reference is a row, or is argued to need none', () => {
  const rows = new Set(CASES.map(({ rule }) => rule));
  const without = Array.from({ length: 87 }, (_, i) => i + 1).filter(number => !rows.has(number));
  expect(without).toEqual(Object.keys(WITHOUT_ROW).map(Number));
});

test('each row has a name of its own, and messages are one line without a full stop', () => {
  const ids = CLUSTER_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter(id => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  const messages = CASES.flatMap(({ outside }) => check(outside)).map(({ message }) => message);
  expect(messages.filter(message => /\n|\.$|undefined|NaN|\[object/.test(message))).toEqual([]);
});

test('errors of several tables are told together at synth, by name', () => {
  expect(errors({ resources: { memoryLimit: '128Mi' }, plugins: ['rabbitmq_mqqt'], configuration: { raw: { network_backlog: '1' } }, replicas: 2 })).toEqual([
    expect.stringMatching(/\[memory-free-short\]$/),
    expect.stringMatching(/\[configuration-key-unknown\]$/),
    expect.stringMatching(/\[plugin-unknown\]$/),
  ]);
});
