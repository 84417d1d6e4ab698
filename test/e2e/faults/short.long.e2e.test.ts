import { DISK_ALARM } from './alarm-faults';
import { ALL_PODS, DELETED, FIRST_VOLUME, FROZEN, KILLED } from './broker-faults';
import { happens } from './happens';
import { Scaled } from '../scaling/scaled';
import { createNamespace, deleteNamespace } from '../support/namespaces';

const REPLICAS = 3;

describe('three brokers under load lose no message when', () => {
  let namespace: string;
  let scaled: Scaled;

  beforeAll(async () => {
    namespace = await createNamespace('faults-');
    scaled = await Scaled.up(namespace, { replicas: REPLICAS });
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test.each([KILLED, DELETED, FROZEN, FIRST_VOLUME, DISK_ALARM, ALL_PODS])('$name', async (fault) => {
    await happens(fault, scaled, REPLICAS);
  });
});
