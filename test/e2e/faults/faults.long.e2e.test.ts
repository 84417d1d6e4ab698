import { ALARM_FAULTS } from './alarm-faults';
import { BROKER_FAULTS } from './broker-faults';
import { CHANGE_FAULTS } from './change-faults';
import { happens } from './happens';
import { MACHINE_FAULTS, SERVICE_FAULTS } from './machine-faults';
import { Scaled } from '../scaling/scaled';
import { HAS_FAULTS } from '../support/faults';
import { useNamespace } from '../support/use-cluster';

const SIZES = (process.env.E2E_BROKERS ?? '3 5').split(' ').map(Number);

describe.each(SIZES)('%i brokers under load lose no message when', (replicas) => {
  const suite = useNamespace('faults-', async namespace => ({ scaled: await Scaled.up(namespace, { replicas }) }));

  test.each([...BROKER_FAULTS, ...ALARM_FAULTS, ...CHANGE_FAULTS])('$name', async (fault) => {
    await happens(fault, suite().scaled, replicas);
  });

  (HAS_FAULTS ? test : test.skip).each([...MACHINE_FAULTS, ...SERVICE_FAULTS])('$name', async (fault) => {
    await happens(fault, suite().scaled, replicas);
  });
});
