import { Case } from '../check';

export const DISRUPTION_CASES: readonly Case[] = [
  {
    id: 'disruption-budget-missing', rule: 8,
    outside: { disruptionBudget: { enabled: false } }, says: /^disruptionBudget\.enabled is false: a drain of Kubernetes nodes .*at once\. Remove it$/,
    inside: { disruptionBudget: { enabled: true } },
  },
  {
    id: 'disruption-budget-missing', rule: 8, about: 'of one broker',
    outside: { replicas: 5, disruptionBudget: { enabled: false } },
    says: /all 5/,
    inside: { replicas: 1, disruptionBudget: { enabled: false } },
  },
  {
    id: 'disruption-budget-missing-in-production', rule: 8,
    outside: { production: true, disruptionBudget: { enabled: false } }, says: /^disruptionBudget\.enabled is false in production/,
    inside: { disruptionBudget: { enabled: false } },
  },
  {
    id: 'disruption-budget-majority', rule: 8,
    outside: { replicas: 3, disruptionBudget: { maxUnavailable: 2 } },
    says: /^disruptionBudget\.maxUnavailable is 2 with 3 replicas: a drain of Kubernetes nodes can/,
    inside: { replicas: 3, disruptionBudget: { maxUnavailable: 1 } },
  },
  {
    id: 'disruption-budget-majority', rule: 8, about: 'by those that stay',
    outside: { replicas: 5, disruptionBudget: { minAvailable: 2 } },
    says: /^disruptionBudget\.minAvailable is 2 with 5 replicas: a drain of Kubernetes nodes can/,
    inside: { replicas: 5, disruptionBudget: { minAvailable: 3 } },
  },
  {
    id: 'disruption-budget-several', rule: 8,
    outside: { replicas: 5, disruptionBudget: { maxUnavailable: 2 } },
    says: /^disruptionBudget\.maxUnavailable is 2 with 5 replicas: a drain .*majority\. Use maxUnavailable: 1$/,
    inside: { replicas: 5, disruptionBudget: { minAvailable: 4 } },
  },
  {
    id: 'disruption-budget-blocks-drains',
    outside: { disruptionBudget: { maxUnavailable: 0 } }, says: /^disruptionBudget\.maxUnavailable is 0 .*waits forever/,
    inside: { disruptionBudget: { maxUnavailable: 1 } },
  },
  {
    id: 'disruption-budget-blocks-drains', about: 'by those that stay',
    outside: { disruptionBudget: { minAvailable: 3 } },
    says: /^disruptionBudget\.minAvailable is 3 with 3 replicas: no broker may be evicted, so/,
    inside: { disruptionBudget: { minAvailable: 2 } },
  },
  {
    id: 'disruption-budget-blocks-drains', about: 'of one broker',
    outside: { replicas: 1, disruptionBudget: { enabled: true, minAvailable: 1 } }, says: /with 1 replicas/,
    inside: { replicas: 1, disruptionBudget: { enabled: true } },
  },
  {
    id: 'disruption-budget-both',
    outside: { disruptionBudget: { minAvailable: 2, maxUnavailable: 1 } },
    says: /^disruptionBudget has minAvailable 2 and maxUnavailable 1/,
    inside: { disruptionBudget: { minAvailable: 2 } },
  },
  {
    id: 'disruption-budget-number',
    outside: { disruptionBudget: { maxUnavailable: -1 } },
    says: /^disruptionBudget\.maxUnavailable is -1: .*whole number/,
    inside: { disruptionBudget: { maxUnavailable: 0 } },
  },
  {
    id: 'disruption-budget-number',
    outside: { disruptionBudget: { minAvailable: 1.5 } },
    says: /^disruptionBudget\.minAvailable is 1\.5/,
    inside: { disruptionBudget: { minAvailable: 2 } },
  },
  { id: 'disruption-budget-majority', rule: 8, about: 'of two brokers, which have none to keep', outside: { disruptionBudget: { maxUnavailable: 3 } }, says: /3 brokers at once/, inside: { replicas: 2 } },
  { id: 'disruption-budget-missing', rule: 8, about: 'of two brokers', outside: { replicas: 2, disruptionBudget: { enabled: false } }, says: /all 2/, inside: { replicas: 2 } },
  { id: 'disruption-budget-blocks-drains', about: 'of a cluster that is stopped', outside: { disruptionBudget: { minAvailable: 5 } }, says: /minAvailable is 5/, inside: { replicas: 0, disruptionBudget: { minAvailable: 2 } } },
  { id: 'disruption-budget-number', about: 'too large', outside: { disruptionBudget: { minAvailable: 2147483648 } }, says: /is 2147483648/, inside: { disruptionBudget: { minAvailable: 2147483647 } } },
];
