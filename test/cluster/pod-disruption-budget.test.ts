import { RabbitMQClusterProps } from '../../lib';
import { find, synthCluster } from '../support/synth';

const budgetWith = (props: RabbitMQClusterProps): any => find(synthCluster(props), 'PodDisruptionBudget').spec;
const hasBudget = (props: RabbitMQClusterProps): boolean => synthCluster(props).some(({ kind }) => kind === 'PodDisruptionBudget');

describe('the disruption budget', () => {
  test.each([[0, false], [1, false], [2, true], [3, true], [5, true]])('of %d replicas is there: %s', (replicas, expected) => {
    expect(hasBudget({ replicas })).toBe(expected);
  });

  test.each([2, 3, 5, 7])('of %d replicas lets one go at a time', (replicas) => {
    expect(budgetWith({ replicas })).toMatchObject({ maxUnavailable: 1 });
    expect(budgetWith({ replicas })).not.toHaveProperty('minAvailable');
  });

  test.each([[2, undefined], [3, 'AlwaysAllow'], [5, 'AlwaysAllow']])('of %d replicas treats brokers that aren\'t ready as %s', (replicas, policy) => {
    expect(budgetWith({ replicas }).unhealthyPodEvictionPolicy).toBe(policy);
  });

  test('can say who must stay', () => {
    const budget = budgetWith({ replicas: 5, disruptionBudget: { minAvailable: 4 } });
    expect(budget).toMatchObject({ minAvailable: 4 });
    expect(budget).not.toHaveProperty('maxUnavailable');
  });

  test('can let two of five go', () => {
    expect(budgetWith({ replicas: 5, disruptionBudget: { maxUnavailable: 2 } })).toMatchObject({ maxUnavailable: 2 });
  });

  test('can be left out', () => {
    expect(hasBudget({ disruptionBudget: { enabled: false } })).toBe(false);
  });
});
